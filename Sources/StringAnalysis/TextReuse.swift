/// A passage that two documents share, aligned.
public struct SharedPassage: Hashable, Sendable {
    /// The document that comes first in the text.
    public let first: Int
    /// The other one.
    public let second: Int
    /// The passage in the first document, as symbols of the text.
    public let inFirst: Range<Int>
    /// The passage in the second.
    public let inSecond: Range<Int>
    /// The characters that are the same in both, marks not counted.
    public let same: Int
    /// The characters of the longer side, marks not counted; `same ÷ length` is how alike the two are.
    public let length: Int
}

/// Finds passages that documents share, small changes allowed.
///
/// Fingerprints that two documents have in common are seeds; each is extended both ways, over gaps of a few characters, as long as the
/// two agree. Passages of a document with itself are left out. Where more than `crowd` documents share a fingerprint, each is compared with
/// the first of them and the one before it only, so that a formula in ten thousand articles costs ten thousand steps and not their square.
public struct TextReuse: Sendable {
    /// The fewest characters that must be the same.
    public let minimum: Int
    private let winnowing: Winnowing

    private static let crowd = 24

    /// A search for passages of at least `minimum` characters, 8 or more.
    public init(minimum: Int) {
        self.minimum = max(8, minimum)
        let gram = max(5, min(8, self.minimum / 2))
        winnowing = Winnowing(gram: gram, window: max(1, min(5, self.minimum + 1 - gram)))
    }

    /// The passages in text order of the first document, then of the second.
    ///
    /// Cost: 25,000 articles of 50 MB take some ten seconds and 0.5 GB; passages shared by very many articles cost more.
    public func passages(in text: ReusableText, poll: (Double) throws -> Void = { _ in }) throws -> [SharedPassage] {
        var fingerprints = ContiguousArray<Winnowing.Fingerprint>()
        for document in 0..<text.documents.count - 1 {
            if document & 0xFF == 0 { try poll(0.3 * Double(document) / Double(text.documents.count)) }
            winnowing.fingerprints(of: text.range(of: document), in: text.content, into: &fingerprints)
        }
        var seeds = try seeds(of: &fingerprints, text, poll)
        fingerprints = []
        seeds.sort()
        try poll(0.6)
        return try extended(seeds, text, poll)
    }

    /// Pairs of places in different documents with the same fingerprint.
    private func seeds(
        of fingerprints: inout ContiguousArray<Winnowing.Fingerprint>, _ text: ReusableText, _ poll: (Double) throws -> Void
    ) throws -> ContiguousArray<Seed> {
        fingerprints.sort { ($0.hash, $0.position) < ($1.hash, $1.position) }
        try poll(0.45)
        var seeds = ContiguousArray<Seed>()
        var start = 0
        while start < fingerprints.count {
            var end = start + 1
            while end < fingerprints.count, fingerprints[end].hash == fingerprints[start].hash { end += 1 }
            if end - start > 1 { pair(fingerprints[start..<end].map(\.position), text, into: &seeds) }
            if start >> 18 != end >> 18 { try poll(0.45 + 0.1 * Double(end) / Double(fingerprints.count)) }
            start = end
        }
        return seeds
    }

    private func pair(_ positions: [UInt32], _ text: ReusableText, into seeds: inout ContiguousArray<Seed>) {
        let documents = positions.map { UInt32(text.document(at: Int($0))) }
        for second in positions.indices.dropFirst() {
            let partners = positions.count <= TextReuse.crowd ? Array(0..<second) : second == 1 ? [0] : [0, second - 1]
            for first in partners where documents[first] != documents[second] {
                seeds.append(Seed(documents[first], documents[second], positions[first], positions[second]))
            }
        }
    }

    /// Seeds come pair by pair of documents; one inside a passage that was found already is part of it.
    private func extended(
        _ seeds: ContiguousArray<Seed>, _ text: ReusableText, _ poll: (Double) throws -> Void
    ) throws -> [SharedPassage] {
        var found: [SharedPassage] = []
        var recent: [Alignment] = []
        var pair: (UInt32, UInt32)?
        for (index, seed) in seeds.enumerated() {
            if index & 0xFFF == 0 { try poll(0.6 + 0.4 * Double(index) / Double(seeds.count)) }
            if pair.map({ $0 != (seed.first, seed.second) }) ?? true {
                pair = (seed.first, seed.second)
                recent = []
            }
            if recent.contains(where: { $0.holds(Int(seed.inFirst), Int(seed.inSecond)) }) { continue }
            let alignment = Alignment(
                from: (Int(seed.inFirst), Int(seed.inSecond)), in: text.content,
                (text.range(of: Int(seed.first)), text.range(of: Int(seed.second))))
            recent.append(alignment)
            if alignment.same >= minimum, alignment.similarity >= Alignment.leastSimilarity {
                found.append(passage(alignment, seed, text))
            }
        }
        return found
    }

    private func passage(_ alignment: Alignment, _ seed: Seed, _ text: ReusableText) -> SharedPassage {
        SharedPassage(
            first: Int(seed.first), second: Int(seed.second), inFirst: text.symbols(alignment.first),
            inSecond: text.symbols(alignment.second), same: alignment.same, length: alignment.length)
    }
}

/// Places in two documents that have a fingerprint in common.
private struct Seed: Comparable {
    let first: UInt32
    let second: UInt32
    let inFirst: UInt32
    let inSecond: UInt32

    init(_ first: UInt32, _ second: UInt32, _ inFirst: UInt32, _ inSecond: UInt32) {
        self.first = first
        self.second = second
        self.inFirst = inFirst
        self.inSecond = inSecond
    }

    static func < (a: Seed, b: Seed) -> Bool {
        (a.first, a.second, a.inFirst, a.inSecond) < (b.first, b.second, b.inFirst, b.inSecond)
    }
}

/// Clusters of documents that hang together by what they share: for each document the lowest one of its cluster.
public func clusters(of passages: [SharedPassage], documents: Int) -> [Int] {
    var parents = Array(0..<documents)
    func root(_ document: Int) -> Int {
        var document = document
        while parents[document] != document {
            parents[document] = parents[parents[document]]
            document = parents[document]
        }
        return document
    }
    for passage in passages {
        let (a, b) = (root(passage.first), root(passage.second))
        parents[max(a, b)] = min(a, b)
    }
    return (0..<documents).map { root($0) }
}
