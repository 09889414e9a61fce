/// One row: a region of one shard.
public struct Region: Hashable, Sendable {
    /// What it is a region of.
    public var layer: Layer
    /// Index in `Archive.shards`.
    public var shard: Int
    /// The index of the article, section or paragraph; of a sentence or span, the paragraph it lies in.
    public var unit: Int
    /// Its bytes: an article's block, a section from its heading to its last paragraph, otherwise the text itself.
    public var span: Span

    /// A region with its place.
    public init(layer: Layer, shard: Int, unit: Int, span: Span) {
        self.layer = layer
        self.shard = shard
        self.unit = unit
        self.span = span
    }
}

/// A batch of rows of one layer and one shard, as columns: what flows through a pipeline.
public struct Regions: Sendable {
    /// What the rows are regions of.
    public let layer: Layer
    /// Index in `Archive.shards`.
    public let shard: Int
    /// For each row the index of its article, section or paragraph; see `Region.unit`.
    public var units: ContiguousArray<UInt32> = []
    /// For each row its bytes. Spans may overlap (pairs of `near`); the other layers do not.
    public var spans: ContiguousArray<Span> = []
    /// For each row what was found in it; nil where nobody asked.
    public var hits: Hits?
    /// Values found with spans (the speaker of a quotation), a column an attribute, a cell a row.
    public var attributes: [ContiguousArray<Cell>] = []

    /// A batch without rows.
    public init(layer: Layer, shard: Int) {
        self.layer = layer
        self.shard = shard
    }

    /// The number of rows.
    public var count: Int { units.count }

    /// Row number `index`, from 0.
    public subscript(index: Int) -> Region {
        Region(layer: layer, shard: shard, unit: Int(units[index]), span: spans[index])
    }

    /// Adds a row without hits.
    public mutating func append(unit: UInt32, span: Span) {
        units.append(unit)
        spans.append(span)
    }

    /// The rows at `rows`, in that order, with their hits and attributes. Cost: what is kept.
    public func selecting(_ rows: some Sequence<Int>) -> Regions {
        var kept = Regions(layer: layer, shard: shard)
        kept.hits = hits.map { _ in Hits() }
        kept.attributes = attributes.map { _ in [] }
        for row in rows {
            kept.append(unit: units[row], span: spans[row])
            if let hits { kept.hits?.append(hits[row]) }
            for column in attributes.indices { kept.attributes[column].append(attributes[column][row]) }
        }
        return kept
    }
}

/// What was found in each row of a batch.
public struct Hits: Sendable {
    /// Row `i` has the spans from `first[i]` up to `first[i + 1]`.
    private var first: ContiguousArray<Int> = [0]
    /// All hits, row after row, each row's in text order.
    public private(set) var spans: ContiguousArray<Span> = []

    /// No rows.
    public init() {}

    /// A hit a row: each span is found in itself.
    public init(eachOf spans: ContiguousArray<Span>) {
        self.spans = spans
        first = ContiguousArray(0...spans.count)
    }

    /// The hits of row `row`.
    public subscript(row: Int) -> ArraySlice<Span> { ArraySlice(spans[first[row]..<first[row + 1]]) }

    /// The number of hits of row `row`.
    public func count(_ row: Int) -> Int { first[row + 1] - first[row] }

    /// Adds the hits of the next row.
    public mutating func append(_ found: some Sequence<Span>) {
        spans.append(contentsOf: found)
        first.append(spans.count)
    }
}
