import Glibc
import Testing

@testable import LineEditing
@testable import TestTerminal

@Suite struct HistoryFileTests {
    private func contents(_ path: String) throws -> String {
        let file = try OpenFile(path, O_RDONLY)
        return String(decoding: try file.bytes(from: 0, to: Int(try file.status().st_size)), as: UTF8.self)
    }

    private func add(_ text: String, to path: String) throws {
        try OpenFile(path, O_WRONLY | O_APPEND | O_CREAT).write(Array(text.utf8))
    }

    @Test(arguments: [
        "grep 党员", "a |\nb\n", "tab\there", "back\\slash \\n", "𠮷 😀 ｜", "\u{1B}[31m\u{0}\u{85}", "  从…入手", "e\u{301}",
    ])
    func `a record gives back its entry exactly, on one line`(text: String) {
        let entry = HistoryEntry(time: 1_795_443_629, text: text)
        let line = HistoryRecord.line(for: entry)
        #expect(!line.unicodeScalars.contains("\n"))
        #expect(line.hasPrefix("2026-11-23T14:20:29Z\t"))
        #expect(HistoryRecord.entry(on: line[...]) == entry)
    }

    @Test(arguments: ["", "x", "2026-11-23T14:20:29Z", "2026-11-23T14:20:29Z\t", "now\tgrep", "2026-11-23T14:20:29Z\ta\\q"])
    func `what is no record is passed over`(line: String) {
        #expect(HistoryRecord.entry(on: line[...]) == nil)
    }

    @Test func `the file is made with its folders, for its owner alone, and read again`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/state/wen/history"
            let history = HistoryFile(path: path)
            history.append("grep 党员")
            history.append("grep 党员")
            history.append(" 不记")
            history.append("")
            history.append("sents |\n含 党员")
            #expect(history.problem == nil)
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(HistoryFile(path: path).entries.map(\.text) == ["grep 党员", "sents |\n含 党员"])
            let lines = try contents(path).split(separator: "\n")
            #expect(lines.count == 2)
        }
    }

    @Test func `two shells see each other's entries`() throws {
        try withTemporaryFolder { folder in
            let (one, other) = (HistoryFile(path: folder + "/h"), HistoryFile(path: folder + "/h"))
            one.append("a")
            other.append("b")
            one.refresh()
            #expect(one.entries.map(\.text) == ["a", "b"])
            #expect(other.entries.map(\.text) == ["a", "b"])
        }
    }

    @Test func `writers at the same time lose nothing and tear nothing`() async throws {
        try await withTemporaryFolder { folder in
            await withTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        let history = HistoryFile(path: folder + "/h")
                        for number in 0..<100 { history.append("\(writer) 党员\n\(number)") }
                    }
                }
            }
            let texts = HistoryFile(path: folder + "/h").entries.map(\.text)
            #expect(texts.count == 400)
            for writer in 0..<4 {
                #expect(texts.filter { $0.hasPrefix("\(writer) ") } == (0..<100).map { "\(writer) 党员\n\($0)" })
            }
        }
    }

    @Test func `a record torn by a kill spoils neither its neighbours nor the next one`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/h"
            HistoryFile(path: path).append("before")
            try add("2026-11-23T14:20:29Z\ttor", to: path)
            let history = HistoryFile(path: path)
            #expect(history.entries.map(\.text) == ["before"])
            history.append("after")
            // The part that was written in time is an entry of its own: what was typed is not thrown away.
            #expect(HistoryFile(path: path).entries.map(\.text) == ["before", "tor", "after"])
        }
    }

    @Test func `a trim keeps the newest, keeps what is no record, and another shell goes on in the new file`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/h"
            let early = HistoryFile(path: path, limit: 1000)
            try add("# a person's note\n", to: path)
            for number in 0..<40 { early.append("entry \(number)") }
            let trimmed = HistoryFile(path: path, limit: 20)
            #expect(trimmed.entries.map(\.text) == (20..<40).map { "entry \($0)" })
            let kept = try contents(path)
            #expect(kept.contains("# a person's note\n"))
            early.append("after the trim")
            trimmed.refresh()
            #expect(trimmed.entries.last?.text == "after the trim")
            #expect(early.entries == trimmed.entries)
        }
    }

    @Test func `where nothing can be written the entries are still remembered, and it is said why`() throws {
        let history = HistoryFile(path: "/proc/none/history")
        history.append("grep 党员")
        #expect(history.entries.map(\.text) == ["grep 党员"])
        #expect(history.problem != nil)
    }
}
