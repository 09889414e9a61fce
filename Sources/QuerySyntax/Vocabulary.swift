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

    /// The shape of a command's arguments, Latin letters in any case; nil for a name that no command has.
    func shape(ofCommand name: String) -> ArgumentShape? { commands[name] ?? commands[name.lowercased()] }

    /// Whether a function's brackets hold patterns.
    func takesPatterns(_ name: String) -> Bool {
        patternFunctions.contains(name) || patternFunctions.contains(name.lowercased())
    }
}
