/// The subject of a clause that ends in a verb of saying.
struct SaidBy {
    let passage: Passage
    let clause: Range<Int>
    /// Whether the quotation follows at once, so that whoever is told something is told the quotation.
    let isNearest: Bool

    /// The subject; empty where the clause has the verb alone, nil where it has no such verb or no name before it.
    var subject: Range<Int>? {
        guard let before = beforeVerb else { return nil }
        var name = SayingWords.adverbs.trimmingEnd(before, of: passage)
        name = withoutManner(name)
        name = withoutPlace(SayingWords.openings.trimmingStart(name, of: passage))
        name = passage.trimmed(SayingWords.adverbs.trimmingEnd(name, of: passage))
        guard !name.isEmpty else { return before.isEmpty ? clause.lowerBound..<clause.lowerBound : nil }
        let isName =
            name.count <= 20 && SayingWords.notNames.length(at: name.lowerBound, in: name, of: passage) == nil
            && SayingWords.notNames.length(endingAt: name.upperBound, in: name, of: passage) == nil
        return isName ? name : nil
    }

    /// What stands before the verb; nil where the clause has none.
    private var beforeVerb: Range<Int>? {
        let bare = SayingWords.particles.trimmingEnd(clause, of: passage)
        for range in [clause, clause.lowerBound..<bare.upperBound] {
            guard let length = SayingWords.verbs.length(endingAt: range.upperBound, in: range, of: passage),
                SayingWords.notVerbs.length(endingAt: range.upperBound, in: range, of: passage) == nil
            else { continue }
            let before = range.lowerBound..<range.upperBound - length
            return beforeAddressee(before, SayingWords.prepositions) ?? beforeAddressee(before, SayingWords.addressing) ?? before
        }
        if isReport { return clause.lowerBound..<clause.upperBound - 2 }
        let isTold = isNearest || SayingWords.addressees.length(endingAt: bare.upperBound, in: bare, of: passage) != nil
        return isTold ? beforeAddressee(bare, SayingWords.addressing) : nil
    }

    /// 据李明介绍
    private var isReport: Bool {
        guard clause.count > 3, passage.scalars[clause.lowerBound] == 0x636E else { return false }
        return SayingWords.reports.length(endingAt: clause.upperBound, in: clause, of: passage) != nil
    }

    /// 毛主席教导我们, 他对记者说: what stands before the one who is spoken to, behind a word of the list; nil where nobody is.
    private func beforeAddressee(_ range: Range<Int>, _ words: WordList) -> Range<Int>? {
        for index in range.reversed() {
            guard let length = words.length(at: index, in: range, of: passage), !SayingWords.notPrepositions.covers(index, of: passage),
                index + length < range.upperBound, range.upperBound - index - length <= 10
            else { continue }
            return range.lowerBound..<index
        }
        return nil
    }

    /// 李明兴致勃勃地: an adverb of manner ends in 地; two or four characters stand before it.
    private func withoutManner(_ range: Range<Int>) -> Range<Int> {
        guard let last = range.last, passage.scalars[last] == 0x5730, range.count > 4 else { return range }
        return range.lowerBound..<last - (range.count > 6 ? 4 : 2)
    }

    /// 毛主席在会上 → 毛主席; 在会上毛主席 → 毛主席.
    private func withoutPlace(_ range: Range<Int>) -> Range<Int> {
        guard let at = range.first(where: { passage.scalars[$0] == 0x5728 && !SayingWords.notPrepositions.covers($0, of: passage) }) else {
            return range
        }
        if at > range.lowerBound { return range.lowerBound..<at }
        guard let end = range.last(where: { SayingWords.closers.contains(passage.scalars[$0]) }) else { return range }
        return end + 1..<range.upperBound
    }
}
