import PatternMatching
import QuerySyntax
import SourceText

extension Binder {
    /// A value that stands where a pattern may: of a `def`, of `except=`.
    mutating func pattern(from value: Value) -> Pattern? {
        switch value.kind {
        case .word(let text): return Pattern(.phrase(phraseParts(of: text)), value.range)
        case .string(let text): return Pattern(.phrase(phraseParts(of: text)), value.range)
        case .raw(let text): return Pattern(.raw(text), value.range)
        case .regex(let regex): return Pattern(.regex(regex), value.range)
        case .variable(let name): return Pattern(.variable(name), value.range)
        case .pipeline:
            reportBadValue(value, LocalizedText("something to find", zh: "要查找的内容"))
            return nil
        }
    }

    /// A pattern compiled, `except` included; nil after a diagnostic, or while a parameter is open.
    mutating func bindPattern(_ pattern: Pattern, except: BoundPattern?, exact: Bool) -> BoundPattern? {
        guard let match = matchPattern(pattern) else { return nil }
        do {
            let matcher = try Matcher(match, except: except?.pattern, options: MatchOptions(exact: exact))
            let label = Formatter(language: nil, commands: environment.commands).format(pattern)
            return BoundPattern(label: label, phrases: phrases(in: pattern), pattern: match, matcher: matcher)
        } catch {
            report(error, in: pattern)
            return nil
        }
    }

    private mutating func report(_ error: PatternError, in pattern: Pattern) {
        let place = error.source.flatMap { regexNode($0, in: pattern) } ?? pattern
        // The slash stands before the expression; escaped slashes in it move the place by a byte each, which is near enough to see.
        let start = place.range.lower + 1 + error.byteOffset
        let inside = SourceRange(min(start, place.range.upper - 1), min(start + 1, place.range.upper))
        report(
            .invalidRegex, at: error.source == nil ? place.range : inside,
            RegexWording.message(error), advice: RegexWording.advice(error),
            edits: error.source.map { [SourceEdit(place.range, Formatter.quoted(raw: $0))] } ?? [])
    }

    private func regexNode(_ source: String, in pattern: Pattern) -> Pattern? {
        switch pattern.kind {
        case .regex(let regex): regex.source == source ? pattern : nil
        case .and(let parts), .or(let parts): parts.lazy.compactMap { regexNode(source, in: $0) }.first
        case .not(let inner): regexNode(source, in: inner)
        case .phrase, .raw, .variable: nil
        }
    }

    private mutating func matchPattern(_ pattern: Pattern) -> MatchPattern? {
        switch pattern.kind {
        case .phrase(let parts): return matchPhrase(parts)
        case .raw(let text): return .literal(Array(text.utf8))
        case .regex(let regex): return .regex(source: regex.source, flags: RegexFlags(letters: regex.flags) ?? [])
        case .variable(let name): return matchVariable(name, at: pattern.range)
        case .and(let parts): return joined(parts).map { .and($0) }
        case .or(let parts): return joined(parts).map { .or($0) }
        case .not(let inner): return matchPattern(inner).map { .not($0) }
        }
    }

    private mutating func joined(_ parts: [Pattern]) -> [MatchPattern]? {
        let all = parts.map { matchPattern($0) }
        let bound = all.compactMap { $0 }
        return bound.count == all.count ? bound : nil
    }

    private func matchPhrase(_ parts: [PhrasePart]) -> MatchPattern {
        var texts: [[UInt8]] = []
        for case .text(let text) in parts { texts.append(Array(text.utf8)) }
        if texts.count == 1, parts.count == 1 { return .literal(texts[0]) }
        return .gapped(leading: parts.first == .gap, parts: texts, trailing: parts.last == .gap)
    }

    private mutating func matchVariable(_ name: String, at range: SourceRange) -> MatchPattern? {
        if isOpen(name) { return nil }
        guard let value = environment.parameters[name] else {
            if environment.lets[name] != nil {
                report(
                    .badValue, at: range,
                    LocalizedText("$\(name) is a pipeline, and something to find is needed", zh: "$\(name) 是管道，这里要查找的内容"))
            } else {
                reportUnknownName(name, at: range)
            }
            return nil
        }
        return pattern(from: value).flatMap { matchPattern($0) }
    }

    private func phrases(in pattern: Pattern) -> [String] {
        switch pattern.kind {
        case .phrase(let parts): parts.compactMap { if case .text(let text) = $0 { text } else { nil } }
        case .raw(let text): [text]
        case .and(let parts), .or(let parts): parts.flatMap { phrases(in: $0) }
        case .variable(let name):
            environment.parameters[name].flatMap { plainText($0) }.map { [$0] } ?? []
        case .regex, .not: []
        }
    }
}
