import Documents
import Glibc

/// A copy of a Markdown text in which nothing can be taken for a link, emphasis, entity or escape: blocks are the same, at
/// the same places, and the parser spends no time inside them. Inline marks are what makes parsers of Markdown slow on
/// texts that were made to be.
enum MarkdownMask {
    private static let letter: UInt8 = 0x78

    /// The bytes of `[start, end)`.
    static func copy(_ view: ByteView, from start: Int, to end: Int) -> [UInt8] {
        var copy = [UInt8](UnsafeRawBufferPointer(start: view.base + start, count: end - start))
        var offset = start
        while offset < end {
            let line = view.line(at: offset, limit: end)
            mask(&copy, view, line, from: start)
            offset = line.next
        }
        return copy
    }

    private static func mask(_ copy: inout [UInt8], _ view: ByteView, _ line: Line, from start: Int) {
        let first = view.skippingBlanks(from: line.start, to: line.end)
        if isThematicBreak(view, from: first, to: line.end) { return }
        limitNesting(&copy, view, line, from: start)
        let content = markersEnd(view, from: line.start, to: line.end)
        let hasFence = opensFence(view, from: content, to: line.end)
        for offset in line.start..<line.end {
            let isMark =
                switch view[offset] {
                case 0x5B, 0x5D, 0x26, 0x5C, 0x5F, 0x00: true
                // A tag or comment begins a block only where it begins the line, a star an item only before all text.
                case 0x3C: offset != content
                case 0x21: !(offset == content + 1 && view[content] == 0x3C)
                case 0x2A: offset >= content
                case 0x60: !hasFence
                default: false
                }
            if isMark { copy[offset - start] = letter }
        }
    }

    /// Where the marks of quotes and lists end.
    private static func markersEnd(_ view: ByteView, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            switch view[offset] {
            case 0x20, 0x09, 0x3E, 0x2D, 0x2B, 0x2E, 0x29, 0x30...0x39: offset += 1
            case 0x2A where offset + 1 == end || view[offset + 1] == 0x20 || view[offset + 1] == 0x09: offset += 1
            default: return offset
            }
        }
        return end
    }

    /// Whether three grave accents or more begin the text, and no others follow on the line.
    private static func opensFence(_ view: ByteView, from start: Int, to end: Int) -> Bool {
        guard view.has("```", at: start, before: end) else { return false }
        var offset = start
        while offset < end, view[offset] == 0x60 { offset += 1 }
        return memchr(view.base + offset, 0x60, end - offset) == nil
    }

    /// Quotes and lists nest no deeper than this on a line, and none begins further right: a block that is nested deeper is
    /// looked for anew on every line.
    private static let mostMarkers = 32
    private static let mostIndent = 256

    private static func limitNesting(_ copy: inout [UInt8], _ view: ByteView, _ line: Line, from start: Int) {
        var markers = 0
        for offset in line.start..<line.end {
            switch view[offset] {
            case 0x20, 0x09: continue
            case 0x3E, 0x2D, 0x2B, 0x2A, 0x2E, 0x29: markers += 1
            case 0x30...0x39: break
            default: return
            }
            if markers > mostMarkers || offset - line.start > mostIndent {
                copy[offset - start] = letter
                return
            }
        }
    }

    private static func isThematicBreak(_ view: ByteView, from start: Int, to end: Int) -> Bool {
        guard start < end, [0x2A, 0x5F, 0x2D, 0x3D].contains(view[start]) else { return false }
        return (start..<end).allSatisfy { view[$0] == view[start] || view[$0] == 0x20 || view[$0] == 0x09 }
    }
}
