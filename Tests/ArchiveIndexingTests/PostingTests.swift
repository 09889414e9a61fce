import Documents
import Testing

@testable import ArchiveIndexing

@Suite struct PostingTests {
    /// Characters of all widths, with U+0000, marks in both widths, and bytes that are no UTF-8.
    private let mixed: [[UInt8]] =
        ["党", "黨", "员", "a", "A", "Ａ", "é", "𠀀", "\0", "\u{FFFD}"].map { Array($0.utf8) } + [
            [0xFF], [0x85], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80],
        ]

    private func literal(_ random: inout SplitMix, of forms: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
        (0..<1 + random.next(6)).map { _ in forms[random.next(forms.count)] }
    }

    /// Compares the index with a look at each byte, for random literals and ranges.
    private func expectAgreement(_ sample: Sample, runsOf size: Int, forms: [[Unicode.Scalar]], _ random: inout SplitMix) throws {
        let memory = PartMemory(try sample.part(runsOf: size))
        let index = try #require(memory.index(textCount: sample.bytes.count))
        for round in 0..<24 {
            let literal = literal(&random, of: forms)
            let bounds = [random.next(sample.bytes.count + 1), random.next(sample.bytes.count + 1)].sorted()
            let range = round % 2 == 0 ? 0..<sample.bytes.count : bounds[0]..<bounds[1]
            let expected = sample.places(of: literal, in: range)
            let found = index.places(literal, range)
            #expect(found == expected, "\(literal) in \(range)")
            if round % 2 == 0 { #expect(try #require(index.places(of: literal)).atMost >= expected.count) }
        }
    }

    @Test func placesAreThoseOfALookAtEachByte() throws {
        var random = SplitMix(seed: 1)
        let scalars: [Unicode.Scalar] = ["党", "黨", "员", "a", "A", "Ａ", "é", "𠀀", "\0", "\u{FFFD}", "/"]
        let single = scalars.map { [$0] }
        let folded: [[Unicode.Scalar]] = [["党", "黨"], ["A", "Ａ"], ["a"], ["员", "𠀀", "é"], ["\0", "a"], ["é"]]
        for round in 0..<60 {
            let sample = Sample(random: &random, pieces: 1 + random.next(12), length: 30, alphabet: mixed)
            try expectAgreement(sample, runsOf: 1 + random.next(12), forms: round % 2 == 0 ? single : folded, &random)
        }
    }

    /// Few characters and much text: lists of many blocks, with ranges in the middle.
    @Test func listsOfManyBlocksAreReadFromTheMiddle() throws {
        var random = SplitMix(seed: 2)
        let alphabet = [Array("的".utf8), Array("的".utf8), Array("国".utf8), Array("x".utf8)]
        for size in [1000, 7, 1] {
            let sample = Sample(random: &random, pieces: 40, length: 300, alphabet: alphabet)
            try expectAgreement(sample, runsOf: size, forms: [["的"], ["国"], ["x"], ["的", "x"], ["国", "的"]], &random)
        }
    }

    /// A character with more second characters than a directory has between two steps.
    @Test func directoriesOfManySecondCharactersAreSearched() throws {
        var random = SplitMix(seed: 3)
        let seconds = (0..<210).map { Unicode.Scalar(UInt32(0x4E00 + 13 * $0)).map { [$0] } ?? [] }
        let sample = Sample(seconds.map { "的\($0[0])的的\($0[0])" })
        let memory = PartMemory(try sample.part(runsOf: 50))
        let index = try #require(memory.index(textCount: sample.bytes.count))
        for second in seconds {
            let literal: [[Unicode.Scalar]] = [["的"], second]
            #expect(index.places(literal, 0..<sample.bytes.count) == sample.places(of: literal, in: 0..<sample.bytes.count))
        }
        try expectAgreement(sample, runsOf: 3, forms: seconds + [["的"]], &random)
    }

    /// Enough occurrences of one character in many lists that they are put in order as bits.
    @Test func manyPlacesOfACharacterAscend() throws {
        var random = SplitMix(seed: 4)
        let alphabet = (0..<40).map { Array(String(Unicode.Scalar(UInt32(0x4E00 + $0)).map(Character.init) ?? "x").utf8) }
        let sample = Sample(random: &random, pieces: 60, length: 200, alphabet: alphabet)
        let memory = PartMemory(try sample.part(runsOf: 60))
        let index = try #require(memory.index(textCount: sample.bytes.count))
        for range in [0..<sample.bytes.count, 777..<sample.bytes.count / 2] {
            let forms: [[Unicode.Scalar]] = [["一", "丁", "七"]]
            #expect(index.places(forms, range) == sample.places(of: forms, in: range))
        }
    }

    /// Windows that end in the middle of groups and blocks.
    @Test func aUnionDoesNotDependOnItsWindows() throws {
        var random = SplitMix(seed: 6)
        let alphabet = ["的", "的", "的", "国", "x", "é"].map { Array($0.utf8) }
        let sample = Sample(random: &random, pieces: 40, length: 150, alphabet: alphabet)
        let memory = PartMemory(try sample.part(runsOf: 40))
        let table = try #require(PostingTable(UnsafeRawBufferPointer(memory.bytes)))
        let first = try #require(table.first(CharacterKey("的" as Unicode.Scalar)))
        for round in 0..<200 {
            let bounds = [random.next(sample.bytes.count + 1), random.next(sample.bytes.count + 1)].sorted()
            let range = UInt32(bounds[0])..<UInt32(bounds[1])
            var union = PostingUnion(range, textCount: sample.bytes.count, window: UInt64(1 + random.next(3000)))
            var directory = DirectoryCursor(table, first)
            while directory.advance() { union.add(directory.list) }
            var places: ContiguousArray<UInt32> = []
            union.append(to: &places)
            #expect(Array(places) == sample.places(of: [["的"]], in: bounds[0]..<bounds[1]), "round \(round)")
        }
    }

    /// What two lists give one by one, their bits give window by window, and at the edges of windows too.
    @Test func pairsDoNotDependOnTheirWindows() throws {
        var random = SplitMix(seed: 8)
        let alphabet = ["的", "国", "国", "x", "é", "国x国x国x国x国x国x国x国x国x国x"].map { Array($0.utf8) }
        let sample = Sample(random: &random, pieces: 40, length: 150, alphabet: alphabet)
        let memory = PartMemory(try sample.part(runsOf: 40))
        let table = try #require(PostingTable(UnsafeRawBufferPointer(memory.bytes)))
        var found = 0
        for round in 0..<300 {
            let bounds = [random.next(sample.bytes.count + 1), random.next(sample.bytes.count + 1)].sorted()
            let range = UInt32(bounds[0])..<UInt32(bounds[1])
            let least = random.next(100)
            let distance = least...least + random.next(round % 2 == 0 ? 10 : 300)
            let unions = try ["的" as Unicode.Scalar, "é"].map { character in
                var union = PostingUnion(range, textCount: sample.bytes.count, window: UInt64(1 + random.next(3000)))
                var directory = DirectoryCursor(table, try #require(table.first(CharacterKey(character))))
                while directory.advance() { union.add(directory.list) }
                return union
            }
            var pairs = PlacePairs()
            #expect(unions[0].append(before: unions[1], at: distance, to: &pairs))
            let places = [["的"], ["é"]].map { sample.places(of: [$0], in: bounds[0]..<bounds[1]).map { Int($0) } }
            let expected = places[0].compactMap { first in
                places[1].first { distance.contains($0 - first) }.map { [first, $0] }
            }
            #expect(zip(pairs.firsts, pairs.seconds).map { [Int($0), Int($1)] } == expected, "round \(round)")
            found += expected.count
        }
        #expect(found > 1000)
    }

    @Test func theRunsOfATextGiveWhatOneRunGives() throws {
        var random = SplitMix(seed: 5)
        let sample = Sample(random: &random, pieces: 50, length: 120, alphabet: mixed)
        let whole = try sample.part(runsOf: 50)
        for size in [1, 2, 7, 49] { #expect(try sample.part(runsOf: size) == whole) }
    }

    @Test func aTextWithoutCharactersHasAnIndex() throws {
        for sample in [Sample([String]()), Sample(["", "", ""])] {
            let memory = PartMemory(try sample.part(runsOf: 2))
            let index = try #require(memory.index(textCount: sample.bytes.count))
            #expect(index.places([["党"]], 0..<sample.bytes.count) == [])
            #expect(index.places([["党"], ["员"]], 0..<sample.bytes.count) == [])
            #expect(index.places([], 0..<0) == nil && index.places([["党"], []], 0..<0) == nil)
        }
    }

    @Test func theBlockThatIsNotIntactIsNotRead() throws {
        let sample = Sample(["党员党员", "国家"])
        let part = try sample.part(runsOf: 2)
        let memory = PartMemory(part)
        for bad in 0..<part.count - PostingLayout.trailerSize {
            let index = PostingIndex(bytes: .init(memory.bytes), textCount: sample.bytes.count, owner: memory) { !$0.contains(bad) }
            let places = try #require(index).places([["党"], ["员"]], 0..<sample.bytes.count)
            #expect(places == nil || places == [1, 7])
        }
    }

    // MARK: What is refused

    private func run(_ text: String, _ starts: [UInt32], _ ends: [UInt32], origin: UInt32 = 0) throws -> PostingRun {
        let text = Text(copying: text.utf8)
        var sorter = PostingSorter()
        return try starts.withUnsafeBufferPointer { starts in
            try ends.withUnsafeBufferPointer { ends in try sorter.run(text: text.bytes, starts: starts, ends: ends, origin: origin) }
        }
    }

    @Test func piecesThatTouchOrAreOutOfOrderAreRefused() throws {
        #expect(throws: PostingFailure.piecesTouch(1)) { try run("abcdef", [0, 2], [2, 4]) }
        #expect(throws: PostingFailure.piecesOutOfOrder(1)) { try run("abcdef", [2, 0], [3, 1]) }
        #expect(throws: PostingFailure.piecesOutOfOrder(0)) { try run("abcdef", [2], [1]) }
        #expect(throws: PostingFailure.piecesOutOfOrder(0)) { try run("abcdef", [2], [7]) }
        #expect(throws: PostingFailure.textTooLong) { try run("abcdef", [2], [4], origin: 0x7FFF_FFFE) }
        let (first, second) = (try run("abc", [0], [3]), try run("abc", [0], [3], origin: 2))
        #expect(throws: PostingFailure.runsOutOfOrder(1)) { try PostingRun.write([first, second]) { _ in } }
    }
}
