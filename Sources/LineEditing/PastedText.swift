/// Text from outside the keyboard made fit for a line: pasted, recalled, or from a file.
enum PastedText {
    /// Line ends become `\n`, those at the end go, tabs become blanks; escape sequences and other controls go, and so do
    /// byte order marks, which nobody can see to delete.
    static func cleaned(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\r":
                if scalars.first == "\n" { scalars.removeFirst() }
                cleaned.append("\n")
            case "\n": cleaned.append("\n")
            case "\t": cleaned.append(" ")
            case "\u{1B}": dropSequence(&scalars)
            case "\u{FEFF}", "\u{2028}", "\u{2029}": continue
            case _ where scalar.properties.generalCategory == .control: continue
            case _: cleaned.append(scalar)
            }
        }
        while cleaned.last == "\n" { cleaned.removeLast() }
        return String(cleaned)
    }

    /// Drops what follows an escape as far as it belongs to a control sequence: `[`, parameters, a final byte.
    private static func dropSequence(_ scalars: inout Substring.UnicodeScalarView) {
        guard scalars.first == "[" else { return }
        scalars.removeFirst()
        while let scalar = scalars.first, (0x20...0x3F).contains(scalar.value) { scalars.removeFirst() }
        if let final = scalars.first, (0x40...0x7E).contains(final.value) { scalars.removeFirst() }
    }
}
