import Documents
import Testing

@Suite struct SentenceTests {
    @Test(arguments: [
        "甲。|乙！|丙？|丁……|戊",
        "他说：“你来了？你好。”|我笑了。",
        "“好！”他说。|“真的？”她问。",
        "“加强和改善党的领导。”|联系上海的实践，我们认识到。",
        "他喊道：“他说‘不行。’”|没有人答话。",
        "「他說『不行。』」|沒有人答話。",
        "读《谁之罪？》一书。|又读《往何处去！》。",
        "他引《论语》“学而时习之。”|又引《孟子》。",
        "来了（他是上海人。）又走了。|再来。",
        "落实到群众中去。|（作者系上海市委副书记）",
        "前一句。|（这里说明一下。说完了。）|后一句。",
        "真的吗？！|不……。|好！！！|完",
        "怎么……|我不知道。",
        "从…入手，抓好。",
        "左“没有闭合。|右边照常。|完",
        "右边多余”。|完。”|又",
        "“甲。|“乙。”|丙",
        "《甲“乙》丙。|丁",
        "甲。　|乙。",
        "Mr. Smith came! Really? 是的。|好",
        "“。”",
        "。",
    ])
    func sentencesEndWhereTheRuleSays(marked: String) {
        let expected = marked.split(separator: "|").map(String.init)
        let text = Text(copying: expected.joined().utf8)
        #expect(sentences(of: Span(0, text.count), in: text).map(text.string) == expected)
    }

    @Test func anEmptyParagraphHasNoSentence() {
        #expect(sentences(of: Span(0, 0), in: Text(copying: [])).isEmpty)
    }

    @Test func sentencesJoinToTheirParagraphWhateverTheBytes() {
        var random = Seeded(state: 3)
        let pieces = ["。", "！", "？", "…", "“", "”", "‘", "’", "「", "」", "《", "》", "（", "）", "文", "a", " ", "　"]
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1..<40, using: &random) { bytes += Array((pieces.randomElement(using: &random) ?? "").utf8) }
            if Bool.random(using: &random) { bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random)) }
            let text = Text(copying: bytes)
            expectJoined(sentences(of: Span(0, bytes.count), in: text), Span(0, bytes.count))
        }
    }

    @Test func deepNestingIsLinearAndSafe() {
        let text = Text(copying: (String(repeating: "（“", count: 100_000) + "。" + String(repeating: "”）", count: 100_000)).utf8)
        #expect(sentences(of: Span(0, text.count), in: text).count == 1)
    }
}

/// Expects that `spans` are not empty and together are `whole`.
func expectJoined(_ spans: [Span], _ whole: Span) {
    #expect(spans.allSatisfy { !$0.isEmpty })
    #expect(spans.first?.start ?? whole.start == whole.start)
    #expect(spans.last?.end ?? whole.end == whole.end)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end == $1.start })
}
