import Documents
import QuerySyntax
import SourceText

/// A chain of stages being bound: where the rows come from, and what each stage makes of them.
struct BoundStages {
    var source: PlanSource = .none
    var stages: [PlanStage] = []
    var type: FlowType = .nothing
    /// Whether a source was chosen: by the first stage, or by the caller of a definition.
    var hasSource = false
}

extension Binder {
    /// `[ "|" ] stage { "|" stage }`, with its source; nil where something in it was wrong.
    mutating func bindPipeline(_ pipeline: Pipeline) -> Plan? {
        let before = diagnostics.count
        var bound: BoundStages
        if pipeline.continuesLastResult {
            var start = BoundStages()
            bindResult(nil, at: pipeline.range, into: &start)
            bound = bindStages(pipeline.stages, into: start)
        } else {
            var start = BoundStages()
            if numbersARow(pipeline.stages.first), let number = newestRows { bindResult(number, at: pipeline.range, into: &start) }
            bound = bindStages(pipeline.stages, into: start)
        }
        guard diagnostics.count == before else { return nil }
        return Plan(
            source: bound.source, stages: bound.stages, type: bound.type, scope: environment.scope,
            text: Formatter(language: nil, commands: environment.commands).format(pipeline))
    }

    /// Whether a stage asks for a row by its number, as `show 3` does: of the rows on the screen.
    private func numbersARow(_ stage: Stage?) -> Bool {
        guard case .command(let command)? = stage?.kind, environment.commands[command.name.kind]?.positional.first?.kind == .address,
            case .values(let values) = command.arguments, let value = values.first, let text = plainText(value)
        else { return false }
        return readInteger(text) != nil || rangeDots(text) != nil
    }

    /// The number of the newest result that has rows; `show` itself gives text.
    private var newestRows: Int? {
        environment.numberedResults.lastIndex { type in
            switch type {
            case .units: true
            case .table(_, let hasRegions): hasRegions
            case .nothing, .number, .text: false
            }
        }.map { $0 + 1 }
    }

    /// The stages of a definition's body; open: a stage that cannot read `type` may read what its caller has.
    mutating func bindStages(_ stages: [Stage], from type: FlowType, isOpen: Bool) -> BoundStages {
        var start = BoundStages()
        if case .command(let command)? = stages.first?.kind, let declaration = environment.commands[command.name.kind],
            declaration.accepts.contains(type.kind)
        {
            start.type = type
            start.hasSource = isOpen
        }
        return bindStages(stages, into: start)
    }

    private mutating func bindStages(_ stages: [Stage], into start: BoundStages) -> BoundStages {
        var bound = start
        for (index, stage) in stages.enumerated() {
            let before = diagnostics.count
            metOpenParameter = false
            bindStage(stage, previous: index > 0 ? stages[index - 1] : nil, into: &bound)
            // The columns of a table may hang on the parameter's value: what follows is checked at the calls.
            if metOpenParameter, !bound.type.isUnits { break }
            // What follows a broken stage would only be told things that are not so.
            if diagnostics.count > before, !isRecoverable(stage) { break }
        }
        return bound
    }

    /// After a wrong argument the type of a command is still known; after a wrong name it is not.
    private func isRecoverable(_ stage: Stage) -> Bool {
        guard case .command(let command) = stage.kind, diagnostics.last?.code != .wrongInput else { return false }
        return environment.commands[command.name.kind] != nil
    }

    private mutating func bindStage(_ stage: Stage, previous: Stage?, into bound: inout BoundStages) {
        switch stage.kind {
        case .command(let command): bindCommand(command, stage: stage, previous: previous, into: &bound)
        case .call(let name, let arguments): bindCall(name, arguments, range: stage.range, into: &bound)
        case .result(let number):
            guard beginsPipeline(stage, bound) else { return }
            bindResult(number, at: stage.range, into: &bound)
        case .variable(let name):
            guard beginsPipeline(stage, bound) else { return }
            bindLetReference(name, at: stage.range, into: &bound)
        case .group(let pipeline):
            guard beginsPipeline(stage, bound), let plan = bindPipeline(pipeline) else { return }
            take(plan, into: &bound)
        }
    }

    /// A stage as it is written, with what its names stand for: they mean nothing outside of the session.
    private func text(_ stage: Stage) -> String {
        let writer = Formatter(language: nil, commands: environment.commands)
        var meanings = environment.lets.mapValues { writer.bracketed($0.text) }
        meanings.merge(environment.parameters.mapValues { writer.format($0, as: .text) }) { _, value in value }
        return Formatter(language: nil, commands: environment.commands, meanings: meanings).format(stage)
    }

    /// A name, a result or brackets bring rows of their own: only the first stage may.
    private mutating func beginsPipeline(_ stage: Stage, _ bound: BoundStages) -> Bool {
        guard bound.hasSource || !bound.stages.isEmpty else { return true }
        report(
            .sourceInside, at: stage.range,
            LocalizedText(
                "\(text(stage)) gives rows of its own and would drop those that come in",
                zh: "\(text(stage)) 自带行，会丢掉前面的行"),
            advice: LocalizedText("put it first, or use union, intersect or minus", zh: "请放在开头，或用 并、交、差"))
        return false
    }

