import ArchiveIndexing
import Documents
import LineEditing
import QueryLanguage
import Rendering
import SourceText

/// Where the commands about archives say what they do: progress at a terminal, notes unless `--quiet`, errors always.
struct ArchiveConsole {
    let streams: Streams
    let language: Language
    private let quiet: Bool
    private let progress: ProgressLine

    init(_ streams: Streams, quiet: Bool, language: String?) {
        self.streams = streams
        self.quiet = quiet
        self.language = language == "zh" ? .chinese : .english
        progress = ProgressLine(streams.error)
    }

    /// Does something long with the file `name` that Ctrl-C ends; what goes wrong is said. Gives the exit status.
    func run(_ name: String, _ body: (Cancellation) throws -> ExitStatus) -> Int32 {
        let cancellation = Cancellation()
        progress.begin(streams.errorTerminal, quiet, language)
        defer { progress.clear() }
        do {
            return try InterruptSource { cancellation.cancel() }.during { try body(cancellation) }.rawValue
        } catch is Interrupted {
            say(LocalizedText("interrupted", zh: "已中断"))
            return ExitStatus.interrupted.rawValue
        } catch let failure as ArchiveFailure {
            complain(LocalizedText("wen: \(name): \(failure.message.english)", zh: "wen: \(name)：\(failure.message.chinese)"))
        } catch let failure as FileFailure {
            complain(LocalizedText("wen: \(failure.message.english)", zh: "wen: \(failure.message.chinese)"))
        } catch {
            complain(LocalizedText(verbatim: "wen: \(error)"))
        }
        return ExitStatus.data.rawValue
    }

    func show(_ work: LocalizedText, _ share: Double) { progress.show(work, share) }

    /// A note on standard error.
    func say(_ text: LocalizedText) {
        guard !quiet else { return }
        complain(text)
    }

    /// An error on standard error.
    func complain(_ text: LocalizedText) {
        progress.clear()
        streams.error(visible(text(language)) + "\n")
    }

    /// A line of the answer.
    func answer(_ text: LocalizedText) throws {
        progress.clear()
        try streams.output(visible(text(language)) + "\n")
    }
}
