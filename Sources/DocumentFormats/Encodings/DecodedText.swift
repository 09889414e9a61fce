import Documents

/// A text made of bytes in another encoding, with the way back.
struct DecodedText {
    /// UTF-8; what could not be decoded is U+FFFD.
    let text: Text
    /// From offsets in the text to those in the bytes.
    let map: WidthMap
    /// The bytes that could not be decoded, and the offset of the first.
    let undecodable: Undecodable

    /// Decodes `source` from the byte `start` on. The system's converter does the work, 64 KiB at a time. Fails where the
    /// text would have 4 GiB or more, where the system has no such converter, and where `isStopped`.
    init(
        _ source: Text, from start: Int, _ encoding: TextEncoding, isStopped: () -> Bool
    ) throws(ReadFailure) {
        guard let converter = CharacterConverter(encoding) else { throw .noConverter(encoding) }
        let output = try GrowingMemory(capacity: source.count - start + (source.count - start) / 2)
        var decoding = Decoding(
            source: ByteView(source), encoding: encoding, converter: converter, output: output,
            places: WidthMap.Places(isWide: encoding.isWide, from: start))
        var offset = start
        while offset < source.count {
            if isStopped() { throw .interrupted }
            offset = try decoding.decode(from: offset, to: min(source.count, offset + 1 << 16))
        }
        withExtendedLifetime(source) {}
        text = output.text()
        map = WidthMap(text, decoding.places)
        undecodable = decoding.undecodable
    }
}

/// A decoding in progress.
private struct Decoding {
    let source: ByteView
    let encoding: TextEncoding
    let converter: CharacterConverter
    let output: GrowingMemory
    var places: WidthMap.Places
    var undecodable = Undecodable()

    /// Decodes a stretch and returns where it came: to `end`, or to a character that the end cuts.
    mutating func decode(from start: Int, to end: Int) throws(ReadFailure) -> Int {
        var offset = start
        while offset < end {
            // Two bytes become three at most.
            let room = try output.room((end - offset) * 2 + 16)
            let step = converter.convert(UnsafeRawBufferPointer(start: source.base + offset, count: end - offset), into: room)
            follow(from: offset, to: offset + step.read, UnsafeRawBufferPointer(rebasing: room[..<step.written]))
            output.advance(step.written)
            offset += step.read
            switch step.outcome {
            case .full: continue
            case .undecodable: offset += try replace(at: offset, before: end)
            case .done:
                if end < source.count { return offset }
                if offset < end { offset += try replace(at: offset, before: end) }
            }
        }
        return offset
    }

    /// Notes where the characters of a stretch stand in the text and in the file.
    private mutating func follow(from start: Int, to end: Int, _ text: UnsafeRawBufferPointer) {
        var offset = start
        var place = 0
        while place < text.count {
            let lead = text[place]
            let width = offset < end ? source.characterWidth(at: offset, before: end, encoding) : 0
            places.add(lead, width: width)
            offset += width
            place += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            // Hong Kong's table has four characters that are two code points.
            if encoding == .big5HongKong, place < text.count, isCombining(text, at: place) {
                places.add(text[place], width: 0)
                place += 2
            }
        }
    }

    /// Whether a combining macron or caron, of two bytes, stands at `place`.
    private func isCombining(_ text: UnsafeRawBufferPointer, at place: Int) -> Bool {
        text[place] == 0xCC && place + 1 < text.count && (text[place + 1] == 0x84 || text[place + 1] == 0x8C)
    }

    /// Puts U+FFFD for what cannot be decoded at `offset` and returns how many bytes it stands for.
    private mutating func replace(at offset: Int, before end: Int) throws(ReadFailure) -> Int {
        let width = source.undecodableWidth(at: offset, before: end, encoding)
        let room = try output.room(3)
        room.copyBytes(from: [0xEF, 0xBF, 0xBD])
        output.advance(3)
        places.add(0xEF, width: width)
        undecodable.count += width
        undecodable.first = undecodable.first ?? offset
        return width
    }
}

extension ReadFailure {
    fileprivate static func noConverter(_ encoding: TextEncoding) -> ReadFailure {
        ReadFailure(
            "is in \(encoding.name), and this system has no converter for it (iconv, package libc-bin)",
            zh: "是 \(encoding.name)，而本系统没有它的转换器（iconv，软件包 libc-bin）")
    }
}
