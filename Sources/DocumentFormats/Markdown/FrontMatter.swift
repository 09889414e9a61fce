import CLibYAML
import Documents

/// The values at the head of a Markdown document, between two lines `---`, in YAML.
struct FrontMatter {
    /// A value, or the first of several; offsets count from the beginning of the text.
    struct Value {
        var key: String
        /// Where it stands; for what is no plain text its beginning, with `text` saying what it is.
        var spans: [Span] = []
    }

    private(set) var values: [Value] = []
    /// Whether the YAML is in order.
    private(set) var isWellFormed = true
    /// Where the document begins.
    let end: Int
    /// The lines before it.
    let lines: Int

    /// No front matter is longer.
    private static let longest = 1 << 14
    /// Values nested deeper are passed over, and more than so many events are not read.
    private static let mostEvents = 4096

    /// The front matter that begins the text; nil where there is none.
    init?(_ view: ByteView) {
        let start = view.textStart
        let opening = view.line(at: start, limit: view.count)
        guard FrontMatter.isRule(view, opening, closing: false) else { return nil }
        var lines = 1
        var line = opening
        while line.next < min(view.count, FrontMatter.longest) {
            line = view.line(at: line.next, limit: view.count)
            lines += 1
            guard FrontMatter.isRule(view, line, closing: true) else { continue }
            (end, self.lines) = (line.next, lines)
            guard opening.next < line.start else { return nil }
            parse(view, from: opening.next, to: line.start)
            if values.isEmpty && isWellFormed { return nil }
            return
        }
        return nil
    }

    /// `---`, or at the end `...`.
    private static func isRule(_ view: ByteView, _ line: Line, closing: Bool) -> Bool {
        let end = view.droppingBlanks(from: line.start, to: line.end)
        guard end == line.start + 3 else { return false }
        return view.has("---", at: line.start, before: end) || (closing && view.has("...", at: line.start, before: end))
    }

    /// Reads events, not documents: an alias is never followed, so that none can grow.
    private mutating func parse(_ view: ByteView, from start: Int, to end: Int) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) != 0 else { return }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, (view.base + start).assumingMemoryBound(to: UInt8.self), end - start)
        var places = CharacterOffsets(view, from: start, to: end)
        var depth = 0
        var expectsKey = true
        for _ in 0..<FrontMatter.mostEvents {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) != 0 else {
                isWellFormed = false
                return
            }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT: return
            case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
                depth += 1
                if depth == 1, event.type == YAML_SEQUENCE_START_EVENT { isWellFormed = false }
            case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
                depth -= 1
                if depth == 1 { expectsKey = true }
            case YAML_SCALAR_EVENT:
                let place = Span(places.offset(of: Int(event.start_mark.index)), places.offset(of: Int(event.end_mark.index)))
                take(event, at: place, depth: depth, expectsKey: &expectsKey, view)
            case YAML_ALIAS_EVENT: if depth == 1 { expectsKey = true }
            default: break
            }
        }
    }

    private mutating func take(_ event: yaml_event_t, at place: Span, depth: Int, expectsKey: inout Bool, _ view: ByteView) {
        guard let value = event.data.scalar.value else { return }
        if depth == 1, expectsKey {
            let bytes = UnsafeBufferPointer(start: value, count: event.data.scalar.length)
            values.append(Value(key: String(decoding: bytes, as: UTF8.self)))
            expectsKey = false
            return
        }
        guard !values.isEmpty, (1...2).contains(depth) else { return }
        if !place.isEmpty { values[values.count - 1].spans.append(FrontMatter.inside(place, view)) }
        if depth == 1 { expectsKey = true }
    }

    /// A scalar without its quotes, and without the blanks that belong to no scalar.
    private static func inside(_ place: Span, _ view: ByteView) -> Span {
        var span = view.trimmed(from: Int(place.start), to: Int(place.end))
        let first = view[Int(span.start)]
        if span.count >= 2, first == 0x22 || first == 0x27, view[Int(span.end) - 1] == first {
            span = Span(Int(span.start) + 1, Int(span.end) - 1)
        }
        return span
    }
}

/// Byte offsets of characters counted from the beginning of a stretch, asked for in order.
private struct CharacterOffsets {
    private let view: ByteView
    private let end: Int
    private var offset: Int
    private var character = 0

    init(_ view: ByteView, from start: Int, to end: Int) {
        self.view = view
        self.end = end
        offset = start
    }

    /// The offset of character `index`; one before the last that was asked for counts as that.
    mutating func offset(of index: Int) -> Int {
        while character < index, offset < end {
            offset += 1
            while offset < end, view[offset] & 0xC0 == 0x80 { offset += 1 }
            character += 1
        }
        return offset
    }
}
