import Documents
import Glibc
import LineEditing
import QueryEngine
import QueryLanguage
import QuerySyntax
import Rendering
import SourceText

extension Session {
    /// Whether a text may be run: where it has errors, and does not ask to go on after them, they are shown. Reads no file.
    func accepts(_ source: QuerySource) -> Bool {
        let bound = bind(source.text, in: environment)
        guard !bound.diagnostics.isEmpty, !continuesAfterErrors(source.text) else { return true }
        show(bound.diagnostics, in: source)
        raise(.query)
        return false
    }

    /// Runs a query text: all of it is checked before anything is done; then statement by statement until an error, unless
    /// `set onerror continue`. Never throws; what went wrong is shown and noted in the status.
    public func run(_ source: QuerySource) {
        let bound = bind(source.text, in: environment)
        guard bound.diagnostics.isEmpty else {
            // Where a script asks to go on after errors, what is right in it runs all the same.
            if continuesAfterErrors(source.text) { return runPieces(source) }
            show(bound.diagnostics, in: source)
            return raise(.query)
        }
        let keepsResults = options.isInteractive || self.keepsResults || bound.statements.contains(where: \.readsResults)
        for statement in bound.statements {
            guard run(statement, source, keepsResults: keepsResults) || continuesOnError else { break }
            if isOver { break }
        }
        var after = bound.environment
        after.setResults(results.map(\.type))
        // A `use` that failed, or an archive that took the place of the old, leaves no scope.
        if scopeText == nil { after.forgetScope() }
        environment = after
        runExamples()
    }

    /// What the help was asked to run, each shown before its answer.
    private func runExamples() {
        let queries = queriesToRun
        queriesToRun = []
        for query in queries where !isOver {
            note(LocalizedText("> \(query)", zh: "> \(query)"))
            run(QuerySource(query))
        }
    }

    private var continuesOnError: Bool { settings[.onerror] == "continue" }

    private func continuesAfterErrors(_ text: String) -> Bool {
        if continuesOnError { return true }
        let parsed = parse(text, vocabulary: commandTable.vocabulary)
        return parsed.script.statements.contains { statement in
            guard case .set(let name?, let value?) = statement.kind, Setting.named(name.kind) == .onerror,
                case .word(let word) = value.kind
            else { return false }
            return word == "continue" || word == "继续"
        }
    }

    /// Each statement by itself, those with errors passed over.
    private func runPieces(_ source: QuerySource) {
        let pieces = statements(of: source)
        guard pieces.count > 1 else {
            let bound = bind(source.text, in: environment)
            show(bound.diagnostics, in: source)
            return raise(.query)
        }
        settings.set(.onerror, to: "continue", by: .session)
        for piece in pieces where !isOver { run(piece) }
    }

    /// A text cut into its statements, each with the line it begins on.
    func statements(of source: QuerySource) -> [QuerySource] {
        let bytes = Array(source.text.utf8)
        return parse(source.text, vocabulary: commandTable.vocabulary).script.statements.map { statement in
            let range = max(0, statement.range.lower)..<min(bytes.count, statement.range.upper)
            let line = bytes[..<range.lowerBound].reduce(source.firstLine) { $0 + ($1 == 0x0A ? 1 : 0) }
            return QuerySource(String(decoding: bytes[range], as: UTF8.self), name: source.name, firstLine: line)
        }
    }

    /// Runs one statement; false after an error.
    private func run(_ statement: BoundStatement, _ source: QuerySource, keepsResults: Bool) -> Bool {
        cancellation.reset()
        let cancellation = cancellation
        progressLine.begin(streams.errorTerminal, options.quiet, language)
        defer { progressLine.clear() }
        do {
            try InterruptSource { cancellation.cancel() }.during {
                try execute(statement, source, keepsResults: keepsResults)
            }
            return true
        } catch let failure as QueryFailure {
            // What is missing may be missing because of it.
            if let damage = damageFound {
                streams.error("wen: \(visible(damage.message(language)))\n")
                raise(.data)
                return false
            }
            show([failure.diagnostic], in: source)
            raise(failure.diagnostic.code.name == "E60" ? .check : .query)
        } catch is Interrupted {
            note(LocalizedText("interrupted", zh: "已中断"))
            if !options.isInteractive { raise(.interrupted) }
        } catch is NothingOpened {
            raise(.data)
        } catch is OutputClosed {
            isOver = !options.isInteractive
        } catch let failure as FileFailure {
            streams.error("wen: \(visible(failure.message(language)))\n")
            raise(.data)
        } catch {
            streams.error("wen: \(visible("\(error)"))\n")
            raise(.data)
        }
        return false
    }

