import ArchiveIndexing
import Glibc
import Testing

@testable import ShellSession

/// Archives made of files answer what the files answer.
@Suite struct IndexedArchiveTests {
    private let folder = TemporaryFolder()

    private func write(_ name: String, _ bytes: [UInt8]) {
        guard let file = fopen(folder(name), "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    private var dated: String {
        (1990..<1996).map { year in
            "### 第\(year)篇　论党建\n王小明\n\(year)-05-04\n第2版(要闻)\n专栏：论坛\n　　党员和群众以人为本，以实干为荣。黨員人人人都是。\n　　一、新的任务\n　　要从实际入手，為人民服务。\n\n"
        }.joined()
    }

    init() {
        folder.makeFolder("texts")
        folder.write("texts/a.txt", builtInExample.text)
        folder.write("texts/b-crlf.txt", builtInExample.text.replacing("\n", with: "\r\n"))
        folder.write("texts/c.txt", dated)
        folder.write(
            "texts/d.jsonl", "{\"title\":\"一\",\"text\":\"党员\\u515a员\\n第二段党员\",\"date\":\"1999-10-12\"}\n{\"text\":\"\\u7fa4众\"}\n")
        folder.write("texts/e.csv", "title,text,date\n甲,\"党员，\n群众\",1998-01-01\n乙,无,\n")
        folder.write("texts/f.md", "# 标题\n\n党员们\n\n## 小节\n\n群众 **党**\n")
        folder.write("texts/g no heading 1997.txt", "只有一段，党员。\n")
        write("texts/h-utf16.txt", [0xFF, 0xFE] + builtInExample.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        write(
            "texts/i-damaged.txt",
            Array(builtInExample.text.utf8.prefix(3000)) + [0xFF, 0xC0] + Array(builtInExample.text.utf8.dropFirst(3000)))
        write("texts/j.gz", [0x1F, 0x8B, 8, 0, 0])
    }

    private func index(_ name: String, _ paths: [String]? = nil, segment: Int? = nil, updates: Bool = false) -> Answer {
        let captured = Captured()
        var request = IndexRequest()
        request.paths = paths ?? [folder("texts")]
        request.output = folder(name)
        request.segment = segment
        request.updates = updates
        let status = indexFiles(request, streams: captured.streams)
        return Answer(output: captured.output, error: captured.error, status: status)
    }

    private func ask(_ query: String, _ archive: String, json: Bool = false) -> Answer {
        runCaptured(QueryRequest(queries: [query], archives: [folder(archive)], json: json))
    }

    /// What is printed, whatever was said of the files when they were opened.
    private func answer(_ query: String, _ archive: String, json: Bool = false) -> String { ask(query, archive, json: json).output }

    /// Above and below the size from which on an index is used.
    @Test func explainNamesWhatIsLookedUpAndWhatIsScannedFor() {
        let article = "### 题\n王小明\n1999-05-04\n第2版(要闻)\n　　党员与人民。\n" + String(repeating: "　　此外没有什么可说的。\n", count: 20) + "\n"
        folder.write("long.txt", String(repeating: article, count: 40))
        #expect(index("long.wenku", [folder("long.txt")]).status == 0)
        let query = "explain near 党员 /[人民]{2}/ | count"
        let indexed = answer(query, "long.wenku")
        #expect(indexed.contains("\n  index 党员 40\n"), "\(indexed)")
        #expect(indexed.contains(" for /[人民]{2}/\n"), "\(indexed)")
        let scanned = answer(query, "long.txt")
        #expect(!scanned.contains("  index ") && scanned.contains(" kB for 党员, /[人民]{2}/\n"), "\(scanned)")
        // Of a small archive the index is left alone.
        folder.write("short.txt", article)
        #expect(index("short.wenku", [folder("short.txt")]).status == 0)
        #expect(answer(query, "short.wenku") == answer(query, "short.txt"))
    }

    static let queries = [
        "files", "articles", "articles | select title, subtitle, author, date, page, pagename, column, file, line",
        "sections | select section, len, file", "paras | select file, line, para, section, len", "sents", "find 党员 | kwic",
        "find 党员 exact=true | count by=file", "find 以…为… | count", "find 从…入手", "find 人人", "find /党.员/ | count",
        "near 党员 群众 within=5", "grep 党员 非 群众 | count", "grep 党 or 无 | count by=year", "sents | grep 为 | count",
        "sections | grep 党员 | count", "articles | grep 党员 | count", "find 党 except=党员 | count by=title", "trend 党员, 群众 by=year",
        "freq 党员, 群众 by=section", "lifespan 党员", "dates | head 30", "ngrams 3 | head 20", "repeats 6 | head 5", "variants 党员",
        "collocates 党员 | head 10", "articles | cite", "find 社区党建 | cite style=query", "find 党员 | kwic sort=right | head 20",
        "articles date=1999-10 | count", "where year = 1993 | count", "use articles date=1992; find 党员 | count", "show a3", "dispersion 党员",
        "roles | head 10", "reuse | head 5", "explain find 党员", "find 不在此处的话 | count", "find 黨員 | count by=file",
    ]

    @Test(arguments: queries) func anArchiveOfOneSegmentAnswersLikeTheFiles(_ query: String) { compare(query, segment: nil) }
    @Test(arguments: queries) func anArchiveOfManySegmentsAnswersLikeTheFiles(_ query: String) { compare(query, segment: 1) }

    private func compare(_ query: String, segment: Int?) {
        #expect(index("made.wenku", segment: segment).status == 3, "j.gz is damaged")
        // What explain says of the way is not the same.
        guard !query.hasPrefix("explain") else { return #expect(ask(query, "made.wenku").status == 3) }
        #expect(answer(query, "made.wenku") == answer(query, "texts"))
        #expect(answer(query, "made.wenku", json: true) == answer(query, "texts", json: true))
    }

    @Test func segmentsAreCutWhereArticlesBegin() {
        _ = index("many.wenku", segment: 1)
        let captured = Captured()
        #expect(describeArchives([folder("many.wenku")], language: nil, streams: captured.streams) == 0)
        #expect(captured.output.holds("segments: 14\n"), "\(captured.output)")
        #expect(captured.output.holds("files: 9\n"))
    }

    @Test func theTranscriptsOfTheDocumentsAreThoseOfTheSeed() {
        let made = Captured()
        var request = IndexRequest()
        request.paths = ["seeds"]
        request.output = folder("seeds.wenku")
        #expect(indexFiles(request, streams: made.streams) == 0)
        let captured = Captured()
        let status = checkDocuments(
            ["README.md", "docs"], archives: [folder("seeds.wenku")], updates: false, streams: captured.streams)
        #expect(status == 0, "\(captured.output.prefix(3000))")
    }

    // MARK: Updates

    @Test(arguments: [nil, 1]) func anUpdateGivesWhatIndexingAnewGives(_ segment: Int?) {
        _ = index("made.wenku", segment: segment)
        #expect(index("made.wenku", segment: segment, updates: true).error.holds("up to date"))
        folder.write("texts/a0.txt", dated.replacing("王小明", with: "李四"))
        folder.write("texts/e.csv", "title,text\n丙,\"党员党员\"\n")
        unlink(folder("texts/f.md"))
        let updated = index("made.wenku", segment: segment, updates: true)
        #expect(updated.status == 3, "j.gz is damaged still")
        #expect(!updated.error.holds("up to date"))
        for query in ["files", "articles", "find 党员 | count by=file", "paras | select file, line, len"] {
            #expect(answer(query, "made.wenku") == answer(query, "texts"), "\(query)")
        }
        #expect(verifyArchives([folder("made.wenku")], quiet: true, language: nil, streams: Captured().streams) == 0)
    }

    @Test func withoutPathsAnUpdateGoesByThoseOfTheArchive() {
        _ = index("made.wenku")
        folder.write("texts/z.txt", dated)
        #expect(
            index("made.wenku", [], updates: true).error.holds("60")
                || answer("articles | count", "made.wenku") == answer("articles | count", "texts"))
        #expect(index("none.wenku", []).error.holds("name files or folders"))
    }

    // MARK: Damage

    @Test func anAlteredByteIsNamedAndNoAnswerIsWrong() throws {
        _ = index("made.wenku", [folder("texts/a.txt"), folder("texts/c.txt"), folder("texts/d.jsonl")])
        let bytes = try #require(readBytes("made.wenku"))
        let right = Self.asked.map { answer($0, "made.wenku") }
        for step in 0..<300 {
            let place = (step &* 2_654_435_761) % bytes.count
            var altered = bytes
            altered[place] ^= UInt8(1 << (step % 8))
            write("altered.wenku", altered)
            #expect(
                verifyArchives([folder("altered.wenku")], quiet: true, language: nil, streams: Captured().streams) == 3, "byte \(place)")
            for (query, expected) in zip(Self.asked, right) {
                let found = ask(query, "altered.wenku")
                #expect(found.output == expected || found.status == 3 && found.output.isEmpty, "byte \(place): \(query)")
                #expect(found.status == 0 || found.error.holds("altered.wenku"), "byte \(place)")
            }
        }
    }

    private static let asked = ["find 党员 | count", "find 党员 | kwic", "trend 群众", "files", "show a2"]

    @Test func aFileCutShortIsNamed() throws {
        _ = index("made.wenku", [folder("texts/a.txt")])
        let bytes = try #require(readBytes("made.wenku"))
        for length in [0, 1, 8, 63, 64, 100, bytes.count / 2, bytes.count - 65, bytes.count - 64, bytes.count - 1] {
            write("cut.wenku", Array(bytes.prefix(length)))
            let found = ask("find 党员 | count", "cut.wenku")
            #expect(found.status == 3 && found.output.isEmpty && found.error.holds("cut.wenku"), "\(length): \(found)")
        }
    }

    private func readBytes(_ name: String) -> [UInt8]? {
        guard let file = fopen(folder(name), "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    // MARK: Writing

    @Test func twoWritersExcludeEachOther() throws {
        let beside = open(folder("made.wenku.part"), O_RDWR | O_CREAT, 0o644)
        try #require(beside >= 0 && flock(beside, LOCK_EX) == 0)
        let refused = index("made.wenku")
        #expect(refused.status == 3 && refused.error.holds("is being written by another process"), "\(refused)")
        close(beside)
        #expect(index("made.wenku").status == 3)
        #expect(access(folder("made.wenku"), F_OK) == 0 && access(folder("made.wenku.part"), F_OK) != 0)
    }

    @Test func whereNothingCanBeWrittenTheReasonIsGiven() {
        let refused = index("nowhere/made.wenku")
        #expect(refused.status == 3 && refused.error.holds("made.wenku: No such file or directory"), "\(refused)")
    }

    // MARK: Versions

    @Test func anArchiveOfTheFirstVersionStaysReadable() {
        let golden = "Tests/Golden/archive-v1.wenku"
        func ask(_ query: String) -> String { runCaptured(QueryRequest(queries: [query], archives: [golden])).output }
        #expect(verifyArchives([golden], quiet: true, language: nil, streams: Captured().streams) == 0)
        #expect(ask("find 社区党建 | count") == "33\n")
        #expect(ask("sents | count") == "41\n")
        #expect(ask("sections") == "§0\t引言\n§1\t新的探索\n§2\t新的目标\n§3\t新的任务\n§4\t新的格局\n")
    }
}
