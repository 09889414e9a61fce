/// All the parser knows of commands and functions: the shape of their arguments, by every spelling they have.
public struct Vocabulary: Sendable {
    /// From each spelling of a command (`grep`, `含`) to the shape of its arguments.
    public var commands: [String: ArgumentShape]
    /// Functions whose brackets hold patterns (`count`, `has`, `start`…), by every spelling.
    public var patternFunctions: Set<String>

    /// A vocabulary from its two tables.
    public init(commands: [String: ArgumentShape], patternFunctions: Set<String> = []) {
        self.commands = commands
        self.patternFunctions = patternFunctions
    }
}
