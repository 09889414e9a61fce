import Documents
import PatternMatching
import QueryLanguage
import SourceText

/// The phrases one character from one that was not found; where script and width count, also in another of these.
struct NearPhrases: Sendable {
    private let phrase: String
    private let isExact: Bool
    private let matcher: Matcher
    /// One character changed, lost or added leaves one half of the phrase as it is: only where a half stands is looked closer.
    private let halves: Matcher

    /// Nil where there can be none: to a phrase of two characters every third word would be near.
    init?(_ phrase: String, isExact: Bool = false) {
        let scalars = Array(phrase.unicodeScalars)
        guard scalars.count <= 40 else { return nil }
        let forms = NearPhrases.forms(of: scalars, isExact)
        guard !forms.isEmpty, let matcher = try? Matcher(.regex(source: forms.joined(separator: "|"), flags: [])),
            let halves = try? Matcher(.or(NearPhrases.halves(of: scalars)))
        else { return nil }
        self.halves = halves
        self.phrase = phrase
        self.isExact = isExact
        self.matcher = matcher
    }

    /// Of a phrase of one or two characters only its other forms are near, and these are the whole.
    private static func halves(of scalars: [Unicode.Scalar]) -> [MatchPattern] {
        let middle = scalars.count < 3 ? 0 : scalars.count / 2
        return [scalars[..<middle], scalars[middle...]].filter { !$0.isEmpty }.map { half in
            .literal(Array(String(String.UnicodeScalarView(half)).utf8))
        }
    }

    /// The phrase with one character changed, lost or added, as regular expressions.
    private static func forms(of scalars: [Unicode.Scalar], _ isExact: Bool) -> [String] {
        var forms = isExact ? [quoted(scalars[...], isExact: false)] : []
        for index in scalars.indices where scalars.count >= 3 {
            let head = quoted(scalars[..<index], isExact: isExact)
            let tail = quoted(scalars[(index + 1)...], isExact: isExact)
            forms.append("\(head)\\w\(tail)")
            if index > 0 { forms.append("\(head)\\w\(quoted(scalars[index...], isExact: isExact))") }
            if scalars.count > 3 { forms.append("\(head)\(tail)") }
        }
        return forms
    }

    /// Characters by number, so that none means anything else in a regular expression.
    private static func quoted(_ part: ArraySlice<Unicode.Scalar>, isExact: Bool) -> String {
        part.map { scalar in
            let variants = isExact ? [scalar] : Folding.variants(of: scalar)
            let numbers = variants.map { "\\x{\(String($0.value, radix: 16))}" }.joined()
            return variants.count > 1 ? "[\(numbers)]" : numbers
        }.joined()
    }

    /// How often each of them is in the rows. Cost: a scan of their text for the halves of the phrase.
    func counts(in units: UnitResult, _ cancellation: Cancellation) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        while let batch = try units.next() {
            try cancellation.check()
            let shard = units.archive.shards[batch.shard]
            let pieces = (0..<batch.count).flatMap { shard.pieces(of: batch[$0]) }
            // One search needs them in text order; otherwise each is looked at by itself.
            let isInOrder = zip(pieces, pieces.dropFirst()).allSatisfy { $0.end <= $1.start }
            for part in isInOrder ? [pieces] : pieces.map({ [$0] }) {
                let list = UnitList(SpanColumn(part))
                let found = try interruptible { () throws(MatchFailure) in
                    let found = try halves.search(list, in: shard.text, wantsHits: false, cancellation: cancellation)
                    return try self.counts(in: SpanColumn(found.units.lazy.map { part[Int($0)] }), of: shard.text, cancellation)
                }
                counts.merge(found, uniquingKeysWith: +)
            }
        }
        return counts
    }

    /// How often each of them is in all paragraphs of the archive, or of a scope. Cost: that of a search for the halves.
    func counts(in scope: Scope?, _ context: EvaluationContext) throws -> [String: Int] {
        let cancellation = context.cancellation
        var runs = ArchiveSearch(.paragraph, scope, context, goesToEnd: true) { run -> Result<[String: Int], MatchFailure> in
            do throws(MatchFailure) {
                let units = try run.matches(halves, wantsHits: false, cancellation).units
                let pieces = SpanColumn(units.lazy.map { run.text.span(run.text.index($0)) })
                return .success(try self.counts(in: pieces, of: run.text.shard.text, cancellation))
            } catch { return .failure(error) }
        }
        var counts: [String: Int] = [:]
        while let found = try interruptible({ () throws(MatchFailure) in try runs.nextRun() }) { counts.merge(found, uniquingKeysWith: +) }
        return counts
    }

    /// How often each of them is in pieces that have a half.
    private func counts(in pieces: SpanColumn, of text: Text, _ cancellation: Cancellation) throws(MatchFailure) -> [String: Int] {
        var counts: [String: Int] = [:]
        let found: UnitMatches
        do throws(MatchFailure) {
            found = try matcher.search(UnitList(pieces), in: text, wantsHits: true, cancellation: cancellation)
        } catch .limitReached {
            // What takes too many steps has no near phrase that is worth the wait.
            return counts
        }
        for index in 0..<found.hitCount {
            let string = text.string(found.hit(index))
            let isPhrase = isExact ? string == phrase : Folding.areEqual(string, phrase)
            if !isPhrase { counts[string, default: 0] += 1 }
        }
        return counts
    }

    /// Runs what may only be interrupted.
    private func interruptible<Value>(_ search: () throws(MatchFailure) -> Value) throws(Interrupted) -> Value {
        do throws(MatchFailure) { return try search() } catch { throw Interrupted() }
    }
}

extension SpanColumn {
    /// A column of these spans, in text order.
    fileprivate init(_ spans: some Collection<Span>) {
        self.init()
        reserveCapacity(spans.count)
        for span in spans { append(span) }
    }
}

/// The likeliest of near phrases, the most frequent first; at most three. A slip of the pen has one likely cure: rare variants
/// beside a frequent one are other words.
func likeliest(_ near: [WhyReport.Near]) -> [WhyReport.Near] {
    let ordered = near.sorted { a, b in
        if (a.here > 0) != (b.here > 0) { return a.here > 0 }
        return a.everywhere != b.everywhere ? a.everywhere > b.everywhere : a.phrase < b.phrase
    }
    let most = ordered.first?.everywhere ?? 0
    return Array(ordered.filter { $0.everywhere * 5 >= most }.prefix(3))
}

/// Says of patterns that have no hit in a table of counts what the archive has that is near: a zero never stands alone.
func noteAbsent(_ patterns: [BoundPattern], hits: (Int) -> Int, _ invocation: Invocation) throws {
    for (index, pattern) in patterns.enumerated() where hits(index) == 0 {
        var found: [WhyReport.Near] = []
        for near in pattern.phrases.compactMap({ NearPhrases($0, isExact: invocation.arguments.isExact) }) {
            found += try near.counts(in: invocation.scope, invocation.context).map {
                WhyReport.Near(phrase: $0.key, here: $0.value, everywhere: $0.value)
            }
        }
        let list = likeliest(found).map { "\($0.phrase) \($0.everywhere)" }
        let (english, chinese) = (list.joined(separator: ", "), list.joined(separator: "、"))
        invocation.context.note(
            LocalizedText(
                "\(pattern.label): not once" + (list.isEmpty ? "" : ". Near: \(english)"),
                zh: "\(pattern.label)：一次也没有" + (list.isEmpty ? "" : "。相近：\(chinese)")))
    }
}
