/// What a stretch of rendered text is, so that a terminal sets it apart.
enum Style: UInt8 {
    case plain, hit, title, heading, faint, address, code, error

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
        }
    }

    private var monochrome: String {
        switch self {
        case .plain, .heading, .code: ""
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
