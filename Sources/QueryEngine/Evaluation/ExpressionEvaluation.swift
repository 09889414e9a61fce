import Documents
import PatternMatching
import QueryLanguage

/// What evaluating a condition gives: true, false, or unknown where a value is missing.
/// Unknown passes no filter, and neither does its negation.
extension RowReader {
    /// The value of an expression for this row; `.empty` is unknown.
    func evaluate(_ expression: BoundExpression) throws -> Cell {
        switch expression {
        case .field(let reference): return value(reference)
        case .constant(let cell): return cell
        case .and(let a, let b): return try conjunction(a, b)
        case .or(let a, let b): return try negation(conjunction(.not(a), .not(b)))
        case .not(let inner): return try negation(evaluate(inner))
        case .folded(let inner):
            let cell = try evaluate(inner)
            if case .text(let text) = cell { return .text(Folding.folded(text)) } else { return cell }
        case .comparison(let a, let comparison, let b):
            return try RowReader.compare(evaluate(a), comparison, evaluate(b))
        case .dateComparison(let date, let comparison, let range):
            return try withDate(date) { RowReader.compare($0, comparison, range) }
        case .dateMembership(let date, let ranges):
            return try withDate(date) { date in ranges.contains { $0.contains(date) } }
        case .membership(let inner, let cells):
            let cell = try evaluate(inner)
            return cell == .empty ? .empty : .boolean(cells.contains { RowReader.areEqual($0, cell) })
        case .numberRange(let inner, let range):
            guard let number = RowReader.number(try evaluate(inner)) else { return .empty }
            return .boolean(Double(range.lowerBound) <= number && number <= Double(range.upperBound))
        case .found(let inner, let pattern):
            guard case .text(let text) = try evaluate(inner) else { return .empty }
            return .boolean(try found(pattern, in: text))
        case .arithmetic(let a, let sign, let b): return try RowReader.calculate(evaluate(a), sign, evaluate(b))
        case .call(let function, let arguments): return try call(function, arguments.map { try evaluate($0) })
        case .patternCall(let function, let pattern): return try call(function, pattern)
        }
    }

    // MARK: Truth

    private func conjunction(_ a: BoundExpression, _ b: BoundExpression) throws -> Cell {
        let left = try evaluate(a)
        if left == .boolean(false) { return left }
        let right = try evaluate(b)
        if right == .boolean(false) { return right }
        return left == .boolean(true) && right == .boolean(true) ? .boolean(true) : .empty
    }

    private func negation(_ cell: Cell) -> Cell {
        if case .boolean(let truth) = cell { .boolean(!truth) } else { .empty }
    }

    // MARK: Comparison

    private static func areEqual(_ a: Cell, _ b: Cell) -> Bool {
        if let x = number(a), let y = number(b) { return x == y }
        return a == b
    }

    private static func number(_ cell: Cell) -> Double? {
        switch cell {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        case .empty, .text, .date, .boolean: nil
        }
    }

    private static func compare(_ a: Cell, _ comparison: ValueComparison, _ b: Cell) -> Cell {
        guard a != .empty, b != .empty else { return .empty }
        switch comparison {
        case .equal: return .boolean(areEqual(a, b))
        case .notEqual: return .boolean(!areEqual(a, b))
        case .less: return .boolean(Cell.ascending(a, b))
        case .lessOrEqual: return .boolean(!Cell.ascending(b, a))
        case .greater: return .boolean(Cell.ascending(b, a))
        case .greaterOrEqual: return .boolean(!Cell.ascending(a, b))
        }
    }

    private func withDate(_ expression: BoundExpression, _ test: (PartialDate) -> Bool) throws -> Cell {
        guard case .date(let date) = try evaluate(expression) else { return .empty }
        return .boolean(test(date))
    }

    private static func compare(_ date: PartialDate, _ comparison: ValueComparison, _ range: DateRange) -> Bool {
        switch comparison {
        case .equal: range.contains(date)
        case .notEqual: !range.contains(date)
        case .less: date.lastDay < range.first
        case .lessOrEqual: date.lastDay <= range.last
        case .greater: date.firstDay > range.last
        case .greaterOrEqual: date.firstDay >= range.first
        }
    }

    // MARK: Arithmetic

