import DocumentFormats
import Documents
import InformationExtraction
import Testing

/// A text in the manner of its time, written for these tests, with what is to be read out of it: every row, and no other.
struct StyledDocument: CustomTestStringConvertible, Sendable {
    let name: String
    let body: String
    /// `announcement|announced|found`
    var items: [String] = []
    /// `who|role`
    var roles: [String] = []
    /// `what|from|to`
    var shifts: [String] = []
    /// `speaker|quotation`
    var quotes: [String] = []

    var testDescription: String { name }

    /// The document as the reader makes it.
    var shard: Shard {
        let lines = body.split(separator: "\n").map { $0.hasPrefix("#") ? "　　\($0.dropFirst())" : "　　\($0)" }
        let text = "### \(name)\n某某\n1999-10-12\n第11版\n\n" + lines.joined(separator: "\n") + "\n"
        return ArchiveReader().open(Text(copying: text.utf8), named: name).shards[0]
    }

    func passages(_ shard: Shard) -> [Passage] {
        (0..<shard.paragraphs.count).map { Passage(shard.paragraphs[$0], of: shard.text) }
    }
}

@Suite struct StyledDocumentTests {
    @Test func thereAreManyOfThem() {
        #expect(styledDocuments.count >= 14)
        #expect(styledDocuments.contains { $0.items.isEmpty && $0.roles.isEmpty && $0.shifts.isEmpty })
    }

    @Test(arguments: styledDocuments)
    func announcedCountsAndNoOthersAreRead(_ document: StyledDocument) {
        let shard = document.shard
        let found = (0..<shard.paragraphs.count).flatMap { enumerations(announcedIn: $0, of: shard).enumerations }
        let rows = found.map { item in
            [shard.text.string(item.announcement), item.announced.map(String.init) ?? "", item.found.map(String.init) ?? ""]
                .joined(separator: "|")
        }
        #expect(rows == document.items)
    }

    @Test(arguments: styledDocuments)
    func rolesAndNoOthersAreRead(_ document: StyledDocument) {
        let shard = document.shard
        let found = document.passages(shard).flatMap { roleAssignments(in: $0) }
        #expect(found.map { "\(shard.text.string($0.who))|\(shard.text.string($0.role))" } == document.roles)
    }

    @Test(arguments: styledDocuments)
    func shiftsAndNoOthersAreRead(_ document: StyledDocument) {
        let shard = document.shard
        let rows = document.passages(shard).flatMap { shifts(in: $0) }.map { shift in
            [shift.what.map { shard.text.string($0) } ?? "", shard.text.string(shift.from), shard.text.string(shift.to)]
                .joined(separator: "|")
        }
        #expect(rows == document.shifts)
    }

    @Test(arguments: styledDocuments)
    func quotationsHaveTheirSpeakers(_ document: StyledDocument) {
        let shard = document.shard
        let found = document.passages(shard).flatMap { quotations(in: $0) }
        #expect(found.map { "\($0.speaker.map { shard.text.string($0) } ?? "")|\(shard.text.string($0.span))" } == document.quotes)
    }

    /// What is read stands in the text, in order, and where it is said to stand.
    @Test(arguments: styledDocuments)
    func whatIsReadLiesInItsParagraph(_ document: StyledDocument) {
        let shard = document.shard
        for passage in document.passages(shard) {
            let extents =
                shifts(in: passage).map(\.extent) + roleAssignments(in: passage).map(\.extent) + quotations(in: passage).map(\.span)
            for extent in extents { #expect(passage.span.contains(extent) && !extent.isEmpty) }
        }
        for paragraph in 0..<shard.paragraphs.count {
            for item in enumerations(announcedIn: paragraph, of: shard).enumerations {
                #expect(shard.paragraphs[paragraph].contains(item.announcement))
                for (a, b) in zip(item.points, item.points.dropFirst()) { #expect(a.span.end <= b.span.start) }
            }
        }
    }
}
