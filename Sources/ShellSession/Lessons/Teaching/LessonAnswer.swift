import Documents
import QueryEngine
import QueryLanguage

/// What an input means: what it gave, apart from how it was written and laid out.
indirect enum LessonAnswer: Hashable {
    /// Codes of errors; empty for a query that was interrupted or could not read its data.
    case failed([String])
    case number(Int, unit: Layer?)
    case units(Layer, [Region])
    case table([Column], [[Cell]], drawn: PlotKind?)
    case text([String])
    /// What a `let` names.
    case named(String, LessonAnswer)
    /// The sentences that a `use` selects.
    case scope(LessonAnswer)
    /// A definition, a setting, `explain` and its like: the statement in its normal form.
    case statement(String)
    /// What was only printed: an export, a check that passed.
    case printed(String)

    /// The values of a result, pulled to its end. Throws what its query throws.
    init(_ result: QueryResult) throws {
        switch result {
        case .units(let units):
            var rows: [Region] = []
            while let batch = try units.next() { rows += (0..<batch.count).map { batch[$0] } }
            self = .units(units.layer, rows)
        case .table(let table):
            var rows: [[Cell]] = []
            while let batch = try table.next() { rows += batch.map(\.cells) }
            self = .table(table.columns, rows, drawn: table.style.plotKind)
        case .number(let number): self = .number(number.value, unit: number.unit)
        case .text(let text): self = .text(text.lines.map(\.text))
        case .nothing: self = .printed("")
        }
    }
}

extension LessonAnswer {
    /// What one types on the way to an answer: help, a name, a scope, a setting.
    var isPreparation: Bool {
        switch self {
        case .text, .named, .scope, .statement: true
        case .failed, .number, .units, .table, .printed: false
        }
    }
}

extension TableStyle {
    /// How the table is drawn; nil where it is no drawing.
    fileprivate var plotKind: PlotKind? {
        switch self {
        case .plot(let plot): plot.kind
        case .plain, .concordance, .crossTabulation: nil
        }
    }
}
