import Documents
import QueryLanguage

// What several commands do with rows of every kind.

/// A row taken out of its batch, to be sorted, sampled or compared.
struct GatheredRow {
    /// The row as a batch of one.
    let batch: Regions
    /// What it is a region of.
    var region: Region { batch[0] }
}

extension Invocation {
    /// All rows that come in, one by one. Memory grows with them.
    func gathered() throws -> [GatheredRow] {
        var rows: [GatheredRow] = []
        let units = units
        while let batch = try units.next() {
            try context.cancellation.check()
            for row in 0..<batch.count { rows.append(GatheredRow(batch: batch.selecting(CollectionOfOne(row)))) }
        }
        return rows
    }

    /// Rows as a result of the same kind as the input: neighbours of one shard share a batch.
    func regrouped(_ rows: [GatheredRow]) -> Outcome {
        let units = units
        var rest = rows[...]
        return .units(
            UnitResult(archive: archive, layer: units.layer, attributes: units.attributes) {
                guard let first = rest.popFirst() else { return nil }
                var batch = first.batch
                while let next = rest.first, next.batch.shard == batch.shard, batch.count < 4096 {
                    batch.append(next.batch)
                    rest = rest.dropFirst()
                }
                return batch
            })
    }

    /// The rows of a table, or of none.
    func tableRows() throws -> [TableRow] {
        guard case .table(let table) = input else { return [] }
        var rows: [TableRow] = []
        while let batch = try table.next() {
            try context.cancellation.check()
            rows += batch
        }
        return rows
    }

    /// A table like the one that came in, with other rows.
    func sameTable(_ rows: [TableRow]) -> Outcome {
        guard case .table(let table) = input else { return .result(.nothing) }
        return .table(TableResult(archive: archive, columns: table.columns, style: table.style, rows: rows))
    }

    /// Something done with rows of whatever kind comes in, by index: `choose` is given readers of all rows and gives the
    /// indices that stay, in their new order.
    func choosingRows(_ choose: ([RowReader]) throws -> [Int]) throws -> Outcome {
        if case .table = input {
            let rows = try tableRows()
            return sameTable(try choose(rows.map { RowReader($0, self) }).map { rows[$0] })
        }
        let rows = try gathered()
        return regrouped(try choose(rows.map { RowReader($0.batch, 0, self) }).map { rows[$0] })
    }
}

extension Regions {
    /// Adds the rows of another batch of the same layer and shard. Hits are kept where both have them.
    mutating func append(_ other: Regions) {
        units += other.units
        spans += other.spans
        if hits != nil, let more = other.hits {
            for row in 0..<other.count { hits?.append(more[row]) }
        } else {
            hits = nil
        }
        for column in attributes.indices where column < other.attributes.count {
            attributes[column] += other.attributes[column]
        }
    }
}

extension FlowType {
    /// The type of rows that pass through unchanged.
    static func same(_ input: FlowType, _ arguments: BoundArguments) -> FlowType { input }
}

/// Counts by a key, groups in the order that suits the keys: dates and numbers by value, texts by first appearance.
struct Groups {
    private var order: [[Cell]] = []
    private var index: [[Cell]: Int] = [:]

    /// The place of a group, which is made where it is new.
    mutating func place(of key: [Cell]) -> Int {
        if let place = index[key] { return place }
        index[key] = order.count
        order.append(key)
        return order.count - 1
    }

    /// The number of groups.
    var count: Int { order.count }

    /// The keys with their places, in the order they are shown in.
    func sorted(kinds: [CellKind]) -> [(key: [Cell], place: Int)] {
        order.enumerated().sorted { a, b in
            for (column, kind) in kinds.enumerated() where kind != .text {
                if Cell.ascending(a.element[column], b.element[column]) { return true }
                if Cell.ascending(b.element[column], a.element[column]) { return false }
            }
            return a.offset < b.offset
        }.map { ($0.element, $0.offset) }
    }
}
