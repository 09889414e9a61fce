import SourceText

/// What can be typed in a lesson besides queries.
enum TeachWord: CaseIterable {
    case hint, answer, skip, back, again, score, leave, words

    /// How it is typed, in both languages.
    var spellings: [String] {
        switch self {
        case .hint: ["hint", "提示"]
        case .answer: ["answer", "答案"]
        case .skip: ["skip", "跳过"]
        case .back: ["back", "返回"]
        case .again: ["again", "重读"]
        case .score: ["score", "成绩"]
        case .leave: ["leave", "离开", "quit", "exit", "退出"]
        case .words: ["?", "？"]
        }
    }

    /// What it does.
    var meaning: LocalizedText {
        switch self {
        case .hint: LocalizedText("a hint; again, and it says more", zh: "给一点提示，再输入则说得更多")
        case .answer: LocalizedText("the lesson's query and what it gives", zh: "课文的查询及其结果")
        case .skip: LocalizedText("on without an answer", zh: "不答，往下")
        case .back: LocalizedText("back to the query before", zh: "回到上一处")
        case .again: LocalizedText("the text once more", zh: "再看这段课文")
        case .score: LocalizedText("what is right so far", zh: "到此为止的成绩")
        case .leave: LocalizedText("leave; you come back to this place", zh: "离开，下次从此处继续")
        case .words: LocalizedText("these words", zh: "这张表")
        }
    }

    /// The word that a line is; nil where it is a query.
    init?(_ line: String) {
        let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        guard let found = TeachWord.allCases.first(where: { $0.spellings.contains(word) }) else { return nil }
        self = found
    }
}
