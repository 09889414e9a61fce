/// Where one pair of characters stands in any of its forms: a list for each pair of forms that occurs.
struct PairPlaces {
    /// A list, and the bytes from where the pair begins to where the next pair of the literal begins.
    struct Member {
        let list: PostingList
        let advance: Int
    }

    private(set) var lists: ContiguousArray<Member> = []
    /// The number of offsets.
    private(set) var count = 0
    /// The least and the most bytes to the next pair.
    private(set) var advances = 0...0

    mutating func append(_ list: PostingList, advance: Int) {
        advances = lists.isEmpty ? advance...advance : min(advances.lowerBound, advance)...max(advances.upperBound, advance)
        lists.append(Member(list: list, advance: advance))
        count += list.count
    }

    /// The places in `range`, ascending, each once.
    func append(in range: Range<UInt32>, textCount: Int, to places: inout ContiguousArray<UInt32>) {
        if lists.count == 1 {
            places.reserveForAppending(min(count, range.expected(of: count, in: textCount)))
            return lists[0].list.forEach(in: range, textCount: textCount) { places.append(contentsOf: $0) }
        }
        var union = PostingUnion(range, textCount: textCount)
        for member in lists { union.add(member.list) }
        union.append(to: &places)
    }

    /// For each key whether one of the lists has it plus `shift`: then the list's advance, otherwise 0. Keys ascend.
    func mark(_ keys: ContiguousArray<UInt32>, shift: (Member) -> Int, textCount: Int, in marks: inout ContiguousArray<UInt8>) {
        marks.removeAll(keepingCapacity: true)
        marks.append(contentsOf: repeatElement(0, count: keys.count))
        keys.withUnsafeBufferPointer { keys in
            marks.withUnsafeMutableBufferPointer { marks in
                for member in lists {
                    member.list.mark(
                        keys, shift: shift(member), with: UInt8(truncatingIfNeeded: member.advance), textCount: textCount, in: marks)
                }
            }
        }
    }
}

extension PostingList {
    /// Marks the keys that plus `shift` are in the list. Only blocks are decoded that may hold some.
    fileprivate func mark(
        _ keys: UnsafeBufferPointer<UInt32>, shift: Int, with value: UInt8, textCount: Int, in marks: UnsafeMutableBufferPointer<UInt8>
    ) {
        guard let keyBase = keys.baseAddress, let markBase = marks.baseAddress else { return }
        let shift32 = UInt32(truncatingIfNeeded: shift)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PostingLayout.block) { memory in
            let block = memory.baseAddress.unsafelyUnwrapped
            var cursor = BlockCursor(self, textCount: textCount)
            // A key below `-shift` has no place before it.
            var index = shift < 0 ? keys.firstIndex(notBelow: UInt32(truncatingIfNeeded: -shift)) : 0
            while index < keys.count {
                cursor.skip(to: keyBase[index] &+ shift32)
                let bound = cursor.nextBound
                let count = cursor.decode(to: block)
                if count == 0 { return }
                let end = bound.map { index + keysBefore($0, shift, UnsafeBufferPointer(rebasing: keys[index...])) } ?? keys.count
                let stretch = KeyStretch(keys: keyBase + index, marks: markBase + index, count: end - index, shift: shift32, value: value)
                stretch.mark(in: UnsafeBufferPointer(start: block, count: count))
                if bound == nil { return }
                index = max(end, index)
            }
        }
    }

    /// How many keys plus `shift` are below `bound`.
    @inline(__always)
    private func keysBefore(_ bound: UInt32, _ shift: Int, _ keys: UnsafeBufferPointer<UInt32>) -> Int {
        let limit = Int(bound) - shift
        return limit <= 0 ? 0 : limit > Int(UInt32.max) ? keys.count : keys.firstIndex(notBelow: UInt32(truncatingIfNeeded: limit))
    }
}

/// The keys that may be in one block.
private struct KeyStretch {
    let keys: UnsafePointer<UInt32>
    let marks: UnsafeMutablePointer<UInt8>
    let count: Int
    let shift: UInt32
    let value: UInt8

    /// Few keys are sought one by one; many are merged, without a branch that depends on the text.
    @inline(__always)
    func mark(in block: UnsafeBufferPointer<UInt32>) {
        if count * 8 < block.count { seek(block) } else { merge(block) }
    }

    private func seek(_ block: UnsafeBufferPointer<UInt32>) {
        for index in 0..<count {
            let sought = keys[index] &+ shift
            let found = block.firstIndex(notBelow: sought)
            if found < block.count, block[found] == sought { marks[index] = value }
        }
    }

    private func merge(_ block: UnsafeBufferPointer<UInt32>) {
        guard let places = block.baseAddress else { return }
        var key = 0
        var place = 0
        while key < count, place < block.count {
            let (a, b) = (keys[key] &+ shift, places[place])
            marks[key] |= a == b ? value : 0
            key &+= a <= b ? 1 : 0
            place &+= b <= a ? 1 : 0
        }
    }
}