    private mutating func take(_ plan: Plan, into bound: inout BoundStages) {
        bound.source = .plan(plan)
        bound.type = plan.type
        bound.hasSource = true
    }

    private mutating func bindResult(_ number: Int?, at range: SourceRange, into bound: inout BoundStages) {
        let results = environment.numberedResults
        let type = number.map { $0 >= 1 && $0 <= results.count ? results[$0 - 1] : nil } ?? environment.lastResult
        guard let type else {
            let name = number.map { "_\($0)" } ?? "_"
            report(
                .noResult, at: range,
                LocalizedText(
                    "there is no result \(name): \(results.count) so far", zh: "没有结果 \(name)：至今有 \(results.count) 个"))
            return
        }
        bound.source = .result(number)
        bound.type = type
        bound.hasSource = true
    }

    private mutating func bindLetReference(_ name: String, at range: SourceRange, into bound: inout BoundStages) {
        if isOpen(name) {
            bound.type = .units(.paragraph)
            bound.hasSource = true
            return
        }
        guard let plan = environment.lets[name] else { return reportUnknownName(name, at: range) }
        take(plan, into: &bound)
    }

    /// `$name` that nothing stands for.
    mutating func reportUnknownName(_ name: String, at range: SourceRange) {
        let known = Array(environment.lets.keys) + environment.parameters.keys + environment.openParameters
        let near = Suggestions.nearest(to: name, among: known) ?? (known.count == 1 ? known[0] : nil)
        report(
            .unknownName, at: range,
            LocalizedText("nothing is named \(name)", zh: "没有名为 \(name) 的东西"),
            advice: near == nil
                ? LocalizedText("bind it first: let \(name) = …", zh: "先定下：令 \(name) = …") : nil,
            edits: near.map { [SourceEdit(range, "$\($0)")] } ?? [])
    }

    /// `name(a, b)`: the body's stages, with the values standing for the parameters, in the place of the call.
    private mutating func bindCall(_ name: Name, _ arguments: [Value], range: SourceRange, into bound: inout BoundStages) {
        guard let definition = environment.definitions[name.kind] else {
            let near = Suggestions.nearest(to: name.kind, among: environment.definitions.keys)
            return report(
                .unknownFunction, at: name.range,
                LocalizedText("no function is named \(name.kind)", zh: "没有名为 \(name.kind) 的函数"),
                advice: near == nil
                    ? LocalizedText("make it with def \(name.kind)(…) = …", zh: "用 定义 \(name.kind)(…) = … 来写") : nil,
                edits: near.map { [SourceEdit(name.range, $0)] } ?? [])
        }
        guard arguments.count == definition.parameters.count else {
            let count = definition.parameters.count
            return report(
                .wrongArity, at: range,
                LocalizedText(
                    "\(name.kind) takes \(count) value\(count == 1 ? "" : "s"), but \(arguments.count) given",
                    zh: "\(name.kind) 要 \(count) 个值，给了 \(arguments.count) 个"))
        }
        guard depth < 50 else { return }
        var inside = Binder(source: source, parsed: parsed, environment: definition.environment())
        inside.callSite = callSite ?? range
        inside.depth = depth + 1
        inside.environment.lastResult = environment.lastResult
        inside.environment.numberedResults = environment.numberedResults
        inside.environment.exact = environment.exact
        for (parameter, value) in zip(definition.parameters, arguments) { pass(value, as: parameter, to: &inside) }
        bound = inside.bindStages(definition.body.stages, into: bound)
        diagnostics += inside.diagnostics
    }

    /// Gives a parameter its argument. What names mean in it is what they mean to the caller: a pipeline is bound here, a
    /// parameter of the caller is passed on as its value, and one that is still open stays open.
    private mutating func pass(_ value: Value, as parameter: String, to inside: inout Binder) {
        inside.environment.lets[parameter] = nil
        inside.environment.parameters[parameter] = nil
        switch value.kind {
        case .variable(let name) where isOpen(name):
            inside.environment.openParameters.insert(parameter)
        case .variable(let name):
            inside.environment.parameters[parameter] = environment.parameters[name]
            inside.environment.lets[parameter] = environment.lets[name]
            if environment.parameters[name] == nil, environment.lets[name] == nil { reportUnknownName(name, at: value.range) }
        case .pipeline(let pipeline):
            guard let plan = bindPipeline(pipeline) else {
                inside.environment.openParameters.insert(parameter)
                return
            }
            inside.environment.lets[parameter] = plan
        case .word, .string, .raw, .regex: inside.environment.parameters[parameter] = value
        }
    }