    private func execute(_ statement: BoundStatement, _ source: QuerySource, keepsResults: Bool) throws {
        switch statement {
        case .letBinding, .definition: break
        case .use(let plan): try use(plan)
        case .set(let setting, let value): try set(setting, to: value)
        case .explain(let plan):
            guard let plan = plan ?? lastPlan else { return noteNoQuery() }
            try showText(Evaluator(context: context()).explain(optimized(plan)))
        case .why(let plan):
            guard let plan = plan ?? lastPlan else { return noteNoQuery() }
            try showText(TextResult([describe(try Evaluator(context: context()).why(plan))(language)]))
        case .format(let target, let text):
            try showText(TextResult([try text ?? reformatted(lastText, target)]))
        case .pipeline(let plan):
            lastPlan = plan
            lastText = plan.text
            try run(plan, source, keepsResults: keepsResults)
        }
    }

    private func noteNoQuery() { note(LocalizedText("there is no last query yet", zh: "还没有上一个查询")) }

    private func reformatted(_ text: String, _ target: Language?) throws -> String {
        let name = target == .chinese ? "zh " : target == .english ? "en " : ""
        guard case .format(_, let formatted?)? = bind("fmt \(name)\(text)", in: environment).statements.first else { return text }
        return formatted
    }

    /// What a query is evaluated with.
    func context() -> EvaluationContext {
        let results = results
        let context = EvaluationContext(
            archive: archive, cancellation: cancellation, language: language, newspaper: settings[.newspaper],
            version: version, tiers: tiers, ownWords: ownWords, commands: commandTable, codes: syntaxCodes + bindingCodes + evaluationCodes,
            result: { results.called($0) }, history: historyItems, progress: progressLine.show)
        context.shown = shown
        return context
    }

    private func optimized(_ plan: Plan) -> Plan { settings.isOn(.optimize) ? optimize(plan) : plan }

    // MARK: Pipelines

