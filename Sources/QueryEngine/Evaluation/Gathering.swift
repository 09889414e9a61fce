import Documents
import QueryLanguage

// What several commands do with rows of every kind.

/// All rows of a result, left in their batches: what is sorted, sampled or compared is their places.
struct GatheredRows {
    private(set) var batches: [Regions] = []
    /// For each row its batch and its place in it.
    private(set) var places: [(batch: Int, row: Int)] = []

    /// The number of rows.
    var count: Int { places.count }

    /// What row `index` is a region of.
    func region(_ index: Int) -> Region { batches[places[index].batch][places[index].row] }

    mutating func append(_ batch: Regions) {
        places.reserveCapacity(places.count + batch.count)
        for row in 0..<batch.count { places.append((batches.count, row)) }
        batches.append(batch)
    }

    /// The rows of both, those of `other` behind.
    func joined(with other: GatheredRows) -> GatheredRows {
        var both = self
        for batch in other.batches { both.append(batch) }
        return both
    }
}

extension Invocation {
    /// All rows that come in. Memory grows with them: 12 bytes of text offsets a row, and 16 for its place.
    func gathered() throws -> GatheredRows {
        var rows = GatheredRows()
        let units = units
        while let batch = try units.next() {
            try context.cancellation.check()
            rows.append(batch)
        }
        return rows
    }

    /// Rows as a result of the same kind as the input, in the order of `chosen`: neighbours from one batch stay together.
    func regrouped(_ rows: GatheredRows, _ chosen: [Int]) -> Outcome {
        let units = units
        var next = 0
        return .units(
            UnitResult(archive: archive, layer: units.layer, attributes: units.attributes) {
                guard next < chosen.count else { return nil }
                let batch = rows.places[chosen[next]].batch
                let end = chosen[next...].prefix(4096).firstIndex { rows.places[$0].batch != batch }
                let run = next..<min(end ?? chosen.count, next + 4096)
                next = run.upperBound
                return rows.batches[batch].selecting(run.lazy.map { rows.places[chosen[$0]].row })
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
        return regrouped(rows, try choose(rows.places.map { RowReader(rows.batches[$0.batch], $0.row, self) }))
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