    private static func calculate(_ a: Cell, _ sign: ArithmeticOperator, _ b: Cell) -> Cell {
        if case .integer(let x) = a, case .integer(let y) = b, let exact = calculate(x, sign, y) { return exact }
        guard let x = number(a), let y = number(b) else { return .empty }
        let result: Double
        switch sign {
        case .plus: result = x + y
        case .minus: result = x - y
        case .times: result = x * y
        case .divided: result = x / y
        case .remainder: result = x.truncatingRemainder(dividingBy: y)
        }
        return result.isFinite ? .decimal(result) : .empty
    }

    /// Whole numbers stay whole where the result is; nil where it is not, or overflows.
    private static func calculate(_ x: Int, _ sign: ArithmeticOperator, _ y: Int) -> Cell? {
        let (result, overflow): (Int, Bool)
        switch sign {
        case .plus: (result, overflow) = x.addingReportingOverflow(y)
        case .minus: (result, overflow) = x.subtractingReportingOverflow(y)
        case .times: (result, overflow) = x.multipliedReportingOverflow(by: y)
        case .remainder: (result, overflow) = x.remainderReportingOverflow(dividingBy: y)
        case .divided:
            guard y != 0, x % y == 0 else { return nil }
            (result, overflow) = x.dividedReportingOverflow(by: y)
        }
        return overflow ? nil : .integer(result)
    }

    // MARK: Functions

    private func call(_ function: Function, _ arguments: [Cell]) throws -> Cell {
        guard let first = arguments.first, !arguments.contains(.empty) else { return .empty }
        switch function {
        case .len: if case .text(let text) = first { return .integer(text.unicodeScalars.count) }
        case .year: if case .date(let date) = first { return .integer(date.year) }
        case .month: if case .date(let date) = first { return date.month.map(Cell.integer) ?? .empty }
        case .day: if case .date(let date) = first { return date.day.map(Cell.integer) ?? .empty }
        case .min: return arguments.min(by: Cell.ascending) ?? .empty
        case .max: return arguments.max(by: Cell.ascending) ?? .empty
        case .abs:
            if case .integer(let number) = first { return number == .min ? .empty : .integer(abs(number)) }
            if case .decimal(let number) = first { return .decimal(abs(number)) }
        case .round:
            if case .decimal(let number) = first, abs(number) < 9e15 { return .integer(Int(number.rounded())) }
            return first
        case .count, .has, .start, .end, .before, .after: break
        }
        return .empty
    }

    private func call(_ function: Function, _ pattern: BoundPattern) throws -> Cell {
        let hits = try hits(pattern)
        switch function {
        case .count: return .integer(hits.count)
        case .has: return .boolean(try !hits.isEmpty || isSatisfied(pattern))
        case .start: return .boolean(hits.first.map { $0.start == pieces.first?.start } ?? false)
        case .end: return .boolean(hits.contains { hit in endsRow(hit) })
        case .before: return hits.first.map { .text(text(before: $0)) } ?? .empty
        case .after: return hits.first.map { .text(text(after: $0)) } ?? .empty
        case .len, .year, .month, .day, .min, .max, .abs, .round: return .empty
        }
    }

    /// A pattern of negations only has no hits, and may be satisfied all the same.
    private func isSatisfied(_ pattern: BoundPattern) throws -> Bool {
        guard let region else { return false }
        var one = Regions(layer: region.layer, shard: region.shard)
        one.append(unit: UInt32(region.unit), span: region.span)
        return try !search(pattern, in: one, wantsHits: false, invocation).rows.isEmpty
    }

    /// Whether nothing but final punctuation and closing marks follows.
    private func endsRow(_ hit: Span) -> Bool {
        guard let last = pieces.last, let region, hit.end <= last.end, hit.start >= last.start else { return false }
        let rest = invocation.archive.shards[region.shard].text.string(Span(hit.end, last.end))
        return rest.unicodeScalars.allSatisfy { "。！？…；，、：”’」』）》!?.,;:)\"'".unicodeScalars.contains($0) }
    }

    private func text(before hit: Span) -> String { side(of: hit) { Span($0.start, hit.start) } }
    private func text(after hit: Span) -> String { side(of: hit) { Span(hit.end, $0.end) } }

    private func side(of hit: Span, _ part: (Span) -> Span) -> String {
        guard let region, let piece = pieces.first(where: { $0.contains(hit) }) else { return "" }
        return invocation.archive.shards[region.shard].text.string(part(piece))
    }
}
