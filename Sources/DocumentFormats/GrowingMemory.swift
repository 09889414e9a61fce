import Documents
import Glibc

/// Memory that grows while bytes are put behind it, and that a `Text` takes over in the end, so that nothing is copied.
/// A class because the memory has an owner until then.
final class GrowingMemory {
    /// The bytes that have been put in.
    private(set) var count = 0
    private var memory: UnsafeMutableRawPointer?
    private var capacity = 0

    /// The longest text there can be: offsets take four bytes, and the end is one of them.
    static let limit = Int(UInt32.max) - 1

    /// Room for `capacity` bytes at first.
    init(capacity: Int = 0) throws(ReadFailure) {
        try grow(to: max(capacity, 1 << 12))
    }

    deinit { free(memory) }

    /// The free memory behind the last byte, `least` bytes of it or more; write there, then tell it to `advance`.
    func room(_ least: Int) throws(ReadFailure) -> UnsafeMutableRawBufferPointer {
        guard count + least <= GrowingMemory.limit else { throw .tooLarge }
        if count + least > capacity { try grow(to: min(GrowingMemory.limit, max(count + least, capacity * 2))) }
        return UnsafeMutableRawBufferPointer(start: memory.map { $0 + count }, count: capacity - count)
    }

    /// Counts in `bytes` bytes that were written into the room.
    func advance(_ bytes: Int) { count += bytes }

    private func grow(to wanted: Int) throws(ReadFailure) {
        guard let grown = realloc(memory, wanted + Text.padding) else { throw .outOfMemory }
        memory = grown
        capacity = wanted
    }

    /// The bytes as a text, which owns them from now on; call last. What was too much goes back to the system.
    func text() -> Text {
        let owned = memory.map { realloc($0, count + Text.padding) ?? $0 }
        if let owned { memset(owned + count, 0, Text.padding) }
        memory = nil
        return Text(adopting: UnsafeRawBufferPointer(start: owned, count: count)) {
            free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
        }
    }
}

extension GrowingMemory {
    /// Reads what a descriptor gives, to its end or up to `count` bytes; `isStopped` is asked between any two pieces.
    func read(_ descriptor: Int32, upTo count: Int? = nil, isStopped: () -> Bool) throws(ReadFailure) {
        while count.map({ self.count < $0 }) ?? true {
            if isStopped() { throw .interrupted }
            let room = try room(count.map { $0 - self.count } ?? 1 << 12)
            let bytes = Glibc.read(descriptor, room.baseAddress, min(room.count, count.map { $0 - self.count } ?? 1 << 20))
            if bytes == 0 { return }
            if bytes > 0 { advance(bytes) } else if errno != EINTR { throw ReadFailure(errno: errno) }
        }
    }
}
