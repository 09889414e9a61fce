/// What came of asking for a line.
public enum LineResult: Hashable, Sendable {
    /// An entry, without its last newline; of several lines where it was continued or pasted.
    case line(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, the end of the file, or the terminal is gone.
    case endOfInput
}
