import QueryLanguage
import Rendering
import SourceText

/// What a lesson says to the class, laid out for where it goes.
struct LessonScreen {
    private let streams: Streams
    private let pupil: LessonSession
    /// The language of the lesson.
    let language: Language

    /// A screen with the layout of the class's session, which may change while it is taught.
    init(_ pupil: LessonSession, language: Language, streams: Streams) {
        self.pupil = pupil
        self.language = language
        self.streams = streams
    }

    /// Paragraphs of Markdown, wrapped.
    func show(_ lines: [String]) {
        var previous: ProseParagraph?
        for paragraph in proseParagraphs(lines) {
            write(paragraph.lines(after: previous))
            previous = paragraph
        }
        if previous != nil { write([TextResult.Line("")]) }
    }

    /// A line of the teacher's.
    func say(_ text: LocalizedText, style: TextResult.Style = .plain) { write([TextResult.Line(text(language), style: style)]) }

    /// A line with something that it hangs on: a mark, a word.
    func say(_ address: String, _ text: LocalizedText) { write([TextResult.Line(text(language), address: address)]) }

    /// The name of a file on a line that is not broken, so that it can be copied.
    func say(path: String) { try? streams.output(visible(path) + "\n") }

    /// A query as the lesson has it.
    func show(query: String) {
        let lines = query.split(separator: "\n", omittingEmptySubsequences: false)
        write(lines.enumerated().map { TextResult.Line(($0 == 0 ? "> " : ". ") + $1, style: .code) })
    }

    /// The words that can be typed.
    func showWords() {
        write(
            TeachWord.allCases.map { word in
                let spelling = language == .chinese && word != .words ? word.spellings[1] : word.spellings[0]
                return TextResult.Line(word.meaning(language), address: spelling)
            })
    }

    private func write(_ lines: some Sequence<TextResult.Line>) {
        _ = try? renderTerminal(.text(TextResult(lines: Array(lines))), pupil.session.renderOptions, to: streams.output)
    }
}
