import Documents

extension Matcher {
    /// The number of hits that begin in `range`, in all pieces that `index` is of: those of a search with each piece as a unit. Nil where the
    /// places in the index are not yet the hits, because the text has to be looked at or hits may overlap. Cost: decoding the places;
    /// neither the text nor its columns are touched.
    public func countHits(beginningIn range: Range<UInt32>, by index: any LiteralIndex) -> Int? {
        guard exception == nil, let sole = plan.soleTerm, case .literal(let finder) = plan.terms[sole], !finder.overlapsItself,
            let characters = finder.characters, let places = index.places(of: characters), places.isExact
        else { return nil }
        if places.atMost == 0 { return 0 }
        var found = ContiguousArray<UInt32>()
        places.append(in: range, to: &found)
        return found.count
    }
}
