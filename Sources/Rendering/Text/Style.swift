/// What a stretch of rendered text is, so that a terminal sets it apart.
enum Style: UInt8 {
    case plain, hit, title, heading, faint, address, code, error
    case series1, series2, series3, series4, series5, series6

    /// The style of a series of a drawing; they repeat after six.
    static func series(_ index: Int) -> Style {
        [series1, series2, series3, series4, series5, series6][index % 6]
    }

    /// The parameters of the control sequence that turns the style on; empty where it looks like plain text.
    func parameters(_ emphasis: Emphasis) -> String {
        switch emphasis {
        case .none: ""
        case .colour: colour
        case .monochrome: monochrome
        }
    }

    private var colour: String {
        switch self {
        case .plain: ""
        case .hit, .error: "1;31"
        case .title: "1"
        case .heading: "36"
        case .faint: "2"
        case .address: "32"
        case .code: "33"
        case .series1: "34"
        case .series2: "33"
        case .series3: "35"
        case .series4: "36"
        case .series5: "32"
        case .series6: "31"
        }
    }

    private var monochrome: String {
        switch self {
        case .plain, .heading, .code, .series1, .series2, .series3, .series4, .series5, .series6: ""
        case .hit: "1;4"
        case .title, .error: "1"
        case .faint, .address: "2"
        }
    }
}

extension Output {
    /// Appends scalars with the control sequences of their styles; plain again at the end.
    mutating func write(_ scalars: some Sequence<StyledScalar>, _ emphasis: Emphasis) {
        var current = Style.plain
        var isOn = false
        for item in scalars {
            if item.style != current {
                current = item.style
                isOn = change(to: current.parameters(emphasis), from: isOn)
            }
            write(item.scalar)
        }
        if isOn { write("\u{1B}[0m") }
    }

    /// Writes what turns to another style; gives whether one is on afterwards.
    private mutating func change(to parameters: String, from isOn: Bool) -> Bool {
        if isOn { write("\u{1B}[0m") }
        if !parameters.isEmpty { write("\u{1B}[\(parameters)m") }
        return !parameters.isEmpty
    }
}
