import Glibc
import QueryEngine
import QueryLanguage
import QuerySyntax
import SourceText

/// A session that a lesson is taught in: it says what an input means, and may be told to be silent. It opens what is below the
/// lesson's folder and writes nothing, as a lesson may be a stranger's. A class: it is one conversation.
final class LessonSession {
    private(set) var session: Session
    private let valve = Valve()
    private let make: () -> Session
    private var isFresh = true

    /// Where a session's text goes, or whether it goes nowhere. A class: the session's streams ask it.
    private final class Valve {
        var isOpen = true
        var printed = ""
    }

    /// A session on the archives named, or on the example, laid out for where `streams` go; `isSilent` says nothing of files that
    /// cannot be read.
    init(archives: [String], folder: String, language: Language, streams: Streams, isSilent: Bool = false) {
        var options = SessionOptions()
        options.readableFolder = folder
        options.writableFolders = []
        options.settings.append(("lang", language == .chinese ? "zh" : "en"))
        var valved = streams
        valved.output = { [valve] text in
            valve.printed += text
            if valve.isOpen { try streams.output(text) }
        }
        valved.error = { [valve] text in if valve.isOpen { streams.error(text) } }
        valve.isOpen = !isSilent
        make = { [valved, options] in
            let session = Session(streams: valved, options: options)
            session.keepsResults = true
            session.openFromCommandLine(archives)
            if streams.terminal == nil {
                session.settings.set(.mode, to: "box", by: .session)
                session.settings.set(.width, to: String(pipedColumns), by: .session)
            }
            session.settings.set(.time, to: "false", by: .session)
            return session
        }
        session = make()
    }

    /// Begins anew, as if nothing had been run.
    func restart() {
        guard !isFresh else { return }
        valve.isOpen = false
        session = make()
        isFresh = true
    }

    /// Runs an input, prints what it gives unless `silently`, and says what it means.
    func run(_ input: String, silently: Bool = false) -> LessonAnswer {
        isFresh = false
        valve.isOpen = !silently
        valve.printed = ""
        session.lastCodes = []
        let before = session.results.last
        let statement = bind(input, in: session.environment).statements.last
        session.run(QuerySource(input))
        guard session.lastCodes.isEmpty else { return .failed(session.lastCodes) }
        return meaning(of: input, statement, after: before)
    }

    private func meaning(of input: String, _ statement: BoundStatement?, after before: StoredResult?) -> LessonAnswer {
        switch statement {
        case .letBinding(let name): .named(name, value(of: "$\(name)"))
        case .use(.some): .scope(value(of: "sents"))
        case .definition, .use(nil), .set, .explain, .why, .format, nil: .statement(normalForm(input))
        case .pipeline:
            if let result = session.results.last, result !== before {
                (try? LessonAnswer(result.result)) ?? .failed([])
            } else {
                .printed(valve.printed.isEmpty ? normalForm(input) : valve.printed)
            }
        }
    }

    /// What a query would give, without a trace in the session.
    private func value(of query: String) -> LessonAnswer {
        guard case .pipeline(let plan)? = bind(query, in: session.environment).statements.last,
            case .result(let result)? = try? Evaluator(context: session.context()).run(plan), let answer = try? LessonAnswer(result)
        else { return .failed([]) }
        return answer
    }

    /// The plan of the last statement, where it is a pipeline.
    func plan(of query: String) -> Plan? {
        if case .pipeline(let plan)? = bind(query, in: session.environment).statements.last { plan } else { nil }
    }

    /// Whether an input changes what later ones mean.
    func changesState(_ input: String) -> Bool {
        bind(input, in: session.environment).statements.contains { statement in
            switch statement {
            case .letBinding, .definition, .use, .set: true
            case .explain, .why, .format: false
            case .pipeline(let plan): plan.type == .nothing
            }
        }
    }

    /// A statement as `fmt en` writes it.
    private func normalForm(_ input: String) -> String {
        if case .format(_, let text?)? = bind("fmt en \(input)", in: session.environment).statements.last { text } else { input }
    }
}

/// The columns that are written into a pipe: those of the variable `COLUMNS`, or those of lessons.
private var pipedColumns: Int {
    getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.flatMap { (1...10_000).contains($0) ? $0 : nil } ?? LessonRun.width
}
