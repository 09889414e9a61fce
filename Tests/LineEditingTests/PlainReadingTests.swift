import Glibc
import Synchronization
import Testing

@testable import LineEditing
@testable import TestTerminal

@Suite struct PlainReadingTests {
    private func lines(of bytes: [UInt8]) throws -> [LineResult] {
        var results: [LineResult] = []
        try withTemporaryFolder { folder in
            try OpenFile(folder + "/in", O_WRONLY | O_CREAT).write(bytes)
            let descriptor = open(folder + "/in", O_RDONLY)
            defer { close(descriptor) }
            let reader = LineReader(descriptor: descriptor)
            repeat { results.append(reader.readLine()) } while results.last != .endOfInput
        }
        return results.dropLast()
    }

    @Test func `lines end with LF or CRLF, the last with nothing, and a byte order mark goes`() throws {
        let text = "\u{FEFF}含 党员\r\n\n\u{FEFF}第二\n末"
        let read = try lines(of: Array(text.utf8))
        #expect(read == ["含 党员", "", "\u{FEFF}第二", "末"].map { .line($0) })
    }

    @Test func `a line of any length, across the borders of reading, is whole`() throws {
        let long = String(repeating: "社区党建", count: 50_000)
        let read = try lines(of: Array((long + "\nx\n").utf8))
        #expect(read == [.line(long), .line("x")])
    }

    @Test func `bytes that are no UTF-8 become replacement characters`() throws {
        let read = try lines(of: [0x61, 0xFF, 0x62, 0x0A])
        #expect(read == [.line("a\u{FFFD}b")])
    }

    @Test func `an empty input ends at once`() throws {
        let read = try lines(of: [])
        #expect(read.isEmpty)
    }

    @Test func `pasted text is cleaned of controls and sequences`() {
        #expect(PastedText.cleaned("a\r\nb\rc\n\n") == "a\nb\nc")
        #expect(PastedText.cleaned("\u{1B}[1;31m红\u{1B}[0m\t\u{7}\u{9B}x\u{FEFF}") == "红 x")
    }

    @Test func `candidates stand in columns by their width`() {
        TextLocale.useUTF8()
        let names = ["新的任务", "ab", "新的", "abcdef", "x"].map { Candidate($0) }
        let rows = CandidateList(candidates: names, columns: 24, width: systemWidth).rows()
        #expect(rows == ["新的任务  abcdef", "ab        x", "新的"])
        let narrow = CandidateList(candidates: names, columns: 6, width: systemWidth).rows()
        #expect(narrow.first == "新的…")
    }

    @Test func `summaries are left out where they would not fit the screen`() {
        let names = (0..<8).map { Candidate("名\($0)", summary: "说明") }
        let list = CandidateList(candidates: names, columns: 40, width: systemWidth)
        #expect(list.rows(fitting: 9).count == 8)
        #expect(list.rows(fitting: 8).count == 1 && !list.rows(fitting: 8)[0].contains("说明"))
    }

    @Test func `a prompt's escapes are marked, also the last one`() {
        TextLocale.useUTF8()
        let prompt = Prompt("\u{1B}[1m文\u{1B}[0m")
        #expect(String(prompt.visible) == "文")
        #expect(String(prompt.marked) == "\u{1}\u{1B}[1m\u{1B}[0m\u{1}文")
        #expect(String(Prompt("a> \u{1B}[0m").marked) == "a>\u{1}\u{1B}[0m\u{1} ")
    }

    @Test func `an interrupt calls the innermost source and does nothing else`() {
        let (outer, inner) = (Flag(), Flag())
        let source = InterruptSource { outer.count.add(1, ordering: .relaxed) }
        let nested = InterruptSource { inner.count.add(1, ordering: .relaxed) }
        source.during {
            interrupt(untilAnsweredBy: outer.count)
            nested.during { interrupt(untilAnsweredBy: inner.count) }
            interrupt(untilAnsweredBy: outer.count)
        }
        #expect(outer.count.load(ordering: .relaxed) == 2)
        #expect(inner.count.load(ordering: .relaxed) == 1)
    }

    private final class Flag: Sendable {
        let count = Atomic<Int>(0)
    }

    /// The process is interrupted, not this thread, which may have signals blocked.
    private func interrupt(untilAnsweredBy count: borrowing Atomic<Int>) {
        let before = count.load(ordering: .relaxed)
        kill(getpid(), SIGINT)
        for _ in 0..<1000 where count.load(ordering: .relaxed) == before { usleep(1000) }
    }
}
