import Glibc

/// A terminal's modes as they were found, to be put back after another program has had the terminal.
public struct TerminalModes {
    private let descriptor: Int32
    private var modes = termios()

    /// The modes of the terminal behind `descriptor`; nil where there is none.
    public init?(descriptor: Int32) {
        self.descriptor = descriptor
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    }

    /// Puts them back once what was written is out; what is typed ahead stays.
    public func restore() {
        var modes = modes
        tcsetattr(descriptor, TCSADRAIN, &modes)
    }
}
