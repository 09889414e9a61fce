// The marks that bound gaps. All are three bytes long in UTF-8.

extension Haystack {
    /// Whether 。！？； stands at `offset`: an inner gap does not cross it.
    @inline(__always)
    func isSentenceMark(_ offset: Int) -> Bool {
        guard byte(offset) >= 0xE3 else { return false }
        switch threeBytes(offset) {
        case 0xE38082, 0xEFBC81, 0xEFBC9F, 0xEFBC9B: return true
        default: return false
        }
    }

    /// Whether ，。！？；：、— stands at `offset`: the edge of a clause.
    @inline(__always)
    func isClauseMark(_ offset: Int) -> Bool {
        guard byte(offset) >= 0xE2 else { return false }
        switch threeBytes(offset) {
        case 0xEFBC8C, 0xE38082, 0xEFBC81, 0xEFBC9F, 0xEFBC9B, 0xEFBC9A, 0xE38081, 0xE28094: return true
        default: return false
        }
    }

    /// The end of the clause that goes on at `offset`, at most `limit`.
    func clauseEnd(from offset: Int, limit: Int) -> Int {
        var end = offset
        while end < limit, !isClauseMark(end) { end += 1 }
        return end
    }

    /// The offset behind the last clause mark that lies wholly in `bytes`, or nil.
    func lastClauseEdge(in bytes: Range<Int>) -> Int? {
        var offset = bytes.upperBound - 3
        while offset >= bytes.lowerBound {
            if isClauseMark(offset) { return offset + 3 }
            offset -= 1
        }
        return nil
    }
}
