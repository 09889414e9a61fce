import QuerySyntax
import SourceText

/// The statements of a script, checked, or what is wrong with them.
public struct BindResult: Sendable {
    /// One for each statement of the script where there are no diagnostics; otherwise those that could be bound.
    public var statements: [BoundStatement]
    /// What is wrong, in source order.
    public var diagnostics: [Diagnostic]
    /// The environment after the last statement.
    public var environment: BindingEnvironment
}

/// Parses and checks a whole script without reading any file: names, types, values, regular expressions. Never throws.
/// What the parser complains of is given alone, as the tree behind it is a guess.
/// Cost: proportional to the script; each regular expression is compiled once.
public func bind(_ source: String, in environment: BindingEnvironment) -> BindResult {
    let parsed = parse(source, vocabulary: environment.commands.vocabulary)
    guard parsed.diagnostics.isEmpty else {
        return BindResult(statements: [], diagnostics: parsed.diagnostics, environment: environment)
    }
    var binder = Binder(source: source, parsed: parsed, environment: environment)
    let statements = parsed.script.statements.compactMap { binder.bind($0) }
    let ordered = binder.diagnostics.sorted { $0.range.lower < $1.range.lower }
    return BindResult(statements: statements, diagnostics: ordered, environment: binder.environment)
}

/// The state of binding one script: what names mean so far, and what was wrong.
struct Binder {
    /// The text that ranges point into.
    let source: String
    /// The text as the parser understood it.
    let parsed: ParseResult
    /// What names mean; statements add to it.
    var environment: BindingEnvironment
    /// What was wrong so far.
    var diagnostics: [Diagnostic] = []
    /// Whether a parameter without a value was met since somebody lowered this: what came of it is not known in full.
    var metOpenParameter = false
    /// Inside a called definition: the place of the call, where its errors are shown.
    var callSite: SourceRange?
    /// How many calls deep, so that definitions that call each other in circles end.
    var depth = 0

    /// Notes an error. Inside a definition it is shown at the call, without edits: those would change another text.
    mutating func report(
        _ code: DiagnosticCode, at range: SourceRange, _ message: LocalizedText,
        advice: LocalizedText? = nil, edits: [SourceEdit] = []
    ) {
        let place = callSite ?? range
        diagnostics.append(
            Diagnostic(
                code, at: place, message, advice: advice, edits: callSite == nil ? edits : [],
                cure: parsed.cure(at: place)))
    }

    /// `stmt`
    mutating func bind(_ statement: Statement) -> BoundStatement? {
        switch statement.kind {
        case .letBinding(let name, let pipeline): return bindLet(name, pipeline)
        case .definition(let name, let parameters, let body): return bindDefinition(name, parameters, body)
        case .use(let pipeline): return bindUse(pipeline)
        case .set(let name, let value): return bindSet(name, value)
        case .explain(let pipeline):
            guard let pipeline else { return .explain(nil) }
            return bindPipeline(pipeline).map { .explain($0) }
        case .why(let pipeline):
            guard let pipeline else { return .why(nil) }
            return bindPipeline(pipeline).map { .why($0) }
        case .format(let language, let subject): return bindFormat(language, subject)
        case .pipeline(let pipeline):
            guard let plan = bindPipeline(pipeline) else { return nil }
            remember(plan.type)
            return .pipeline(plan)
        }
    }

    private mutating func remember(_ type: FlowType) {
        guard type != .nothing else { return }
        environment.lastResult = type
        environment.numberedResults.append(type)
    }

    /// `let NAME = pipeline`
    private mutating func bindLet(_ name: Name, _ pipeline: Pipeline) -> BoundStatement? {
        checkNewName(name)
        guard let plan = bindPipeline(pipeline) else { return nil }
        if plan.type == .nothing {
            report(
                .wrongInput, at: pipeline.range,
                LocalizedText("let needs a value, but this only acts", zh: "令 要一个值，而这里只有动作"))
        }
        environment.lets[name.kind] = plan
        return .letBinding(name.kind)
    }

