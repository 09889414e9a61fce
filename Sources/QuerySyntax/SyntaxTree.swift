import SourceText

// The grammar on the page: every case shows what is written. Ranges live in `Node` and in `Name` only, and equality of
// trees leaves them out, so that a query formatted and parsed again is the same tree.

/// Something of the tree with its place in the source.
public struct Node<Kind: Hashable & Sendable>: Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// Where it stands.
    public var range: SourceRange

    /// A node at its place.
    public init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    /// The same kind, wherever they stand.
    public static func == (a: Self, b: Self) -> Bool { a.kind == b.kind }

    /// Hashes the kind.
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// A name as it is written, syntax marks folded to ASCII: `grep`, `含`, `by`.
public typealias Name = Node<String>

/// A whole query text: `stmt { sep stmt }`.
public struct Script: Hashable, Sendable {
    /// The statements in order; a text of blanks and comments has none.
    public var statements: [Statement]

    /// A script of `statements`.
    public init(statements: [Statement]) { self.statements = statements }
}

/// A statement at its place.
public typealias Statement = Node<StatementKind>

/// What a statement can be.
public enum StatementKind: Hashable, Sendable {
    /// `let NAME = pipeline`, `令 …`
    case letBinding(Name, Pipeline)
    /// `def NAME(a, b) = pipeline`, `定义 …`
    case definition(Name, parameters: [Name], Pipeline)
    /// `use pipeline`, `范围 …`; alone the whole archive again.
    case use(Pipeline?)
    /// `set NAME = value`, `设 …`; without a value shows it, alone shows all.
    case set(Name?, Value?)
    /// `explain pipeline`, `解释 …`; alone the last query.
    case explain(Pipeline?)
    /// `why pipeline`, `何以 …`; alone the last query.
    case why(Pipeline?)
    /// `fmt [zh|en] statement`, `改写 …`; alone the last query. Takes any statement, so that a `let` can be rewritten too.
    case format(FormatLanguage?, FormatSubject?)
    /// A pipeline that is run and shown.
    case pipeline(Pipeline)
}

/// The spelling that `fmt` is asked for.
public enum FormatLanguage: String, Hashable, Sendable {
    case english = "en"
    case chinese = "zh"
}

/// The statement that is formatted; a box, as a statement cannot hold itself.
public indirect enum FormatSubject: Hashable, Sendable {
    case statement(Statement)
}

/// `[ "|" ] stage { "|" stage }`
public struct Pipeline: Hashable, Sendable {
    /// At least one stage, but for a source with errors.
    public var stages: [Stage]
    /// Whether it begins with `|` and so goes on from the last result.
    public var continuesLastResult: Bool
    /// From the first stage (or `|`) to the last.
    public var range: SourceRange

    /// A pipeline at its place.
    public init(stages: [Stage], continuesLastResult: Bool = false, range: SourceRange) {
        self.stages = stages
        self.continuesLastResult = continuesLastResult
        self.range = range
    }

    /// The same stages, wherever they stand.
    public static func == (a: Self, b: Self) -> Bool {
        a.stages == b.stages && a.continuesLastResult == b.continuesLastResult
    }

    /// Hashes the stages.
    public func hash(into hasher: inout Hasher) { hasher.combine(stages) }
}

/// A stage at its place.
public typealias Stage = Node<StageKind>

/// What a stage can be.
public indirect enum StageKind: Hashable, Sendable {
    /// `_` the last result, `_3` a numbered one.
    case result(Int?)
    /// `$name`
    case variable(String)
    /// `( pipeline )`
    case group(Pipeline)
    /// `name(a, b)`: a call of a user function.
    case call(Name, [Value])
    /// `grep 党员 exact=true`
    case command(Command)
}

/// `NAME arguments`
public struct Command: Hashable, Sendable {
    /// The name as written.
    public var name: Name
    /// The positional arguments, in the shape that the name has in the table.
    public var arguments: Arguments
    /// `NAME=list`, in the order written.
    public var named: [NamedArgument]

    /// A command with its arguments.
    public init(name: Name, arguments: Arguments, named: [NamedArgument] = []) {
        self.name = name
        self.arguments = arguments
        self.named = named
    }
}

/// The shape of a command's positional arguments, looked up by its name.
public enum ArgumentShape: Hashable, Sendable {
    /// `{ list | named }`
    case values
    /// The same, but words are paths: taken as they are spelled, breakers that cannot end them included (`/data/a=b`).
    case paths
    /// `[ patterns ] { named }`
    case patterns
    /// `pattern pattern { named }`
    case twoPatterns
    /// `patterns { "," patterns } { named }`
    case series
    /// `expr`
    case expression
    /// `NAME "=" expr { "," NAME "=" expr }`
    case assignments
}

