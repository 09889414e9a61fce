import Documents

/// Stretches of a text by which its encoding is told: the beginning, and some spread over the rest, because a file may
/// begin with nothing but ASCII. Where none of these has anything else, the first place that has.
struct TextSamples {
    let view: ByteView
    /// The stretches, as offsets; each but the first begins at an even offset somewhere in a character.
    private(set) var ranges: [Range<Int>]

    private static let head = 1 << 16
    private static let window = 1 << 13
    private static let windows = 7

    /// Cost: some windows of the text; a pass over it where all of them are ASCII.
    init(_ view: ByteView) {
        self.view = view
        let head = min(view.count, TextSamples.head)
        ranges = [0..<head]
        let step = (view.count - head) / TextSamples.windows
        if step > TextSamples.window {
            ranges += (1...TextSamples.windows).map { index in
                let end = head + index * step
                return (end - TextSamples.window) & ~1..<end
            }
        } else if head < view.count {
            ranges.append(head..<view.count)
        }
        guard ranges.allSatisfy({ view.firstHighByte(from: $0.lowerBound, to: $0.upperBound) == nil }),
            let place = view.firstHighByte(from: head, to: view.count)
        else { return }
        ranges.append(place & ~1..<min(view.count, place + TextSamples.head))
    }

    /// The number of bytes in all stretches.
    var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// Bytes that are no UTF-8, where a character that an edge of a stretch cuts is none of them.
    var undecodable: Int {
        ranges.reduce(0) { sum, range in
            var start = range.lowerBound
            while start > 0, start < min(range.lowerBound + 3, range.upperBound), view[start] & 0xC0 == 0x80 { start += 1 }
            let end = range.upperBound == view.count ? range.upperBound : view.characterEnd(before: range.upperBound, from: start)
            return sum + Undecodable(in: UnsafeRawBufferPointer(start: view.base + start, count: end - start)).count
        }
    }

    /// The stretches in which no character of an encoding of two bytes is cut: they begin behind a byte that is no part of
    /// any. One that has no such byte is left out, unless it is the first or the last way to know.
    var aligned: [Range<Int>] {
        let found = ranges.compactMap { range -> Range<Int>? in
            if range.lowerBound == 0 { return range }
            guard let edge = range.first(where: { view[$0] < 0x30 }) else { return nil }
            return edge + 1..<range.upperBound
        }
        let hasMore = found.contains { view.firstHighByte(from: $0.lowerBound, to: $0.upperBound) != nil }
        guard !hasMore, let last = ranges.last, let place = view.firstHighByte(from: last.lowerBound, to: last.upperBound)
        else { return found }
        return found + [place..<last.upperBound]
    }

    /// How many bytes have the bits `value` among those of `mask`.
    func count(of value: UInt8, mask: UInt8) -> Int {
        ranges.reduce(0) { $0 + view.count(of: value, mask: mask, from: $1.lowerBound, to: $1.upperBound) }
    }

    /// How many bytes are controls that texts do not have: neither NUL, blanks, ends of lines or pages, nor ESC.
    var controls: Int {
        ranges.reduce(0) { sum, range in
            sum + range.reduce(0) { $0 + (TextSamples.isControl(view[$1]) ? 1 : 0) }
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte == 0x7F || byte < 0x20 && byte != 0 && !(0x09...0x0D).contains(byte) && byte != 0x1B
    }
}

extension ByteView {
    /// The offset of the first byte in `[start, end)` that is not ASCII.
    func firstHighByte(from start: Int, to end: Int) -> Int? {
        var offset = start
        while offset + 8 <= end, doubleWord(at: offset) & 0x8080_8080_8080_8080 == 0 { offset += 8 }
        while offset < end {
            if self[offset] >= 0x80 { return offset }
            offset += 1
        }
        return nil
    }

    /// `end`, or where the UTF-8 character begins that it cuts; not before `start`.
    fileprivate func characterEnd(before end: Int, from start: Int) -> Int {
        var lead = end - 1
        while lead > start, lead > end - 4, self[lead] & 0xC0 == 0x80 { lead -= 1 }
        guard lead >= start, self[lead] >= 0xC0 else { return end }
        let width = self[lead] < 0xE0 ? 2 : self[lead] < 0xF0 ? 3 : 4
        return lead + width > end ? lead : end
    }
}
