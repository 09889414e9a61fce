import Documents
import Testing

/// Precision and recall on documents of many kinds, one by one: both are whole.
@Suite struct HeadingDocumentTests {
    @Test(arguments: markedDocuments)
    func headingsAndTheirLevelsAreThoseMarked(document: MarkedDocument) {
        let shard = read(article(document.unmarked, title: document.title, author: document.author))
        let found = shard.outline.filter { !$0.hasPrefix("0 ") }
        let right = document.headings.filter(found.contains).count
        print("\(document.name): \(right) of \(found.count) found are right, \(right) of \(document.headings.count) true are found")
        #expect(found == document.headings)
    }

    @Test func ordinaryTextsHaveNoHeadings() {
        let headless = markedDocuments.filter { $0.headings.isEmpty }
        #expect(headless.count >= 6)
        #expect(markedDocuments.count >= 12)
    }
}
