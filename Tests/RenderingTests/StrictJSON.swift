/// A value of JSON. Objects keep the order of their keys.
indirect enum JSON: Equatable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    struct Member: Equatable {
        let key: String
        let value: JSON
    }

    subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.key)
    }

    var integers: [Int] {
        guard case .array(let values) = self else { return [] }
        return values.compactMap { if case .number(let digits) = $0 { Int(digits) } else { nil } }
    }

    var elements: [JSON] {
        guard case .array(let values) = self else { return [] }
        return values
    }
}

/// A parser of RFC 8259 and nothing more.
struct StrictJSON {
    struct Malformed: Error { let offset: Int }

    private let bytes: [UInt8]
    private var index = 0

    static func parse(_ text: String) throws -> JSON {
        var parser = StrictJSON(bytes: Array(text.utf8))
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.index == parser.bytes.count else { throw Malformed(offset: parser.index) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
    }

    private mutating func take(_ text: StaticString) throws {
        for byte in text.description.utf8 {
            guard next == byte else { throw Malformed(offset: index) }
            index += 1
        }
    }

    private mutating func value() throws -> JSON {
        skipBlanks()
        switch next {
        case UInt8(ascii: "n"): try take("null"); return .null
        case UInt8(ascii: "t"): try take("true"); return .boolean(true)
        case UInt8(ascii: "f"): try take("false"); return .boolean(false)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "["): return .array(try list(end: UInt8(ascii: "]")) { try $0.value() })
        case UInt8(ascii: "{"): return .object(try list(end: UInt8(ascii: "}")) { try $0.member() })
        default: return .number(try number())
        }
    }

    private mutating func list<Item>(end: UInt8, _ item: (inout StrictJSON) throws -> Item) throws -> [Item] {
        index += 1
        var items: [Item] = []
        skipBlanks()
        if next == end { index += 1; return items }
        while true {
            items.append(try item(&self))
            skipBlanks()
            if next == end { index += 1; return items }
            try take(",")
        }
    }

    private mutating func member() throws -> JSON.Member {
        skipBlanks()
        let key = try string()
        skipBlanks()
        try take(":")
        return JSON.Member(key: key, value: try value())
    }

    private mutating func number() throws -> String {
        let start = index
        if next == UInt8(ascii: "-") { index += 1 }
        let first = index
        digits()
        guard index > first, index == first + 1 || bytes[first] != UInt8(ascii: "0") else { throw Malformed(offset: first) }
        if next == UInt8(ascii: ".") {
            index += 1
            let point = index
            digits()
            guard index > point else { throw Malformed(offset: point) }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            let exponent = index
            digits()
            guard index > exponent else { throw Malformed(offset: exponent) }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() {
        while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    }

    private mutating func string() throws -> String {
        try take("\"")
        var units: [UInt16] = []
        var plain = index
        func flushed(_ end: Int) -> [UInt16] { Array(String(decoding: bytes[plain..<end], as: UTF8.self).utf16) }
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw Malformed(offset: index) }
            guard byte == UInt8(ascii: "\\") else { index += 1; continue }
            units += flushed(index)
            units.append(try escape())
            plain = index
        }
        units += flushed(index)
        try take("\"")
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func escape() throws -> UInt16 {
        index += 1
        guard let mark = next else { throw Malformed(offset: index) }
        index += 1
        let simple: [UInt8: UInt16] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
        ]
        if let unit = simple[mark] { return unit }
        guard mark == UInt8(ascii: "u"), index + 4 <= bytes.count else { throw Malformed(offset: index) }
        let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
        guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { throw Malformed(offset: index) }
        index += 4
        return unit
    }
}
