import CMark
import Documents

/// A block of a Markdown document that holds text itself.
struct MarkdownBlock {
    enum Kind: Equatable {
        case paragraph
        case heading(level: Int)
        case code
        case html
    }

    var kind: Kind
    /// The lines it takes, from 0, and the bytes of the first before its text.
    var lines: Range<Int>
    var column: Int
    /// The block quotes it stands in.
    var quotes: Int
    /// Of code and HTML the number of lines they hold, as the parser gives their end by a rule of its own.
    var literalLines = 0
}

/// The blocks of a Markdown document, by cmark.
enum MarkdownBlocks {
    /// Blocks nested deeper in quotes and lists are not looked into.
    private static let mostDepth = 100

    /// The blocks of `[start, end)`, in order.
    static func find(_ view: ByteView, from start: Int, to end: Int) -> [MarkdownBlock] {
        let masked = MarkdownMask.copy(view, from: start, to: end)
        let root = masked.withUnsafeBytes { bytes in
            cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
        }
        guard let root else { return [] }
        defer { cmark_node_free(root) }
        var blocks = blocks(below: root)
        // No line is in two blocks, whatever the parser says of their ends.
        for index in blocks.indices.dropLast() {
            let next = max(blocks[index].lines.lowerBound, blocks[index + 1].lines.lowerBound)
            blocks[index].lines = blocks[index].lines.lowerBound..<min(blocks[index].lines.upperBound, next)
        }
        return blocks
    }

    /// Walks the tree without recursion: its depth is the document's.
    private static func blocks(below root: OpaquePointer) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        var node = cmark_node_first_child(root)
        var quotes = 0
        while let current = node {
            let isQuote = cmark_node_get_type(current) == CMARK_NODE_BLOCK_QUOTE
            if let kind = kind(of: current) {
                blocks.append(block(kind, current, quotes))
            } else if let child = cmark_node_first_child(current) {
                quotes += isQuote ? 1 : 0
                node = child
                continue
            }
            node = next(after: current, root, &quotes)
        }
        return blocks
    }

    private static func next(after node: OpaquePointer, _ root: OpaquePointer, _ quotes: inout Int) -> OpaquePointer? {
        var place = node
        while place != root {
            if let sibling = cmark_node_next(place) { return sibling }
            guard let parent = cmark_node_parent(place) else { return nil }
            if cmark_node_get_type(parent) == CMARK_NODE_BLOCK_QUOTE { quotes -= 1 }
            place = parent
        }
        return nil
    }

    private static func lineEnds(in text: UnsafePointer<CChar>) -> Int {
        var count = 0
        var place = text
        while place.pointee != 0 {
            count += place.pointee == 0x0A ? 1 : 0
            place += 1
        }
        return count
    }

    /// What the block is; nil for what holds other blocks, and for rulers.
    private static func kind(of node: OpaquePointer) -> MarkdownBlock.Kind? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        default: nil
        }
    }

    private static func block(_ kind: MarkdownBlock.Kind, _ node: OpaquePointer, _ quotes: Int) -> MarkdownBlock {
        let first = Int(cmark_node_get_start_line(node)) - 1
        let last = max(first, Int(cmark_node_get_end_line(node)) - 1)
        let column = max(0, Int(cmark_node_get_start_column(node)) - 1)
        guard kind == .code || kind == .html, let literal = cmark_node_get_literal(node) else {
            return MarkdownBlock(kind: kind, lines: first..<last + 1, column: column, quotes: quotes)
        }
        let count = lineEnds(in: literal)
        // Code may have a fence before and behind it.
        return MarkdownBlock(kind: kind, lines: first..<first + count + 1, column: column, quotes: quotes, literalLines: count)
    }
}
