/// Columns of places.
extension ContiguousArray<UInt32> {
    /// Keeps what is marked, with the mark times `factor` added.
    mutating func keep(_ marks: ContiguousArray<UInt8>, adding factor: Int = 0) {
        let kept = withUnsafeMutableBufferPointer { places in
            marks.withUnsafeBufferPointer { marks in
                var kept = 0
                for index in 0..<Swift.min(places.count, marks.count) {
                    let mark = marks[index]
                    places[kept] = places[index] &+ UInt32(truncatingIfNeeded: factor &* Int(mark))
                    kept &+= mark == 0 ? 0 : 1
                }
                return kept
            }
        }
        removeLast(count - kept)
    }

    /// Makes room for `added` more, without losing the growth by doubling: pages that are never touched cost nothing, a copy does.
    mutating func reserveForAppending(_ added: Int) {
        if capacity < count + added { reserveCapacity(Swift.max(count + added, 2 * count)) }
    }
}
