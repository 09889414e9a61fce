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
        var current = ""
        for item in scalars {
            let wanted = item.style.parameters(emphasis)
            if wanted != current {
                if !current.isEmpty { write("\u{1B}[0m") }
                if !wanted.isEmpty { write("\u{1B}[\(wanted)m") }
                current = wanted
            }
            write(item.scalar)
        }
        if !current.isEmpty { write("\u{1B}[0m") }
    }
}
