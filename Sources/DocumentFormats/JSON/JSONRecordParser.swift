import CSimdJSON
import Documents

/// Finds the values of JSON records. A class because the parser's memory has an owner; one a thread.
final class JSONRecordParser {
    private let parser: OpaquePointer?
    private let view: ByteView

    /// Objects and arrays deeper than this are not looked into.
    private static let depth: Int32 = 16
    /// The values of a record that are looked at.
    private static let mostValues = 1 << 20
    /// Records of more bytes are not read: parsing takes several times the memory.
    static let longest = 1 << 28

    init(_ view: ByteView) {
        self.view = view
        parser = record_parser_create()
    }

    deinit { parser.map(record_parser_destroy) }

    /// The values of the record in `[start, end)`, parents first, with offsets from `start`; nil where it is no JSON object.
    /// Bytes that are no UTF-8 and raw controls, which JSON does not allow, do no harm.
    func values(from start: Int, to end: Int) -> UnsafeBufferPointer<record_value>? {
        guard end - start <= JSONRecordParser.longest else { return nil }
        return read(view.base + start, end - start) ?? readMasked(from: start, to: end)
    }

    private func read(_ json: UnsafeRawPointer, _ length: Int) -> UnsafeBufferPointer<record_value>? {
        guard let parser else { return nil }
        let count = record_parser_read(
            parser, json.assumingMemoryBound(to: CChar.self), length, JSONRecordParser.depth, JSONRecordParser.mostValues)
        return count < 0 ? nil : UnsafeBufferPointer(start: record_parser_values(parser), count: count)
    }

    /// Reads the structure off a copy of the same length in which there are only characters that JSON allows. Offsets are the
    /// same, and the text is taken from the file.
    private func readMasked(from start: Int, to end: Int) -> UnsafeBufferPointer<record_value>? {
        var isMasked = false
        var copy = [UInt8](repeating: 0, count: end - start + Text.padding)
        let hasBadBytes = Undecodable(in: UnsafeRawBufferPointer(start: view.base + start, count: end - start)).count > 0
        for offset in start..<end {
            let byte = view[offset]
            let isForeign = byte < 0x20 || (hasBadBytes && byte >= 0x80)
            copy[offset - start] = isForeign ? (byte < 0x20 ? 0x20 : 0x78) : byte
            isMasked = isMasked || isForeign
        }
        guard isMasked else { return nil }
        return copy.withUnsafeBytes { $0.baseAddress.flatMap { read($0, end - start) } }
    }
}
