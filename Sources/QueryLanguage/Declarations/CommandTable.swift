import QuerySyntax

/// The commands by every spelling.
public struct CommandTable: Sendable {
    /// The declarations in the order of the reference.
    public let declarations: [CommandDeclaration]
    /// What the parser needs to know.
    public let vocabulary: Vocabulary
    private let bySpelling: [String: Int]

    /// A table; of two commands with one spelling the first has it.
    public init(_ declarations: [CommandDeclaration]) {
        self.declarations = declarations
        var bySpelling: [String: Int] = [:]
        for (index, declaration) in declarations.enumerated() {
            for spelling in declaration.name.spellings where bySpelling[spelling] == nil {
                bySpelling[spelling] = index
            }
        }
        self.bySpelling = bySpelling
        vocabulary = Vocabulary(
            commands: bySpelling.mapValues { declarations[$0].shape }, patternFunctions: Function.patternSpellings)
    }

    /// The command with a spelling; Latin letters in any case.
    public subscript(spelling: String) -> CommandDeclaration? {
        (bySpelling[spelling] ?? bySpelling[spelling.lowercased()]).map { declarations[$0] }
    }

    /// Every spelling there is.
    public var spellings: [String] { Array(bySpelling.keys) }
}
