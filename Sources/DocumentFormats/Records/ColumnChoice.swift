import SourceText

/// The columns, as indices among those a table has, in which the fields of its articles stand.
typealias ColumnChoice = [TableField: Int]

/// A column that a table has.
struct TableColumn {
    /// The name; in JSON the names of the keys that lead to it, joined by dots.
    var name: String
    /// Whether it holds text or numbers itself, rather than further keys.
    var holdsValues = true

    /// The name of the innermost key, and how deep it stands.
    var leaf: (name: String, depth: Int) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return (parts.last.map(String.init) ?? name, parts.count - 1)
    }
}

extension ColumnMap {
    /// Which of `columns` hold which fields: as the map says, and guessed from the names where it says nothing. Fails
    /// where the map names a column there is not, or none holds the text.
    func choose(among columns: [TableColumn]) -> Result<ColumnChoice, ReadFailure> {
        var choice: ColumnChoice = [:]
        for field in TableField.allCases {
            guard let wanted = names[field] else { continue }
            guard let column = column(wanted, among: columns) else { return .failure(.unknownColumn(wanted, columns)) }
            choice[field] = column
        }
        choice = guess(among: columns, knowing: choice)
        return choice[.text] == nil ? .failure(.noTextColumn(columns)) : .success(choice)
    }

    /// What the names of the columns say of the fields that are not known.
    func guess(among columns: [TableColumn], knowing known: ColumnChoice = [:]) -> ColumnChoice {
        var choice = known
        for field in TableField.allCases where names[field] == nil {
            choice[field] = guess(field, among: columns, besides: Set(choice.values))
        }
        return choice
    }

    /// A column by its name, or by its number from 1.
    private func column(_ wanted: String, among columns: [TableColumn]) -> Int? {
        if let exact = columns.firstIndex(where: { $0.name == wanted }) { return exact }
        let folded = wanted.lowercased()
        if let close = columns.firstIndex(where: { $0.name.lowercased() == folded }) { return close }
        guard let number = Int(wanted), (1...max(1, columns.count)).contains(number), !columns.isEmpty else { return nil }
        return number - 1
    }

    /// The column whose name says most certainly that it holds the field; of nested ones only where there is no other.
    private func guess(_ field: TableField, among columns: [TableColumn], besides taken: Set<Int>) -> Int? {
        var best: (rank: Int, column: Int)?
        for (index, column) in columns.enumerated() where column.holdsValues && !taken.contains(index) {
            let leaf = column.leaf
            guard let rank = ColumnNames.rank(leaf.name, as: field) else { continue }
            let whole = rank + leaf.depth * 1000
            if best.map({ whole < $0.rank }) ?? true { best = (whole, index) }
        }
        return best?.column
    }

    /// Whether all columns are named by number.
    var isByNumber: Bool { !names.isEmpty && names.values.allSatisfy { Int($0) != nil } }
}

extension ReadFailure {
    private static let mostListed = 20
    private static let longestListed = 40

    private static func list(_ columns: [TableColumn]) -> String {
        let names = columns.prefix(mostListed).map { column in
            column.name.unicodeScalars.count > longestListed ? "\(column.name.unicodeScalars.prefix(longestListed))…" : column.name
        }
        return names.joined(separator: ", ") + (columns.count > mostListed ? ", …" : "")
    }

    static func noTextColumn(_ columns: [TableColumn]) -> ReadFailure {
        guard !columns.isEmpty else {
            return ReadFailure("is a table without a record that can be read: skipped", zh: "是没有可读记录的表格：略过", isHarmlessInFolder: true)
        }
        return ReadFailure(
            "is a table without a column for the text (it has: \(list(columns))); say which by its name or number, as in columns='text=3': skipped",
            zh: "是没有正文列的表格（有：\(list(columns))）；请按列名或序号指明，如 列='正文=3'：略过", isHarmlessInFolder: true)
    }

    static func unknownColumn(_ name: String, _ columns: [TableColumn]) -> ReadFailure {
        ReadFailure(
            "is a table without a column \(name) (it has: \(list(columns))): skipped",
            zh: "是没有 \(name) 列的表格（有：\(list(columns))）：略过", isHarmlessInFolder: true)
    }
}
