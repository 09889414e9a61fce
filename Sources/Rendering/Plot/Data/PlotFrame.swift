import Documents
import QueryLanguage
import SourceText

/// What bars, lines and heat maps draw: a name and a number for each category and series.
struct PlotFrame {
    /// A row of numbers, one a category; nil where there is none.
    struct Series {
        let name: String
        var values: [Double?]
    }

    /// What the categories are, and what the numbers are; empty where every series says it itself.
    let axisTitle: String
    let measure: String
    /// The names of the categories.
    private(set) var labels: [String]
    /// Where the categories stand along the axis: their numbers, their days, or their order.
    private(set) var positions: [Double]
    /// What the positions are.
    let axis: Axis
    private(set) var series: [Series]
    /// What was left out.
    private(set) var notes: [LocalizedText]

    /// What the positions of categories are.
    enum Axis { case order, number, day }

    /// All numbers there are.
    var values: [Double] { series.flatMap { $0.values.compactMap { $0 } } }
}

extension PlotFrame {
    /// The first categories only.
    mutating func keepCategories(_ count: Int) {
        guard labels.count > count else { return }
        let all = grouped(labels.count)
        notes.append(
            LocalizedText(
                "the first \(count) of \(all) are drawn; head, tail and sort choose others",
                zh: "共 \(all) 项，只画前 \(count) 项；可用 前、后、排序 另选"))
        labels = Array(labels.prefix(count))
        positions = Array(positions.prefix(count))
        for index in series.indices { series[index].values = Array(series[index].values.prefix(count)) }
    }

    /// The first series only.
    mutating func keepSeries(_ count: Int) {
        guard series.count > count else { return }
        let left = series[count...].prefix(5).map(\.name).joined(separator: ", ") + (series.count > count + 5 ? " …" : "")
        notes.append(
            LocalizedText(
                "\(series.count - count) of \(series.count) series not drawn: \(left)",
                zh: "共 \(series.count) 个系列，未画 \(series.count - count) 个：\(left)"))
        series = Array(series.prefix(count))
    }

    /// Joins neighbours where there are more categories than `count`: each point is then the mean of some.
    mutating func bin(to count: Int) {
        guard labels.count > count, count > 0 else { return }
        let size = (labels.count + count - 1) / count
        let bins = stride(from: 0, to: labels.count, by: size).map { $0..<min($0 + size, labels.count) }
        notes.append(
            LocalizedText(
                "\(grouped(labels.count)) points, each drawn is the mean of \(size) neighbours",
                zh: "共 \(grouped(labels.count)) 点，所画每点为相邻 \(size) 点的均值"))
        for index in series.indices {
            let values = series[index].values
            series[index].values = bins.map { PlotFrame.mean(values[$0].compactMap { $0 }) }
        }
        positions = bins.map { PlotFrame.mean(Array(positions[$0])) ?? 0 }
        labels = bins.map { labels[$0.lowerBound] }
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0) { $0 + $1 / Double(values.count) }
    }
}
