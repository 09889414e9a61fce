import Glibc
import LineEditing
import Rendering

/// Where a session's text goes; a value, so that lessons and tests can capture it.
public struct Streams {
    /// Takes results. Throws where nobody reads any more.
    public var output: (String) throws -> Void
    /// Takes notices and errors.
    public var error: (String) -> Void
    /// Whether results are laid out for a person at a terminal, and how wide; nil over a pipe.
    public var terminal: Terminal?
    /// Whether errors are shown at a terminal.
    public var errorTerminal: Terminal?

    /// Streams of the caller's making.
    public init(
        output: @escaping (String) throws -> Void, error: @escaping (String) -> Void, terminal: Terminal? = nil,
        errorTerminal: Terminal? = nil
    ) {
        self.output = output
        self.error = error
        self.terminal = terminal
        self.errorTerminal = errorTerminal
    }

    /// Standard output and error.
    public static var standard: Streams {
        // A reader that goes away is an error of `write`, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        let output = Terminal(descriptor: STDOUT_FILENO)
        let error = Terminal(descriptor: STDERR_FILENO)
        return Streams(
            output: { try write($0, to: STDOUT_FILENO) }, error: { try? write($0, to: STDERR_FILENO) },
            terminal: output.isTerminal ? output : nil, errorTerminal: error.isTerminal ? error : nil)
    }
}

/// The reader of a pipe, or the person at a pager, wants no more.
struct OutputClosed: Error {}

/// Writes all of a text to a descriptor. Throws `OutputClosed` where it cannot be written.
func write(_ text: String, to descriptor: Int32) throws {
    var text = text
    try text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw OutputClosed() }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}

/// Prints help, or what is wrong with the command line, to standard output or error. It may quote what was typed, the names of
/// files perhaps: controls in it are shown as pictures.
public func printMessage(_ text: String, asError: Bool) {
    guard !text.isEmpty else { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
    try? write(lines.joined(separator: "\n") + "\n", to: asError ? STDERR_FILENO : STDOUT_FILENO)
}
