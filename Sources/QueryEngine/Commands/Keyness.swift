import Documents
import PatternMatching
import QueryLanguage
import SourceText
import Statistics
import StringAnalysis

private let keynessColumns = [
    Column("string", zh: "串", .text), Column("count", zh: "次数", .number), Column("reference", zh: "对照", .number),
    Column("log-likelihood", zh: "对数似然", .number), Column("log-ratio", zh: "对数比", .number),
    Column("articles", zh: "篇数", .number), Column("reference-articles", zh: "对照篇数", .number),
]

let keynessCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("keyness", zh: "关键"), shape: .values,
        positional: [
            Parameter(
                BilingualName("(PIPELINE)", zh: "(管道)"), .pipeline, required: true,
                LocalizedText("the reference: what is compared with", zh: "对照：与何者相比"))
        ],
        named: [
            Parameter(
                BilingualName("n", zh: "字数"), .integer(1...20), default: "2",
                LocalizedText("the length of the strings that are compared", zh: "所比之串的字数")),
            Parameter(
                BilingualName("terms", zh: "词语"), .text, repeated: true,
                LocalizedText("phrases to compare instead of all strings", zh: "只比这些说法，不比所有的串")),
            minimumParameter,
        ],
        accepts: FlowKind.textUnits, gives: LocalizedText("a table", zh: "表"),
        output: { _, _ in .table(keynessColumns, hasRegions: true) },
        summary: LocalizedText("what sets one selection apart from another", zh: "一部分文字较另一部分多说什么、少说什么"),
        explanation: LocalizedText(
            "Compares the frequencies of all strings of n characters, or of terms=, in what comes in with those in the reference, each out of the characters of its own side. Log-likelihood (Rayson and Garside 2000) says how surely they differ: 3.84 at 5 %, 10.83 at 0.1 %; it is negative where the reference has more. Log ratio (Hardie 2014) says by how much: 1 is twice as often. The surest difference comes first, in either direction; strings with fewer than min= occurrences on both sides together are left out. articles is the range: how many have it.",
            zh:
                "比较两边文字中各 n 字串（或 词语=）的频率，各以本边字数为分母。对数似然（Rayson 与 Garside 2000）示差异之确：3.84 为 5 %，10.83 为 0.1 %；对照一边多者为负。对数比（Hardie 2014）示差异之大：1 即两倍。不拘方向，最确者在前；两边合计不足 至少= 次者不列。篇数即有此串的文章数。"
        ),
        examples: [
            Example(
                "section 新的任务 | keyness (section 新的探索) terms=党员 | select string, count, reference, log-likelihood, log-ratio",
                gives: "string\tcount\treference\tlog-likelihood\tlog-ratio\n党员\t9\t1\t6.8228\t3.0707"),
            Example(
                "section 新的任务 | keyness (section 新的探索) | head 3 | select string, count, reference, log-likelihood",
                gives: "string\tcount\treference\tlog-likelihood\n教育\t6\t0\t7.9121\n建工\t2\t11\t-7.4939\n党员\t9\t1\t6.8228"),
        ])
) { invocation in
    guard let plan = invocation.arguments.plan else { return .result(.nothing) }
    let reference = try invocation.replacing(input: invocation.run(plan))
    guard case .units = reference.input else { return .result(.nothing) }
    var sides = ComparedText()
    let own = try gathered(invocation, into: &sides)
    let other = try gathered(reference, into: &sides)
    try requireText(own, other, invocation)
    let terms = (invocation.arguments.named["terms"] ?? []).compactMap { if case .text(let term) = $0 { term } else { nil } }
    let compared =
        terms.isEmpty ? try sides.strings(invocation) : terms.map { sides.term($0, invocation) }
    let minimum = terms.isEmpty ? invocation.arguments.integer("min") ?? 2 : 0
    invocation.context.note(
        LocalizedText("on \(own) and \(other) characters", zh: "两边字数：\(own) 与 \(other)"))
    let rows = compared.filter { $0.count + $0.referenceCount >= minimum }
        .map { ($0, FrequencyComparison(count: $0.count, of: own, against: $0.referenceCount, of: other)) }
        .sorted { a, b in
            let (x, y) = (abs(a.1.logLikelihood), abs(b.1.logLikelihood))
            return x != y ? x > y : (a.0.total, b.0.order) > (b.0.total, a.0.order)
        }
    return lazyTable(rows, keynessColumns, invocation) { compared, frequencies in
        let region = compared.first.map { invocation.region($0, of: sides.text) }
        return TableRow(
            [
                .text(compared.label), .integer(compared.count), .integer(compared.referenceCount),
                .decimal(frequencies.logLikelihood), .decimal(frequencies.logRatio), .integer(compared.articles),
                .integer(compared.referenceArticles),
            ], region: region, hit: region?.span)
    }
}

