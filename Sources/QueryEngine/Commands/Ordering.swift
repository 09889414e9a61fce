import Documents
import QueryLanguage
import SourceText

let sortCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("sort", zh: "排序"), shape: .values,
        positional: [
            Parameter(
                BilingualName("field", zh: "字段"), .sortKey, required: true, repeated: true,
                LocalizedText("what to sort by, desc behind it for the largest first", zh: "按何排序，其后写 降 则由大到小"))
        ],
        accepts: FlowKind.rows, gives: LocalizedText("the same", zh: "同类"), output: FlowType.same,
        summary: LocalizedText("rows by the value of fields", zh: "按字段的值排列各行"),
        explanation: LocalizedText(
            "Sorts by one field or several; desc (降) after a field turns it round. Numbers and dates go by value, text by code point, rows without a value come first. Rows that are equal keep their order.",
            zh: "按一个或几个字段排序；字段后写 降 则倒序。数与日期按值，文字按码位，没有值的在前；相等的行保持原次序。"),
        examples: [
            Example("sents | sort len desc | head 1 | select para, len", gives: "para\tlen\n9\t244"),
            Example("count by=section | sort count desc, section | head 2", gives: "section\tcount\n新的任务\t5\n新的探索\t5"),
        ])
) { invocation in
    let keys = invocation.arguments.positional.compactMap { value -> (FieldReference, Bool)? in
        if case .sortKey(let field, let descending) = value { (field, descending) } else { nil }
    }
    return try invocation.choosingRows { rows in
        let cancellation = invocation.context.cancellation
        let columns = try keys.map { try SortColumn(rows, $0.0, descending: $0.1, cancellation) }
        return try rows.indices.sorted { a, b in
            try cancellation.check()
            for column in columns {
                if column.precedes(a, b) { return true }
                if column.precedes(b, a) { return false }
            }
            return a < b
        }
    }
}

/// The values of one field of all rows, as they are compared: numbers without their wrapping.
private struct SortColumn {
    private enum Values {
        case numbers([Double])
        case cells([Cell])
    }

    private let values: Values
    private let isDescending: Bool

    init(_ rows: [RowReader], _ field: FieldReference, descending: Bool, _ cancellation: Cancellation) throws {
        isDescending = descending
        guard field.column.kind == .number else {
            values = .cells(
                try rows.map { row in
                    try cancellation.check()
                    return row.value(field)
                })
            return
        }
        values = .numbers(
            try rows.map { row in
                try cancellation.check()
                switch row.value(field) {
                case .integer(let number): return Double(number)
                case .decimal(let number): return number
                // A row without a value comes before all others.
                case .empty, .text, .date, .boolean: return -.infinity
                }
            })
    }

    /// Whether row `a` comes before row `b` by this field.
    func precedes(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = isDescending ? (b, a) : (a, b)
        switch values {
        case .numbers(let numbers): return numbers[first] < numbers[second]
        case .cells(let cells): return Cell.ascending(cells[first], cells[second])
        }
    }
}

let uniqCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("uniq", zh: "去重"), shape: .values,
        named: [
            Parameter(
                BilingualName("by", zh: "按"), .field, repeated: true, default: "text",
                LocalizedText("the fields that make two rows the same", zh: "哪些字段相同即为同一"))
        ],
        accepts: FlowKind.rows, gives: LocalizedText("the same", zh: "同类"), output: FlowType.same,
        summary: LocalizedText("each text once", zh: "相同的只留第一行"),
        explanation: LocalizedText(
            "Keeps the first of rows that have the same text, or the same values of the fields in by=. Rows need not be neighbours.",
            zh: "文字相同（或 by= 所列字段相同）的行只留第一行，不必相邻。"),
        examples: [Example("find /[区街]委/ | uniq | count", gives: "1"), Example("sents | uniq by=section | count", gives: "5")])
) { invocation in
    let fields = invocation.arguments.fields("by")
    let isTable = if case .table = invocation.input { true } else { false }
    let cancellation = invocation.context.cancellation
    return try invocation.choosingRows { rows in
        guard fields.isEmpty, !isTable else {
            var seen = Set<[Cell]>()
            return try rows.indices.filter { index in
                try cancellation.check()
                return seen.insert(fields.isEmpty ? rows[index].cells : fields.map { rows[index].value($0) }).inserted
            }
        }
        var seen = Set<RowText>()
        return try rows.indices.filter { index in
            try cancellation.check()
            return seen.insert(RowText(rows[index])).inserted
        }
    }
}

/// The text of a row, compared and hashed where it stands, without copying it.
private struct RowText: Hashable {
    private let pieces: [Span]
    private let text: Text?

    init(_ row: RowReader) {
        pieces = row.pieces
        text = row.shardText
    }

    private func bytes(_ piece: Span) -> UnsafeRawBufferPointer? {
        text.map { UnsafeRawBufferPointer(rebasing: $0.bytes[Int(piece.start)..<Int(piece.end)]) }
    }

    static func == (a: Self, b: Self) -> Bool {
        guard a.pieces.count == b.pieces.count else { return false }
        return zip(a.pieces, b.pieces).allSatisfy { x, y in
            guard let left = a.bytes(x), let right = b.bytes(y) else { return false }
            return left.count == right.count && left.elementsEqual(right)
        }
    }

    func hash(into hasher: inout Hasher) {
        for piece in pieces {
            if let bytes = bytes(piece) { hasher.combine(bytes: bytes) }
        }
    }
}
