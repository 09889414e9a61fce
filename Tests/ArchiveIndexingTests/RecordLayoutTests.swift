import Documents
import Testing

@testable import ArchiveIndexing

/// The records of an archive are those in memory: their sizes and places are what docs/archive-format.md says.
@Suite struct RecordLayoutTests {
    @Test func recordsHaveTheSizesOfTheFormat() {
        #expect(MemoryLayout<Article>.size == 84 && MemoryLayout<Article>.stride == 84)
        #expect(MemoryLayout<Section>.size == 28 && MemoryLayout<Section>.stride == 28)
        #expect(MemoryLayout<FileRecord>.size == 160 && MemoryLayout<FileRecord>.stride == 160)
        #expect(MemoryLayout<DerivedRecord>.size == 16)
        #expect(MemoryLayout<MapRecord>.size == 40)
        #expect(MemoryLayout<Span>.size == 8)
    }

    @Test func fieldsStandWhereTheFormatSays() throws {
        var article = Article()
        article.block = Span(UInt32(1), 2)
        article.title = Span(UInt32(3), 4)
        article.column = Span(UInt32(5), 6)
        article.date = PartialDate(year: 1999, month: 10, day: 12)
        article.page = 11
        article.line = 7
        article.paragraphs = 8..<9
        article.sections = 10..<11
        article.headMatter = 12..<13
        let words = withUnsafeBytes(of: article) { Array($0.bindMemory(to: UInt32.self)) }
        let date: UInt32 = 1999 * 512 + 10 * 32 + 12
        #expect(words == [1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 5, 6, date, 11, 7, 8, 9, 10, 11, 12, 13])
        let section = Section(heading: Span(UInt32(1), 2), level: 3, article: 4, parent: 5, paragraphs: 6..<7)
        #expect(withUnsafeBytes(of: section) { Array($0.bindMemory(to: UInt32.self)) } == [1, 2, 6, 7, 4, 6, 3])
    }
}
