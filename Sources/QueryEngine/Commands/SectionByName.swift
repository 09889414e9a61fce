import Documents
import PatternMatching
import QueryLanguage
import SourceText

let sectionCommand = CommandImplementation(
    CommandDeclaration(
        BilingualName("section", zh: "入节"), shape: .values,
        positional: [
            Parameter(
                BilingualName("heading", zh: "节名"), .text, required: true,
                LocalizedText("a heading, a part of one, a path or a number", zh: "标题、其一部分、路径或序号"))
        ],
        named: [.exact],
        accepts: [.units(.article)], source: .scope(.article), gives: LocalizedText("paragraphs", zh: "段"),
        output: { _, _ in .units(.paragraph) },
        summary: LocalizedText("the paragraphs of one section", zh: "某一节之内的段"),
        explanation: LocalizedText(
            "Enters the section with that heading, subsections included. In each article the exact heading counts first, then the heading in another script or width, then without numbering and blanks, then a part of it. A path 第二章/第三节 leads through nested headings; a number n is the n-th section, the lead not counted. Two equally good headings in one article are an error that lists them.",
            zh: "进入以此为标题的节，含下级各节。每篇之中先看标题全同，再看折合繁简与全半角后相同，再看去掉序号与空白后相同，再看包含。路径 第二章/第三节 逐级进入；数 n 为第 n 节，引言不计。同篇有两个同样相符则报错并列出。"),
        examples: [
            Example("section 新的任务 | count", gives: "5"),
            Example(
                "section 新的任务 | grep 党员",
                gives:
                    "¶13\t把握党员活动的新特点，探索党员分类管理的新路子。我们要根据党员分布结构和流动性大的新变化，针对社区老龄党员增多、下待岗职工党员增多和在职党员参与社区管理服务活动增多等新特点，不断改进社区党员的教育管理。当前，要结合新的形势，突出党员教育的重点，搞好以信仰马克思主义、信仰唯物论、信仰科学为内容的信念教育，以增强执政意识为主要内容的党性观念教育，以维护党的领导为重点的组织纪律观念教育，以为人民服务为宗旨的群众观念教育。\n¶15\t改进党的工作方式，充分发挥社区党组织在基层政权建设和社区管理中的政治核心作用。社区党组织要改进自己的工作方式和方法，在协调、指导和服务的过程中，发挥社区各种组织的作用，达到组织、团结群众，维护广大群众共同利益的目的。要发挥街道党工委在社区工作中的领导核心作用；发挥居民区党组织在社区工作中的主导作用和党员的示范表率作用。"
            ),
            Example("section 2 | head 1 | select section, para", gives: "section\tpara\n新的目标\t9"),
        ])
) { invocation in
    let name = invocation.arguments.texts.first ?? ""
    let place = invocation.arguments.ranges.first ?? invocation.range
    guard name.contains(where: { !$0.isWhitespace }) else { throw noSection("“\(name)”", at: place, invocation) }
    let finder = SectionFinder(path: name, isExact: invocation.arguments.isExact)
    var found = false
    var ended = false
    let units = invocation.units
    return .units(
        UnitResult(archive: invocation.archive, layer: .paragraph) {
            while let batch = try units.next() {
                try invocation.context.cancellation.check()
                let regions = try enter(batch, finder, place, invocation)
                if regions.count > 0 {
                    found = true
                    return regions
                }
            }
            if !found, !ended { throw noSection(name, at: place, invocation) }
            ended = true
            return nil
        })
}

private func enter(
    _ batch: Regions, _ finder: SectionFinder, _ place: SourceRange, _ invocation: Invocation
) throws -> Regions {
    let shard = invocation.archive.shards[batch.shard]
    var paragraphs = Regions(layer: .paragraph, shard: batch.shard)
    for row in 0..<batch.count {
        let matches = finder.sections(ofArticle: batch[row].unit, in: shard)
        if matches.count > 1 { throw ambiguous(matches, finder.path, at: place, shard) }
        guard let section = matches.first else { continue }
        let region = Region(layer: .section, shard: batch.shard, unit: section, span: shard.span(ofSection: section))
        for paragraph in QueryEngine.paragraphs(of: region, invocation) {
            paragraphs.append(unit: UInt32(paragraph), span: shard.paragraphs[paragraph])
        }
    }
    return paragraphs
}

private func ambiguous(_ matches: [Int], _ name: String, at place: SourceRange, _ shard: Shard) -> QueryFailure {
    let headings = matches.map { shard.heading(ofSection: $0) }
    let list = headings.joined(separator: ", ")
    // Equal headings in different chapters are told apart by their paths alone.
    let path = matches.first.flatMap { shard.sections[$0].parent == nil ? nil : shard.path(ofSection: $0) }
    let full = LocalizedText("Write one in full, or: sections \(name)", zh: "请写全其一，或：节 \(name)")
    let byPath = path.map { LocalizedText("Write a path, such as: section \($0)", zh: "请写路径，例如：入节 \($0)") }
    return QueryFailure(
        .ambiguousSection, at: place,
        LocalizedText(
            "\(numberWord(headings.count)) sections match \(name): \(list)",
            zh: "有 \(headings.count) 节与“\(name)”相符：\(headings.joined(separator: "、"))"),
        advice: byPath ?? full)
}

