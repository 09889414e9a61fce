import Documents
import QueryLanguage
import SourceText
import StringAnalysis

extension Invocation {
    /// The text of the rows that come in, as symbols: a piece a paragraph or sentence; a paragraph that a section and its subsection
    /// both hold is there once. Documents of the pieces are the articles, numbered through the archive.
    func symbolText(of rows: UnitResult? = nil) throws -> SymbolText {
        let units = rows ?? units
        var text = SymbolText()
        text.reserveCapacity(origin.isWholeArchive ? archive.shards.reduce(0) { $0 + $1.text.count } / 3 : 0)
        var last: (shard: Int, end: UInt32)?
        while let batch = try units.next() {
            try poll(.reading, at: batch)
            let shard = archive.shards[batch.shard]
            for row in 0..<batch.count {
                let article = archive.number(ofArticle: shard.article(of: batch[row]), inShard: batch.shard)
                for (unit, span) in pieces(of: batch[row]) {
                    if batch.layer == .section, let last, last.shard == batch.shard, span.start < last.end { continue }
                    text.append(span, of: shard.text, shard: batch.shard, unit: unit, document: article)
                    last = (batch.shard, span.end)
                }
            }
        }
        return text
    }

    private func pieces(of region: Region) -> [(unit: Int, span: Span)] {
        guard region.layer < .paragraph else { return [(region.unit, region.span)] }
        let shard = archive.shards[region.shard]
        return paragraphs(of: region, self).map { ($0, shard.paragraphs[$0]) }
    }

    /// The stretch `range` of a symbol text as a row; what lies in further paragraphs is left out.
    func region(_ range: Range<Int>, of text: SymbolText) -> Region {
        let piece = text.pieces[text.piece(at: range.lowerBound)]
        let shard = Int(piece.shard)
        let span = text.span(of: range, in: archive.shards[shard].text)
        return Region(layer: .span, shard: shard, unit: Int(piece.unit), span: span)
    }

    /// The text of a stretch as it stands, marks included; paragraphs are joined by blanks.
    func string(_ range: Range<Int>, of text: SymbolText) -> String {
        var strings: [String] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let piece = text.symbols(ofPiece: text.piece(at: start))
            let part = start..<min(range.upperBound, piece.upperBound)
            if !part.isEmpty {
                let shard = archive.shards[Int(text.pieces[text.piece(at: start)].shard)]
                strings.append(shard.text.string(text.span(of: part, in: shard.text)))
            }
            start = max(piece.upperBound, start) + 1
        }
        return strings.joined(separator: " ")
    }

    /// Looks whether the query is to stop, and says how far the work has come.
    func poll(_ work: Work, _ share: Double) throws {
        try context.cancellation.check()
        context.progress(work.name, share)
    }

    /// The same where rows are gone through in text order: the share is that of the articles before `batch`. After a sort it jumps.
    func poll(_ work: Work, at batch: Regions) throws {
        let article = batch.count > 0 ? archive.shards[batch.shard].article(of: batch[0]) : 0
        try poll(work, Double(archive.number(ofArticle: article, inShard: batch.shard) - 1) / Double(max(1, archive.articleCount)))
    }

    /// The same as something to hand on.
    func polling(_ work: Work) -> (Double) throws -> Void { { share in try poll(work, share) } }
}

/// What takes long, for the line that says how far it has come.
enum Work {
    case reading, sorting, counting, comparing, segmenting

    var name: LocalizedText {
        switch self {
        case .reading: LocalizedText("reading", zh: "读取")
        case .sorting: LocalizedText("sorting", zh: "排序")
        case .counting: LocalizedText("counting", zh: "计数")
        case .comparing: LocalizedText("comparing", zh: "比对")
        case .segmenting: LocalizedText("dividing words", zh: "分词")
        }
    }
}

/// A table whose rows are made some hundred at a time, as they are asked for: most tables are looked at from the top.
func lazyTable<Item>(
    _ items: [Item], _ columns: [Column], _ invocation: Invocation, row: @escaping (Item) throws -> TableRow
) -> Outcome {
    var next = 0
    return .table(
        TableResult(archive: invocation.archive, columns: columns) {
            guard next < items.count else { return nil }
            try invocation.context.cancellation.check()
            defer { next = min(next + 256, items.count) }
            return try items[next..<min(next + 256, items.count)].map(row)
        })
}
