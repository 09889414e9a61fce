import Glibc
import Testing

@testable import ShellSession

@Suite struct StatusTests {
    @Test func theStatusSaysWhatHappened() {
        #expect(answer("sents | count").status == 0)
        #expect(answer("grep 没有的词").status == 0)
        #expect(answer("gerp 党员").status == 2)
        #expect(answer("section 没有").status == 2)
        #expect(answer("open /没有/这个").status == 3)
        #expect(runCaptured(QueryRequest(queries: ["count"], archives: ["/没有/这个"])).status == 3)
        #expect(runCaptured(QueryRequest(file: "/没有/这个.wen")).status == 3)
        #expect(answer("count | check 17").status == 4)
    }

    @Test func withExitStatusAnEmptyZeroResultIsOne() {
        #expect(answer("grep 没有的词", asksForStatus: true).status == 1)
        #expect(answer("grep 没有的词 | count", asksForStatus: true).status == 1)
        #expect(answer("grep 党员", asksForStatus: true).status == 0)
        #expect(answer("grep 没有的词", "grep 党员", asksForStatus: true).status == 0)
        #expect(answer("count by=section | head 0", asksForStatus: true).status == 1)
        #expect(answer("gerp", asksForStatus: true).status == 2)
    }

    /// What can be read is read.
    @Test func aMissingFileLeavesTheOthers() {
        let found = runCaptured(QueryRequest(queries: ["sents | count"], archives: ["\(repository)/seeds", "/没有/这个.txt"]))
        #expect(found.output == "41\n")
        #expect(found.status == 3)
        #expect(found.error.holds("/没有/这个.txt: "))
        let opened = answer("open /没有/这个.txt \(repository)/seeds", "sents | count")
        #expect(opened.output == "41\n" && opened.status == 3)
        #expect(opened.error.holds(" E45 "))
    }

    @Test func whereNothingCanBeOpenedTheArchiveStays() {
        let found = answer("set onerror continue", "open /没有/这个.txt", "sents | count")
        #expect(found.output == "41\n" && found.status == 3)
    }

    @Test func jsonGivesOneObjectARow() {
        for query in ["sents", "sections", "find 党员", "count by=section", "sents | count", "outline", "quotes", "kwic 党员"] {
            let found = runCaptured(QueryRequest(queries: [query], json: true))
            let lines = found.output.split(separator: "\n")
            #expect(!lines.isEmpty && found.status == 0)
            for line in lines { #expect(isObject(line), "\(query): \(line)") }
        }
        #expect(runCaptured(QueryRequest(queries: ["sents | grep 党员"], json: true)).output.split(separator: "\n").count == 9)
    }

    /// Braces, strings and their escapes balance, and nothing stands outside: the renderer's own tests read JSON strictly.
    private func isObject(_ line: Substring) -> Bool {
        var depth = 0
        var isInside = false
        var isEscaped = false
        for (index, byte) in line.utf8.enumerated() {
            if isEscaped { isEscaped = false; continue }
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = isInside
            case UInt8(ascii: "\""): isInside.toggle()
            case UInt8(ascii: "{") where !isInside, UInt8(ascii: "[") where !isInside: depth += 1
            case UInt8(ascii: "}") where !isInside, UInt8(ascii: "]") where !isInside: depth -= 1
            case 0..<0x20: return false
            default: break
            }
            if depth == 0, index + 1 < line.utf8.count { return false }
        }
        return depth == 0 && !isInside
    }

    @Test func jsonRowsHaveByteOffsetsIntoTheFile() {
        let found = runCaptured(QueryRequest(queries: ["paras 11"], json: true))
        let file = Array(builtInExample.text.utf8)
        guard let start = number("start", in: found.output), let end = number("end", in: found.output), end <= file.count else {
            Issue.record("\(found.output)")
            return
        }
        #expect(String(decoding: file[start..<end], as: UTF8.self) == "今后一个时期，上海社区党建工作将着重抓好以下四项主要任务：")
    }

    private func number(_ key: String, in json: String) -> Int? {
        guard let place = json.utf8.firstRange(of: "\"\(key)\":".utf8) else { return nil }
        return Int(String(decoding: json.utf8[place.upperBound...].prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }

    @Test func quietLeavesResultsAndErrors() {
        let found = runCaptured(QueryRequest(queries: ["sents | count | check 41", "sents | count"], quiet: true))
        #expect(found == Answer(output: "41\n", error: "", status: 0))
        #expect(runCaptured(QueryRequest(queries: ["gerp"], quiet: true)).error.holds("E06"))
    }

    /// Over a pipe a number is the number alone, and notices go to standard error.
    @Test func noticesNeverMixWithResults() {
        let found = answer("use section 新的任务", "count | check 5", "count")
        #expect(found.output == "5\n")
        #expect(found.error == "scope: section 新的任务: 5 paragraphs\ncheck passed: 5\n")
    }
}
