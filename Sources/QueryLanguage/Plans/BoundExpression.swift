import Documents
import PatternMatching

/// An expression with fields found, types checked and patterns compiled.
public indirect enum BoundExpression: Sendable {
    case field(FieldReference)
    case constant(Cell)
    case or(BoundExpression, BoundExpression)
    case and(BoundExpression, BoundExpression)
    case not(BoundExpression)
    /// A text with each character's representative in its place, so that equal means equal in any script and width.
    case folded(BoundExpression)
    /// Numbers, texts and truths compared; both sides have one kind.
    case comparison(BoundExpression, ValueComparison, BoundExpression)
    /// A date against an interval: inside, before its first day, after its last.
    case dateComparison(BoundExpression, ValueComparison, DateRange)
    /// One of some values.
    case membership(BoundExpression, [Cell])
    /// A number inside a range.
    case numberRange(BoundExpression, ClosedRange<Int>)
    /// A date inside one of some intervals.
    case dateMembership(BoundExpression, [DateRange])
    /// Patterns found in a text: `has`, `~`.
    case found(BoundExpression, BoundPattern)
    case arithmetic(BoundExpression, ArithmeticOperator, BoundExpression)
    case call(Function, [BoundExpression])
    /// A function of the row and patterns.
    case patternCall(Function, BoundPattern)

    /// What it gives; nil for a constant that is text but may be read otherwise.
    public var kind: CellKind {
        switch self {
        case .field(let reference): reference.column.kind
        case .constant(let cell): cell.kind
        case .or, .and, .not, .comparison, .dateComparison, .membership, .numberRange, .dateMembership, .found: .boolean
        case .arithmetic: .number
        case .folded: .text
        case .call(let function, _), .patternCall(let function, _): function.kind
        }
    }

    /// Every field it reads.
    public var fields: [FieldReference] {
        switch self {
        case .field(let reference): [reference]
        case .constant, .patternCall: []
        case .not(let inner), .folded(let inner), .dateComparison(let inner, _, _), .membership(let inner, _), .numberRange(let inner, _),
            .dateMembership(let inner, _), .found(let inner, _):
            inner.fields
        case .or(let a, let b), .and(let a, let b), .comparison(let a, _, let b), .arithmetic(let a, _, let b):
            a.fields + b.fields
        case .call(_, let arguments): arguments.flatMap(\.fields)
        }
    }

    /// Every pattern in it.
    public var patterns: [BoundPattern] {
        switch self {
        case .field, .constant: []
        case .patternCall(_, let pattern): [pattern]
        case .found(let inner, let pattern): inner.patterns + [pattern]
        case .not(let inner), .folded(let inner), .dateComparison(let inner, _, _), .membership(let inner, _), .numberRange(let inner, _),
            .dateMembership(let inner, _):
            inner.patterns
        case .or(let a, let b), .and(let a, let b), .comparison(let a, _, let b), .arithmetic(let a, _, let b):
            a.patterns + b.patterns
        case .call(_, let arguments): arguments.flatMap(\.patterns)
        }
    }

    /// Whether it looks into the text of the row.
    public var readsText: Bool {
        switch self {
        case .patternCall: true
        case .field, .constant: false
        case .not(let inner), .folded(let inner), .dateComparison(let inner, _, _), .membership(let inner, _), .numberRange(let inner, _),
            .dateMembership(let inner, _), .found(let inner, _):
            inner.readsText
        case .or(let a, let b), .and(let a, let b), .comparison(let a, _, let b), .arithmetic(let a, _, let b):
            a.readsText || b.readsText
        case .call(_, let arguments): arguments.contains(where: \.readsText)
        }
    }
}

/// Comparisons of values of one kind.
public enum ValueComparison: Hashable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// Arithmetic on numbers.
public enum ArithmeticOperator: Hashable, Sendable {
    case plus, minus, times, remainder, divided
}

extension Cell {
    /// The kind of a value; an empty one counts as text.
    public var kind: CellKind {
        switch self {
        case .empty, .text: .text
        case .integer, .decimal: .number
        case .date: .date
        case .boolean: .boolean
        }
    }
}