    /// `def NAME(a, b) = pipeline`: checked now with its parameters open, bound again at each call.
    private mutating func bindDefinition(_ name: Name, _ parameters: [Name], _ body: Pipeline) -> BoundStatement? {
        checkNewName(name)
        let names = parameters.map(\.kind)
        for (index, parameter) in parameters.enumerated() where names[..<index].contains(parameter.kind) {
            report(
                .nameTaken, at: parameter.range,
                LocalizedText("two parameters are called \(parameter.kind)", zh: "有两个参数都叫 \(parameter.kind)"),
                edits: [SourceEdit(parameter.range, "\(parameter.kind)2")])
        }
        let outside = environment
        environment.definitions[name.kind] = Definition(parameters: names, body: body) { outside }
        var inside = Binder(source: source, parsed: parsed, environment: outside)
        inside.environment.openParameters = Set(names)
        inside.checkBody(body)
        diagnostics += inside.diagnostics
        return .definition(name.kind)
    }

    /// A body may read the rows of its caller, of whatever type: only what is wrong for every caller is reported.
    private mutating func checkBody(_ body: Pipeline) {
        let first = FlowType.units(.paragraph)
        _ = bindStages(body.stages, from: first, isOpen: true)
    }

    private mutating func checkNewName(_ name: Name) {
        guard environment.commands[name.kind] != nil || Keyword(spelling: name.kind) != nil else { return }
        report(
            .nameTaken, at: name.range,
            LocalizedText("\(name.kind) is a command or keyword", zh: "\(name.kind) 是命令或关键词"),
            edits: [SourceEdit(name.range, "my\(name.kind)")])
    }

    /// Whether `name` is a parameter of a definition that is being checked, and has no value.
    mutating func isOpen(_ name: String) -> Bool {
        guard environment.openParameters.contains(name) else { return false }
        metOpenParameter = true
        return true
    }

    /// `use pipeline`
    private mutating func bindUse(_ pipeline: Pipeline?) -> BoundStatement? {
        guard let pipeline else {
            environment.scope = nil
            return .use(nil)
        }
        // A scope is always taken from the whole archive: `use` twice does not narrow twice.
        environment.scope = nil
        guard let plan = bindPipeline(pipeline) else { return nil }
        switch plan.type {
        case .units(.article, _), .units(.section, _), .units(.paragraph, _): break
        case .units(.sentence, _), .units(.span, _):
            let climb = expansion(to: .paragraph, likeTheNameAt: pipeline.range)
            report(
                .badScope, at: pipeline.range,
                LocalizedText(
                    "a scope is made of articles, sections or paragraphs, but this gives \(plan.type.kind.name.english)",
                    zh: "范围由文章、节或段组成，而这里是\(plan.type.kind.name.chinese)"),
                edits: [SourceEdit(pipeline.range.end, climb.bar + climb.stage)])
        case .nothing, .number, .text, .table:
            report(
                .badScope, at: pipeline.range,
                LocalizedText(
                    "a scope is made of articles, sections or paragraphs, but this gives \(plan.type.kind.name.english)",
                    zh: "范围由文章、节或段组成，而这里是\(plan.type.kind.name.chinese)"))
        }
        environment.scope = ScopePlan(plan)
        return .use(plan)
    }

    /// `set NAME value`
    private mutating func bindSet(_ name: Name?, _ value: Value?) -> BoundStatement? {
        guard let name else { return .set(nil, nil) }
        guard let setting = Setting.named(name.kind) else {
            let near = Suggestions.nearest(to: name.kind, among: Setting.allCases.flatMap(\.name.spellings))
            report(
                .unknownSetting, at: name.range,
                LocalizedText("unknown setting \(name.kind)", zh: "没有设置 \(name.kind)"),
                advice: near == nil ? LocalizedText("`set` alone lists them", zh: "单独的 `设` 列出全部") : nil,
                edits: near.map { [SourceEdit(name.range, $0)] } ?? [])
            return nil
        }
        guard let value else { return .set(setting, nil) }
        guard let text = settingValue(setting, value) else { return nil }
        if setting == .exact { environment.exact = text == "true" }
        return .set(setting, text)
    }

    /// `fmt [zh|en] statement`: rewritten now, as it needs only the tree.
    private mutating func bindFormat(_ language: FormatLanguage?, _ subject: FormatSubject?) -> BoundStatement? {
        let target: Language? = language.map { $0 == .chinese ? .chinese : .english }
        guard case .statement(let statement)? = subject else { return .format(target, nil) }
        let before = diagnostics.count
        var trial = self
        _ = trial.bind(statement)
        diagnostics = trial.diagnostics
        guard diagnostics.count == before else { return nil }
        return .format(target, Formatter(language: target, commands: environment.commands).format(statement))
    }
}
