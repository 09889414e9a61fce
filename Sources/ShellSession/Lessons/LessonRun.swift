import QueryEngine
import QueryLanguage
import QuerySyntax
import Rendering
import SourceText

/// Answers the inputs of one document, in one session from its first block to its last.
final class LessonRun {
    private let session: Session
    private let transcript: Transcript

    /// Text gathered from a session. A class: the session's streams write into it.
    private final class Transcript {
        /// What goes to the screen: results, and beside them notices and errors.
        var text = ""
        /// What alone goes into a pipe.
        var results = ""
    }

    /// Columns a lesson is laid out for, so that it fits a page and a projector.
    static let width = 72

    /// A run on the archives named, or on the example, with messages in `language`. Query files below `folder` only; nothing
    /// is written.
    init(archives: [String], folder: String, language: Language = .english) {
        let transcript = Transcript()
        self.transcript = transcript
        var options = SessionOptions()
        options.readableFolder = folder
        options.writableFolders = []
        if language == .chinese { options.settings.append(("lang", "zh")) }
        let streams = Streams(
            output: {
                transcript.text += $0
                transcript.results += $0
            }, error: { transcript.text += $0 })
        session = Session(streams: streams, options: options)
        session.openFromCommandLine(archives)
        transcript.text = ""
    }

    /// The lines that an input prints, laid out as at a terminal, or as over a pipe, where notices go elsewhere; codes of
    /// errors first, as `!! E12`, and then the errors as they are drawn.
    func answer(_ input: String, asPipe: Bool) -> [String] {
        transcript.text = ""
        transcript.results = ""
        session.settings.set(.mode, to: asPipe ? "line" : "box", by: .session)
        session.settings.set(.width, to: asPipe ? "0" : String(LessonRun.width), by: .session)
        session.settings.set(.time, to: "false", by: .session)
        session.keepsResults = true
        session.lastCodes = []
        session.run(QuerySource(input))
        // The two characters of CR LF are one `Character`.
        let printed = asPipe && session.lastCodes.isEmpty ? transcript.results : transcript.text
        var lines = printed.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return session.lastCodes.map { "!! \($0)" } + lines
    }

    /// Whether what was found is what was expected; where only the code of an error is expected, its wording is free.
    static func agrees(_ found: [String], with expected: [String]) -> Bool {
        let codes = expected.prefix { $0.hasPrefix("!! ") }
        if !codes.isEmpty, codes.count == expected.drop(while: { $0.isEmpty }).count || expected.count == codes.count {
            return Array(found.prefix { $0.hasPrefix("!! ") }) == Array(codes)
        }
        return matches(found, expected)
    }
}