    /// `NAME arguments`
    private mutating func bindCommand(
        _ command: Command, stage: Stage, previous: Stage?, into bound: inout BoundStages
    ) {
        guard let declaration = environment.commands[command.name.kind] else {
            return reportUnknownCommand(command, stage: stage)
        }
        if !bound.hasSource && bound.stages.isEmpty { chooseSource(for: declaration, command, into: &bound) }
        guard accept(declaration, command.name, previous: previous, stage: stage, into: &bound) else { return }
        let arguments = bindArguments(command, of: declaration, end: stage.range.end, input: bound.type)
        if let finer = layerNeeded(by: arguments, input: bound.type) { descend(to: finer, before: stage, into: &bound) }
        checkSides(declaration, arguments, input: bound.type, at: stage.range)
        let output = declaration.output(bound.type, arguments)
        bound.stages.append(
            PlanStage(
                operation: .command(declaration, arguments), input: bound.type, output: output, text: text(stage),
                range: stage.range))
        bound.type = output
        bound.hasSource = true
    }

    private mutating func chooseSource(
        for declaration: CommandDeclaration, _ command: Command, into bound: inout BoundStages
    ) {
        switch declaration.source {
        case .none: bound.source = .none
        case .scope(let layer):
            bound.source = .scope(layer)
            bound.type = .units(layer)
        }
    }

    /// Whether the command reads what comes in, after a descent where one is needed.
    private mutating func accept(
        _ declaration: CommandDeclaration, _ name: Name, previous: Stage?, stage: Stage, into bound: inout BoundStages
    ) -> Bool {
        let kind = bound.type.kind
        if declaration.accepts.contains(kind) { return true }
        if case .units(let layer) = kind, layer < .sentence,
            let finer = Layer.allCases.first(where: { $0 > layer && declaration.accepts.contains(.units($0)) && $0 != .span })
        {
            descend(to: finer, before: stage, into: &bound)
            return true
        }
        reportWrongInput(declaration, name, given: kind, previous: previous, stage: stage)
        return false
    }

    private func descend(to layer: Layer, before stage: Stage, into bound: inout BoundStages) {
        let output = FlowType.units(layer)
        bound.stages.append(
            PlanStage(
                operation: .descend(layer), input: bound.type, output: output, text: "→ \(layer.name(count: 2))",
                range: stage.range))
        bound.type = output
    }

    /// The finest layer that a field among the arguments asks for, where the rows are coarser.
    private func layerNeeded(by arguments: BoundArguments, input: FlowType) -> Layer? {
        guard case .units(let layer, _) = input, layer < .sentence else { return nil }
        let references =
            arguments.fields + arguments.named.values.flatMap { $0.compactMap(\.field) }
            + (arguments.expression?.fields ?? []) + arguments.assignments.flatMap(\.expression.fields)
        let needed = references.compactMap { reference -> Layer? in
            if case .unit(let field) = reference { field.coarsestLayer } else { nil }
        }.max()
        guard let needed, needed > layer else { return nil }
        // What is grouped or filtered by section is counted in paragraphs: nested sections would count twice.
        return needed == .section ? .paragraph : needed
    }

    /// Set operations compare rows of one layer.
    private mutating func checkSides(
        _ declaration: CommandDeclaration, _ arguments: BoundArguments, input: FlowType, at range: SourceRange
    ) {
        guard ["union", "intersect", "minus"].contains(declaration.name.english), let other = arguments.plan,
            case .units(let left, _) = input, !arguments.isBroken
        else { return }
        if case .units(let right, _) = other.type, right == left { return }
        let given = other.type.kind.name
        var edits: [SourceEdit] = []
        if case .units(let right, _) = other.type, right > left, left != .span,
            case .command(let command)? = callSite == nil ? sourceStage(at: range) : nil,
            case .values(let values) = command.arguments, case .pipeline(let pipeline)? = values.first?.kind
        {
            let climb = expansion(to: left, likeTheNameAt: range)
            edits = [SourceEdit(pipeline.range.end, climb.bar + climb.stage)]
        }
        if case .units(let right, _) = other.type, right < left, right != .span, callSite == nil {
            let climb = expansion(to: right, likeTheNameAt: range)
            edits = [SourceEdit(SourceRange(range.lower, range.lower), climb.stage + climb.bar)]
        }
        report(
            .layersDiffer, at: range,
            LocalizedText(
                "\(declaration.name.english) needs \(left.name(count: 2)) on both sides, but the right gives \(given.english)",
                zh: "\(declaration.name.chinese) 两边须都是\(left.chinese)，而右边是\(given.chinese)"),
            advice: edits.isEmpty ? adviceForSides(other.type) : nil,
            edits: edits)
    }

    private func adviceForSides(_ right: FlowType) -> LocalizedText {
        switch right {
        case .units: LocalizedText("bring both to one layer with expand", zh: "用 扩 使两边同层")
        case .nothing, .number, .text, .table:
            LocalizedText("leave out the stage that makes it", zh: "请去掉右边得出它的那一步")
        }
    }

    /// The command written at `range`: parsed again, as only an error needs it.
    private func sourceStage(at range: SourceRange) -> StageKind? {
        let bytes = Array(source.utf8)
        guard range.upper <= bytes.count else { return nil }
        let padded = String(repeating: " ", count: range.lower) + String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
        guard
            case .pipeline(let pipeline)? = parse(padded, vocabulary: environment.commands.vocabulary).script
                .statements.first?.kind
        else { return nil }
        return pipeline.stages.first?.kind
    }
}
