import Glibc

/// What is known of the terminal behind a descriptor, looked up when asked.
public struct Terminal: Sendable {
    /// The descriptor asked about.
    public let descriptor: Int32

    /// The terminal behind `descriptor`, if there is one.
    public init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Whether there is a terminal at all.
    public var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Whether escape sequences mean anything to it: a terminal, and `TERM` is neither unset nor `dumb`.
    public var understandsEscapes: Bool {
        guard isTerminal, let name = environment("TERM") else { return false }
        return name != "dumb" && !name.isEmpty
    }

    /// Whether colour is wanted: a terminal that understands escapes, and no `NO_COLOR` in the environment.
    public var allowsColour: Bool {
        understandsEscapes && (environment("NO_COLOR") ?? "").isEmpty
    }

    /// The size in characters: what the terminal says, else `COLUMNS` and `LINES`, else 80 by 24.
    public var size: (columns: Int, rows: Int) {
        var window = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0
        let columns = known ? Int(window.ws_col) : 0
        let rows = known ? Int(window.ws_row) : 0
        return (
            columns > 0 ? columns : positive("COLUMNS") ?? 80,
            rows > 0 ? rows : positive("LINES") ?? 24
        )
    }

    private func positive(_ name: String) -> Int? {
        guard let value = environment(name).flatMap({ Int($0) }), value > 0 else { return nil }
        return value
    }
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
