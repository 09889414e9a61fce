import DocumentFormats
import Documents
import Glibc
import Testing

/// A folder to check the join invariant on.
private let documents = (getenv("WEN_DOCUMENTS") ?? getenv("WEN_LAWS")).map { String(cString: $0) }

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
        "你看过《怎么办？》吗？|看过《前进！前进！》。",
        "〈谁来了？〉是一支歌。|完",
        "等一等......|他说。",
        "从...入手，抓好。|完",
        "慢慢地⋯⋯|走了",
        "产量是3.5吨。|价格是３．５元。|网址是www.example.com。|完",
        "他走了.|我也走了.|完",
        "完了．|又开始了．",
        "一．总论在此。|甲．分论在此。|1.细目。",
        "你来吗?|来!|走吧",
        "他说(声音很低。)没有。|(这里说明一下。)|完",
        "他注〔原文如此。〕又说【按：不确。】完了。|后",
        "“他说‘走吧！’我没有动。”|后来呢？”",
        "寨圪?供销社的?营业额增加了。|你来不来? |好",
        "“为什么？”他问，“不是说好了吗？”没有人答。|后来他走了。",
        "“走！”“去哪里？”“不知道。”|三个人都笑了。",
        "秦川雄帝宅，函谷壮皇居。|绮殿千寻起，离宫百雉余。",
        "一、提高质量；",
        "（一）提高质量；（二）降低消耗；（三）保证安全。|完",
        "他引了《史记》：“桃李不言，下自成蹊。”|又说：「不然。」|",
        "第一段没有闭合“甲。|乙。",
        "真的！！！？？？|好",
        "（甲。（乙。）丙。）|丁。",
        "决口数处）。|又来",
        "十八。|（二十。）|完",
    ])
    func sentencesEndWhereTheRuleSays(marked: String) {
        let expected = marked.split(separator: "|", omittingEmptySubsequences: true).map(String.init)
        let text = Text(copying: expected.joined().utf8)
        #expect(sentences(of: Span(0, text.count), in: text).map(text.string) == expected)
    }

    @Test func anEmptyParagraphHasNoSentence() {
        #expect(sentences(of: Span(0, 0), in: Text(copying: [])).isEmpty)
    }

    @Test func sentencesJoinToTheirParagraphWhateverTheBytes() {
        var random = Seeded(state: 3)
        let pieces = [
            "。", "！", "？", "…", "“", "”", "‘", "’", "「", "」", "『", "』", "《", "》", "〈", "〉", "（", "）", "【", "】", "〔", "〕", "(", ")",
            ".", "...", "......", "．", "!", "?", "⋯", "；", "一", "文", "a", "5", "５", " ", "　", "\u{200B}", "\0", "𠮷",
        ]
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1..<40, using: &random) { bytes += Array((pieces.randomElement(using: &random) ?? "").utf8) }
            if Bool.random(using: &random) { bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random)) }
            let text = Text(copying: bytes)
            expectJoined(sentences(of: Span(0, bytes.count), in: text), Span(0, bytes.count))
        }
    }

    /// The join invariant on every paragraph of a folder: `WEN_DOCUMENTS` or `WEN_LAWS` names it.
    @Test(.enabled(if: documents != nil, "set WEN_DOCUMENTS to a folder"))
    func sentencesJoinToTheirParagraphInEveryFileGiven() {
        var paragraphs = 0
        for shard in ArchiveReader().open([documents ?? ""]).shards {
            var splitter = SentenceSplitter()
            var spans: ContiguousArray<Span> = []
            for index in 0..<shard.paragraphs.count {
                spans.removeAll(keepingCapacity: true)
                splitter.append(sentencesOf: shard.paragraphs[index], in: shard.text, to: &spans)
                paragraphs += 1
                var end = shard.paragraphs[index].start
                for span in spans {
                    guard span.start == end, !span.isEmpty else { break }
                    end = span.end
                }
                if end != shard.paragraphs[index].end { Issue.record("\(shard.file.name), byte \(shard.paragraphs[index].start)") }
            }
        }
        print("the sentences of \(paragraphs) paragraphs join")
    }

    @Test func aParagraphOfSixHundredThousandCharactersIsSplit() {
        let sentence = "他说：“今天来了（昨天没有来）。”我们读了《怎么办？》，又走了……"
        let text = Text(copying: String(repeating: sentence, count: 20_000).utf8)
        let spans = sentences(of: Span(0, text.count), in: text)
        #expect(text.scalarCount(Span(0, text.count)) >= 600_000)
        #expect(spans.count == 40_000)
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
