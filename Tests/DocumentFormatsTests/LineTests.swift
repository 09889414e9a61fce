import Documents
import Testing

@testable import DocumentFormats

/// The fast ways through lines give what the plain ones give.
@Suite struct LineTests {
    /// Bytes in which line ends, blanks, marks and pieces of characters are frequent.
    private func bytes(_ random: inout Seeded, count: Int, ends: [[UInt8]]) -> [UInt8] {
        let pieces: [[UInt8]] =
            ["　", "　　", "第", "一", "（", "）", "。", "；", "、", "！", "…", "“", " ", "\u{A0}", "\u{2003}", "a", "-", "—", "\u{200B}", "中文"].map {
                Array($0.utf8)
            } + [[0xE4], [0x80], [0xE3, 0x80], [0xC2, 0xA0], [0xEF, 0xBC], [0]]
        var bytes: [UInt8] = []
        while bytes.count < count {
            let isEnd = UInt8.random(in: 0..<40, using: &random) == 0
            bytes += (isEnd ? ends.randomElement(using: &random) : pieces.randomElement(using: &random)) ?? []
        }
        return bytes
    }

    private func lines(_ view: ByteView, _ next: (Int) -> Line) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var offset = 0
        while offset < view.count {
            let line = next(offset)
            lines.append(line.start..<line.end)
            offset = line.next
        }
        return lines
    }

    @Test(arguments: [[[0x0A]], [[0x0D]], [[0x0D, 0x0A]], [[0x0A], [0x0D], [0x0D, 0x0A], [0x0A, 0x0D]]] as [[[UInt8]]])
    func linesInOrderAreTheLines(_ ends: [[UInt8]]) {
        var random = Seeded(state: 7)
        let text = Text(copying: bytes(&random, count: 100_000, ends: ends))
        let view = ByteView(text)
        var scanner = LineEnds(view)
        let found = lines(view) { scanner.line(at: $0, limit: view.count) }
        #expect(found == lines(view) { view.line(at: $0, limit: view.count) })
        #expect(found.count > 100)
        withExtendedLifetime(text) {}
    }

    @Test func linesMayBeLongerThanAStretchAndEndAnywhere() {
        for length in [0, 1, 16_383, 16_384, 16_385, 40_000] {
            for end in [[0x0A], [0x0D], [0x0D, 0x0A], []] as [[UInt8]] {
                let text = Text(copying: [UInt8](repeating: 0x61, count: length) + end + Array("b".utf8))
                let view = ByteView(text)
                var scanner = LineEnds(view)
                #expect(
                    lines(view) { scanner.line(at: $0, limit: view.count) } == lines(view) { view.line(at: $0, limit: view.count) })
                withExtendedLifetime(text) {}
            }
        }
    }

    /// Lines asked for within limits and backwards, as the articles of a table are.
    @Test func aLineDoesNotDependOnThoseBefore() {
        var random = Seeded(state: 3)
        let text = Text(copying: bytes(&random, count: 60_000, ends: [[0x0A], [0x0D]]))
        let view = ByteView(text)
        var scanner = LineEnds(view)
        for _ in 0..<2000 {
            let start = Int.random(in: 0..<view.count, using: &random)
            let limit = Int.random(in: start...min(view.count, start + 20_000), using: &random)
            let (found, plain) = (scanner.line(at: start, limit: limit), view.line(at: start, limit: limit))
            #expect(found.end == plain.end && found.next == plain.next)
        }
        withExtendedLifetime(text) {}
    }

    @Test func aPlainLineIsABodyLineAndNoHeading() {
        var random = Seeded(state: 11)
        let text = Text(copying: bytes(&random, count: 400_000, ends: [[0x0A]]))
        let view = ByteView(text)
        var plain = 0
        for range in lines(view, { view.line(at: $0, limit: view.count) }) {
            let line = Line(start: range.lowerBound, end: range.upperBound, next: range.upperBound)
            guard let fast = view.plainBodyLine(line) else { continue }
            plain += 1
            let slow = view.bodyLine(line)
            #expect(slow?.span == fast.span && slow?.indent == fast.indent)
            #expect(view.headingCandidate(fast, at: 0) == nil)
        }
        #expect(plain > 100)
        withExtendedLifetime(text) {}
    }

    @Test func bytesAreCountedInStretchesOfAnyLength() {
        var random = Seeded(state: 5)
        let bytes = (0..<20_000).map { _ in UInt8.random(in: 0x7E...0x82, using: &random) }
        let text = Text(copying: bytes)
        let view = ByteView(text)
        for _ in 0..<200 {
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = Int.random(in: start...bytes.count, using: &random)
            #expect(view.count(of: 0x80, mask: 0xFF, from: start, to: end) == bytes[start..<end].count { $0 == 0x80 })
            #expect(view.count(of: 0x80, mask: 0xC0, from: start, to: end) == bytes[start..<end].count { $0 & 0xC0 == 0x80 })
        }
        withExtendedLifetime(text) {}
    }
}
