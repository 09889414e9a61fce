/// How a table is drawn.
public enum PlotKind: String, CaseIterable, Hashable, Sendable {
    /// A bar a row and series.
    case bars
    /// Points joined in the order of the axis.
    case lines
    /// Where in a text something stands: a lane a text, a stroke a hit.
    case strip
    /// A matrix whose cells are the darker the greater their number.
    case heat
}

/// What a drawing shows of a table: which columns, and how. The rows stay as they are.
public struct Plot: Hashable, Sendable {
    /// How it is drawn.
    public let kind: PlotKind
    /// The column of the axis: categories, years, dates; of a strip the text that a lane stands for. Nil where rows have
    /// no name and their number must do.
    public let axis: Int?
    /// A second column of categories, whose values are the series; nil where columns are.
    public let groups: Int?
    /// The columns of numbers that are drawn, each a series; of a strip the position and the length of the lane.
    public let values: [Int]

    /// A drawing of columns, given by their places.
    public init(_ kind: PlotKind, axis: Int?, groups: Int? = nil, values: [Int]) {
        self.kind = kind
        self.axis = axis
        self.groups = groups
        self.values = values
    }
}
