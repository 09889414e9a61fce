import Documents

/// Parses a text piece by piece, cut where articles begin, on several threads.
enum ArticlePieces<Layout: ArticleLayout> {
    /// A piece is no smaller: below that a thread costs more than it brings.
    private static var smallestPiece: Int { 1 << 19 }
    private static var piecesPerWorker: Int { 8 }

    /// The text with its structure; the same for any number of workers.
    static func read(_ text: Text, report: FileReport, name: String, workers: Workers) -> Shard {
        let cuts = cuts(ByteView(text), into: most(workers))
        let parts = workers.map(cuts.count - 1) { index in
            ArticleParser<Layout>.parse(ByteView(text), from: cuts[index], to: cuts[index + 1])
        }
        return shard(text, report, name, parts)
    }

    /// The text with what is asked for of its structure; the same for any number of workers.
    static func read(_ text: Text, only articles: [SelectedArticle], report: FileReport, name: String, workers: Workers) -> Shard {
        let shares = shares(of: articles, most(workers))
        let parts = workers.map(shares.count) { ArticleParser<Layout>.parse(ByteView(text), shares[$0]) }
        return shard(text, report, name, parts)
    }

    private static func most(_ workers: Workers) -> Int { workers.count == 1 ? 1 : workers.count * piecesPerWorker }

    private static func shard(_ text: Text, _ report: FileReport, _ name: String, _ parts: [ShardPart]) -> Shard {
        var parts = parts
        var shard = Shard(text: text, file: report)
        shard.file.format = name
        if parts.count == 1 {
            shard.take(parts[0])
            return shard
        }
        reserve(&shard, parts)
        var lines = 0
        for index in parts.indices {
            let part = parts[index]
            shard.append(part, afterLines: lines)
            lines += part.lines
            parts[index] = ShardPart()
        }
        return shard
    }

    /// Articles, shared out so that there is about as much to read in each share.
    private static func shares(of articles: [SelectedArticle], _ most: Int) -> [ArraySlice<SelectedArticle>] {
        let size = max(smallestPiece, articles.reduce(0) { $0 + $1.length } / most)
        var shares: [ArraySlice<SelectedArticle>] = []
        var first = 0
        var length = 0
        for index in articles.indices {
            length += articles[index].length
            guard length >= size || index == articles.count - 1 else { continue }
            shares.append(articles[first...index])
            (first, length) = (index + 1, 0)
        }
        return shares
    }

    /// Where the pieces begin, and the end. Looks at each line at most once.
    private static func cuts(_ view: ByteView, into pieces: Int) -> [Int] {
        let size = max(smallestPiece, view.count / pieces)
        var cuts = [view.textStart]
        var nominal = view.textStart + size
        while nominal + size / 2 < view.count {
            let start = articleStart(view, after: nominal)
            if start >= view.count { break }
            cuts.append(start)
            nominal = start + size
        }
        return cuts + [view.count]
    }

    /// The first article that begins on a line after the one `offset` is on.
    private static func articleStart(_ view: ByteView, after offset: Int) -> Int {
        var start = view.line(at: offset, limit: view.count).next
        while start < view.count, !Layout.begins(view, at: start) {
            start = view.line(at: start, limit: view.count).next
        }
        return start
    }

    private static func reserve(_ shard: inout Shard, _ parts: [ShardPart]) {
        shard.articles.reserveCapacity(parts.reduce(0) { $0 + $1.articles.count })
        shard.sections.reserveCapacity(parts.reduce(0) { $0 + $1.sections.count })
        shard.paragraphs.reserveCapacity(parts.reduce(0) { $0 + $1.paragraphs.count })
        shard.headMatter.reserveCapacity(parts.reduce(0) { $0 + $1.headMatter.count })
    }
}

extension ByteView {
    /// Where the text begins: behind a byte order mark, if there is one.
    var textStart: Int { has(0xEF_BBBF, at: 0, before: count) ? 3 : 0 }
}
