import Documents
import PatternMatching
import SourceText

/// A field as the binder found it: of the unit, of a table, or a value found with a span.
public enum FieldReference: Hashable, Sendable {
    case unit(UnitField)
    case column(Int, Column)
    case attribute(Int, Column)

    /// The column that holds it.
    public var column: Column {
        switch self {
        case .unit(let field): Column(field)
        case .column(_, let column), .attribute(_, let column): column
        }
    }
}

/// A pattern ready to search with, and how it is written.
public struct BoundPattern: Sendable {
    /// How it is written in results: a column's name, a line of `why`.
    public let label: String
    /// The phrases in it, for what is said of near variants.
    public let phrases: [String]
    /// What is looked for, without `except=`.
    public let pattern: MatchPattern
    /// The compiled pattern, `except=` included.
    public let matcher: Matcher

    /// A pattern with its label.
    public init(label: String, phrases: [String], pattern: MatchPattern, matcher: Matcher) {
        self.label = label
        self.phrases = phrases
        self.pattern = pattern
        self.matcher = matcher
    }
}

/// The way from one place to another.
public enum Direction: Hashable, Sendable {
    case next, previous

    /// What is typed for it; `next`, `prev`, `下一个`.
    static func written(_ word: String) -> Direction? {
        switch word.lowercased() {
        case "next", "下", "下一个", "下一": .next
        case "prev", "previous", "上", "上一个", "上一": .previous
        case _: nil
        }
    }
}

/// A place given by number or address.
public enum Position: Hashable, Sendable {
    /// The place before or behind the one shown last.
    case beside(Direction)
    /// `3` or `3..5`, by the numbers printed.
    case numbers(ClosedRange<Int>)
    /// `¶13s2`.
    case address(Address)
}

/// An argument as its parameter wants it.
public enum BoundValue: Sendable {
    case integer(Int)
    case boolean(Bool)
    /// The English name of the choice.
    case choice(String)
    case field(FieldReference)
    /// A field of `sort` with its direction.
    case sortKey(FieldReference, descending: Bool)
    case text(String)
    case date(DateRange)
    case position(Position)
    case pattern(BoundPattern)
    case plan(Plan)
    /// A number or text to compare with.
    case literal(Cell)
}

/// All arguments of a stage.
public struct BoundArguments: Sendable {
    /// Positional values in order.
    public var positional: [BoundValue] = []
    /// Where each positional value is written.
    public var ranges: [SourceRange] = []
    /// Named values by the parameter's English name.
    public var named: [String: [BoundValue]] = [:]
    /// The patterns of the shapes that have them: one, two, or a series.
    public var patterns: [BoundPattern] = []
    /// The expression of `where`.
    public var expression: BoundExpression?
    /// The columns of `derive`.
    public var assignments: [(column: Column, expression: BoundExpression)] = []
    /// Whether texts are compared as they stand: `exact=` of the stage, or else the setting.
    public internal(set) var isExact = false
    /// Whether binding found an error, so that what is missing here is not to be complained of again.
    var isBroken = false

    /// No arguments.
    public init() {}

    /// The number given for a parameter, or nil.
    public func integer(_ name: String) -> Int? {
        if case .integer(let number)? = named[name]?.first { number } else { nil }
    }

    /// The first positional number, or nil.
    public var firstInteger: Int? {
        if case .integer(let number)? = positional.first { number } else { nil }
    }

    /// The truth given for a parameter, false where none is.
    public func boolean(_ name: String) -> Bool {
        if case .boolean(let truth)? = named[name]?.first { truth } else { false }
    }

    /// The English name of the choice given for a parameter, or nil.
    public func choice(_ name: String) -> String? {
        if case .choice(let choice)? = named[name]?.first { choice } else { nil }
    }

    /// The text given for a parameter, or nil.
    public func text(_ name: String) -> String? {
        if case .text(let text)? = named[name]?.first { text } else { nil }
    }

    /// Every pattern of the stage, those of named arguments and of expressions included.
    public var allPatterns: [BoundPattern] {
        let values = positional + named.keys.sorted().flatMap { named[$0] ?? [] }
        let given = values.compactMap { if case .pattern(let pattern) = $0 { pattern } else { nil } }
        return patterns + given + (expression?.patterns ?? []) + assignments.flatMap(\.expression.patterns)
    }

    /// The texts among the positional arguments.
    public var texts: [String] {
        positional.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The fields given for a parameter, in order.
    public func fields(_ name: String) -> [FieldReference] { (named[name] ?? []).compactMap(\.field) }

    /// The fields among the positional arguments.
    public var fields: [FieldReference] { positional.compactMap(\.field) }

    /// The pipeline given in place, or nil.
    public var plan: Plan? {
        for case .plan(let plan) in positional { return plan }
        return nil
    }

    /// The position given in place, or nil.
    public var position: Position? {
        for case .position(let position) in positional { return position }
        return nil
    }
}

extension BoundValue {
    var field: FieldReference? {
        switch self {
        case .field(let field), .sortKey(let field, _): field
        case .integer, .boolean, .choice, .text, .date, .position, .pattern, .plan, .literal: nil
        }
    }
}
