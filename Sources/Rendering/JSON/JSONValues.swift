import Documents

extension Escaping {
    /// The inside of a JSON string; harmful scalars as `\u` escapes, those beyond the first plane as two.
    static let json = Escaping(special: "\"\\") { value in
        switch value {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        default: utf16Escape(value)
        }
    }

    private static func utf16Escape(_ value: UInt32) -> String {
        guard value > 0xFFFF else { return "\\u" + hexadecimal(value) }
        let rest = value - 0x10000
        return "\\u" + hexadecimal(0xD800 + rest >> 10) + "\\u" + hexadecimal(0xDC00 + rest & 0x3FF)
    }
}

extension Output {
    /// A JSON string.
    mutating func writeJSON(_ text: String) {
        write(UInt8(ascii: "\""))
        Escaping.json.write(text, to: &self)
        write(UInt8(ascii: "\""))
    }

    /// A JSON string, or null.
    mutating func writeJSON(_ text: String?) {
        if let text { writeJSON(text) } else { write("null") }
    }

    /// A JSON string of the bytes `pieces`, joined by newlines; ill-formed ones become U+FFFD.
    mutating func writeJSON(_ text: Text, _ pieces: [Span]) {
        write(UInt8(ascii: "\""))
        for (index, span) in pieces.enumerated() {
            if index > 0 { write("\\n") }
            Escaping.json.write(text.bytes(span), to: &self)
        }
        write(UInt8(ascii: "\""))
    }

    /// A cell: text and dates as strings, numbers and booleans as such, nothing (and what is no finite number) as null.
    mutating func writeJSON(_ cell: Cell) {
        switch cell {
        case .empty: write("null")
        case .text(let text): writeJSON(text)
        case .integer(let number): write("\(number)")
        case .decimal(let number): write(number.isFinite ? "\(number)" : "null")
        case .date(let date): writeJSON(date.description)
        case .boolean(let truth): write(truth ? "true" : "false")
        }
    }

    /// `"key":`, with a comma before it unless it is the first.
    mutating func writeJSON(key: String, isFirst: Bool = false) {
        if !isFirst { write(UInt8(ascii: ",")) }
        writeJSON(key)
        write(UInt8(ascii: ":"))
    }
}

extension Text {
    /// The bytes of a span, cut to the text.
    func bytes(_ span: Span) -> UnsafeRawBufferPointer {
        let end = min(Int(span.end), count)
        return UnsafeRawBufferPointer(rebasing: bytes[min(Int(span.start), end)..<end])
    }
}
