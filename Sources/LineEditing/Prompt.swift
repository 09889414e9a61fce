/// A prompt as libedit wants it: colour escapes marked as taking no room.
struct Prompt {
    /// Stands around what takes no column.
    static let marker: Unicode.Scalar = "\u{1}"

    /// The prompt with its escapes marked, for libedit.
    let marked: [Unicode.Scalar]
    /// What is seen of it, for computing places.
    let visible: [Unicode.Scalar]

    /// Takes `ESC [ … letter` for an escape; other controls are dropped.
    init(_ text: String) {
        var marked: [Unicode.Scalar] = []
        var visible: [Unicode.Scalar] = []
        var scalars = text.unicodeScalars[...]
        var pending: [Unicode.Scalar] = []
        while let scalar = scalars.popFirst() {
            if scalar == "\u{1B}" {
                pending += [scalar] + Prompt.sequence(&scalars)
            } else if scalar.value >= 0x20, systemColumns(scalar) > 0 {
                if !pending.isEmpty { marked += [Prompt.marker] + pending + [Prompt.marker] }
                pending = []
                marked.append(scalar)
                visible.append(scalar)
            }
        }
        Prompt.attach(pending, to: &marked)
        self.marked = marked
        self.visible = visible
    }

    /// libedit loses an escape that no visible character follows: the last character goes behind it.
    private static func attach(_ trailing: [Unicode.Scalar], to marked: inout [Unicode.Scalar]) {
        guard !trailing.isEmpty, let last = marked.popLast() else { return }
        // Nor does it take two marked stretches in a row.
        if marked.last == marker { marked.removeLast() } else { marked.append(marker) }
        marked += trailing + [marker, last]
    }

    private static func sequence(_ scalars: inout Substring.UnicodeScalarView) -> [Unicode.Scalar] {
        var taken: [Unicode.Scalar] = []
        while let scalar = scalars.popFirst() {
            taken.append(scalar)
            if taken.count > 1 || scalar != "[", (0x40...0x7E).contains(scalar.value) { break }
        }
        return taken
    }
}
