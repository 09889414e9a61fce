import QueryLanguage
import SourceText
import StringAnalysis
import WordSegmentation

/// `unit=` of the commands that count strings or words.
let collocateUnitParameter = Parameter(
    BilingualName("unit", zh: "单位"), .integerOrChoice(1...20, [BilingualName("word", zh: "词")]), default: "2",
    LocalizedText("strings of so many characters, or word", zh: "几字的串，或 词"))

/// `words=` of the commands that count words.
let wordsParameter = Parameter(
    BilingualName("words", zh: "词表"), .text, repeated: true,
    LocalizedText("with unit=word: words of your own, wherever they stand", zh: "单位=词 时：自定的词，处处成词"))

/// The strings or words of a text that `unit=` asks for; of words it is said what divided them.
func stringUnits(_ text: SymbolText, _ invocation: Invocation) throws -> StringUnits {
    let arguments = invocation.arguments
    guard arguments.choice("unit") == "word" else {
        return try StringUnits(
            ngramsOf: arguments.integer("unit") ?? 2, in: text, poll: invocation.polling(.counting))
    }
    let given = (arguments.named["words"] ?? []).compactMap { if case .text(let word) = $0 { word } else { nil } }
    let own = invocation.context.ownWords + given
    guard let segmenter = WordSegmenter(ownWords: own) else { throw noSegmenter(invocation) }
    let english = own.isEmpty ? "" : " and \(own.count) of your own"
    let chinese = own.isEmpty ? "" : "及自定词 \(own.count) 个"
    invocation.context.note(
        LocalizedText("words by \(segmenter.name)\(english)", zh: "词由 \(segmenter.name) 切分\(chinese)"))
    return StringUnits(words: try words(of: text, by: segmenter, invocation), in: text)
}

private func words(
    of text: SymbolText, by segmenter: WordSegmenter, _ invocation: Invocation
) throws -> ContiguousArray<Range<Int>> {
    var words = ContiguousArray<Range<Int>>()
    for index in text.pieces.indices {
        if index & 0x3F == 0 { try invocation.poll(.segmenting, Double(index) / Double(text.pieces.count)) }
        let piece = text.symbols(ofPiece: index)
        // Marks are blanks there, which divide as well as they do.
        for word in segmenter.words(in: Array(text.string(piece).unicodeScalars)) {
            words.append(piece.lowerBound + word.lowerBound..<piece.lowerBound + word.upperBound)
        }
    }
    return words
}

private func noSegmenter(_ invocation: Invocation) -> QueryFailure {
    QueryFailure(
        .noSegmenter, at: invocation.range,
        LocalizedText("words need ICU, which is not installed", zh: "按词须有 ICU，尚未安装"),
        advice: LocalizedText("count strings instead: unit=2; or install libicu", zh: "可按字串计：单位=2；或安装 libicu"))
}
