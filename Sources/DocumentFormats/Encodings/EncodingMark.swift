extension ByteView {
    /// The encoding that a byte order mark at the beginning names, and the bytes of the mark. UTF-32 is named and refused.
    func markedEncoding() throws(ReadFailure) -> (encoding: TextEncoding, length: Int)? {
        func begins(_ mark: UInt8...) -> Bool {
            count >= mark.count && mark.indices.allSatisfy { self[$0] == mark[$0] }
        }
        if begins(0xEF, 0xBB, 0xBF) { return (.utf8, 3) }
        if begins(0xFF, 0xFE, 0, 0) && count % 4 == 0 { throw .utf32("UTF-32LE") }
        if begins(0, 0, 0xFE, 0xFF) { throw .utf32("UTF-32BE") }
        if begins(0xFF, 0xFE) { return (.utf16LittleEndian, 2) }
        if begins(0xFE, 0xFF) { return (.utf16BigEndian, 2) }
        if begins(0x84, 0x31, 0x95, 0x33) { return (.gb18030, 4) }
        return nil
    }
}

extension ReadFailure {
    fileprivate static func utf32(_ name: String) -> ReadFailure {
        ReadFailure(
            "is in UTF-32, which is not read: convert it with iconv -f \(name) -t UTF-8",
            zh: "是 UTF-32，不能读：请用 iconv -f \(name) -t UTF-8 转换")
    }
}
