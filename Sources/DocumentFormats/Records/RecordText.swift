import Documents
import Glibc

/// The text that is made of the fields of records, one after the other, as it grows, with the way back to the file. A
/// class because the memory has an owner.
final class RecordText {
    private var memory: UnsafeMutableRawPointer?
    private var capacity = 0
    /// The bytes there are.
    private(set) var count = 0
    /// Whether memory ran out; nothing is added any more.
    private(set) var isExhausted = false
    private(set) var runs = RunMap()
    private(set) var lines: LineMap

    /// No bytes yet; `capacity` is a guess at how many there will be.
    init(capacity: Int, countsLineEnds: Bool) {
        lines = LineMap(countsLineEnds: countsLineEnds)
        _ = hasRoom(for: capacity)
    }

    deinit { free(memory) }

    /// What was put in so far. Good until something is added.
    var view: ByteView { ByteView(UnsafeRawBufferPointer(start: memory, count: count)) }

    /// Whether `bytes` more fit, with the padding behind them.
    private func hasRoom(for bytes: Int) -> Bool {
        let needed = count + bytes + Text.padding
        if needed <= capacity { return true }
        if isExhausted { return false }
        let wider = max(needed, capacity + capacity / 2)
        guard needed < Int(UInt32.max), let moved = realloc(memory, wider) else {
            isExhausted = true
            return false
        }
        memory = moved
        capacity = wider
        return true
    }

    /// Copies `[start, end)` of the file.
    func copy(_ source: ByteView, from start: Int, to end: Int) {
        guard end > start, hasRoom(for: end - start), let memory else { return }
        memcpy(memory + count, source.base + start, end - start)
        runs.append(text: count, source: start, length: end - start)
        count += end - start
    }

    /// Adds up to four bytes, the first in the lowest bits, that were made from what stands at `source`.
    func put(_ bytes: UInt32, count width: Int, from source: Int) {
        runs.append(text: count, source: source, length: 0)
        put(bytes, count: width)
    }

    /// Adds up to four bytes that stand for nothing of their own: the place of what is before them.
    func put(_ bytes: UInt32, count width: Int) {
        guard hasRoom(for: 4), let memory else { return }
        memory.storeBytes(of: bytes.littleEndian, toByteOffset: count, as: UInt32.self)
        count += width
    }

    /// Adds characters of three bytes, each made from an escape of six; the first stands at `source`.
    func putEscapes(from source: Int, _ characters: Int, _ character: (Int) -> UInt32) {
        runs.append(text: count, escapes: source, count: characters)
        for index in 0..<characters { put(character(index), count: 3) }
    }

    /// Says on which line of the file stands what is added next.
    func mark(line: Int) { lines.mark(count, line: line) }

    /// Makes one line of what was added since `start`: a title has no line ends.
    func flatten(from start: Int) {
        guard let memory else { return }
        for offset in start..<max(start, count) {
            let byte = memory.load(fromByteOffset: offset, as: UInt8.self)
            if byte == 0x0A || byte == 0x0D { memory.storeBytes(of: 0x20, toByteOffset: offset, as: UInt8.self) }
        }
    }

    /// Puts the text of a later part of the file behind this one.
    func append(_ other: RecordText, afterLines before: Int) {
        guard hasRoom(for: other.count), let memory, let added = other.memory else { return }
        memcpy(memory + count, added, other.count)
        runs.append(contentsOf: other.runs, text: count)
        lines.append(contentsOf: other.lines, text: count, afterLines: before)
        count += other.count
    }

    /// Hands the bytes over, padded; nothing is left.
    func finish() -> Text {
        guard hasRoom(for: 0), let owned = memory else { return Text(copying: []) }
        memset(owned + count, 0, Text.padding)
        memory = nil
        defer { (count, capacity) = (0, 0) }
        return Text(adopting: UnsafeRawBufferPointer(start: owned, count: count)) {
            free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
        }
    }
}
