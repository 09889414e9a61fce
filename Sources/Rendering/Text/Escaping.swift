/// How text is made harmless in one kind of output: which scalars are replaced, beside the harmful ones, and by what.
struct Escaping: Sendable {
    /// For each byte: copied as it is, an ASCII scalar that is replaced, or a byte that may begin a harmful scalar.
    private let table: [UInt8]
    private let replacement: @Sendable (UInt32) -> String

    private static let copied: UInt8 = 0
    private static let replaced: UInt8 = 1
    private static let suspect: UInt8 = 2

    /// Replaces harmful scalars and those ASCII ones of `special`, except those of `kept`.
    init(special: String = "", kept: String = "", replacement: @escaping @Sendable (UInt32) -> String) {
        var table = [UInt8](repeating: Escaping.copied, count: 256)
        for control in 0..<0x20 { table[control] = Escaping.replaced }
        table[0x7F] = Escaping.replaced
        for lead in [0xC2, 0xD8, 0xE2, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4] { table[lead] = Escaping.suspect }
        for byte in special.utf8 { table[Int(byte)] = Escaping.replaced }
        for byte in kept.utf8 { table[Int(byte)] = Escaping.copied }
        self.table = table
        self.replacement = replacement
    }

    /// One line whatever the text: tabs and line ends become blanks, other controls pictures.
    static let oneLine = Escaping { value in
        value == 0x09 || value == 0x0A ? " " : picture(value)
    }

    /// Appends `source` to `output`, copying whole runs of what needs no change.
    func write(_ source: UnsafeRawBufferPointer, to output: inout Output) {
        table.withUnsafeBufferPointer { table in
            var copiedTo = 0
            var index = 0
            while index < source.count {
                let kind = table[Int(source[index])]
                guard kind != Escaping.copied, let found = harmful(kind, source, at: index) else {
                    index += 1
                    continue
                }
                output.write(UnsafeRawBufferPointer(rebasing: source[copiedTo..<index]))
                output.write(replacement(found.value))
                index += found.length
                copiedTo = index
            }
            output.write(UnsafeRawBufferPointer(rebasing: source[copiedTo..<index]))
        }
    }

    /// Appends `text` to `output`.
    func write(_ text: String, to output: inout Output) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0), to: &output) }
    }

    @inline(__always)
    private func harmful(_ kind: UInt8, _ source: UnsafeRawBufferPointer, at index: Int) -> (value: UInt32, length: Int)? {
        if kind == Escaping.replaced { return (UInt32(source[index]), 1) }
        // Full-width punctuation, U+FF0C and the like, is common in Chinese and begins with the bytes EF BC.
        if source[index] == 0xEF, index + 1 < source.count, source[index + 1] == 0xBC { return nil }
        guard let (scalar, length) = decodeScalar(source, at: index), isHarmful(scalar.value) else { return nil }
        return (scalar.value, length)
    }
}
