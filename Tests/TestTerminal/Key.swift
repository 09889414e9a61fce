/// Keys as a terminal sends them.
enum Key {
    static let left = "\u{1B}[D"
    static let right = "\u{1B}[C"
    static let up = "\u{1B}[A"
    static let down = "\u{1B}[B"
    static let home = "\u{1B}[H"
    static let end = "\u{1B}[F"
    static let delete = "\u{1B}[3~"
    static let wordLeft = "\u{1B}[1;5D"
    static let backspace = "\u{7F}"
    static let enter = "\r"
    static let tab = "\t"
    static let interrupt = "\u{3}"
    static let endOfInput = "\u{4}"
    static let search = "\u{12}"

    static func paste(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }
}
