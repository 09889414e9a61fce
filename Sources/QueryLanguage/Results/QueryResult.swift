import Documents
import SourceText

/// What a pipeline gave, pulled batch by batch so that a pager or `head` may stop it early.
public enum QueryResult {
    case units(UnitResult)
    case table(TableResult)
    case number(NumberResult)
    case text(TextResult)
    case nothing
}

/// Rows that are regions of an archive.
public struct UnitResult {
    /// The archive the regions are offsets into.
    public let archive: Archive
    /// What they are regions of.
    public let layer: Layer
    /// Names of the values found with spans, in the order of `Regions.attributes`.
    public let attributes: [Column]
    /// The next batch, or nil at the end. Throws `Interrupted` and data errors.
    public let next: () throws -> Regions?
    /// How many they are, where that is told sooner than by pulling them.
    public let totals: RowTotals?

    /// Rows pulled from `next`.
    public init(
        archive: Archive, layer: Layer, attributes: [Column] = [], totals: RowTotals? = nil, next: @escaping () throws -> Regions?
    ) {
        self.archive = archive
        self.layer = layer
        self.attributes = attributes
        self.totals = totals
        self.next = next
    }
}

/// Rows of cells.
public struct TableResult {
    /// The archive that regions of rows are offsets into.
    public let archive: Archive
    /// The columns, left to right.
    public let columns: [Column]
    /// How it is laid out at a terminal.
    public let style: TableStyle
    /// The next batch of rows, or nil at the end. Throws `Interrupted` and data errors.
    public let next: () throws -> [TableRow]?

    /// Rows pulled from `next`.
    public init(
        archive: Archive, columns: [Column], style: TableStyle = .plain, next: @escaping () throws -> [TableRow]?
    ) {
        self.archive = archive
        self.columns = columns
        self.style = style
        self.next = next
    }

    /// A table whose rows are at hand.
    public init(archive: Archive, columns: [Column], style: TableStyle = .plain, rows: [TableRow]) {
        var pending: [TableRow]? = rows
        self.init(archive: archive, columns: columns, style: style) {
            defer { pending = nil }
            return pending
        }
    }
}

/// A number with what it counts and of how many.
public struct NumberResult: Hashable, Sendable {
    /// The number.
    public let value: Int
    /// What was counted: rows of a layer; nil for rows of a table.
    public let unit: Layer?
    /// How many units of that layer the scope has; nil where that says nothing.
    public let of: Int?

    /// A count.
    public init(value: Int, unit: Layer? = nil, of: Int? = nil) {
        self.value = value
        self.unit = unit
        self.of = of
    }
}

/// Running text: `show`, `cite`, `outline`, `help`.
public struct TextResult: Sendable {
    /// What a line is, so that a terminal can set it apart.
    public enum Style: Hashable, Sendable { case plain, title, faint, heading, code }

    /// One line of text.
    public struct Line: Hashable, Sendable {
        /// The text, without address; no newline in it.
        public var text: String
        /// The address shown before it, or nil.
        public var address: String?
        /// Stretches to be marked as hits, as offsets into the UTF-8 of `text`.
        public var marks: [Range<Int>]
        /// What kind of line it is.
        public var style: Style

        /// A line.
        public init(_ text: String, address: String? = nil, marks: [Range<Int>] = [], style: Style = .plain) {
            self.text = text
            self.address = address
            self.marks = marks
            self.style = style
        }
    }

    /// The lines in order.
    public var lines: [Line]

    /// Text of `lines`.
    public init(lines: [Line]) { self.lines = lines }

    /// Plain lines.
    public init(_ lines: [String]) { self.init(lines: lines.map { Line($0) }) }
}
