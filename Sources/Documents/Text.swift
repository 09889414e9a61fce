/// The bytes of one file, immutable and shared: UTF-8, or what its reader made UTF-8 of. A class because the memory
/// has an owner; everything else is offsets into it.
public final class Text: @unchecked Sendable {
    // Safe to share: the memory is written before `init` returns and never after.

    /// The bytes, followed by `Text.padding` zero bytes that are not counted, so that a vector may be loaded at any offset.
    public let bytes: UnsafeRawBufferPointer
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void

    /// Readable zero bytes behind the last one.
    public static let padding = 64

    /// Takes over memory that ends with `padding` zero bytes; `release` is called once with `bytes`.
    public init(adopting bytes: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
        self.bytes = bytes
        self.release = release
    }

    /// A copy of `source`, padded.
    public convenience init(copying source: some Sequence<UInt8>) {
        let array = ContiguousArray(source)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count + Text.padding, alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        memory.copyBytes(from: array)
        self.init(adopting: UnsafeRawBufferPointer(rebasing: memory[..<array.count])) { $0.deallocate() }
    }

    deinit { release(bytes) }

    /// The number of bytes.
    public var count: Int { bytes.count }

    /// The bytes of `span` as a string; ill-formed bytes become U+FFFD. Copies; for what is shown, not for scanning.
    public func string(_ span: Span) -> String {
        String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    /// The number of Unicode scalars in `span`: bytes that are no continuation bytes.
    public func scalarCount(_ span: Span) -> Int {
        let stretch = bytes[Int(span.start)..<Int(span.end)]
        guard let base = bytes.baseAddress, span.count >= Text.wordSize else {
            return stretch.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        }
        // Whole words of bytes, then one by one those that are left over.
        let whole = span.count / Text.wordSize * Text.wordSize
        let rest = UnsafeRawBufferPointer(rebasing: stretch[(Int(span.start) + whole)...])
        return whole - Text.continuationCount(base + Int(span.start), whole) + rest.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    private static let wordSize = 32

    /// The continuation bytes, 0x80–0xBF, among `count` bytes, a multiple of the size of a word.
    private static func continuationCount(_ start: UnsafeRawPointer, _ count: Int) -> Int {
        var sum = 0
        var place = 0
        while place < count {
            // Each byte of a word counts what is at its place, up to 255 times.
            let end = min(count, place + 255 * wordSize)
            var counts = SIMD4<UInt64>(repeating: 0)
            while place < end {
                let word = start.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
                counts &+= (word &>> 7) & ~(word &>> 6) & SIMD4(repeating: 0x0101_0101_0101_0101)
                place += wordSize
            }
            let even = counts & SIMD4(repeating: 0x00FF_00FF_00FF_00FF)
            let odd = (counts &>> 8) & SIMD4(repeating: 0x00FF_00FF_00FF_00FF)
            let sums = ((even &+ odd) &* SIMD4(repeating: 0x0001_0001_0001_0001)) &>> 48
            sum += Int(sums[0] &+ sums[1] &+ sums[2] &+ sums[3])
        }
        return sum
    }
}

extension Text {
    /// The scalar at `position` and its length in bytes; an ill-formed byte is U+FFFD of length 1. Nothing at `end` or behind is read.
    public func scalar(at position: Int, before end: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[position]
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0, position + length <= end else { return (0xFFFD, 1) }
        if length == 1 { return (UInt32(first), 1) }
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let byte = bytes[position + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, length)
    }
}
