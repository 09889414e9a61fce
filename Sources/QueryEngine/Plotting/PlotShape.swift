import Documents
import QueryLanguage

/// What is drawn of what comes in: decided from columns and arguments alone, so that the binder knows the type of what comes out.
enum PlotShape {
    /// Columns of the table as they are.
    case columns(Plot)
    /// Where the rows, or the hits in them, stand in their texts.
    case positions
    /// There is nothing that could be drawn.
    case nothing

    /// The shape for an input and the arguments of `plot`.
    init(_ input: FlowType, _ arguments: BoundArguments) {
        switch input {
        case .units: self = .positions
        case .nothing, .number, .text: self = .nothing
        case .table(let columns, let hasRegions):
            let kind = arguments.choice("kind").flatMap(PlotKind.init)
            self = PlotShape(columns, hasRegions, kind: kind, ChosenColumns(arguments))
        }
    }

    private init(_ columns: [Column], _ hasRegions: Bool, kind: PlotKind?, _ chosen: ChosenColumns) {
        let plan = ColumnRoles(columns, chosen)
        if let strip = plan.strip, kind == nil || kind == .strip {
            self = .columns(strip)
        } else if kind == .strip || plan.values.isEmpty {
            self = hasRegions ? .positions : .nothing
        } else {
            self = .columns(Plot(kind ?? plan.kind, axis: plan.axis, groups: plan.groups, values: plan.values))
        }
    }

    /// The type of what is drawn.
    func output(_ input: FlowType) -> FlowType {
        switch self {
        case .columns, .nothing: input
        case .positions: .table(PlotShape.positionColumns, hasRegions: true)
        }
    }

    /// The columns of a table of positions: anything that has them can be drawn as a strip.
    static let positionColumns = [
        Column("in", zh: "所在", .text), Column("position", zh: "字位", .number), Column("of", zh: "总字数", .number),
    ]
}

/// The columns that `x=` and `y=` name.
struct ChosenColumns {
    let axis: Int?
    let values: [Int]

    init(_ arguments: BoundArguments) {
        func places(_ name: String) -> [Int] {
            arguments.fields(name).compactMap { if case .column(let place, _) = $0 { place } else { nil } }
        }
        axis = places("x").first
        values = places("y")
    }
}

/// What the columns of a table are to a drawing.
struct ColumnRoles {
    private let columns: [Column]
    private(set) var axis: Int?
    private(set) var groups: Int?
    private(set) var values: [Int] = []

    init(_ columns: [Column], _ chosen: ChosenColumns) {
        self.columns = columns
        let measures = columns.indices.filter { !isDimension($0) && $0 != chosen.axis }
        values = chosen.values.isEmpty ? drawn(of: measures) : chosen.values
        let end = values.min() ?? columns.count
        let dimensions = columns.indices.filter { isDimension($0) && !values.contains($0) }
        axis = chosen.axis ?? dimensions.first ?? fallbackAxis(measures, end)
        // Two categories before a number make a matrix. More of them, dates, and text behind the numbers comment on the row.
        let others = dimensions.filter { $0 != axis && $0 < end }
        if values.count == 1, others.count == 1, columns[others[0]].kind != .date { groups = others[0] }
    }

    /// Two columns of numbers without a name: the first is the axis.
    private func fallbackAxis(_ measures: [Int], _ end: Int) -> Int? { measures.first.flatMap { $0 < end ? $0 : nil } }

    /// Text, dates, and numbers that say where something stands rather than how much it is.
    private func isDimension(_ place: Int) -> Bool {
        columns[place].kind != .number || ColumnRoles.places.contains(columns[place])
    }

    private static let places = Set([UnitField.year, .month, .day, .page, .line, .paragraph, .sentence].map { Column($0) })

    /// The ends of the names of rates, and the effect size of a comparison: what tells more than the counts beside it.
    private static let rates = ["per 10,000", "per unit", "per-million", "log-ratio"]

    /// Series share an axis, so they must share a unit. Rates do: of groups of unequal size they compare what counts do not.
    /// Otherwise columns that the user named do, one a pattern; columns of the program's own are each a measure of its own.
    private func drawn(of measures: [Int]) -> [Int] {
        let rates = measures.filter { place in ColumnRoles.rates.contains { columns[place].name.hasSuffix($0) } }
        if !rates.isEmpty { return rates }
        let named = measures.filter { columns[$0].name == columns[$0].chinese }
        return named.isEmpty ? Array(measures.prefix(1)) : named
    }

    /// The kind that suits the axis: a course of time is a line, many series a matrix.
    var kind: PlotKind {
        guard let axis else { return .bars }
        guard columns[axis].kind == .text || columns[axis].kind == .boolean else { return .lines }
        return groups != nil || values.count > 3 ? .heat : .bars
    }

    /// The drawing of a table of positions.
    var strip: Plot? {
        let places = PlotShape.positionColumns.compactMap { columns.firstIndex(of: $0) }
        return places.count == 3 ? Plot(.strip, axis: places[0], values: [places[1], places[2]]) : nil
    }
}
