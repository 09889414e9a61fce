/// Reads the directory of a first character, entry by entry. Whatever the bytes say, it reads none outside the directory, gives
/// only lists that lie where the character's lists lie, and ends.
struct DirectoryCursor {
    private var next: UnsafeRawPointer
    private let end: UnsafeRawPointer
    private let lists: UnsafeRawPointer
    private let listBytes: Int
    private let first: FirstCharacter
    private var index = 0
    private var listBegin = 0
    /// The second character of the entry that was read last; at first 0.
    private(set) var key: CharacterKey = 0
    /// The list of the entry that was read last.
    private(set) var list: PostingList

    init(_ table: PostingTable, _ first: FirstCharacter) {
        self.first = first
        lists = table.pointer(first.lists)
        listBytes = first.lists.count
        let directory = table.pointer(first.directory)
        let steps = first.seconds > 0 ? (first.seconds - 1) / PostingLayout.stride * PostingLayout.stepSize : 0
        end = directory + first.directory.count
        next = steps <= first.directory.count ? directory + steps : end
        list = PostingList(base: lists, size: 0, count: 0)
    }

    /// Reads the next entry; false at the end, and where the directory is damaged.
    mutating func advance() -> Bool {
        guard index < first.seconds, let delta = varint(), let head = varint() else { return false }
        key = UInt32(truncatingIfNeeded: min(UInt64(key) + delta, UInt64(UInt32.max)))
        index += 1
        return head < 4 ? setSingle(Int(head) + 1) : setList(Int(head) - 2)
    }

    private mutating func setSingle(_ size: Int) -> Bool {
        guard size <= listBytes - listBegin else { return false }
        list = PostingList(base: lists + listBegin, size: size, count: 1)
        listBegin += size
        return true
    }

    private mutating func setList(_ count: Int) -> Bool {
        guard let excess = varint() else { return false }
        let size = count + PostingLayout.controlBytes(count) + Int(excess)
        let whole = size + PostingLayout.skipBytes(count)
        guard whole <= listBytes - listBegin else { return false }
        list = PostingList(base: lists + listBegin, size: size, count: count)
        listBegin += whole
        return true
    }

    /// A number of up to 35 bits.
    @inline(__always)
    private mutating func varint() -> UInt64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while next < end, shift < 35 {
            let byte = next.load(as: UInt8.self)
            next += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    /// The list of a second character, none of which was read yet; nil where there is none. Cost: a binary search and up to 64 entries.
    mutating func list(of second: CharacterKey) -> PostingList? {
        leap(to: second)
        while advance() {
            if key == second { return list }
            if key > second { return nil }
        }
        return nil
    }

    /// Goes to the last step before the entry of `second`.
    private mutating func leap(to second: CharacterKey) {
        let entries = next
        let steps = first.seconds > 0 ? (first.seconds - 1) / PostingLayout.stride : 0
        let base = entries - steps * PostingLayout.stepSize
        guard base >= lists, entries < end else { return }
        var low = 0
        var high = steps
        while low < high {
            let middle = (low + high) / 2
            if base.number(middle * PostingLayout.stepSize, as: UInt32.self) < second { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return }
        let step = base + (low - 1) * PostingLayout.stepSize
        let (place, begin) = (Int(step.number(4, as: UInt32.self)), Int(step.number(8, as: UInt32.self)))
        guard place <= end - entries, begin <= listBytes else { return index = first.seconds }
        (key, next, listBegin, index) = (step.number(0, as: UInt32.self), entries + place, begin, low * PostingLayout.stride)
    }
}
