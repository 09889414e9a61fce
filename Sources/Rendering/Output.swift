/// Takes rendered text piece by piece; it throws to stop the rendering, as a pager does that was left.
public typealias TextSink = (String) throws -> Void

/// Rendered bytes on their way to a sink, handed on in pieces that end with a row.
struct Output {
    private var bytes: [UInt8] = []
    private let sink: TextSink

    /// A piece is handed on when it has this many bytes.
    private static let pieceSize = 1 << 15

    init(_ sink: @escaping TextSink) { self.sink = sink }

    /// An output whose bytes are taken, not handed on.
    init() { self.init { _ in } }

    /// What has gathered; nothing is left.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll() }
        return bytes
    }

    mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    mutating func write(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 { return bytes.append(UInt8(value)) }
        if value < 0x800 {
            bytes.append(UInt8(0xC0 | value >> 6))
        } else {
            if value < 0x10000 {
                bytes.append(UInt8(0xE0 | value >> 12))
            } else {
                bytes.append(UInt8(0xF0 | value >> 18))
                bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
            }
            bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        }
        bytes.append(UInt8(0x80 | value & 0x3F))
    }

    mutating func write(_ source: UnsafeRawBufferPointer) { bytes.append(contentsOf: source) }

    mutating func write(blanks count: Int) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, count)))
    }

    mutating func newline() { bytes.append(0x0A) }

    /// Ends a row: hands on what has gathered, once it is worth it.
    mutating func endRow() throws {
        if bytes.count >= Output.pieceSize { try flush() }
    }

    /// Hands on what has gathered; ill-formed bytes become U+FFFD here.
    mutating func flush() throws {
        guard !bytes.isEmpty else { return }
        try sink(String(decoding: bytes, as: UTF8.self))
        bytes.removeAll(keepingCapacity: true)
    }
}
