import CMinizip
import Documents

/// Unpacking of zip archives, by minizip over zlib, from memory. A class because the library's state has an owner.
final class Zip {
    private let archive: unzFile
    private let input: ZipInput
    /// What may still come out.
    private(set) var limit: UnpackLimit
    private let isStopped: () -> Bool

    /// A member of an archive: its name, and its text or why there is none.
    struct Member {
        let name: String
        let content: Result<Text, ReadFailure>
    }

    /// An archive in memory that stays as long as this. Fails where its directory cannot be read.
    init(_ packed: ByteView, _ limit: UnpackLimit, isStopped: @escaping () -> Bool) throws(ReadFailure) {
        input = ZipInput(packed)
        self.limit = limit
        self.isStopped = isStopped
        var functions = ZipInput.functions
        functions.opaque = Unmanaged.passUnretained(input).toOpaque()
        guard let archive = unzOpen2_64("", &functions) else {
            throw .damaged("zip", "its directory cannot be read", zh: "读不出目录")
        }
        self.archive = archive
    }

    deinit { unzClose(archive) }

    /// Gives the members in the order of the archive's directory, one after the other, with the limit for what is packed in
    /// them again; folders and hidden ones are left out.
    /// Fails where the directory is damaged, and for documents of office programs, whose members are no texts.
    func forEachMember(_ body: (Member, inout UnpackLimit) -> Void) throws(ReadFailure) {
        var status = unzGoToFirstFile(archive)
        while status == UNZ_OK {
            if isStopped() { throw .interrupted }
            let entry = try entry()
            if Zip.isOffice(entry.name) { throw .office }
            if !Zip.isLeftOut(entry.name) { body(Member(name: entry.shownName, content: content(entry)), &limit) }
            status = unzGoToNextFile(archive)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else {
            throw .damaged("zip", "its directory is wrong", zh: "目录有误")
        }
    }

    private func entry() throws(ReadFailure) -> ZipEntry {
        var info = unz_file_info64()
        guard unzGetCurrentFileInfo64(archive, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
            throw .damaged("zip", "its directory is wrong", zh: "目录有误")
        }
        var name = [CChar](repeating: 0, count: Int(info.size_filename) + 1)
        unzGetCurrentFileInfo64(archive, &info, &name, info.size_filename, nil, 0, nil, 0)
        return ZipEntry(name: name.dropLast().map { UInt8(bitPattern: $0) }, info: info)
    }

    private func content(_ entry: ZipEntry) -> Result<Text, ReadFailure> {
        Result { () throws(ReadFailure) in try unpack(entry) }
    }

    private func unpack(_ entry: ZipEntry) throws(ReadFailure) -> Text {
        if entry.isEncrypted { throw ReadFailure("is encrypted: unpack it with its password", zh: "已加密：请用密码解开") }
        guard entry.isPlainMethod else {
            throw ReadFailure("is packed by a method that is not read: unpack it first", zh: "压缩方法不能读：请先解开")
        }
        guard unzOpenCurrentFile(archive) == UNZ_OK else { throw Zip.damage }
        var isOpen = true
        defer { if isOpen { unzCloseCurrentFile(archive) } }
        // What the directory says of the size is not believed beyond a megabyte.
        let output = try GrowingMemory(capacity: Int(min(entry.info.uncompressed_size, 1 << 20)))
        while true {
            if isStopped() { throw .interrupted }
            let room = try output.room(1 << 16)
            let read = unzReadCurrentFile(archive, room.baseAddress, UInt32(truncatingIfNeeded: min(room.count, 1 << 20)))
            guard read >= 0 else { throw Zip.damage }
            if read == 0 { break }
            output.advance(Int(read))
            try limit.take(Int(read))
        }
        isOpen = false
        guard unzCloseCurrentFile(archive) == UNZ_OK, output.count == Int(clamping: entry.info.uncompressed_size) else {
            throw Zip.damage
        }
        return output.text()
    }

    private static let damage = ReadFailure.damaged("zip", "the data or the sum of this member is wrong", zh: "此成员的数据或校验和有误")

    /// Folders, what is hidden, and what the Finder adds.
    private static func isLeftOut(_ name: [UInt8]) -> Bool {
        let parts = name.split(separator: 0x2F)
        return name.last == 0x2F || parts.contains { $0.first == 0x2E } || parts.first.map(Array.init) == Array("__MACOSX".utf8)
    }

    private static func isOffice(_ name: [UInt8]) -> Bool {
        ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"].contains { Array($0.utf8) == name }
    }
}

/// What the directory says of a member.
private struct ZipEntry {
    let name: [UInt8]
    let info: unz_file_info64

    /// UTF-8 or GBK, whatever the flag says: many programs leave it out.
    var shownName: String { FileName.shown(name) }
    var isEncrypted: Bool { info.flag & 1 != 0 }
    /// Stored or deflated.
    var isPlainMethod: Bool { info.compression_method == 0 || info.compression_method == 8 }
}

extension ReadFailure {
    fileprivate static let office = ReadFailure(
        "is a document of an office program, an e-book or a program, which is not read: save it as text",
        zh: "是办公软件文档、电子书或程序包，不能读：请另存为文本")
}
