import Documents

/// What files are packed in. Told by the first bytes, whatever the name says.
enum Container {
    case gzip, xz, zip
    /// An archive without members, which is nothing but its directory's end.
    case emptyZip

    /// What `view` is packed in; nil for a plain file. What is packed in a way that is not read, or is a document of an
    /// office program, fails by name.
    init?(_ view: ByteView) throws(ReadFailure) {
        if view.begins(with: [0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if view.begins(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            self = .xz
        } else if view.begins(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .zip
        } else if view.begins(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .emptyZip
        } else {
            if let kind = Container.foreignKind(view) { throw .foreign(kind) }
            return nil
        }
    }

    /// Kinds of files that people keep texts in and that are not read, by their first bytes.
    private static func foreignKind(_ view: ByteView) -> String? {
        let kinds: [(StaticString, String)] = [
            ("BZh", "bzip2"), ("Rar!", "RAR"), ("%PDF-", "PDF"), ("{\\rtf", "RTF"),
        ]
        if view.begins(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return "7z" }
        if view.begins(with: [0x28, 0xB5, 0x2F, 0xFD]) { return "zstd" }
        if view.begins(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) { return "Word/Excel" }
        if view.count > 262, view.has("ustar", at: 257, before: view.count) { return "tar" }
        return kinds.first { view.has($0.0, at: 0, before: view.count) }?.1
    }
}

extension ByteView {
    fileprivate func begins(with bytes: [UInt8]) -> Bool {
        count >= bytes.count && bytes.indices.allSatisfy { self[$0] == bytes[$0] }
    }
}

extension ReadFailure {
    fileprivate static func foreign(_ kind: String) -> ReadFailure {
        ReadFailure("is a \(kind) file, which is not read: unpack it or save it as text", zh: "是 \(kind) 文件，不能读：请解开或另存为文本")
    }

    /// A packed file that holds something else than it should.
    static func damaged(_ kind: String, _ what: String, zh: String) -> ReadFailure {
        ReadFailure("is a damaged \(kind) file: \(what); nothing of it is used", zh: "是损坏的 \(kind) 文件：\(zh)；其内容一概不用")
    }

    static func cutShort(_ kind: String) -> ReadFailure { damaged(kind, "it ends too soon", zh: "不完整") }
}

/// How much may come out of a packed file: no more than a text can have, and no more than a thousand times what it takes,
/// beyond a size that does no harm. Texts shrink to a fifth; a thousandth is what files are made of that are to exhaust memory.
struct UnpackLimit {
    private var left: Int

    static let harmless = 64 << 20
    static let ratio = 1000

    /// The limit for a file of `size` bytes, all its members together.
    init(packed size: Int) {
        left = max(UnpackLimit.harmless, size * UnpackLimit.ratio)
    }

    /// Takes `bytes` off.
    mutating func take(_ bytes: Int) throws(ReadFailure) {
        left -= bytes
        guard left < 0 else { return }
        throw ReadFailure(
            "unpacks to more than \(UnpackLimit.ratio) times its size: not read", zh: "解开后超过原大小的 \(UnpackLimit.ratio) 倍：未读")
    }
}
