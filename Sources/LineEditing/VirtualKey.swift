/// Keys the editor's own input makes out of byte sequences, as C1 controls: nothing typed gives these, and libedit looks
/// up single characters below 256 only.
enum VirtualKey: UInt32, CaseIterable {
    case paste = 0x81
    case up, down, right, left, home, end, delete, wordRight, wordLeft, help
    /// A key that took what was suggested, or its next word.
    case takeAll, takeWord

    /// The sequences terminals send for it; the table that decodes and the bindings are both made from these.
    var sequences: [String] {
        switch self {
        case .paste: ["\u{1B}[200~"]
        case .up: ["\u{1B}[A", "\u{1B}OA"]
        case .down: ["\u{1B}[B", "\u{1B}OB"]
        case .right: ["\u{1B}[C", "\u{1B}OC"]
        case .left: ["\u{1B}[D", "\u{1B}OD"]
        case .home: ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"]
        case .end: ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"]
        case .delete: ["\u{1B}[3~"]
        case .wordRight: ["\u{1B}[1;5C", "\u{1B}[1;3C", "\u{1B}[5C", "\u{1B}Oc"]
        case .wordLeft: ["\u{1B}[1;5D", "\u{1B}[1;3D", "\u{1B}[5D", "\u{1B}Od"]
        case .help: ["\u{1B}OP", "\u{1B}[11~", "\u{1B}[[A"]
        case .takeAll, .takeWord: []
        }
    }

    /// The editing command it calls.
    var command: String {
        switch self {
        case .paste: "wen-paste"
        case .up: "wen-up"
        case .down: "wen-down"
        case .right: "ed-next-char"
        case .left: "ed-prev-char"
        case .home: "ed-move-to-beg"
        case .end: "ed-move-to-end"
        case .delete: "wen-delete"
        case .wordRight: "em-next-word"
        case .wordLeft: "ed-prev-word"
        case .help: "wen-help"
        case .takeAll, .takeWord: "wen-take"
        }
    }
}
