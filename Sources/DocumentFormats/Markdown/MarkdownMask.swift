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
        let isRule = isThematicBreak(view, from: first, to: line.end)
        if !isRule { limitNesting(&copy, view, line, from: start) }
        for offset in line.start..<line.end where isInlineMark(view, at: offset, line, first: first, isRule: isRule) {
            copy[offset - start] = letter
        }
    }

    private static func isInlineMark(_ view: ByteView, at offset: Int, _ line: Line, first: Int, isRule: Bool) -> Bool {
        switch view[offset] {
        case 0x5B, 0x5D, 0x26, 0x5C, 0x00: true
        // A tag or comment begins a block only where it begins the line.
        case 0x3C: offset != first
        case 0x21: !(offset == first + 1 && view[first] == 0x3C)
        case 0x5F: !isRule
        // A star with a blank behind it may open an item of a list.
        case 0x2A: !isRule && offset + 1 < line.end && view[offset + 1] != 0x20 && view[offset + 1] != 0x09
        default: false
        }
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
