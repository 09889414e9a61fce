import Documents
import QueryLanguage
import Rendering

/// An article of a hand-built archive; a body part is a heading with its level, or a paragraph.
struct FixtureArticle {
    enum Part {
        case heading(String, level: UInt8)
        case paragraph(String)
    }

    var title: String
    var author = ""
    var date: PartialDate?
    var page: Int32 = -1
    var pageName = ""
    var column = ""
    var body: [Part] = []
}

/// Writes articles in the seed's format and keeps the columns as a reader would.
struct FixtureShard {
    private var bytes: [UInt8] = []
    private var shard = Shard(text: Text(copying: []), file: FileReport(name: ""))
    private var line: UInt32 = 1

    static func shard(_ name: String, _ articles: [FixtureArticle]) -> Shard {
        var builder = FixtureShard()
        for article in articles { builder.add(article) }
        var shard = Shard(text: Text(copying: builder.bytes), file: FileReport(name: name))
        shard.articles = builder.shard.articles
        shard.paragraphs = builder.shard.paragraphs
        shard.sections = builder.shard.sections
        return shard
    }

    private mutating func put(_ text: String) -> Span {
        let start = bytes.count
        bytes += Array(text.utf8)
        return Span(start, bytes.count)
    }

    private mutating func endLine() {
        bytes.append(0x0A)
        line += 1
    }

    private mutating func add(_ source: FixtureArticle) {
        var article = Article()
        article.line = line
        let start = bytes.count
        _ = put("### ")
        article.title = put(source.title)
        endLine()
        article.author = put(source.author)
        endLine()
        article.date = source.date
        _ = put(source.date?.description ?? "")
        endLine()
        article.page = source.page
        _ = put("第\(source.page)版(")
        article.pageName = put(source.pageName)
        _ = put(")")
        endLine()
        _ = put("专栏：")
        article.column = put(source.column)
        endLine()
        addBody(source, &article)
        article.block = Span(start, bytes.count)
        shard.articles.append(article)
    }

    private mutating func addBody(_ source: FixtureArticle, _ article: inout Article) {
        let firstParagraph = UInt32(shard.paragraphs.count)
        let firstSection = shard.sections.count
        let number = UInt32(shard.articles.count)
        shard.sections.append(
            Section(
                heading: Span(bytes.count, bytes.count), level: 0, article: number, parent: nil, paragraphs: firstParagraph..<firstParagraph
            ))
        for part in source.body {
            _ = put("　　")
            switch part {
            case .heading(let text, let level):
                let here = UInt32(shard.paragraphs.count)
                let parent = shard.sections.indices.last { $0 > firstSection && shard.sections[$0].level < level }
                shard.sections.append(
                    Section(heading: put(text), level: level, article: number, parent: parent.map(UInt32.init), paragraphs: here..<here))
            case .paragraph(let text):
                shard.paragraphs.append(put(text))
                extendSections(from: firstSection)
            }
            endLine()
        }
        article.paragraphs = firstParagraph..<UInt32(shard.paragraphs.count)
        article.sections = UInt32(firstSection)..<UInt32(shard.sections.count)
    }

    /// The last section and those it is nested in govern one paragraph more.
    private mutating func extendSections(from first: Int) {
        var open: Int? = shard.sections.count - 1
        while let index = open, index >= first {
            let range = shard.sections[index].paragraphs
            shard.sections[index].paragraphs = range.lowerBound..<UInt32(shard.paragraphs.count)
            open = shard.sections[index].parent.map(Int.init)
        }
    }
}

/// What renderers are tried on.
enum Fixture {
    static let party = FixtureArticle(
        title: "加强基层组织建设的新实践", author: "孟建柱", date: PartialDate(year: 1999, month: 10, day: 12), page: 11,
        pageName: "党的建设", column: "本期特稿",
        body: [
            .paragraph("社区党建，大有可为，党员要带头。"),
            .heading("新的任务", level: 1),
            .paragraph("今后一个时期，上海社区党建工作将着重抓好以下四项主要任务，（一）党员“从我做起”，（二）党员带头。"),
            .heading("一、其中", level: 2),
            .paragraph("群众路线。"),
        ])

    static let hostile = FixtureArticle(
        title: "标题\u{1B}[31m红", author: "甲\u{202E}乙", body: [.paragraph("正文\u{7}有\u{9B}控制\t符\u{FFFE}。")])

    static let one = Archive(shards: [FixtureShard.shard("a.txt", [party])])
    static let two = Archive(shards: [FixtureShard.shard("a.txt", [party]), FixtureShard.shard("b\u{1B}.txt", [hostile])])
    static let none = Archive()

    /// All regions of a layer, with hits wherever `word` stands.
    static func units(_ archive: Archive, _ layer: Layer, hits word: String? = nil, attributes: [Column] = []) -> QueryResult {
        var batches = archive.shards.indices.map { index in
            batch(archive.shards[index], index, layer, hits: word)
        }[...]
        return .units(UnitResult(archive: archive, layer: layer, attributes: attributes) { batches.popFirst() })
    }

    private static func batch(_ shard: Shard, _ index: Int, _ layer: Layer, hits word: String?) -> Regions {
        var batch = Regions(layer: layer, shard: index)
        switch layer {
        case .article:
            for (unit, article) in shard.articles.enumerated() { batch.append(unit: UInt32(unit), span: article.block) }
        case .section:
            for (unit, section) in shard.sections.enumerated() { batch.append(unit: UInt32(unit), span: span(section, shard)) }
        case .paragraph, .sentence:
            for unit in 0..<shard.paragraphs.count { batch.append(unit: UInt32(unit), span: shard.paragraphs[unit]) }
        case .span:
            for unit in 0..<shard.paragraphs.count {
                for hit in occurrences(of: word ?? "", in: shard.text, shard.paragraphs[unit]) {
                    batch.append(unit: UInt32(unit), span: hit)
                }
            }
        }
        guard let word, layer != .span else { return batch }
        var hits = Hits()
        for row in 0..<batch.count { hits.append(occurrences(of: word, in: shard.text, batch.spans[row])) }
        batch.hits = hits
        return batch
    }

    private static func span(_ section: Section, _ shard: Shard) -> Span {
        let last = Int(section.paragraphs.upperBound) - 1
        let end = section.paragraphs.isEmpty ? section.heading.end : shard.paragraphs[last].end
        return Span(
            section.isLead && !section.paragraphs.isEmpty
                ? shard.paragraphs[Int(section.paragraphs.lowerBound)].start : section.heading.start, end)
    }

    static func occurrences(of word: String, in text: Text, _ span: Span) -> [Span] {
        let needle = Array(word.utf8)
        var found: [Span] = []
        var index = Int(span.start)
        while !needle.isEmpty, index + needle.count <= Int(span.end) {
            if text.bytes[index..<index + needle.count].elementsEqual(needle) {
                found.append(Span(index, index + needle.count))
                index += needle.count
            } else {
                index += 1
            }
        }
        return found
    }
}

/// What `render` wrote, as one string.
func rendered(
    _ render: (QueryResult, RenderOptions, @escaping TextSink) throws -> Summary, _ result: QueryResult,
    _ options: RenderOptions = RenderOptions()
) throws -> String {
    var text = ""
    _ = try render(result, options) { text += $0 }
    return text
}

func terminal(_ result: QueryResult, width: Int? = 80, _ emphasis: Emphasis = .none, limit: Int? = nil) throws -> String {
    try rendered(renderTerminal, result, RenderOptions(width: width, emphasis: emphasis, limit: limit))
}
