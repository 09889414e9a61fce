import Documents
import SourceText

/// A scalar as it is drawn.
struct StyledScalar {
    let scalar: Unicode.Scalar
    /// Display columns: 0, 1 or 2.
    let width: UInt8
    let style: Style
}

/// Text on its way to a terminal: safe scalars with width and style. Whatever is appended has its harmful scalars
/// replaced, so nothing raw can slip through.
struct StyledText {
    private(set) var scalars: ContiguousArray<StyledScalar> = []
    /// Display columns of the whole.
    private(set) var width = 0
    /// Columns of characters of ambiguous width.
    let ambiguous: Int

    init(ambiguous: Int) { self.ambiguous = ambiguous }

    init(_ text: String, _ style: Style = .plain, ambiguous: Int) {
        self.init(ambiguous: ambiguous)
        append(text, style)
    }

    /// Appends a text.
    mutating func append(_ text: String, _ style: Style = .plain) {
        for scalar in text.unicodeScalars { append(scalar, style) }
    }

    /// Appends another text with its styles.
    mutating func append(_ other: StyledText) {
        scalars.append(contentsOf: other.scalars)
        width += other.width
    }

    /// Appends a text whose bytes in `marks` (ascending, within its UTF-8) are hits.
    mutating func append(_ text: String, _ style: Style, marks: [Range<Int>]) {
        var text = text
        text.withUTF8 { buffer in
            let spans = marks.filter { $0.lowerBound >= 0 }.map { Span($0.lowerBound, $0.upperBound) }
            append(UnsafeRawBufferPointer(buffer), from: 0, style, hits: spans[...])
        }
    }

    /// Appends the bytes `span` of a text; those in `hits`, which ascend, are hits.
    mutating func append(_ text: Text, _ span: Span, _ style: Style, hits: ArraySlice<Span>) {
        let end = min(Int(span.end), text.count)
        let bytes = text.bytes[min(Int(span.start), end)..<end]
        append(UnsafeRawBufferPointer(rebasing: bytes), from: span.start, style, hits: hits)
    }

    private mutating func append(
        _ bytes: UnsafeRawBufferPointer, from start: UInt32, _ style: Style, hits: ArraySlice<Span>
    ) {
        var pending = hits[...]
        var index = 0
        scalars.reserveCapacity(scalars.count + bytes.count / 3)
        while index < bytes.count {
            let offset = start + UInt32(index)
            while let first = pending.first, first.end <= offset { pending.removeFirst() }
            let isHit = pending.first.map { $0.start <= offset } ?? false
            let (scalar, length) = decodeScalar(bytes, at: index) ?? ("\u{FFFD}", 1)
            append(scalar, isHit ? .hit : style)
            index += length
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ style: Style) {
        if isHarmful(scalar.value) {
            for shown in picture(scalar.value).unicodeScalars { appendSafe(shown, style) }
        } else {
            appendSafe(scalar, style)
        }
    }

    private mutating func appendSafe(_ scalar: Unicode.Scalar, _ style: Style) {
        let columns = displayWidth(scalar, ambiguous: ambiguous)
        scalars.append(StyledScalar(scalar: scalar, width: UInt8(clamping: columns), style: style))
        width += columns
    }
}

extension StyledText {
    /// The longest beginning of at most `columns`, combining marks kept with their base.
    func prefix(columns: Int) -> StyledText { keeping(0..<prefixEnd(columns)) }

    /// The longest end of at most `columns`.
    func suffix(columns: Int) -> StyledText {
        var first = scalars.count
        var used = 0
        while first > 0, used + Int(scalars[first - 1].width) <= columns {
            first -= 1
            used += Int(scalars[first].width)
        }
        while first < scalars.count, first > 0, scalars[first].width == 0 { first += 1 }
        return keeping(first..<scalars.count)
    }

    /// The text, or what of its beginning fits with an ellipsis at the end.
    func cut(toColumns columns: Int) -> StyledText {
        guard width > columns else { return self }
        let ellipsis = StyledText("…", .faint, ambiguous: ambiguous)
        guard columns >= ellipsis.width else { return StyledText(ambiguous: ambiguous) }
        var kept = prefix(columns: columns - ellipsis.width)
        kept.append(ellipsis)
        return kept
    }

    /// The text, or what of its end fits with an ellipsis before it.
    func cutAtStart(toColumns columns: Int) -> StyledText {
        guard width > columns else { return self }
        var kept = StyledText("…", .faint, ambiguous: ambiguous)
        guard columns >= kept.width else { return StyledText(ambiguous: ambiguous) }
        kept.append(suffix(columns: columns - kept.width))
        return kept
    }

    /// The same text in another style.
    func styled(_ style: Style) -> StyledText {
        var changed = self
        changed.scalars = ContiguousArray(
            scalars.map { StyledScalar(scalar: $0.scalar, width: $0.width, style: style) })
        return changed
    }

    private func prefixEnd(_ columns: Int) -> Int {
        var used = 0
        for (index, item) in scalars.enumerated() {
            used += Int(item.width)
            if used > columns { return index }
        }
        return scalars.count
    }

    private func keeping(_ range: Range<Int>) -> StyledText {
        var kept = StyledText(ambiguous: ambiguous)
        kept.scalars = ContiguousArray(scalars[range])
        kept.width = kept.scalars.reduce(0) { $0 + Int($1.width) }
        return kept
    }
}