/// A string with its counts on both sides.
private struct ComparedString {
    let label: String
    let count: Int
    let referenceCount: Int
    let articles: Int
    let referenceArticles: Int
    /// Where it first occurs, its own side first.
    let first: Range<Int>?
    /// What ties are broken by.
    let order: Int
    var total: Int { count + referenceCount }
}

/// Adds the text of one side and gives the number of its characters.
private func gathered(_ invocation: Invocation, into sides: inout ComparedText) throws -> Int {
    let text = try invocation.symbolText()
    sides.add(text)
    // Every character is a symbol, and every piece has one more behind it.
    return text.count - text.pieces.count
}

private func requireText(_ own: Int, _ other: Int, _ invocation: Invocation) throws {
    guard own == 0 || other == 0 else { return }
    let side = own == 0 ? LocalizedText("what comes in", zh: "来文") : LocalizedText("the reference", zh: "对照")
    throw QueryFailure(
        .nothingToCompare, at: invocation.range,
        LocalizedText("\(side.english) has no text to compare", zh: "\(side.chinese)没有文字可比"),
        advice: LocalizedText("look what the pipeline gives: … | count", zh: "先看管道所得：… ｜ 计数"))
}

/// The two sides of a comparison.
private struct ComparedText {
    private(set) var texts: [SymbolText] = []
    /// The text that places of strings are in: the own side's.
    var text: SymbolText { texts[0] }

    mutating func add(_ text: SymbolText) { texts.append(text) }

    /// All strings of n= characters of both sides.
    func strings(_ invocation: Invocation) throws -> [ComparedString] {
        let length = invocation.arguments.integer("n") ?? 2
        let own = try NgramCounts(texts[0], length: length, poll: invocation.polling(.counting))
        let other = try NgramCounts(texts[1], length: length, poll: invocation.polling(.counting))
        var others = Dictionary(
            other.occurring(1).map { (texts[1].string($0.first..<$0.first + length), $0) }, uniquingKeysWith: { first, _ in first })
        var compared = own.occurring(1).map { found in
            let label = texts[0].string(found.first..<found.first + length)
            let match = others.removeValue(forKey: label)
            return ComparedString(
                label: label, count: found.count, referenceCount: match?.count ?? 0, articles: found.range,
                referenceArticles: match?.range ?? 0, first: found.first..<found.first + length, order: found.first)
        }
        compared += others.map { label, found in
            ComparedString(
                label: label, count: 0, referenceCount: found.count, articles: 0, referenceArticles: found.range, first: nil,
                order: texts[0].count + found.first)
        }
        return compared
    }

    /// One phrase, counted without overlaps as everything that is found is.
    func term(_ term: String, _ invocation: Invocation) -> ComparedString {
        let counts = texts.map { text in
            Occurrences(of: text.symbols(of: term), in: text)
        }
        return ComparedString(
            label: term, count: counts[0].places.count, referenceCount: counts[1].places.count, articles: counts[0].articles,
            referenceArticles: counts[1].articles, first: counts[0].places.first, order: 0)
    }
}

/// Where a phrase stands in a symbol text.
private struct Occurrences {
    private(set) var places: [Range<Int>] = []
    private(set) var articles = 0

    init(of phrase: [Symbol], in text: SymbolText) {
        guard let first = phrase.first else { return }
        var last: Int32 = -1
        var index = 0
        while index + phrase.count <= text.count {
            guard text.symbols[index] == first, text.symbols[index..<index + phrase.count].elementsEqual(phrase) else {
                index += 1
                continue
            }
            places.append(index..<index + phrase.count)
            let article = text.pieces[text.piece(at: index)].document
            if article != last { articles += 1 }
            last = article
            index += phrase.count
        }
    }
}
