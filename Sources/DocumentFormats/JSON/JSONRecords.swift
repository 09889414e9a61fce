import CSimdJSON
import Documents

/// Makes articles of JSON records.
struct JSONRecords {
    private let view: ByteView
    private let parser: JSONRecordParser
    private var keys: JSONKeys
    private(set) var assembler: RecordAssembler
    private var places: [Int] = []
    /// The values of each field of the record at hand, reused.
    private var found: [[Int]]

    init(_ view: ByteView, keys: JSONKeys, capacity: Int) {
        self.view = view
        self.keys = keys
        parser = JSONRecordParser(view)
        assembler = RecordAssembler(capacity: capacity, countsLineEnds: false)
        found = Array(repeating: [], count: TableField.allCases.count)
    }

    /// The keys of the first of `records`.
    static func keys(of records: some Sequence<Range<Int>>, in view: ByteView) -> JSONKeys {
        var keys = JSONKeys()
        var places: [Int] = []
        let parser = JSONRecordParser(view)
        for record in records {
            guard let values = parser.values(from: record.lowerBound, to: record.upperBound) else { continue }
            keys.place(values, in: view, from: record.lowerBound, into: &places, learning: true)
        }
        return keys
    }

    /// Reads the record in `[start, end)`, which begins on `line`; `lineOf` gives the line of a place in it.
    mutating func read(from start: Int, to end: Int, line: Int, lineOf: (Int) -> Int) {
        guard let values = parser.values(from: start, to: end) else { return assembler.stray(line: line) }
        keys.place(values, in: view, from: start, into: &places, learning: false)
        for index in found.indices { found[index].removeAll(keepingCapacity: true) }
        for (index, value) in values.enumerated() where value.holdsValue {
            guard let field = keys.field(of: places[index]) else { continue }
            found[field.index].append(index)
        }
        assembler.begin(line: line)
        for field in TableField.allCases where !found[field.index].isEmpty {
            let indices = found[field.index]
            let view = view
            assembler.add(field) { text in
                for (number, index) in indices.enumerated() {
                    // Paragraphs of their own, or several authors.
                    if number > 0 { text.put(field == .text ? 0x0A : 0x20, count: 1) }
                    let (first, last) = (start + Int(values[index].start), start + Int(values[index].end))
                    text.mark(line: lineOf(first))
                    JSONString(view: view, start: first, end: last).put(into: text)
                }
            }
        }
        assembler.end()
    }
}

extension TableField {
    /// Its place among all cases; the text comes last.
    var index: Int {
        switch self {
        case .title: 0
        case .author: 1
        case .date: 2
        case .page: 3
        case .column: 4
        case .text: 5
        }
    }
}
