import Documents
import Testing

@testable import DocumentFormats

/// Reading with a restriction gives of each article that in which something stands, as reading the whole gives it.
@Suite struct ArticleSelectionTests {
    /// The restriction to lines in which a character stands, found byte by byte.
    private func restriction(to character: String) -> ArticleRestriction {
        let bytes = Array(character.utf8)
        return ArticleRestriction { text, range in
            var place = range.lowerBound
            while place < range.upperBound {
                // The last byte first: the others are common.
                let end = place + bytes.count
                if end <= text.count, text.bytes[end - 1] == bytes.last, text.bytes[place..<end].elementsEqual(bytes) { return place }
                place += 1
            }
            return nil
        }
    }

    private func read(_ text: Text, _ restriction: ArticleRestriction?, workers: Int = 1) -> Shard? {
        let options = ReadingOptions(restriction: restriction)
        return try? ArticleFormat().read(text, report: FileReport(name: "test"), options: options, workers: Workers(count: workers)).get()
    }

    /// What of an article has the character in it, each with what it is.
    private func described(_ article: Article, _ shard: Shard, _ character: String) -> [String] {
        let paragraphs = article.paragraphs.map { "paragraph " + shard.string(shard.paragraphs[Int($0)]) }
        let matter = article.headMatter.map { "matter " + shard.string(shard.headMatter[Int($0)]) }
        let sections = article.sections.map { shard.sections[Int($0)] }.map { "heading \($0.level) \(shard.string($0.heading))" }
        let fields = [article.title, article.subtitle, article.author, article.pageName, article.column].map { "field " + shard.string($0) }
        let asked = (fields + paragraphs + matter + sections).filter { $0.contains(character) }
        return asked + ["\(shard.string(article.title)) \(String(describing: article.date)) \(article.page) \(shard.string(article.block))"]
    }

    private func document(_ lineEnd: String, articles: Int, length: Int) -> Text {
        let parts = (0..<articles).map { number -> String in
            let body = "　　一、小节\(number % 5 == 0 ? "甲" : "")\n" + String(repeating: "　　正文的一行，说些什么。\n", count: length)
            let tail = number % 7 == 0 ? "　　末行乙。\n### 不是题\n" : "### 也不是题\n\n"
            return article(body + tail, title: number % 11 == 0 ? "题丙" : "题", author: number % 13 == 0 ? "作者丁" : "")
        }
        let text = "孤行甲\n\n" + parts.joined()
        return Text(copying: Array(text.utf8).flatMap { $0 == 0x0A ? Array(lineEnd.utf8) : [$0] })
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["甲", "乙", "丙", "丁", "戊"])
    func articlesAreThoseOfTheWhole(lineEnd: String, character: String) throws {
        let text = document(lineEnd, articles: 60, length: 3)
        let whole = try #require(read(text, nil))
        let part = try #require(read(text, restriction(to: character)))
        let expected = whole.articles.filter { text.string($0.block).unicodeScalars.contains(Unicode.Scalar(character) ?? " ") }
        #expect(part.articles.map { described($0, part, character) } == expected.map { described($0, whole, character) })
        #expect(character == "戊" ? part.articles.isEmpty : !part.articles.isEmpty)
        #expect(part.file.strayLines == 0)
    }

    @Test(arguments: [2, 3]) func theNumberOfThreadsDoesNotMatter(workers: Int) throws {
        let text = document("\n", articles: 420, length: 150)
        #expect(text.count > 2 << 20)
        let alone = try #require(read(text, restriction(to: "乙")))
        let shared = try #require(read(text, restriction(to: "乙"), workers: workers))
        #expect(alone.articles.count == 60)
        #expect(shared.articles.map { described($0, shared, "乙") } == alone.articles.map { described($0, alone, "乙") })
    }

    /// Lines of which it is not known what they are before the article is read, and lines of which it is.
    @Test func ofAnArticleOnlyTheLinesThatAreAskedForAreKeptWhereTheyAreParagraphsAnyway() throws {
        let long = String(repeating: "长句说了又说，", count: 40)
        let plain = "　　\(long)。\n　　无关。\n　　此处有子。\n　　也无关。\n"
        let text = Text(copying: (article(plain) + article("　　一、有子\n　　\(long)。\n") + article("　　某子。\n　　\(long)。\n")).utf8)
        let part = try #require(read(text, restriction(to: "子")))
        #expect(part.articles.map { $0.paragraphs.map { part.string(part.paragraphs[Int($0)]) } } == [["此处有子。"], [long + "。"], ["某子。"]])
        #expect(part.articles[1].sections.map { part.string(part.sections[Int($0)].heading) } == ["一、有子"])
    }

    @Test func whereMostIsAskedForTheWholeIsRead() throws {
        let text = document("\n", articles: 40, length: 3)
        let part = try #require(read(text, restriction(to: "行")))
        #expect(part.articles.count == 40)
        #expect(part.text === text)
    }
}