/// Positional arguments in one of the shapes.
public enum Arguments: Hashable, Sendable {
    /// Values in order, each with the commas that join lists undone: `select a, b` and `head 3` alike.
    case values([Value])
    /// Patterns joined by `and`, `or`, `not`; nil where none are written.
    case patterns(Pattern?)
    /// The two patterns of `near`; fewer only in a source with errors.
    case twoPatterns([Pattern])
    /// Patterns between commas.
    case series([Pattern])
    /// The expression of `where`; nil only in a source with errors.
    case expression(Expression?)
    /// The assignments of `derive`.
    case assignments([Assignment])
    /// Arguments of a name that is not in the table: kept as values, not judged.
    case unknown([Value])
}

/// `NAME = expr` in `derive`.
public struct Assignment: Hashable, Sendable {
    /// The new column's name.
    public var name: Name
    /// What it holds.
    public var expression: Expression

    /// A column with its expression.
    public init(name: Name, expression: Expression) {
        self.name = name
        self.expression = expression
    }
}

/// `NAME=list`
public struct NamedArgument: Hashable, Sendable {
    /// The parameter's name as written, without `=`.
    public var name: Name
    /// At least one value, but for a source with errors.
    public var values: [Value]

    /// A parameter with its values.
    public init(name: Name, values: [Value]) {
        self.name = name
        self.values = values
    }
}

/// A value at its place.
public typealias Value = Node<ValueKind>

/// What a value can be.
public indirect enum ValueKind: Hashable, Sendable {
    /// A bare word as it is typed: `党员`, `1999-10`, `desc`; whoever reads it as a number or name folds its width.
    case word(String)
    /// `"…"`, `“…”`, `「…」`: escapes resolved.
    case string(String)
    /// `'…'`, `‘…’`, `『…』`: as it stands.
    case raw(String)
    /// `/…/ims`
    case regex(Regex)
    /// `$name`
    case variable(String)
    /// `( pipeline )`
    case pipeline(Pipeline)
}

/// `/source/flags`
public struct Regex: Hashable, Sendable {
    /// What stands between the slashes, with `\/` resolved to `/`.
    public var source: String
    /// A subset of `ims`, sorted.
    public var flags: String

    /// A regular expression with its flags.
    public init(source: String, flags: String = "") {
        self.source = source
        self.flags = flags
    }
}

/// A pattern at its place.
public typealias Pattern = Node<PatternKind>

/// What a pattern can be.
public indirect enum PatternKind: Hashable, Sendable {
    /// A word or string, cut at its gaps: `从…入手` is `[text, gap, text]`, `党员` is `[text]`.
    case phrase([PhrasePart])
    /// `'…'`, nothing special inside.
    case raw(String)
    /// `/…/ims`
    case regex(Regex)
    /// `$name`
    case variable(String)
    /// `a b`, `a and b`: two or more.
    case and([Pattern])
    /// `a or b`: two or more.
    case or([Pattern])
    /// `not a`
    case not(Pattern)
}

/// A piece of a word or string as a pattern.
public enum PhrasePart: Hashable, Sendable {
    /// Characters to be found as they are.
    case text(String)
    /// `…`, `……` or `...`
    case gap
}

/// An expression at its place.
public typealias Expression = Node<ExpressionKind>

/// What an expression can be. The parser does not tell fields from text: both are words.
public indirect enum ExpressionKind: Hashable, Sendable {
    /// `a or b`
    case or(Expression, Expression)
    /// `a and b`
    case and(Expression, Expression)
    /// `not a`
    case not(Expression)
    /// `a < b` and so on.
    case comparison(Expression, Comparison, Expression)
    /// `a in (b, c)`, `a in b`
    case membership(Expression, [Expression])
    /// `a + b` and so on.
    case arithmetic(Expression, Arithmetic, Expression)
    /// `len(text)`, `date(…)`: arguments are expressions.
    case call(Name, [Expression])
    /// `count(党员 or 群众)`: the table says that the function takes patterns.
    case patternCall(Name, Pattern?)
    /// A field, a number, a date or text.
    case word(String)
    /// `"…"`
    case string(String)
    /// `'…'`
    case raw(String)
    /// `/…/`
    case regex(Regex)
    /// `$name`
    case variable(String)
}

/// Comparison operators; `==` is read as `=`.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case matches = "~"
    case has = "has"
}

/// Arithmetic operators; `/` is `÷`, as a slash begins a regular expression.
public enum Arithmetic: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case remainder = "%"
    case divided = "÷"
}
