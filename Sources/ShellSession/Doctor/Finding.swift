import SourceText

/// What was looked at, what was found, and what could be done about it.
struct Finding {
    enum State {
        case sound, note, bad

        var name: LocalizedText {
            switch self {
            case .sound: LocalizedText("ok", zh: "好")
            case .note: LocalizedText("note", zh: "注意")
            case .bad: LocalizedText("bad", zh: "有误")
            }
        }
    }

    let state: State
    let subject: LocalizedText
    let found: LocalizedText
    /// What to do; nil where nothing is to be done.
    let advice: LocalizedText?

    init(_ state: State, _ subject: LocalizedText, _ found: LocalizedText, advice: LocalizedText? = nil) {
        self.state = state
        self.subject = subject
        self.found = found
        self.advice = advice
    }

    /// `note  history: …`, and the advice on a line of its own.
    var lines: [LocalizedText] {
        let state = state.name
        let first = LocalizedText(
            "\(state.english)\(String(repeating: " ", count: 6 - state.english.utf8.count))\(subject.english): \(found.english)",
            zh:
                "\(state.chinese)\(String(repeating: "　", count: 3 - state.chinese.unicodeScalars.count))\(subject.chinese)：\(found.chinese)"
        )
        guard let advice else { return [first] }
        return [first, LocalizedText("      → \(advice.english)", zh: "　　　→ \(advice.chinese)")]
    }
}
