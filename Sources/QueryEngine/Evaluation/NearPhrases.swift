import Documents
import PatternMatching
import QueryLanguage
import SourceText

/// The phrases one character from one that was not found; where script and width count, also in another of these.
struct NearPhrases {
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
            for piece in try candidates(in: batch, of: shard, cancellation) {
                // What takes too many steps has no near phrase that is worth the wait.
                let hits = (try? matcher.hits(in: piece, of: shard.text, cancellation: cancellation)) ?? SpanColumn()
                for index in 0..<hits.count {
                    let text = shard.text.string(hits[index])
                    let isPhrase = isExact ? text == phrase : Folding.areEqual(text, phrase)
                    if !isPhrase { counts[text, default: 0] += 1 }
                }
            }
        }
        return counts
    }

    /// The pieces of a batch that hold a half; all of them where they do not stand in text order, as one search needs.
    private func candidates(in batch: Regions, of shard: Shard, _ cancellation: Cancellation) throws -> [Span] {
        let pieces = (0..<batch.count).flatMap { shard.pieces(of: batch[$0]) }
        guard zip(pieces, pieces.dropFirst()).allSatisfy({ $0.end <= $1.start }) else { return pieces }
        var column = SpanColumn()
        column.reserveCapacity(pieces.count)
        for piece in pieces { column.append(piece) }
        do {
            let found = try halves.search(UnitList(column), in: shard.text, wantsHits: false, cancellation: cancellation)
            return found.units.map { pieces[Int($0)] }
        } catch {
            throw Interrupted()
        }
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
            let rows = sourceUnits(.paragraph, archive: invocation.archive, scope: invocation.scope)
            found += try near.counts(in: rows, invocation.context.cancellation).map {
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
