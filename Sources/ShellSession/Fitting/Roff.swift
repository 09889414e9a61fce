import SourceText

/// A manual page being written, in the macros of man(7). Whatever is given is shown as it stands.
struct Roff {
    private(set) var text: String
    let language: Language

    /// A page of a section; its foot names the program's version.
    init(_ title: String, section: Int, _ language: Language) {
        self.language = language
        text = ".\\\" Written by wen reference from the declarations; edit those.\n"
        text += ".TH \(title) \(section) \"\" \"wen \(version)\"\n.nh\n.ad l\n"
    }

    /// A heading.
    mutating func section(_ english: String, zh chinese: String) { macro("SH", LocalizedText(english, zh: chinese)(language)) }

    /// A heading of the second level.
    mutating func subsection(_ title: String) { macro("SS", title) }

    /// A paragraph.
    mutating func paragraph(_ english: String, zh chinese: String) {
        text += ".PP\n"
        line(LocalizedText(english, zh: chinese)(language))
    }

    /// A paragraph whose font changes by pieces.
    mutating func paragraph(_ pieces: [Piece]) {
        text += ".PP\n"
        line(pieces)
    }

    /// What is explained, and its explanation.
    mutating func item(_ tag: [Piece], _ body: String) {
        text += ".TP\n"
        line(tag)
        line(body)
    }

    /// More of the item before.
    mutating func continued(_ body: String) {
        text += ".br\n"
        line(body)
    }

    /// Lines as they are typed.
    mutating func example(_ lines: [String]) {
        text += ".PP\n.RS 4\n.nf\n"
        for one in lines { line(one) }
        text += ".fi\n.RE\n"
    }

    /// A stretch in one font.
    enum Piece {
        case plain(String), bold(String), italic(String)
    }

    private mutating func line(_ pieces: [Piece]) {
        let written = pieces.map { piece in
            switch piece {
            case .plain(let text): Roff.escaped(text)
            case .bold(let text): "\\fB" + Roff.escaped(text) + "\\fR"
            case .italic(let text): "\\fI" + Roff.escaped(text) + "\\fR"
            }
        }
        text += "\\&" + written.joined() + "\n"
    }

    private mutating func line(_ body: String) {
        for one in body.split(separator: "\n", omittingEmptySubsequences: false) { line([.plain(String(one))]) }
    }

    private mutating func macro(_ name: String, _ title: String) {
        text += ".\(name) \"\(Roff.escaped(title))\"\n"
    }

    /// Marks that roff would take for its own, or draw as typographic ones.
    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\e"
            case "-": "\\-"
            case "'": "\\(aq"
            case "\"": "\\(dq"
            case "`": "\\(ga"
            case "^": "\\(ha"
            case "~": "\\(ti"
            case _: String(character)
            }
        }.joined()
    }
}
