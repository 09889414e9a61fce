import Documents

extension Matcher {
    /// Where hits begin in `range`, ascending, in all pieces that `index` is of: those of a search with each piece as a unit. Nil where the
    /// places in the index are not yet the hits, because the text has to be looked at or hits may overlap. Cost: decoding the places;
    /// neither the text nor its columns are touched.
    public func hitStarts(in range: Range<UInt32>, by index: any LiteralIndex) -> ContiguousArray<UInt32>? {
        guard exception == nil, let sole = plan.soleTerm, case .literal(let finder) = plan.terms[sole], !finder.overlapsItself,
            let characters = finder.characters, let places = index.places(of: characters), places.isExact
        else { return nil }
        var found = ContiguousArray<UInt32>()
        if places.atMost > 0 { places.append(in: range, to: &found) }
        return found
    }

    /// The number of hits that begin in `range`; nil where `hitStarts` is.
    public func countHits(in range: Range<UInt32>, by index: any LiteralIndex) -> Int? {
        hitStarts(in: range, by: index)?.count
    }
}
