import Documents
import Testing

@testable import DocumentFormats

/// Reading with a restriction gives the articles in which something stands as reading the whole gives them.
@Suite struct ArticleSelectionTests {
    /// The restriction to articles in which a character stands, found byte by byte.
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

    private func described(_ article: Article, _ shard: Shard) -> [String] {
        let paragraphs = article.paragraphs.map { shard.string(shard.paragraphs[Int($0)]) }
        let matter = article.headMatter.map { shard.string(shard.headMatter[Int($0)]) }
        let sections = article.sections.map { shard.sections[Int($0)] }.map { "\($0.level) \(shard.string($0.heading))" }
        let fields = [article.title, article.subtitle, article.author, article.pageName, article.column].map { shard.string($0) }
        return fields + ["\(String(describing: article.date)) \(article.page)"] + paragraphs + ["|"] + matter + ["|"] + sections
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
        #expect(part.articles.map { described($0, part) } == expected.map { described($0, whole) })
        #expect(character == "戊" ? part.articles.isEmpty : !part.articles.isEmpty)
        #expect(part.file.strayLines == 0)
    }

    @Test(arguments: [2, 3]) func theNumberOfThreadsDoesNotMatter(workers: Int) throws {
        let text = document("\n", articles: 420, length: 150)
        #expect(text.count > 2 << 20)
        let alone = try #require(read(text, restriction(to: "乙")))
        let shared = try #require(read(text, restriction(to: "乙"), workers: workers))
        #expect(alone.articles.count == 60)
        #expect(shared.articles.map { described($0, shared) } == alone.articles.map { described($0, alone) })
    }

    @Test func whereMostIsAskedForTheWholeIsRead() throws {
        let text = document("\n", articles: 40, length: 3)
        let part = try #require(read(text, restriction(to: "行")))
        #expect(part.articles.count == 40)
        #expect(part.text === text)
    }
}
