import DocumentFormats

/// A part of the program that takes whatever it is given, with what must hold of it. The fuzzer calls it with millions of
/// inputs, and a test with those that once broke it.
public struct FuzzTarget: Sendable {
    /// What inputs look like: which seeds and which words they are made from.
    public enum Kind: String, Sendable {
        case document, query, pattern, pipeline, lesson
    }

    /// The name on the command line.
    public let name: String
    /// What inputs look like.
    public let kind: Kind
    /// Says what is broken with an input; nil where all is well. A crash or a hang is a finding too.
    public let check: @Sendable ([UInt8]) -> String?

    /// All targets: one a document format, by the list of formats, and those of the other parts.
    public static let all: [FuzzTarget] =
        DocumentFormats.all.map { format in
            FuzzTarget(name: "format-" + format.name.map { $0 == " " ? "-" : String($0) }.joined(), kind: .document) {
                brokenReading($0, by: format)
            }
        } + [
            FuzzTarget(name: "archive", kind: .document, check: brokenArchive),
            FuzzTarget(name: "sentences", kind: .document, check: brokenSentences),
            FuzzTarget(name: "rendering", kind: .document, check: brokenRendering),
            FuzzTarget(name: "lexer", kind: .query, check: brokenTokens),
            FuzzTarget(name: "parser", kind: .query, check: brokenBinding),
            FuzzTarget(name: "patterns", kind: .pattern, check: brokenMatching),
            FuzzTarget(name: "regex", kind: .pattern, check: brokenRegex),
            FuzzTarget(name: "evaluator", kind: .pipeline, check: brokenEvaluation),
            FuzzTarget(name: "lesson", kind: .lesson, check: brokenLesson),
        ]

    /// The target of a name.
    public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// The line between the two parts of an input that has two: a pattern or a query, and the text it is for.
private let divider = Array("\n===\n".utf8)

/// Both parts of an input; without a divider all of it is the first, and the second a default.
func divided(_ input: [UInt8], default second: [UInt8]) -> (first: [UInt8], second: [UInt8]) {
    guard let place = input.firstRange(of: divider) else { return (input, second) }
    return (Array(input[..<place.lowerBound]), Array(input[place.upperBound...]))
}
