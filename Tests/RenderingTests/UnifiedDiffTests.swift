import Rendering
import Testing

@Suite struct UnifiedDiffTests {
    @Test func distantChangesAreHunksOfTheirOwn() {
        #expect(
            unifiedDiff("a\nb\nc\nd\ne\nf\ng\nh\ni\nj", "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\n") == """
                --- expected
                +++ found
                @@ -1,5 +1,5 @@
                 a
                -b
                +B
                 c
                 d
                 e
                @@ -7,4 +7,4 @@
                 g
                 h
                 i
                -j
                \\ No newline at end of file
                +j

                """)
    }

    @Test func nearChangesShareAHunk() {
        let diff = unifiedDiff("1\n2\n3\n4\n5\n6\n", "1\n3\n4\n5\nfive\n6\n", oldName: "l\u{1B}.md", newName: "b", context: 1)
        #expect(diff == "--- l␛.md\n+++ b\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n@@ -5,2 +4,3 @@\n 5\n+five\n 6\n")
        #expect(unifiedDiff("1\n2\n3\n4\n", "1\n3\n4\nfour\n", context: 1).components("@@ -").count == 2)
    }

    @Test func oneSideMayBeEmpty() {
        #expect(unifiedDiff("", "a\n") == "--- expected\n+++ found\n@@ -0,0 +1 @@\n+a\n")
        #expect(unifiedDiff("a\n", "") == "--- expected\n+++ found\n@@ -1 +0,0 @@\n-a\n")
    }

    @Test func equalTextsHaveNoDiff() {
        #expect(unifiedDiff("a\nb", "a\nb") == "")
        #expect(unifiedDiff("", "") == "")
    }

    @Test func linesAreComparedByTheirBytes() {
        #expect(unifiedDiff("\u{E9}\n", "e\u{301}\n") != "")
    }

    @Test func applyingADiffGivesTheNewText() {
        var generator = Sequence32(state: 7)
        for _ in 0..<300 {
            let old = (0..<Int(generator.next() % 12)).map { _ in "l\(generator.next() % 4)" }
            let new = (0..<Int(generator.next() % 12)).map { _ in "l\(generator.next() % 4)" }
            let diff = unifiedDiff(old.lines, new.lines, context: Int(generator.next() % 4))
            #expect(applied(diff, to: old) == new, "\(old) \(new)\n\(diff)")
        }
    }

    /// Replays the hunks, checking that what they say of the old text is so.
    private func applied(_ diff: String, to old: [String]) -> [String] {
        var result: [String] = []
        var position = 0
        for line in diff.split(separator: "\n").dropFirst(2) {
            if line.hasPrefix("@@ -") {
                let place = line.dropFirst(4).prefix { $0 != " " }.split(separator: ",")
                let first = Int(place[0]) ?? -1
                let start = place.count == 2 && place[1] == "0" ? first : first - 1
                result += old[position..<start]
                position = start
            } else if line.hasPrefix("+") {
                result.append(String(line.dropFirst()))
            } else {
                guard position < old.count, old[position] == line.dropFirst() else { return ["mismatch"] }
                if line.hasPrefix(" ") { result.append(old[position]) }
                position += 1
            }
        }
        return result + old[position...]
    }
}

/// A small generator with a fixed sequence.
struct Sequence32 {
    var state: UInt64

    mutating func next() -> UInt32 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt32(truncatingIfNeeded: state >> 33)
    }
}

extension [String] {
    fileprivate var lines: String { map { $0 + "\n" }.joined() }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] { self.split(separator: separator, omittingEmptySubsequences: false) }
}
