import Documents
import QueryLanguage
import SourceText

extension PlotFrame {
    /// The numbers that `plot` names, out of the rows of a table.
    init(_ rows: [TableRow], _ columns: [Column], _ plot: Plot, _ language: Language) {
        var builder = FrameBuilder(columns: columns, plot: plot, language: language)
        for row in rows { builder.add(row) }
        self = builder.frame
    }
}

/// Gathers rows as categories and series.
private struct FrameBuilder {
    let columns: [Column]
    let plot: Plot
    let language: Language
    private var keys: [Cell] = []
    private var placeOfKey: [Cell: Int] = [:]
    private var series: [PlotFrame.Series] = []
    private var seriesOfGroup: [Cell: Int] = [:]
    private var notFinite = 0
    private var withoutPlace = 0

    init(columns: [Column], plot: Plot, language: Language) {
        (self.columns, self.plot, self.language) = (columns, plot, language)
        if plot.groups == nil { series = plot.values.map { PlotFrame.Series(name: title($0), values: []) } }
    }

    private func title(_ place: Int) -> String {
        columns.indices.contains(place) ? columns[place].title(language) : ""
    }

    /// Lines, and tables with a row a cell, have one place for each value of the axis; in other drawings each row is its own.
    private var joinsRows: Bool { plot.groups != nil }

    mutating func add(_ row: TableRow) {
        func cell(_ place: Int) -> Cell { row.cells.indices.contains(place) ? row.cells[place] : .empty }
        let key = plot.axis.map(cell) ?? .integer(keys.count + 1)
        // A course of time has no place for what has no date.
        if plot.kind == .lines, key == .empty {
            withoutPlace += 1
            return
        }
        let place = place(of: key)
        guard let groups = plot.groups else {
            for (index, column) in plot.values.enumerated() { set(cell(column), series: index, at: place, adds: false) }
            return
        }
        set(cell(plot.values.first ?? -1), series: seriesIndex(cell(groups)), at: place, adds: true)
    }

    private mutating func place(of key: Cell) -> Int {
        if joinsRows, let known = placeOfKey[key] { return known }
        placeOfKey[key] = keys.count
        keys.append(key)
        return keys.count - 1
    }

    private mutating func seriesIndex(_ group: Cell) -> Int {
        if let known = seriesOfGroup[group] { return known }
        seriesOfGroup[group] = series.count
        series.append(PlotFrame.Series(name: group.label, values: []))
        return series.count - 1
    }

    private mutating func set(_ cell: Cell, series index: Int, at place: Int, adds: Bool) {
        let missing = place + 1 - series[index].values.count
        if missing > 0 { series[index].values += [Double?](repeating: nil, count: missing) }
        guard var number = cell.number else { return }
        guard number.isFinite else { return notFinite += 1 }
        if adds, let before = series[index].values[place] { number += before }
        // So far no sum or difference of two of them is infinite.
        series[index].values[place] = min(1e300, max(-1e300, number))
    }

    var frame: PlotFrame {
        var filled = series
        for index in filled.indices {
            filled[index].values += [Double?](repeating: nil, count: max(0, keys.count - filled[index].values.count))
        }
        let (axis, positions) = axisPositions
        let measure = plot.groups != nil ? plot.values.first.map(title) ?? "" : commonMeasure(&filled)
        let frame = PlotFrame(
            axisTitle: plot.axis.map(title) ?? "", measure: measure, labels: keys.map(\.label), positions: positions, axis: axis,
            series: filled, notes: notes)
        return plot.kind == .lines && axis != .order ? frame.inOrder : frame
    }

    /// One series is what it is called; of several, what the ends of their names have in common: `党员 per 10,000`.
    private func commonMeasure(_ series: inout [PlotFrame.Series]) -> String {
        guard series.count > 1 else { return onlyMeasure(series.first?.name ?? "") }
        guard let end = series[0].name.firstIndex(of: " ") else { return "" }
        let common = String(series[0].name[end...])
        guard series.allSatisfy({ $0.name.hasSuffix(common) && $0.name != common }) else { return "" }
        series = series.map { PlotFrame.Series(name: String($0.name.dropLast(common.count)), values: $0.values) }
        return String(common.dropFirst())
    }

    /// The rate of one pattern is called `per 10,000` alone; the column of its counts has the pattern's name.
    private func onlyMeasure(_ name: String) -> String {
        let patterns = columns.filter { $0.kind == .number && $0.name == $0.chinese }
        let isRate = plot.values.first.map { columns.indices.contains($0) && columns[$0].name.hasPrefix("per") } ?? false
        return isRate && patterns.count == 1 ? "\(patterns[0].name) \(name)" : name
    }

    private var axisPositions: (PlotFrame.Axis, [Double]) {
        let numbers = keys.compactMap(\.number).filter(\.isFinite)
        if !keys.isEmpty, numbers.count == keys.count { return (.number, numbers) }
        let dates = keys.compactMap { if case .date(let date) = $0 { date } else { nil } }
        if !keys.isEmpty, dates.count == keys.count {
            let areYears = dates.allSatisfy { $0.month == nil }
            return areYears ? (.number, dates.map { Double($0.year) }) : (.day, dates.map(\.dayNumber))
        }
        return (.order, keys.indices.map(Double.init))
    }

    private var notes: [LocalizedText] {
        var notes: [LocalizedText] = []
        if notFinite > 0 {
            notes.append(LocalizedText("not drawn, no finite number: \(notFinite)", zh: "\(notFinite) 个值不是有限的数，未画"))
        }
        if withoutPlace > 0 {
            let axis = plot.axis.map(title) ?? ""
            notes.append(LocalizedText("not drawn, without \(axis): \(withoutPlace)", zh: "\(withoutPlace) 行无\(axis)，未画"))
        }
        return notes
    }
}

extension PlotFrame {
    /// The categories by their place along the axis.
    fileprivate var inOrder: PlotFrame {
        let order = positions.indices.sorted { positions[$0] < positions[$1] || (positions[$0] == positions[$1] && $0 < $1) }
        return PlotFrame(
            axisTitle: axisTitle, measure: measure, labels: order.map { labels[$0] }, positions: order.map { positions[$0] },
            axis: axis, series: series.map { line in Series(name: line.name, values: order.map { line.values[$0] }) }, notes: notes)
    }
}

extension Cell {
    /// The number in a cell, nil where it holds none.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        case .boolean(let truth): truth ? 1 : 0
        case .empty, .text, .date: nil
        }
    }

    /// A category's name; a dash where there is no value.
    fileprivate var label: String {
        let text = plainText()
        return text.isEmpty ? "–" : text
    }
}

extension PartialDate {
    /// Days since the beginning of the year 0, of the first day: for distances along an axis.
    fileprivate var dayNumber: Double {
        let (month, day) = (month ?? 1, day ?? 1)
        let years = month > 2 ? year : year - 1
        let days = years * 365 + years / 4 - years / 100 + years / 400
        return Double(days + (153 * ((month + 9) % 12) + 2) / 5 + day)
    }
}
