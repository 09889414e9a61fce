/// Writes a part of postings from lists that come in order. Memory: a megabyte, and the directory of one character.
struct PostingWriter: ~Copyable {
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private var pending = ByteBuffer(capacity: 1 << 20)
    private var steps = ByteBuffer()
    private var entries = ByteBuffer()
    private var skips = ByteBuffer()
    private var table = ByteBuffer()
    /// The bytes that were handed to the sink.
    private var flushed = 0
    private var postingCount = 0

    /// The first character whose lists come.
    private var first = FirstEntry(key: 0, begin: 0)
    private var lastSecond: CharacterKey = 0

    /// The list that comes: what its next place is at least, where it begins.
    private var next: UInt32 = 0
    private var listBegin = 0
    private var listCount = 0

    private static let chunk = 1 << 20 - PostingLayout.longestBlock

    init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.sink = sink }

    /// Where the next byte goes, from the beginning of the part.
    private var position: Int { flushed + pending.count }

    private mutating func flush() throws {
        try sink(pending.bytes)
        flushed += pending.count
        pending.removeAll()
    }

    /// Begins the lists of a first character, higher than the last.
    mutating func beginFirst(_ key: CharacterKey) { first = FirstEntry(key: key, begin: position) }

    /// Begins the list of a second character, higher than the last of the same first one; it has `count` places, at least one.
    @inline(__always)
    mutating func beginList(_ second: CharacterKey, count: Int) {
        if first.seconds > 0, first.seconds % PostingLayout.stride == 0 {
            steps.append(lastSecond)
            steps.append(UInt32(truncatingIfNeeded: entries.count))
            steps.append(UInt32(truncatingIfNeeded: position - first.begin))
        }
        entries.append(varint: Int(second &- lastSecond))
        lastSecond = second
        first.seconds += 1
        first.postings += count
        (next, listBegin, listCount) = (0, position, count)
    }

    /// Adds the next block of the list: 256 places, or the rest.
    @inline(__always)
    mutating func addBlock(_ places: UnsafePointer<UInt32>, _ count: Int) throws {
        if pending.count > PostingWriter.chunk { try flush() }
        if next > 0 {
            skips.append(next)
            skips.append(UInt32(truncatingIfNeeded: position - listBegin))
        }
        let room = pending.reserve(PostingLayout.longestBlock)
        if listCount == 1 {
            room.storeBytes(of: places[0].littleEndian, as: UInt32.self)
            pending.advance(gapCode(places[0]) + 1)
        } else {
            pending.advance(encodeBlock(places, count, &next, to: room))
        }
    }

    /// Ends the list and notes it.
    @inline(__always)
    mutating func endList() {
        let size = position - listBegin
        if listCount == 1 {
            entries.append(varint: size - 1)
        } else {
            entries.append(varint: listCount + 2)
            entries.append(varint: size - PostingLayout.controlBytes(listCount) - listCount)
            if skips.count > 0 { endSkips() }
        }
        postingCount += listCount
    }

    private mutating func endSkips() {
        pending.append(skips.bytes)
        skips.removeAll()
    }

    /// Ends the lists of the first character and writes its directory.
    mutating func endFirst() {
        let listBytes = position - first.begin
        pending.append(steps.bytes)
        pending.append(entries.bytes)
        table.append(first.key)
        table.append(UInt32(truncatingIfNeeded: first.postings))
        table.append(UInt32(truncatingIfNeeded: first.seconds))
        table.append(UInt32(truncatingIfNeeded: listBytes))
        table.append(UInt64(truncatingIfNeeded: first.begin))
        steps.removeAll()
        entries.removeAll()
        lastSecond = 0
    }

    /// Writes the table and the trailer; nothing may follow.
    mutating func end() throws {
        let begin = position
        pending.append(table.bytes)
        pending.append(PostingLayout.mark)
        pending.append(PostingLayout.version)
        pending.append(UInt32(truncatingIfNeeded: table.count / PostingLayout.tableEntrySize))
        pending.append(UInt64(truncatingIfNeeded: begin))
        pending.append(UInt64(truncatingIfNeeded: postingCount))
        try flush()
    }
}

/// The entry of the table that is being made.
private struct FirstEntry {
    let key: CharacterKey
    let begin: Int
    var seconds = 0
    var postings = 0
}
