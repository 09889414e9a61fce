import Documents
import QueryLanguage
import SourceText

/// What a strip draws: lanes, each a text, with the places of hits in it.
struct StripFrame {
    struct Lane {
        let name: String
        /// Characters of the text.
        var length: Double
        /// Where hits stand: 0 at its beginning, 1 at its end.
        var places: [Double] = []
    }

    private(set) var lanes: [Lane] = []
    private(set) var notes: [LocalizedText] = []

    /// Lanes of neighbouring rows that have the same name and length.
    init(_ rows: [TableRow], _ plot: Plot) {
        guard let name = plot.axis, plot.values.count == 2 else { return }
        for row in rows {
            func cell(_ place: Int) -> Cell { row.cells.indices.contains(place) ? row.cells[place] : .empty }
            let length = cell(plot.values[1]).number ?? 0
            let title = cell(name).plainText()
            if lanes.last?.name != title || lanes.last?.length != length { lanes.append(Lane(name: title, length: length)) }
            guard let place = cell(plot.values[0]).number, place.isFinite, length.isFinite, length > 0 else { continue }
            lanes[lanes.count - 1].places.append(min(1, max(0, (place - 1) / length)))
        }
    }

    /// The first lanes only.
    mutating func keepLanes(_ count: Int) {
        guard lanes.count > count else { return }
        let all = grouped(lanes.count)
        notes.append(
            LocalizedText("the first \(count) of \(all) texts are drawn", zh: "共 \(all) 篇，只画前 \(count) 篇"))
        lanes = Array(lanes.prefix(count))
    }
}

extension StripFrame.Lane {
    /// Hits and characters: `11 / 707`.
    var described: String { "\(grouped(places.count)) / \(grouped(Int(exactly: length) ?? 0))" }
}

extension StripFrame {
    /// What stands over or under the descriptions of lanes.
    static let descriptionTitle = LocalizedText("hits / characters", zh: "命中／字数")
}
