import Glibc

/// A terminal's modes as they were found.
struct TerminalModes {
    private let descriptor: Int32
    private var modes = termios()

    /// Nil where there is no terminal.
    init?(descriptor: Int32) {
        self.descriptor = descriptor
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    }

    /// Puts them back once what was written is out; what is typed ahead stays.
    func restore() {
        var modes = modes
        tcsetattr(descriptor, TCSADRAIN, &modes)
    }
}
