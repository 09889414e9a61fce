/// A value of JSON, read whole. Numbers stay as they are written.
indirect enum JSONTree: Hashable {
    case null
    case truth(Bool)
    case number(String)
    case text(String)
    case array([JSONTree])
    case object([String: JSONTree])

    /// The value that a text is; nil for what is no JSON, and for what is nested more than 200 deep.
    init?(_ text: String) {
        var reader = JSONTreeReader(text)
        guard let value = reader.document() else { return nil }
        self = value
    }

    /// A member of an object; nil where there is none.
    subscript(key: String) -> JSONTree? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The text that it is; nil for other values.
    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The values of an array; none for other values.
    var elements: [JSONTree] {
        if case .array(let values) = self { values } else { [] }
    }

    /// Whether it is `true`.
    var isTrue: Bool { self == .truth(true) }
}

private struct JSONTreeReader {
    private var rest: Substring.UnicodeScalarView
    private var depth = 0

    init(_ text: String) { rest = text[...].unicodeScalars }

    mutating func document() -> JSONTree? {
        let tree = value()
        skipBlanks()
        return rest.isEmpty ? tree : nil
    }

    private mutating func value() -> JSONTree? {
        skipBlanks()
        switch rest.first {
        case "\"": return string().map { .text($0) }
        case "[": return nested { $0.array() }
        case "{": return nested { $0.object() }
        case _: return word()
        }
    }

    private mutating func nested(_ read: (inout JSONTreeReader) -> JSONTree?) -> JSONTree? {
        guard depth < 200 else { return nil }
        depth += 1
        defer { depth -= 1 }
        rest.removeFirst()
        return read(&self)
    }

    private mutating func array() -> JSONTree? {
        var values: [JSONTree] = []
        if take("]") { return .array(values) }
        repeat {
            guard let value = value() else { return nil }
            values.append(value)
        } while take(",")
        return take("]") ? .array(values) : nil
    }

    private mutating func object() -> JSONTree? {
        var members: [String: JSONTree] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard let key = string(), take(":"), let value = value() else { return nil }
            members[key] = value
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func word() -> JSONTree? {
        let word = String(rest.prefix { !",]} \t\r\n".unicodeScalars.contains($0) })
        rest = rest.dropFirst(word.unicodeScalars.count)
        switch word {
        case "true": return .truth(true)
        case "false": return .truth(false)
        case "null": return .null
        case _: return Double(word).map { _ in .number(word) }
        }
    }

    private mutating func skipBlanks() { rest = rest.drop { " \t\r\n".unicodeScalars.contains($0) } }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == mark else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func string() -> String? {
        guard rest.first == "\"" else { return nil }
        rest.removeFirst()
        var units: [UInt16] = []
        while let next = rest.popFirst() {
            if next == "\"" { return String(decoding: units, as: UTF16.self) }
            if next != "\\" {
                units += Array(String(next).utf16)
            } else if let unit = escaped() {
                units.append(unit)
            } else {
                return nil
            }
        }
        return nil
    }

    private mutating func escaped() -> UInt16? {
        switch rest.popFirst() {
        case "n": return 10
        case "t": return 9
        case "r": return 13
        case "b": return 8
        case "f": return 12
        case "u":
            let digits = String(rest.prefix(4))
            rest = rest.dropFirst(4)
            return digits.unicodeScalars.count == 4 ? UInt16(digits, radix: 16) : nil
        case let mark? where "\"\\/".unicodeScalars.contains(mark): return UInt16(mark.value)
        case _: return nil
        }
    }
}
