/// Which kinds of headings stand above which, as the article itself has it.
///
/// 编, 章 and 节 keep their order. Of the others, a kind that begins anew under each heading of another, while that goes on
/// counting, stands below it: by-laws count （甲）, １、, 一、, （１） downward, others differently. Where the numbers do not
/// say, the usual order holds.
struct HeadingOrder {
    /// The rank of each kind, by its raw value; lower is higher up.
    private var ranks: SIMD16<UInt8>

    /// The order in an article with `headings`. Cost: linear in the headings.
    init(_ headings: some Collection<HeadingCandidate>) {
        ranks = HeadingOrder.usual
        var present: UInt32 = 0
        for heading in headings { present |= 1 << UInt32(heading.kind.rawValue) }
        // The usual order, but for kinds that the article may have in another.
        var rank: UInt8 = 0
        var free: [HeadingKind] = []
        for kind in HeadingKind.allCases where present & 1 << UInt32(kind.rawValue) != 0 {
            guard kind.isDivision else {
                if kind != .named { free.append(kind) }
                continue
            }
            ranks[Int(kind.rawValue)] = rank
            rank += 1
        }
        for kind in free.count < 2 ? free : HeadingOrder.sorted(free, by: headings) {
            ranks[Int(kind.rawValue)] = rank
            rank += 1
        }
        ranks[Int(HeadingKind.named.rawValue)] = 0
    }

    /// The ranks of kinds that no heading has: behind all others.
    private static let usual = HeadingKind.allCases.reduce(into: SIMD16<UInt8>()) { ranks, kind in
        ranks[Int(kind.rawValue)] = kind.rawValue + UInt8(HeadingKind.allCases.count)
    }

    /// The rank of a kind: headings of the same or a lower rank end its section.
    func rank(of kind: HeadingKind) -> Int { Int(ranks[Int(kind.rawValue)]) }

    /// The kinds in the usual order, each moved above those that the article puts below it.
    private static func sorted(_ kinds: [HeadingKind], by headings: some Collection<HeadingCandidate>) -> [HeadingKind] {
        let evidence = NestingEvidence(headings)
        var sorted: [HeadingKind] = []
        for kind in kinds {
            let place = sorted.firstIndex { evidence.isAbove(kind, $0) } ?? sorted.count
            sorted.insert(kind, at: place)
        }
        return sorted
    }
}

/// How often a kind began anew under another, and how often it went on past it.
private struct NestingEvidence {
    private static let size = HeadingKind.allCases.count
    /// `restarts[inner * size + outer]`: `inner` began at 1 again behind a heading of `outer`.
    private var restarts = [Int](repeating: 0, count: size * size)
    /// `passes[outer * size + inner]`: `outer` went on by one with `inner` in between.
    private var passes = [Int](repeating: 0, count: size * size)

    init(_ headings: some Collection<HeadingCandidate>) {
        var number = [Int](repeating: 0, count: NestingEvidence.size)
        var between = [Set<UInt8>](repeating: [], count: NestingEvidence.size)
        for heading in headings {
            let kind = Int(heading.kind.rawValue)
            if heading.kind.isCounted, number[kind] > 0 {
                for other in between[kind] { note(heading.number, after: number[kind], kind, Int(other)) }
            }
            number[kind] = heading.number
            for index in between.indices { between[index].insert(heading.kind.rawValue) }
            between[kind] = []
        }
    }

    private mutating func note(_ number: Int, after last: Int, _ kind: Int, _ other: Int) {
        if number == last + 1 { passes[kind * NestingEvidence.size + other] += 1 }
        if number <= last { restarts[kind * NestingEvidence.size + other] += 1 }
    }

    /// Whether the numbers put `upper` above `lower`.
    func isAbove(_ upper: HeadingKind, _ lower: HeadingKind) -> Bool {
        weight(upper, over: lower) > weight(lower, over: upper)
    }

    private func weight(_ upper: HeadingKind, over lower: HeadingKind) -> Int {
        let (upper, lower) = (Int(upper.rawValue), Int(lower.rawValue))
        return restarts[lower * NestingEvidence.size + upper] + passes[upper * NestingEvidence.size + lower]
    }
}
