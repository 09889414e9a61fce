/// What the process says when it ends.
public enum ExitStatus: Int32, CaseIterable, Sendable, Comparable {
    case ok = 0
    /// With `--exit-status`: the last result was empty, zero or false.
    case empty = 1
    /// Syntax, type, or a name that does not resolve.
    case query = 2
    /// Data, or input and output.
    case data = 3
    /// A check failed.
    case check = 4
    /// Ctrl-C.
    case interrupted = 130

    /// The later and graver one decides.
    public static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}
