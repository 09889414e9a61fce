import Documents

/// JSON Lines: a record a line.
public struct JSONLinesFormat: DocumentFormat {
    /// The format; it has no settings.
    public init() {}

    /// `JSON Lines`.
    public var name: String { "JSON Lines" }

    /// Lines that are looked at for the names of the columns.
    private static let sample = 64
    /// A piece for a thread is no smaller.
    private static let smallestPiece = 1 << 20

    /// Whether the first line that is not blank is a JSON object.
    public func recognises(_ text: Text, path: String) -> Bool {
        let view = ByteView(text)
        guard let line = JSONLinesFormat.records(view, from: view.textStart, to: view.count).first(where: { _ in true }) else {
            return false
        }
        guard view[line.start] == 0x7B, JSONFormat.beginsObject(view, at: line.start) else { return false }
        return line.end - line.start <= JSONRecordParser.longest
            && JSONRecordParser(view).values(from: line.start, to: line.end) != nil
    }

    /// Reads the records. A line that is no JSON object is counted; the others are read.
    public func read(_ text: Text, report: FileReport, options: ReadingOptions, workers: Workers) -> Result<Shard, ReadFailure> {
        let view = ByteView(text)
        let first = JSONLinesFormat.records(view, from: view.textStart, to: view.count).prefix(JSONLinesFormat.sample)
        var keys = JSONRecords.keys(of: first.map { $0.start..<$0.end }, in: view)
        switch options.columns.choose(among: keys.columns) {
        case .failure(let why): return .failure(why)
        case .success(let choice): keys.assign(choice)
        }
        let (cuts, known) = (JSONLinesFormat.cuts(view, for: workers), keys)
        var parts = workers.map(cuts.count - 1) { index -> RecordPiece? in
            JSONLinesFormat.piece(ByteView(text), from: cuts[index], to: cuts[index + 1], known)
        }
        return withExtendedLifetime(text) { JSONLinesFormat.joined(&parts).shard(report, format: name, workers: workers) }
    }

    /// The lines that are not blank, without blanks around them.
    private static func records(_ view: ByteView, from start: Int, to end: Int) -> some Sequence<Line> {
        var offset = start
        return AnyIterator {
            while offset < end {
                var line = view.line(at: offset, limit: end)
                offset = line.next
                line.start = view.skippingBlanks(from: line.start, to: line.end)
                line.end = view.droppingBlanks(from: line.start, to: line.end)
                if line.start < line.end { return line }
            }
            return nil
        }
    }

    private static func cuts(_ view: ByteView, for workers: Workers) -> [Int] {
        let size = workers.count == 1 ? Int.max / 2 : max(smallestPiece, view.count / (workers.count * 4))
        var cuts = [view.textStart]
        while let last = cuts.last, view.count - last > size + size / 2 {
            cuts.append(view.line(at: last + size, limit: view.count).next)
        }
        return cuts + [view.count]
    }

    private static func piece(_ view: ByteView, from start: Int, to end: Int, _ keys: JSONKeys) -> RecordPiece {
        var records = JSONRecords(view, keys: keys, capacity: (end - start) / 2)
        var offset = start
        var number = 0
        while offset < end {
            let line = view.line(at: offset, limit: end)
            number += 1
            offset = line.next
            let first = view.skippingBlanks(from: line.start, to: line.end)
            guard first < line.end else { continue }
            records.read(from: first, to: line.end, line: number) { _ in number }
        }
        return RecordPiece(assembler: records.assembler, lines: number)
    }

    /// All pieces in order; each is let go when it has been copied.
    private static func joined(_ pieces: inout [RecordPiece?]) -> RecordAssembler {
        var whole = RecordAssembler(capacity: pieces.reduce(0) { $0 + ($1?.assembler.text.count ?? 0) }, countsLineEnds: false)
        if pieces.count == 1, let only = pieces[0] { return only.assembler }
        var lines = 0
        for index in pieces.indices {
            guard let piece = pieces[index] else { continue }
            pieces[index] = nil
            whole.append(piece.assembler, afterLines: lines)
            lines += piece.lines
        }
        return whole
    }
}

/// What was read off a stretch of lines. Handed from one thread to another once, and changed by neither in between.
struct RecordPiece: @unchecked Sendable {
    var assembler: RecordAssembler
    var lines: Int
}