    private func run(_ plan: Plan, _ source: QuerySource, keepsResults: Bool) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let optimized = optimized(plan)
        let (outcome, context) = try evaluate(optimized)
        try checkDamage()
        shown = context.shown
        articlesInScope = try Evaluator(context: context).articlesInScope(of: optimized)
        caption = caption(plan)
        defer {
            // What is said beside an answer rests on the same bytes.
            if damageFound == nil { context.notices.forEach(note) }
            reportChangedFiles()
        }
        switch outcome {
        case .effect(let effect): try perform(effect, source)
        case .result(.nothing): break
        case .result(let result) where keepsResults:
            let stored = StoredResult(result, type: plan.type, archive: archive, query: fullText(plan), scope: scopeText(plan)) {
                if case .result(let again) = try Evaluator(context: context).run(optimized) { again } else { .nothing }
            }
            try explainEmptiness(plan, try displayKept(stored, since: start, clock))
        case .result(let result): try explainEmptiness(plan, try display(result, since: start, clock))
        }
    }

    /// Where the result of a plan is from.
    private func caption(_ plan: Plan) -> ResultCaption {
        ResultCaption(
            query: fullText(plan.withoutPresentation), scope: scopeText(plan), archive: archiveName, articles: archive.articleCount)
    }

    /// The text of a plan; one that goes on from an earlier result or a name begins with the query of that.
    private func fullText(_ plan: Plan) -> String {
        let beginning: String?
        switch plan.source {
        case .result(let number): beginning = results.called(number)?.query
        case .plan(let inner): beginning = plan.text.hasPrefix("$") ? fullText(inner) : nil
        case .none, .scope: beginning = nil
        }
        guard let beginning else { return plan.text }
        return ([beginning] + plan.stages.filter { !$0.isInserted }.map(\.text)).joined(separator: " | ")
    }

    /// The scope that a plan's rows come from, as it is written: of an earlier result, that of its query.
    private func scopeText(_ plan: Plan) -> String? {
        if case .result(let number) = plan.source { results.called(number)?.scope } else { plan.scope?.plan.text }
    }

    /// Shows a result and keeps it for `_`, also where the person left the pager: the rest is pulled when it is asked for.
    private func displayKept(
        _ stored: StoredResult, since start: ContinuousClock.Instant, _ clock: ContinuousClock
    ) throws -> Summary {
        do {
            let summary = try display(stored.result, since: start, clock)
            results.append(stored)
            return summary
        } catch let left as OutputClosed {
            results.append(stored)
            throw left
        }
    }

    /// A zero never stands alone: which stage left nothing, and what there is that is near.
    private func explainEmptiness(_ plan: Plan, _ summary: Summary) throws {
        lastWasEmpty = summary.rows == 0
        guard lastWasEmpty, !options.quiet, plan.stages.contains(where: \.readsRows) else { return }
        let reason = describe(try Evaluator(context: context()).why(optimized(plan)))
        try checkDamage()
        note(reason)
    }

    /// A report as one line: `no rows — section 新的任务: 5 paragraphs → grep 社区党健: 0. Near: …`.
    private func describe(_ report: WhyReport) -> LocalizedText {
        func steps(_ unit: (WhyReport.Step) -> String) -> String {
            report.steps.map { step in
                let name = step.text.isEmpty ? "" : "\(step.text): "
                return "\(name)\(step.count)\(step.count > 0 || name.isEmpty ? unit(step) : "")"
            }.joined(separator: " → ")
        }
        let english = steps { step in step.layer.map { " \($0.name(count: step.count))" } ?? "" }
        let chinese = steps { step in step.layer.map { " \($0.chinese)" } ?? "" }
        let near = report.near.map { ($0.phrase, $0.here, $0.everywhere) }
        let nearEnglish = near.map { "\($0.0) (\($0.1) here, \($0.2) in the archive)" }.joined(separator: ", ")
        let nearChinese = near.map { "\($0.0)（此处 \($0.1)，全库 \($0.2)）" }.joined(separator: "、")
        return LocalizedText(
            (report.isEmpty ? "no rows — " : "") + english + (near.isEmpty ? "" : ". Near: \(nearEnglish)"),
            zh: (report.isEmpty ? "无结果 — " : "") + chinese + (near.isEmpty ? "" : "。相近：\(nearChinese)"))
    }

    // MARK: Scope and settings

    private func use(_ plan: Plan?) throws {
        scopeText = plan?.text
        guard let plan else { return note(LocalizedText("scope: the whole archive", zh: "范围：全部")) }
        let evaluator = Evaluator(context: context())
        guard case .result(.units(let units)) = try evaluator.run(plan, wantsHits: false) else { return }
        var count = 0
        while let batch = try units.next() { count += batch.count }
        note(
            LocalizedText(
                "scope: \(plan.text): \(count) \(units.layer.name(count: count))",
                zh: "范围：\(plan.text)：\(count) \(units.layer.chinese)"))
    }

    private func showText(_ text: TextResult) throws { _ = try display(.text(text), since: nil, ContinuousClock()) }
}

extension [StoredResult] {
    /// The result called `_` (nil) or `_1`.
    fileprivate func called(_ number: Int?) -> StoredResult? {
        guard let number else { return last }
        return number >= 1 && number <= count ? self[number - 1] : nil
    }
}

extension BoundStatement {
    /// Whether it goes on from an earlier result.
    var readsResults: Bool {
        switch self {
        case .pipeline(let plan), .use(let plan?), .explain(let plan?), .why(let plan?): plan.source.readsResult
        case .letBinding, .definition, .use(nil), .set, .explain(nil), .why(nil), .format: false
        }
    }
}

extension PlanSource {
    var readsResult: Bool {
        switch self {
        case .result: true
        case .plan(let plan): plan.source.readsResult
        case .none, .scope: false
        }
    }
}

extension Plan {
    /// The plan without the commands at its end that only say how and where its rows are shown.
    var withoutPresentation: Plan {
        var plan = self
        while let last = plan.stages.last, last.isPresentation {
            plan.stages.removeLast()
            guard plan.text.hasSuffix(last.text), plan.text != last.text else { continue }
            plan.text.removeLast(last.text.count)
            while let end = plan.text.last, " |｜".contains(end) { plan.text.removeLast() }
        }
        return plan
    }
}

extension PlanStage {
    /// Whether it is `plot` or `to`.
    var isPresentation: Bool {
        guard case .command(let declaration, _) = operation else { return false }
        return ["plot", "to"].contains(declaration.name.english)
    }

    /// Whether it is not written but put in: a descent or an early search.
    var isInserted: Bool {
        switch operation {
        case .command: false
        case .descend, .filter: true
        }
    }

    /// Whether rows come in.
    var readsRows: Bool { input != .nothing }
}
