/// A value of a JSON object that holds no others.
enum FlatJSONValue: Hashable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case null
}

/// Reads a line that is a JSON object of texts, whole numbers, truth values and nulls; nil for anything else.
func flatJSONObject(_ line: String) -> [String: FlatJSONValue]? {
    var reader = FlatJSONReader(line)
    return reader.object()
}

private struct FlatJSONReader {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = text[...].unicodeScalars }

    mutating func object() -> [String: FlatJSONValue]? {
        guard take("{") else { return nil }
        var members: [String: FlatJSONValue] = [:]
        if !take("}") {
            repeat {
                skipBlanks()
                guard let key = string(), take(":"), let value = value() else { return nil }
                members[key] = value
            } while take(",")
            guard take("}") else { return nil }
        }
        skipBlanks()
        return rest.isEmpty ? members : nil
    }

    private mutating func skipBlanks() { rest = rest.drop { " \t\r".unicodeScalars.contains($0) } }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == mark else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func value() -> FlatJSONValue? {
        skipBlanks()
        if rest.first == "\"" { return string().map { .text($0) } }
        let word = String(rest.prefix { !",} \t\r".unicodeScalars.contains($0) })
        rest = rest.dropFirst(word.unicodeScalars.count)
        switch word {
        case "true": return .truth(true)
        case "false": return .truth(false)
        case "null": return .null
        case _: return Int(word).map { .number($0) }
        }
    }

    private mutating func string() -> String? {
        guard rest.first == "\"" else { return nil }
        rest.removeFirst()
        var text = String.UnicodeScalarView()
        while let next = rest.popFirst() {
            if next == "\"" { return String(text) }
            guard let scalar = next == "\\" ? escaped() : next else { return nil }
            text.append(scalar)
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case "n": "\n"
        case "t": "\t"
        case "r": "\r"
        case "b": "\u{8}"
        case "f": "\u{C}"
        case "u": unicodeEscape()
        case let mark? where "\"\\/".unicodeScalars.contains(mark): mark
        case _: nil
        }
    }

    /// Four digits, or for a scalar beyond the first plane two times four.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let first = fourDigits() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard rest.popFirst() == "\\", rest.popFirst() == "u", let second = fourDigits(), (0xDC00..<0xE000).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
        return UInt32(String(digits), radix: 16)
    }
}
