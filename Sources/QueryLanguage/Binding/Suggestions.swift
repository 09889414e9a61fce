extension String {
    /// Whether it has Chinese in it: characters or marks.
    var isHan: Bool { unicodeScalars.contains { $0.value >= 0x2E80 } }
}

/// Finds what somebody probably meant: habits of other tools first, then spelling.
enum Suggestions {
    /// What people type who come from other programs, and the command here.
    static let habits: [String: String] = [
        "filter": "grep", "contains": "grep", "search": "find", "match": "find", "rg": "grep", "ack": "grep",
        "egrep": "grep", "wc": "count", "length": "count", "nrow": "count", "limit": "head", "first": "head",
        "top": "head", "take": "head", "last": "tail", "order": "sort", "orderby": "sort", "order_by": "sort",
        "arrange": "sort", "distinct": "uniq", "unique": "uniq", "dedup": "uniq", "concordance": "kwic",
        "concord": "kwic", "context": "kwic", "export": "to", "save": "to", "write": "to", "load": "open",
        "read": "open", "source": "open", "cat": "show", "less": "show", "more": "show", "print": "show",
        "view": "show", "ls": "sections", "toc": "outline", "tree": "outline", "structure": "outline", "man": "help",
        "stat": "info", "stats": "info", "describe": "info", "summary": "info", "mutate": "derive", "extend": "derive",
        "with": "derive", "project": "select", "columns": "select", "cut": "select", "random": "sample",
        "shuf": "sample", "assert": "check", "expect": "check", "except": "minus", "difference": "minus",
        "intersection": "intersect", "merge": "union", "frequency": "freq", "freqs": "freq", "group": "count",
        "groupby": "count", "group_by": "count", "tally": "count", "cites": "cite", "citation": "cite",
        "having": "where", "subset": "where", "quotations": "quotes", "headings": "sections", "chapter": "section", "chapters": "sections",
        "搜索": "find", "搜": "find", "查": "find", "查询": "find", "过滤": "grep", "筛选": "where", "包含": "grep",
        "统计": "count", "数": "count", "排列": "sort", "退": "quit", "导出": "to", "章": "sections", "章节": "sections",
        "段落": "paragraphs", "句子": "sentences", "引用": "cite", "目录": "outline", "帮": "help",
    ]

    /// Functions of other tools, and the function here.
    static let functions: [String: String] = [
        "length": "len", "lenght": "len", "size": "len", "strlen": "len", "char_length": "len", "nchar": "len",
        "contains": "has", "includes": "has", "match": "has", "matches": "has", "startswith": "start",
        "starts_with": "start", "endswith": "end", "ends_with": "end", "freq": "count", "occurrences": "count",
        "tf": "count", "least": "min", "greatest": "max", "字数": "长度", "包含": "含有", "次数": "计数",
    ]

    /// The candidate nearest in spelling, or nil where none is near: one change for up to three letters, two beyond.
    static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased().unicodeScalars)
        let bound = typed.count <= 1 ? 0 : typed.count <= 3 ? 1 : 2
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != word {
            let other = Array(candidate.unicodeScalars)
            // One Latin letter is near every word of two.
            guard abs(other.count - typed.count) <= bound, other.count > 1 || candidate.isHan else { continue }
            let distance = Spelling.distance(typed, other)
            // A word of two characters with both changed is another word.
            guard distance <= bound, distance < max(typed.count, other.count) else { continue }
            if best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true { best = (distance, candidate) }
        }
        return best?.name
    }
}
