import LineEditing
import PatternMatching
import Pinyin
import QueryLanguage
import QuerySyntax

extension Suggester {
    /// Beyond this nobody looks through a list.
    private static let most = 500

    /// Names of the archive that begin with the word; where none does, those that hold it. Pinyin and initials count, and both scripts alike.
    /// What was typed before comes first, then what the archive has most of.
    func names(_ kind: NameKind) -> [Candidate] {
        let typed = typedName
        let key = typed.isEmpty ? nil : PinyinKey(typed) { Folding.variants(of: $0) }
        // Nothing but the key can match, and it is nil for what is typed at too great a length.
        guard typed.isEmpty || key != nil else { return [] }
        // Tab must not keep anyone waiting: so long names are gathered, and then looked through.
        return session.nameIndex.withNames(kind, until: Deadline(milliseconds: 7)) { table in
            let searchEnds = Deadline(milliseconds: 8)
            var found = table.matches({ name in key.map { $0.beginning(of: name) } ?? .beginning }, isOver: { searchEnds.isOver })
            if found.isEmpty, let key { found = table.matches({ key.occurs(in: $0) ? .inside : nil }, isOver: { searchEnds.isOver }) }
            return ranked(found, of: table).map { name in Candidate(quoted(name), display: name) }
        }
    }

    /// The word without the quotation mark it may begin with.
    var typedName: String { place.tokens.quote == nil ? word : String(word.dropFirst()) }

    /// In the quotation marks that are open, or in those it needs.
    private func quoted(_ name: String) -> String {
        guard let mark = place.tokens.quote, !name.contains(closingMark(of: mark)) else { return quotedName(name) }
        return mark + name + closingMark(of: mark)
    }

    private func ranked(_ found: [(index: Int, match: NameMatch)], of table: NameTable) -> [String] {
        struct Ranked {
            let name: String
            let match: NameMatch
            let uses: Int
            let frequency: Int
            let index: Int
        }
        let rare = Suggester.leastFrequency(found.map { table.frequency($0.index) })
        let all = found.lazy.filter { table.frequency($0.index) >= rare }.prefix(Suggester.most * 4).map { entry in
            let name = table.name(entry.index)
            return Ranked(
                name: name, match: entry.match, uses: session.wordUse[name], frequency: table.frequency(entry.index), index: entry.index)
        }
        return all.sorted {
            ($0.match, -$0.uses, -$0.frequency, $0.index) < ($1.match, -$1.uses, -$1.frequency, $1.index)
        }.prefix(Suggester.most).map(\.name)
    }

    /// The frequency that no more than some hundred names exceed: the rest need not be sorted.
    private static func leastFrequency(_ frequencies: [Int]) -> Int {
        let cap = 1024
        var histogram = [Int](repeating: 0, count: cap + 1)
        for frequency in frequencies { histogram[min(frequency, cap)] += 1 }
        var least = cap
        var count = histogram[cap]
        while least > 1, count < most {
            least -= 1
            count += histogram[least]
        }
        return least
    }
}
