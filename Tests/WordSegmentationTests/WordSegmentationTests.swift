import Testing

@testable import WordSegmentation

@Suite struct WordSegmentationTests {
    @Test func wordsAreThoseOfTheDictionary() throws {
        guard let segmenter = WordSegmenter() else { return print("skipped: ICU is not installed") }
        #expect(segmenter.name.hasPrefix("ICU "))
        let words = divided("加强社区党组织，为人民服务。", segmenter)
        #expect(words.contains("社区"))
        #expect(words.contains("人民"))
        #expect(!words.contains("，"))
    }

    @Test func ownWordsGoFirstAndTheLongestOfThem() throws {
        guard let segmenter = WordSegmenter(ownWords: ["社区党建", "党建", "社区党"]) else {
            return print("skipped: ICU is not installed")
        }
        #expect(divided("加强社区党建工作", segmenter) == ["加强", "社区党建", "工作"])
    }

    @Test func whatIsLeftOfAWordIsAWord() {
        let scalars = Array("上海市委书记".unicodeScalars)
        let imposed = OwnWords(["市委"]).imposed(on: [0..<3, 3..<4, 4..<6], in: scalars)
        #expect(imposed == [0..<2, 2..<4, 4..<6])
    }

    @Test func charactersBeyondTheBasicPlaneKeepTheirPlaces() {
        guard let segmenter = WordSegmenter() else { return print("skipped: ICU is not installed") }
        let scalars = Array("𠀀人民𠀀".unicodeScalars)
        let words = segmenter.words(in: scalars)
        #expect(words.allSatisfy { $0.upperBound <= scalars.count })
        #expect(words.contains(1..<3))
    }

    private func divided(_ text: String, _ segmenter: WordSegmenter) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return segmenter.words(in: scalars).map { String(String.UnicodeScalarView(scalars[$0])) }
    }
}
