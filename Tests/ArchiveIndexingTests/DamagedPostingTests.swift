import Testing

@testable import ArchiveIndexing

/// Whatever the bytes of a part say: places ascend, lie in the range, and nothing stops the program.
@Suite struct DamagedPostingTests {
    private let literals: [[[Unicode.Scalar]]] = [
        [["的"]], [["的", "x"]], [["的"], ["国"]], [["的", "x"], ["国", "x"]], [["x"], ["的"], ["国"]],
        [["国", "é"], ["的", "x"], ["的"], ["x"], ["国"]],
    ]

    private func sample(pieces: Int = 12) -> Sample {
        var random = SplitMix(seed: 7)
        let alphabet = ["的", "的", "的", "国", "x", "é", "𠀀", "、"].map { Array($0.utf8) }
        return Sample(random: &random, pieces: pieces, length: 200, alphabet: alphabet)
    }

    private func expectOrder(_ part: some Collection<UInt8>, textCount: Int, _ what: @autoclosure () -> String) {
        let memory = PartMemory(part)
        guard let index = memory.index(textCount: textCount) else { return }
        for literal in literals {
            for range in [0..<textCount, textCount / 3..<textCount / 2] {
                guard let places = index.places(literal, range) else { continue }
                let isOrdered = zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
                let isInside = places.allSatisfy { range.contains(Int($0)) }
                if !isOrdered || !isInside { Issue.record("\(literal) after \(what()): \(places)") }
            }
        }
    }

    /// One part with lists of several blocks, one with short lists alone.
    @Test(arguments: [(12, 1_000), (1, 12_000)])
    func changedBytesGiveNoWildPlaces(pieces: Int, rounds: Int) throws {
        let sample = sample(pieces: pieces)
        let part = try sample.part(runsOf: 12)
        var random = SplitMix(seed: 8)
        for round in 0..<rounds {
            var damaged = part
            var changes: [(Int, UInt8)] = []
            for _ in 0..<1 + random.next(3) {
                // Half of the changes near the end, where directory, table and trailer are.
                let place = random.next(2) == 0 ? random.next(part.count) : part.count - 1 - random.next(min(part.count, 400))
                let byte = random.next(3) == 0 ? [0, 0xFF, 0x80, 0x7F][random.next(4)] : UInt8(random.next(256))
                damaged[place] = byte
                changes.append((place, byte))
            }
            expectOrder(damaged, textCount: sample.bytes.count, "round \(round), \(changes)")
        }
    }

    @Test func cutPartsAreRefusedOrHarmless() throws {
        let sample = sample()
        let part = try sample.part(runsOf: 12)
        for count in 0..<part.count { #expect(PartMemory(part.prefix(count)).index(textCount: sample.bytes.count) == nil) }
        // The trailer is there, but bytes before it are missing.
        for cut in stride(from: 0, to: part.count - PostingLayout.trailerSize, by: 7) {
            var damaged = part
            damaged.remove(at: cut)
            expectOrder(damaged, textCount: sample.bytes.count, "cut at \(cut)")
        }
    }

    /// The text is shorter than the postings say.
    @Test func placesBehindTheTextAreLeftOut() throws {
        let sample = sample()
        let part = try sample.part(runsOf: 12)
        for count in stride(from: 0, to: sample.bytes.count, by: 101) { expectOrder(part, textCount: count, "text of \(count)") }
    }
}
