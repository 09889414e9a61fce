import Documents
import SourceText

/// The type of what flows between two stages, with what the binder must know of it.
public enum FlowType: Hashable, Sendable {
    /// Nothing: the beginning of a pipeline, or a command that only acts.
    case nothing
    /// A number.
    case number
    /// Running text.
    case text
    /// Rows of a layer, with the values found with spans.
    case units(Layer, attributes: [Column])
    /// Rows of cells; `hasRegions` where rows know their place, so that unit fields can be asked of them.
    case table([Column], hasRegions: Bool)

    /// Rows of a layer without attributes.
    public static func units(_ layer: Layer) -> FlowType { .units(layer, attributes: []) }

    /// Whether rows of a layer flow.
    var isUnits: Bool {
        if case .units = self { true } else { false }
    }

    /// Which of the kinds that signatures speak of it is.
    public var kind: FlowKind {
        switch self {
        case .nothing: .nothing
        case .number: .number
        case .text: .text
        case .units(let layer, _): .units(layer)
        case .table: .table
        }
    }
}

/// The kinds of flow that signatures are written in.
public enum FlowKind: Hashable, Sendable {
    case nothing, number, text, table
    case units(Layer)

    /// Every text unit: article, section, paragraph, sentence.
    public static let textUnits: [FlowKind] = [
        .units(.article), .units(.section), .units(.paragraph), .units(.sentence),
    ]

    /// Text units and spans.
    public static let unitsAndSpans: [FlowKind] = textUnits + [.units(.span)]

    /// All that has rows.
    public static let rows: [FlowKind] = unitsAndSpans + [.table]

    /// All but nothing.
    public static let anything: [FlowKind] = rows + [.number, .text]

    /// The name for people: `a number`, `paragraphs`.
    public var name: LocalizedText {
        switch self {
        case .nothing: LocalizedText("nothing", zh: "空")
        case .number: LocalizedText("a number", zh: "一个数")
        case .text: LocalizedText("text", zh: "文本")
        case .table: LocalizedText("a table", zh: "表")
        case .units(let layer): LocalizedText(layer.name(count: 2), zh: layer.chinese)
        }
    }

    /// A list of kinds in words, with the groups that have a name of their own.
    public static func names(_ kinds: [FlowKind]) -> LocalizedText {
        let groups: [([FlowKind], LocalizedText)] = [
            (anything, LocalizedText("anything", zh: "任何结果")),
            (rows, LocalizedText("rows", zh: "各行")),
            (unitsAndSpans, LocalizedText("text units", zh: "文本单位")),
            (textUnits, LocalizedText("text units", zh: "文本单位")),
        ]
        var rest = kinds
        var names: [LocalizedText] = []
        for (group, name) in groups where group.allSatisfy(rest.contains) {
            rest.removeAll(where: group.contains)
            names.append(name)
        }
        names += rest.map(\.name)
        return LocalizedText(
            names.map(\.english).joined(separator: " or "), zh: names.map(\.chinese).joined(separator: "或"))
    }
}
