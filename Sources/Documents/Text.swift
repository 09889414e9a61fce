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
        var count = 0
        for byte in bytes[Int(span.start)..<Int(span.end)] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
