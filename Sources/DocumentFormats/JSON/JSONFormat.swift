import Documents

/// JSON that is no JSON Lines: an array of records, one record, or several, over as many lines as they like.
public struct JSONFormat: DocumentFormat {
    /// The format; it has no settings.
    public init() {}

    /// `JSON`.
    public var name: String { "JSON" }

    /// Records that are looked at for the names of the columns.
    private static let sample = 64

    /// Whether the text begins as a JSON object, or as an array of them.
    public func recognises(_ text: Text, path: String) -> Bool {
        let view = ByteView(text)
        let first = JSONFormat.skippingSpace(view, from: view.textStart)
        guard first < view.count else { return false }
        if view[first] == 0x7B { return JSONFormat.beginsObject(view, at: first) }
        guard view[first] == 0x5B else { return false }
        let second = JSONFormat.skippingSpace(view, from: first + 1)
        return second < view.count && view[second] == 0x7B && JSONFormat.beginsObject(view, at: second)
    }

    /// Reads the records. One that is no JSON object is counted; the others are read.
    public func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure> {
        let view = ByteView(text)
        var scanner = JSONRecordScanner(view, from: view.textStart)
        var first: [Range<Int>] = []
        while first.count < JSONFormat.sample, let record = scanner.next() { first.append(record) }
        var keys = JSONRecords.keys(of: first, in: view)
        switch options.columns.choose(among: keys.columns) {
        case .failure(let why): return .failure(why)
        case .success(let choice): keys.assign(choice)
        }
        return withExtendedLifetime(text) { records(view, keys).shard(report, format: name, workers: workers) }
    }

    private func records(_ view: ByteView, _ keys: JSONKeys) -> RecordAssembler {
        var records = JSONRecords(view, keys: keys, capacity: view.count / 2)
        var scanner = JSONRecordScanner(view, from: view.textStart)
        var lines = LineCount(view)
        while let record = scanner.next() {
            let line = lines.line(at: record.lowerBound)
            // Fields are added in an order of their own, so each is counted from the record's beginning.
            let begun = lines
            records.read(from: record.lowerBound, to: record.upperBound, line: line) { place in
                var inRecord = begun
                return inRecord.line(at: place)
            }
        }
        return records.assembler
    }

    /// Whether a key or the closing bracket follows the bracket at `offset`.
    static func beginsObject(_ view: ByteView, at offset: Int) -> Bool {
        let inside = skippingSpace(view, from: offset + 1)
        return inside < view.count && (view[inside] == 0x22 || view[inside] == 0x7D)
    }

    private static func skippingSpace(_ view: ByteView, from start: Int) -> Int {
        var offset = start
        while offset < view.count, [0x20, 0x09, 0x0A, 0x0D].contains(view[offset]) { offset += 1 }
        return offset
    }
}
