import Documents

// Who says a quotation: the subject of the last verb of saying before it, in the same sentence.

private let sayingVerbs = [
    "明确指出", "强调指出", "指出", "强调", "说过", "说道", "说", "认为", "表示", "提出", "要求", "写道", "讲过", "讲道", "讲", "谈到", "宣布",
    "声明", "告诉", "回答", "答道", "问道", "称", "道", "题词", "号召", "重申",
]

/// What may stand between the subject and the verb.
private let adverbs = [
    "最近", "今天", "昨天", "日前", "近日", "曾经", "曾", "又", "还", "也", "一再", "多次", "反复", "再三", "深刻", "明确", "特别", "着重", "同时", "就",
    "都", "已", "已经", "接着", "当时", "一贯", "郑重", "激动地", "高兴地", "严肃地", "热情地", "风趣地", "常", "常常", "经常", "在会上", "在讲话中",
    "在报告中",
]

/// The speaker of a quotation that begins at `quote.start` in a paragraph, or nil where the text names none.
func speaker(of quote: Span, in paragraph: Span, _ text: Text) -> String? {
    let before = text.string(Span(paragraph.start, quote.start))
    guard before.last.map({ "，：:,".contains($0) }) == true else { return nil }
    // Only the sentence of the quotation: behind the last full stop.
    let sentence = before.split { "。！？；".contains($0) }.last.map(String.init) ?? ""
    let clauses = sentence.split { "，：:,".contains($0) }.map(String.init)
    for clause in clauses.reversed() {
        if let subject = subject(of: clause) { return subject }
    }
    return nil
}

/// 江泽民总书记最近指出 → 江泽民总书记. The verb ends the clause, perhaps with a particle behind it.
private func subject(of clause: String) -> String? {
    var rest = clause.trimmingBlanks()
    for particle in ["过", "了", "道"] where rest.hasSuffix(particle) && rest.count > 2 {
        let shorter = String(rest.dropLast())
        if sayingVerbs.contains(where: shorter.hasSuffix) { rest = shorter }
    }
    guard let verb = sayingVerbs.first(where: rest.hasSuffix) else { return nil }
    rest.removeLast(verb.count)
    var isTrimmed = true
    while isTrimmed {
        isTrimmed = false
        for adverb in adverbs where rest.hasSuffix(adverb) && rest.count > adverb.count {
            rest.removeLast(adverb.count)
            isTrimmed = true
        }
    }
    // Behind an opening remark only the last part is the subject; a long stretch is a sentence, not a name.
    let name = rest.trimmingBlanks()
    return name.isEmpty || name.count > 20 ? nil : name
}

extension String {
    func trimmingBlanks() -> String {
        var view = unicodeScalars[...]
        while let first = view.first, first.properties.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.properties.isWhitespace { view = view.dropLast() }
        return String(view)
    }
}
