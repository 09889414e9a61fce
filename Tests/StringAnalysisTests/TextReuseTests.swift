import Documents
import Testing

@testable import StringAnalysis

@Suite struct TextReuseTests {
    private let source = "社区党建工作涉及到组织体制和工作机制的创新，是一项系统工程。因此，要调动各方面的积极性，努力形成新格局。"

    @Test func aCopyWithSmallChangesIsOnePassage() throws {
        let copy = "据报道，社区党建工作涉及组织体制和工作机制的创新，这是一项系统工程，因此要充分调动各方面的积极性。会议还说别的。"
        let found = try passages([source, "毫不相干的另一篇文章，说的是天气与收成。", copy], minimum: 20)
        #expect(found.count == 1)
        let passage = try #require(found.first)
        #expect(passage.first == 0 && passage.second == 2)
        #expect(passage.text.first == "社区党建工作涉及到组织体制和工作机制的创新 是一项系统工程 因此 要调动各方面的积极性")
        #expect(passage.text.second == "社区党建工作涉及组织体制和工作机制的创新 这是一项系统工程 因此要充分调动各方面的积极性")
        #expect(passage.same == 39)
    }

    @Test func aDocumentDoesNotCopyItself() throws {
        #expect(try passages([source + source], minimum: 20).isEmpty)
    }

    @Test func whatIsTooShortIsLeftOut() throws {
        let copy = "今天说到组织体制和工作机制的创新，别的没有。"
        #expect(try passages([source, copy], minimum: 20).isEmpty)
        #expect(try passages([source, copy], minimum: 12).count == 1)
    }

    @Test func everySharedRunOfTheMinimumIsFound() throws {
        for start in 0..<20 {
            let characters = source.filter { !"，。".contains($0) }
            let piece = String(Array(characters)[start..<start + 20])
            let found = try passages([source, "甲乙丙丁" + piece + "戊己庚辛"], minimum: 20)
            #expect(found.count == 1, "from \(start)")
            #expect((found.first?.same ?? 0) >= 20)
        }
    }

    /// A run of 24 characters, and behind it stretches of 8 that are the same and 8 that are not, by turns.
    @Test func aRunIsFoundThoughWhatFollowsAgreesTooLittle() throws {
        func characters(_ start: UInt32, _ count: UInt32) -> String {
            String(String.UnicodeScalarView((start..<start + count).compactMap(Unicode.Scalar.init)))
        }
        let documents = [UInt32(0x5000), 0x6000].map { own in
            (0..<6).reduce(characters(0x4E00, 24)) { text, turn in
                text + characters(own + turn * 8, 8) + characters(0x7000 + turn * 8, 8)
            }
        }
        let found = try passages(documents, minimum: 20)
        #expect(found.map(\.same) == [32])
        #expect(found.first?.text.first.hasPrefix(characters(0x4E00, 24)) == true)
    }

    @Test func aFormulaInVeryManyDocumentsIsOneCluster() throws {
        let documents = (0..<200).map { index in "第\(index)篇，" + source }
        let (shared, count) = try search(documents, minimum: 20)
        #expect(shared.count < 2000)
        #expect(Set(clusters(of: shared, documents: count)) == [0])
    }

    @Test func clustersAreApartWhereNothingIsShared() throws {
        let other = "国务院关于进一步加强森林防火工作的通知，各省、自治区、直辖市人民政府要认真贯彻执行。"
        let (shared, count) = try search([source, other, source, other, "无关"], minimum: 20)
        #expect(clusters(of: shared, documents: count) == [0, 1, 0, 1, 4])
    }

    private struct Found {
        let first: Int
        let second: Int
        let same: Int
        let text: (first: String, second: String)
    }

    private func passages(_ documents: [String], minimum: Int) throws -> [Found] {
        let text = symbols(documents)
        return try search(documents, minimum: minimum).shared.map {
            Found(first: $0.first, second: $0.second, same: $0.same, text: (text.string($0.inFirst), text.string($0.inSecond)))
        }
    }

    private func search(_ documents: [String], minimum: Int) throws -> (shared: [SharedPassage], count: Int) {
        let reusable = ReusableText(symbols(documents), firstPieces: Array(documents.indices))
        return (try TextReuse(minimum: minimum).passages(in: reusable), documents.count)
    }

    private func symbols(_ documents: [String]) -> SymbolText {
        let text = Text(copying: documents.joined(separator: "\n").utf8)
        var symbols = SymbolText()
        var offset = 0
        for (index, document) in documents.enumerated() {
            symbols.append(Span(offset, offset + document.utf8.count), of: text, shard: 0, unit: index)
            offset += document.utf8.count + 1
        }
        return symbols
    }
}
