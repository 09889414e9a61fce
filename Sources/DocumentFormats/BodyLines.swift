import Documents

/// The body lines of the article at hand as columns, in memory that goes from article to article. No arrays: there are
/// millions of lines, and each would ask three times whether an array is shared.
struct BodyLines: ~Copyable {
    private var columns: Columns
    private var capacity = 1 << 9
    /// The number of lines.
    private(set) var count = 0

    init() { columns = Columns(capacity: capacity) }

    deinit { columns.deallocate() }

    /// The lines; good until the next change.
    var view: View { View(columns: columns, count: count) }

    @inline(__always) mutating func append(_ line: BodyLine) {
        if count == capacity { grow() }
        columns.starts[count] = line.span.start
        columns.ends[count] = line.span.end
        columns.indents[count] = line.indent
        count &+= 1
    }

    mutating func removeAll() { count = 0 }

    private mutating func grow() {
        let grown = Columns(capacity: capacity * 2)
        grown.copy(columns, count: count)
        columns.deallocate()
        columns = grown
        capacity *= 2
    }

    /// What is known of the lines, a column each; whoever makes them lets them go.
    fileprivate struct Columns {
        let starts: UnsafeMutablePointer<UInt32>
        let ends: UnsafeMutablePointer<UInt32>
        let indents: UnsafeMutablePointer<UInt32>

        init(capacity: Int) {
            starts = .allocate(capacity: capacity)
            ends = .allocate(capacity: capacity)
            indents = .allocate(capacity: capacity)
        }

        func copy(_ other: Columns, count: Int) {
            starts.update(from: other.starts, count: count)
            ends.update(from: other.ends, count: count)
            indents.update(from: other.indents, count: count)
        }

        func deallocate() {
            starts.deallocate()
            ends.deallocate()
            indents.deallocate()
        }
    }
}

extension BodyLines {
    /// The lines of one article, to be looked at while they stand.
    struct View {
        fileprivate let columns: Columns
        /// The number of lines.
        let count: Int

        /// Line number `index`, from 0.
        subscript(index: Int) -> BodyLine {
            precondition(index >= 0 && index < count)
            return BodyLine(span: Span(columns.starts[index], columns.ends[index]), indent: columns.indents[index])
        }

        /// Adds the text of lines to a column.
        func append(_ lines: Range<Int>, to column: inout SpanColumn) {
            let lines = lines.clamped(to: 0..<count)
            column.append(
                starts: UnsafeBufferPointer(start: columns.starts + lines.lowerBound, count: lines.count),
                ends: UnsafeBufferPointer(start: columns.ends + lines.lowerBound, count: lines.count))
        }
    }
}
