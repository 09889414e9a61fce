extension PostingWriter {
    /// Writes a whole part from the tables of runs in text order.
    mutating func write(merging tables: [PostingTable]) throws {
        var next = [Int](repeating: 0, count: tables.count)
        while true {
            let heads = tables.indices.map { next[$0] < tables[$0].count ? tables[$0].first(at: next[$0]) : nil }
            guard let key = heads.lazy.compactMap({ $0?.key }).min() else { break }
            var merge = DirectoryMerge()
            for (run, head) in heads.enumerated() {
                guard let head, head.key == key else { continue }
                next[run] += 1
                merge.add(DirectoryCursor(tables[run], head))
            }
            beginFirst(key)
            while let (second, lists) = merge.next() { try add(second, lists) }
            endFirst()
        }
        try end()
    }

    /// Adds the lists of a pair, one behind the other.
    private mutating func add(_ second: CharacterKey, _ lists: ContiguousArray<PostingList>) throws {
        beginList(second, count: lists.reduce(0) { $0 + $1.count })
        try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * PostingLayout.block) { memory throws in
            let places = memory.baseAddress.unsafelyUnwrapped
            var filled = 0
            for list in lists {
                var cursor = BlockCursor(list, textCount: PostingLayout.longestText)
                while case let count = cursor.decode(to: places + filled), count > 0 {
                    filled += count
                    guard filled >= PostingLayout.block else { continue }
                    try addBlock(places, PostingLayout.block)
                    filled -= PostingLayout.block
                    places.update(from: places + PostingLayout.block, count: filled)
                }
            }
            if filled > 0 { try addBlock(places, filled) }
        }
        endList()
    }
}

/// The second characters of several runs in order, with the lists of each.
private struct DirectoryMerge {
    private var cursors: ContiguousArray<DirectoryCursor> = []
    private var lists: ContiguousArray<PostingList> = []

    mutating func add(_ cursor: DirectoryCursor) {
        var cursor = cursor
        if cursor.advance() { cursors.append(cursor) }
    }

    mutating func next() -> (second: CharacterKey, lists: ContiguousArray<PostingList>)? {
        guard var second = cursors.first?.key else { return nil }
        for index in cursors.indices { second = min(second, cursors[index].key) }
        lists.removeAll(keepingCapacity: true)
        var index = 0
        while index < cursors.count {
            guard cursors[index].key == second else {
                index += 1
                continue
            }
            lists.append(cursors[index].list)
            if cursors[index].advance() { index += 1 } else { cursors.remove(at: index) }
        }
        return (second, lists)
    }
}