extension Shard {
    /// The headings that lead to a section, each by its number where it has one: 第二章/第三节.
    fileprivate func path(ofSection section: Int) -> String {
        var steps: [String] = []
        var current: Int? = section
        while let step = current {
            let parts = HeadingParts(heading(ofSection: step))
            steps.append(parts.numbering.isEmpty ? parts.title : parts.numbering)
            current = sections[step].parent.map(Int.init)
        }
        return steps.reversed().joined(separator: "/")
    }
}

private func numberWord(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return number < words.count ? words[number] : String(number)
}

private func noSection(_ name: String, at place: SourceRange, _ invocation: Invocation) -> QueryFailure {
    let headings = someHeadings(invocation)
    let typed = Array(Folding.folded(name).unicodeScalars)
    let near = headings.min { distance(typed, $0) < distance(typed, $1) }
    let isNear = near.map { distance(typed, $0) <= max(1, typed.count / 2) } ?? false
    let list = headings.prefix(6).joined(separator: ", ") + (headings.count > 6 ? ", …" : "")
    return QueryFailure(
        .noSection, at: place,
        LocalizedText("no section is called \(name)", zh: "没有名为“\(name)”的节"),
        advice: isNear
            ? nil
            : headings.isEmpty
                ? LocalizedText("no article here has headings", zh: "这里的文章没有节标题")
                : LocalizedText("there are: \(list)", zh: "有：\(list)"),
        edits: isNear ? near.map { [SourceEdit(place, quotedName($0))] } ?? [] : [])
}

private func distance(_ typed: [Unicode.Scalar], _ heading: String) -> Int {
    Spelling.distance(typed, Array(Folding.folded(heading).unicodeScalars))
}

/// Headings of the first articles, each once: enough to see what there is.
private func someHeadings(_ invocation: Invocation) -> [String] {
    var seen: [String] = []
    for shard in invocation.archive.shards {
        for index in shard.sections.indices.prefix(2000) where !shard.sections[index].isLead {
            let heading = shard.heading(ofSection: index)
            if !seen.contains(heading) { seen.append(heading) }
            if seen.count >= 200 { return seen }
        }
    }
    return seen
}

/// Finds the section that a name means, article by article.
struct SectionFinder {
    /// The name as it was typed.
    let path: String
    private let steps: [String]
    private let number: Int?
    private let isExact: Bool

    /// Where it `isExact`, script and width count.
    init(path: String, isExact: Bool) {
        self.path = path
        self.isExact = isExact
        steps = path.split { $0 == "/" || $0 == "／" }.map(String.init)
        let isNumber = path.unicodeScalars.allSatisfy { (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value) }
        number = isNumber ? readInteger(path) : nil
    }

    /// The sections that are equally good, in text order; empty where none matches.
    func sections(ofArticle article: Int, in shard: Shard) -> [Int] {
        let all = shard.articles[article].sections.map(Int.init)
        if let number { return all.filter { !shard.sections[$0].isLead && shard.sectionNumber($0) == number } }
        // A heading may itself hold a slash: the whole name is tried before its steps.
        let whole = best(path, among: all, in: shard)
        if !whole.isEmpty || steps.count < 2 { return whole }
        var within = all
        var found: [Int] = []
        for step in steps {
            found = best(step, among: within, in: shard)
            within = all.filter { candidate in found.contains { isInside(candidate, $0, shard) } }
        }
        return found
    }

    private func isInside(_ section: Int, _ ancestor: Int, _ shard: Shard) -> Bool {
        var current = shard.sections[section].parent
        while let parent = current {
            if Int(parent) == ancestor { return true }
            current = shard.sections[Int(parent)].parent
        }
        return false
    }

    private func best(_ name: String, among sections: [Int], in shard: Shard) -> [Int] {
        let exact = sections.filter { shard.heading(ofSection: $0) == name }
        if !exact.isEmpty { return exact }
        let headings = sections.map { ($0, HeadingParts(folded(shard.heading(ofSection: $0)))) }
        let name = folded(name)
        let wanted = HeadingParts(name)
        let same = headings.filter { $0.1.text == name }
        if !same.isEmpty { return same.map(\.0) }
        // 第二章 and 一、 are numbers alone: 一、 does not mean 十一、.
        let numbered = headings.filter { wanted.title.isEmpty && $0.1.numbering == wanted.numbering }
        if !numbered.isEmpty { return numbered.map(\.0) }
        let plain = headings.filter { !wanted.title.isEmpty && $0.1.title == wanted.title && agrees($0.1, wanted) }
        if !plain.isEmpty { return plain.map(\.0) }
        return headings.filter { $0.1.text.contains(name) || (!wanted.all.isEmpty && $0.1.all.contains(wanted.all)) }.map(\.0)
    }

    private func folded(_ text: String) -> String { isExact ? text : Folding.folded(text) }

    /// Whether a heading has the number that was typed, if one was.
    private func agrees(_ heading: HeadingParts, _ wanted: HeadingParts) -> Bool {
        wanted.numbering.isEmpty || heading.numbering == wanted.numbering
    }
}
