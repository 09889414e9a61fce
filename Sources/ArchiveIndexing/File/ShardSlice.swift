import Documents

/// A shard, or so many of its articles as go into one segment.
struct ShardSlice: Sendable {
    let shard: Shard
    let articles: Range<Int>
    /// The bytes of the shard's text.
    let text: Range<Int>

    /// The shard as slices of about `size` bytes of text, cut where articles begin. One whose text was made from the file is not cut:
    /// its maps belong to the whole.
    static func slices(of shard: Shard, size: Int) -> [ShardSlice] {
        let isWhole = !shard.offsetMaps.isEmpty || shard.lineMap != nil || !shard.derived.isEmpty
        guard !isWhole, shard.text.count > size else {
            return [ShardSlice(shard: shard, articles: shard.articles.indices, text: 0..<shard.text.count)]
        }
        var cuts = [0]
        for index in shard.articles.indices.dropFirst() {
            let start = Int(shard.articles[index].block.start)
            if start - textStart(shard, cuts[cuts.count - 1]) >= size { cuts.append(index) }
        }
        return cuts.indices.map { place in
            let next = place + 1 < cuts.count ? cuts[place + 1] : shard.articles.count
            let end = place + 1 < cuts.count ? textStart(shard, next) : shard.text.count
            return ShardSlice(shard: shard, articles: cuts[place]..<next, text: textStart(shard, cuts[place])..<end)
        }
    }

    private static func textStart(_ shard: Shard, _ article: Int) -> Int {
        article == 0 ? 0 : Int(shard.articles[article].block.start)
    }

    /// The elements of a column that belong to the slice's articles.
    func range(_ column: (Article) -> Range<UInt32>, total: Int) -> Range<Int> {
        let lower = articles.lowerBound == 0 ? 0 : Int(column(shard.articles[articles.lowerBound]).lowerBound)
        let upper = articles.upperBound == shard.articles.count ? total : Int(column(shard.articles[articles.upperBound]).lowerBound)
        return lower..<max(lower, upper)
    }
}
