import Pinyin

/// Distinct names, each with how often it was added, in the order of their first use. Their bytes stand one behind the other.
struct NameTable: Sendable {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// One more than the number of an entry, where the hash of its name leads; 0 where nothing is.
    private var slots = [UInt32](repeating: 0, count: 64)

    private struct Entry {
        var start: UInt32
        var length: UInt32
        var count: UInt32
    }

    /// Longer ones are no names that anybody would take from a list.
    private static let longestName = 400
    /// Memory has an end.
    private static let mostBytes = 64 << 20

    var count: Int { entries.count }

    func name(_ index: Int) -> String {
        let entry = entries[index]
        return String(decoding: bytes[Int(entry.start)..<Int(entry.start + entry.length)], as: UTF8.self)
    }

    func frequency(_ index: Int) -> Int { Int(entries[index].count) }

    /// Adds a name, or one to the number of its uses. Cost: a hash of its bytes.
    mutating func add(_ name: UnsafeRawBufferPointer) {
        guard !name.isEmpty, name.count <= NameTable.longestName else { return }
        var slot = hash(name)
        while slots[slot] != 0 {
            let known = Int(slots[slot] - 1)
            if holds(known, name) {
                entries[known].count &+= 1
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard bytes.count + name.count <= NameTable.mostBytes else { return }
        entries.append(Entry(start: UInt32(bytes.count), length: UInt32(name.count), count: 1))
        bytes.append(contentsOf: name)
        slots[slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
    }

    mutating func add(_ name: String) {
        var name = name
        name.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    private func holds(_ index: Int, _ name: UnsafeRawBufferPointer) -> Bool {
        let entry = entries[index]
        guard Int(entry.length) == name.count else { return false }
        return bytes.withUnsafeBytes { $0[Int(entry.start)..<Int(entry.start) + name.count].elementsEqual(name) }
    }

    private func hash(_ name: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = hash(bytes[Int(entry.start)..<Int(entry.start + entry.length)])
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The entries that `answers` takes, by number, each with how well. Stops where `isOver` says so, which is asked now and then.
    func matches(
        _ answers: (UnsafeBufferPointer<UInt8>) -> NameMatch?, isOver: () -> Bool
    ) -> [(index: Int, match: NameMatch)] {
        bytes.withUnsafeBufferPointer { all in
            var found: [(index: Int, match: NameMatch)] = []
            for (index, entry) in entries.enumerated() {
                if index & 0x3FF == 0x3FF, isOver() { break }
                let start = Int(entry.start)
                if let match = answers(UnsafeBufferPointer(rebasing: all[start..<start + Int(entry.length)])) {
                    found.append((index, match))
                }
            }
            return found
        }
    }
}
