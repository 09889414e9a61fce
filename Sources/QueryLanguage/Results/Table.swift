import Documents

/// A column of a table: its name in both languages and what it holds.
public struct Column: Hashable, Sendable {
    /// The English name, also the key in JSON; a user's own name as written.
    public let name: String
    /// The Chinese name; the same as `name` where the user chose it.
    public let chinese: String
    /// What the cells hold; decides alignment and order.
    public let kind: CellKind

    /// A column.
    public init(_ name: String, zh chinese: String, _ kind: CellKind) {
        self.name = name
        self.chinese = chinese
        self.kind = kind
    }

    /// A column with one name in both languages.
    public init(verbatim name: String, _ kind: CellKind) { self.init(name, zh: name, kind) }

    /// The column that holds a unit field.
    public init(_ field: UnitField) { self.init(field.rawValue, zh: field.chinese, field.kind) }
}

/// A row of a table, with the region it speaks of where there is one.
public struct TableRow: Hashable, Sendable {
    /// A cell for each column.
    public var cells: [Cell]
    /// What `show`, `cite` and unit fields refer to.
    public var region: Region?
    /// The stretch inside `region` that was found: a concordance line's hit.
    public var hit: Span?

    /// A row of `cells`.
    public init(_ cells: [Cell], region: Region? = nil, hit: Span? = nil) {
        self.cells = cells
        self.region = region
        self.hit = hit
    }
}

/// How a table wants to be laid out where people see it.
public enum TableStyle: Hashable, Sendable {
    /// Columns side by side under a header.
    case plain
    /// A concordance: columns named `left`, `hit`, `right` meet at the hit.
    case concordance
    /// A drawing of some of its columns.
    case plot(Plot)
    /// Counts by group: a 0 in one of the columns `counts` says what is nowhere said, and is shown as a blank spot, 空白点.
    /// Exports and JSON have the number.
    case crossTabulation(counts: Range<Int>)
}
