import QueryLanguage

/// Whether rows must stand in the order of the lesson's.
enum RowOrder: Hashable {
    /// The lesson's query does not sort: any order will do.
    case any
    /// It sorts: by these columns. Rows alike in them may change places.
    case sorted([String])

    /// The order that a plan asks for: that of its last `sort`, or of a command with `sort=`.
    init(_ plan: Plan) {
        self = .any
        if case .plan(let inner) = plan.source { self = RowOrder(inner) }
        for stage in plan.stages {
            guard case .command(let declaration, let arguments) = stage.operation else { continue }
            if declaration.name.english == "sort" {
                self = .sorted(arguments.positional.compactMap(\.sortedColumn))
            } else if arguments.named["sort"] != nil {
                self = .sorted([])
            }
        }
    }
}

extension BoundValue {
    fileprivate var sortedColumn: String? {
        if case .sortKey(let field, _) = self { field.column.name } else { nil }
    }
}
