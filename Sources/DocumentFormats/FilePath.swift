import Documents
import Glibc

/// A path as the system has it, which is bytes, and as it is shown, which is text.
struct FilePath: Hashable, Sendable {
    /// As it is shown, and named by the field `file`.
    let name: String
    /// What the system is asked for, where the name does not say it: bytes that are no UTF-8.
    private let bytes: [UInt8]?

    /// A path that is text.
    init(_ name: String) {
        self.name = name
        bytes = nil
    }

    /// A path that is shown as `name`; without `bytes` it is its name.
    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes.isEmpty ? nil : bytes
    }

    /// The path of an entry of the folder that this is.
    func entry(_ entry: [UInt8]) -> FilePath {
        let isText = entry.isUTF8
        let shown = FileName.shown(entry)
        let name = self.name + (self.name.utf8.last == 0x2F ? "" : "/") + shown
        if isText, bytes == nil { return FilePath(name) }
        let folder = bytes ?? Array(self.name.utf8)
        return FilePath(name: name, bytes: folder + (folder.last == 0x2F ? [] : [0x2F]) + entry)
    }

    /// The path as C wants it.
    func withCString<T>(_ body: (UnsafePointer<CChar>) -> T) -> T {
        guard let bytes else { return name.withCString(body) }
        return (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map(body) ?? name.withCString(body)
        }
    }

    /// What the system is asked for where the name does not say it.
    var rawBytes: [UInt8] { bytes ?? [] }
}

/// Names of files whose encoding nobody wrote down.
enum FileName {
    /// A name as text: UTF-8, or what older systems wrote, GBK. What is neither has U+FFFD in it.
    static func shown(_ bytes: [UInt8]) -> String {
        if bytes.isUTF8 { return String(decoding: bytes, as: UTF8.self) }
        let decoded = try? DecodedText(Text(copying: bytes), from: 0, .gb18030) { false }
        guard let decoded, decoded.undecodable.count == 0 else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: decoded.text.bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate var isUTF8: Bool { withUnsafeBytes { Undecodable(in: $0).count == 0 } }
}
