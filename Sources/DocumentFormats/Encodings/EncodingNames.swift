extension TextEncoding {
    /// The encoding that people call `name`, in any case; nil where there is none, and for `auto`.
    public init?(named name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
        case "big5", "cp950": self = .big5
        case "big5-hkscs", "big5hkscs": self = .big5HongKong
        case "utf-16", "utf16": self = .utf16
        case "utf-16le", "utf16le": self = .utf16LittleEndian
        case "utf-16be", "utf16be": self = .utf16BigEndian
        default: return nil
        }
    }

    /// What the C library calls it. Big5 is the code page 950, in which the files of Taiwan were written: it has the raised
    /// point of foreign names ‧ and the slash ／ where the standard's own table and Hong Kong's have others or none.
    var converterName: String {
        switch self {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        case .big5: "CP950"
        case .big5HongKong: "BIG5-HKSCS"
        case .utf16, .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        }
    }

    /// Whether characters are made of units of two bytes.
    var isWide: Bool {
        switch self {
        case .utf16, .utf16LittleEndian, .utf16BigEndian: true
        case .utf8, .gb18030, .big5, .big5HongKong: false
        }
    }
}

extension ByteView {
    /// The bytes of the character at `offset` by the form of the encoding, whether or not there is such a character; never
    /// more than there are up to `end`.
    @inline(__always) func characterWidth(at offset: Int, before end: Int, _ encoding: TextEncoding) -> Int {
        let width: Int
        switch encoding {
        case .utf8: width = 1
        case .gb18030: width = self[offset] < 0x80 ? 1 : (0x30...0x39).contains(self[offset + 1]) ? 4 : 2
        case .big5, .big5HongKong: width = self[offset] <= 0x80 || self[offset] == 0xFF ? 1 : 2
        case .utf16, .utf16LittleEndian: width = self[offset + 1] & 0xFC == 0xD8 ? 4 : 2
        case .utf16BigEndian: width = self[offset] & 0xFC == 0xD8 ? 4 : 2
        }
        return min(width, end - offset)
    }

    /// How many bytes from `offset` on are passed over as one character that could not be decoded: those of a well-formed
    /// sequence that stands for nothing; else as few as can be, so that what follows is read.
    func undecodableWidth(at offset: Int, before end: Int, _ encoding: TextEncoding) -> Int {
        if encoding.isWide { return min(2, end - offset) }
        guard (0x81...0xFE).contains(self[offset]), offset + 1 < end else { return 1 }
        let second = self[offset + 1]
        if (0x40...0xFE).contains(second), second != 0x7F { return encoding == .gb18030 || second < 0x7F || second > 0xA0 ? 2 : 1 }
        guard encoding == .gb18030, (0x30...0x39).contains(second), offset + 3 < end else { return 1 }
        return (0x81...0xFE).contains(self[offset + 2]) && (0x30...0x39).contains(self[offset + 3]) ? 4 : 1
    }
}
