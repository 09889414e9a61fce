import Documents

/// The names an archive offers for completion, each once, in the order of their first use.
struct NameIndex {
    private(set) var headings: [String] = []
    private(set) var titles: [String] = []
    private(set) var authors: [String] = []
    private(set) var columns: [String] = []

    /// Beyond this nobody looks through a list, and Tab must not keep anyone waiting.
    private static let limit = 2000

    /// Gathers the names. Cost: a look at the fields of the first articles until there are enough of each.
    init(_ archive: Archive) {
        var seen = Set<String>()
        func add(_ name: String?, to list: inout [String], _ kind: Character) {
            guard let name, !name.isEmpty, list.count < NameIndex.limit, seen.insert("\(kind)\(name)").inserted else { return }
            list.append(name)
        }
        for shard in archive.shards {
            for index in shard.sections.indices where headings.count < NameIndex.limit {
                if !shard.sections[index].isLead { add(shard.heading(ofSection: index), to: &headings, "h") }
            }
            for index in shard.articles.indices where titles.count < NameIndex.limit {
                add(shard.string(.title, ofArticle: index), to: &titles, "t")
                add(shard.string(.author, ofArticle: index), to: &authors, "a")
                add(shard.string(.column, ofArticle: index), to: &columns, "c")
            }
        }
    }
}
