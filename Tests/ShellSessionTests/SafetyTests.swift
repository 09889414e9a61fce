import Glibc
import Testing

@testable import ShellSession

/// Somebody else's query file is safe to run.
@Suite struct SafetyTests {
    private let folder = TemporaryFolder()

    init() {
        folder.makeFolder("study")
        folder.makeFolder("out")
        folder.write("outside.txt", builtInExample.text)
        folder.write("study/inside.txt", builtInExample.text)
    }

    private func script(_ text: String, writing folders: [String] = []) -> Answer {
        let file = folder.write("study/query.wen", text)
        return runCaptured(QueryRequest(archives: [file], writableFolders: folders))
    }

    @Test func aScriptOpensWhatIsBelowItsFolder() {
        let found = script("open inside.txt\nsents | count\n")
        #expect(found.output == "41\n" && found.status == 0, "\(found.error)")
    }

    @Test(arguments: ["../outside.txt", "..", "/etc/hostname", "/", "./../outside.txt", "inside.txt/../../outside.txt"])
    func aScriptOpensNothingElse(_ path: String) {
        let found = script("open '\(path)'\nsents | count\n")
        #expect(found.status == 3 && found.output.isEmpty, "\(found.error)")
        #expect(found.error.holds("own folder") || found.error.holds("E45"), "\(found.error)")
    }

    @Test func linksOutOfTheFolderAreRefused() {
        symlink(folder("outside.txt"), folder("study/link.txt"))
        symlink(folder.path, folder("study/up"))
        for path in ["link.txt", "up/outside.txt", "up"] {
            let found = script("open \(path)\nsents | count\n")
            #expect(found.status == 3 && found.output.isEmpty, "\(path): \(found.error)")
        }
        // A folder opened whole does not lead out either.
        #expect(script("open .\narticles | count\n").output == "1\n")
    }

    @Test func aScriptWritesOnlyWhereItMay() {
        let target = folder("out/a.csv")
        let refused = script("sections | to csv file='\(target)'\n")
        #expect(refused.status == 3 && refused.error.holds("--write"))
        #expect(access(target, F_OK) != 0)
        let allowed = script("sections | to csv file='\(target)'\n", writing: [folder("out")])
        #expect(allowed.status == 0, "\(allowed.error)")
        #expect(readTextFile(target)?.hasPrefix("address,") == true)
        let elsewhere = script("sections | to csv file='\(folder("study/b.csv"))'\n", writing: [folder("out")])
        #expect(elsewhere.status == 3)
        let climbing = script("sections | to csv file='\(folder("out"))/../c.csv'\n", writing: [folder("out")])
        #expect(climbing.status == 3 && access(folder("c.csv"), F_OK) != 0)
    }

    @Test func whatIsTypedMayWriteAnywhere() {
        let target = folder("typed.md")
        let found = answer("sections | to markdown file='\(target)'")
        #expect(found.status == 0 && found.error.holds("written:"))
        #expect(readTextFile(target)?.hasPrefix("| address") == true)
    }

    /// The file is put in its place when it is whole.
    @Test func aFailedExportLeavesNoHalfFile() {
        let target = folder.write("keep.csv", "as it was\n")
        let found = answer("grep /(.+)+[a-z]$/ | to csv file='\(target)'")
        #expect(found.status == 2, "\(found.error)")
        #expect(readTextFile(target) == "as it was\n")
        #expect(folder.names == ["keep.csv", "out", "outside.txt", "study"])
        let nowhere = answer("sections | to csv file='\(folder("none/x.csv"))'")
        #expect(nowhere.status == 3 && nowhere.error.holds("none/x.csv"))
    }

    @Test func aWritableFolderThatIsALinkDoesNotLeadOut() {
        symlink(folder.path, folder("out/up"))
        let found = script("sections | to csv file='\(folder("out/up/c.csv"))'\n", writing: [folder("out")])
        #expect(found.status == 3 && access(folder("c.csv"), F_OK) != 0)
    }

    /// Control characters of a document or a file name never reach the terminal.
    @Test func whatIsPrintedHoldsNoControlCharacters() {
        let found = answer("open '/没\u{1B}[31m有'", "gerp\u{7}")
        #expect(!found.error.utf8.contains(0x1B) && !found.error.utf8.contains(0x07))
    }

    @Test(arguments: ["open '../outside.txt' add=true", "open inside.txt '../outside.txt'", "open ~", "打开 '../outside.txt'"])
    func nothingIsAddedFromOutside(_ query: String) {
        let found = script("open inside.txt\n\(query)\narticles | count\n")
        #expect(found.status == 3 && !found.error.holds("2 articles"), "\(found.error)")
    }

    /// A lesson is somebody's query file too.
    @Test func aLessonOpensAndWritesNothingElsewhere() {
        let run = LessonRun(archives: [], folder: folder("study"))
        #expect(run.answer("open '\(folder("outside.txt"))'", asPipe: false).joined().holds("own folder"))
        #expect(run.answer("open inside.txt", asPipe: false).joined().holds("1 article"))
        for target in ["study/a.csv", "a.csv"] {
            #expect(run.answer("sents | to csv file='\(folder(target))'", asPipe: false).joined().holds("--write"))
            #expect(access(folder(target), F_OK) != 0)
        }
    }

    @Test func aLineThatNamesAnInterpreterIsAComment() {
        let found = script("#!/usr/bin/env -S wen -f\nopen '../outside.txt'\n")
        #expect(found.status == 3 && found.error.holds("own folder"), "\(found.error)")
    }

    /// Links in a circle end; what is no file is passed over with a note and never opened.
    @Test func foldersAreWalkedOnceAndPipesAreNotOpened() {
        symlink(folder("study"), folder("study/again"))
        symlink(".", folder("study/self"))
        symlink("b", folder("study/a"))
        symlink("a", folder("study/b"))
        symlink("/dev/zero", folder("study/zero"))
        mkfifo(folder("study/pipe"), 0o644)
        let found = runCaptured(QueryRequest(queries: ["articles | count"], archives: [folder("study")]))
        #expect(found.output == "1\n", "\(found.error)")
        for name in ["pipe", "zero"] { #expect(found.error.holds("\(name): is no regular file: skipped"), "\(found.error)") }
    }

    @Test func aPipeIsNoQueryFile() {
        mkfifo(folder("pipe.wen"), 0o644)
        mkfifo(folder("study/pipe.md"), 0o644)
        #expect(runCaptured(QueryRequest(file: folder("pipe.wen"))).status == 3)
        let captured = Captured()
        #expect(checkDocuments([folder("study")], archives: [], updates: false, streams: captured.streams) == 3)
    }

    @Test func theNameOfAQueryFileThatIsNotThereIsHarmless() {
        let found = runCaptured(QueryRequest(file: folder("没\u{1B}[2J有")))
        #expect(found.status == 3 && !found.error.utf8.contains(0x1B))
    }
}

/// Patterns that other programs hang or fall over with end in an answer or a message. The suite hangs where one does not.
@Suite struct GreedyPatternTests {
    private static let length = 20_000

    private func answer(_ query: String, body: String) -> Answer {
        let folder = TemporaryFolder()
        let file = folder.write("a.txt", "### 题\n\n1999-10-12\n第1版()\n\n　　\(body)\n")
        return runCaptured(QueryRequest(queries: [query], archives: [file]))
    }

    @Test(arguments: [
        "(a+)+$", "(a+)+b", "(a|a)*c", "(a|aa|ab)*c", "(?R)", "|(?R)\\b|a=|n", "|(?1)\\b|(a)=|n", "|\\g<0>\\b|a=|n", "a(?R)?b", "a{60000}",
        "(a{1000}){1000}", "((a{65000}){65000}){65000}",
        "(?<=a+)b",
        "(?<=a{1,200})b", "\\C", "(?C1)a", "(?C'x')a", "(.)(.*)\\1x", "(.*)(.*)(.*)(.*)(.*)x", "(?:a?){30}a{30}c",
        "(*LIMIT_MATCH=99999999)(a+)+c",
        "(*NO_JIT)(a+)+c", "(?(?=a)a|b)*c", "(?<n>a)\\g<n>*c", "[^b]*+c|.*?.*?.*?c", "(a*)*\\1*c", "\\X*x", "(?i)(ä|a+)+c",
    ])
    func aRegularExpressionEnds(_ source: String) {
        let found = answer("grep /\(source)/ | count", body: String(repeating: "a", count: GreedyPatternTests.length))
        #expect([0, 2].contains(found.status), "\(source): \(found.error)")
        #expect(found.status == 0 || found.error.holds("E44") || found.error.holds("E34"), "\(source): \(found.error)")
    }

    @Test func gapsEnd() {
        let many = Array(repeating: "a", count: 200).joined(separator: "…")
        let body = String(repeating: "a", count: 2_000)
        #expect(answer("find \(many) | count", body: body).status == 0)
        let some = Array(repeating: "a", count: 10).joined(separator: "…")
        #expect(answer("find \(some)…c | count", body: body).output == "0\n")
        #expect(answer("find …a… | count", body: body).status == 0)
        #expect(answer("near a c within=100000 | count", body: body + "c").output == "2000\n")
    }

    @Test(arguments: ["grep …", "grep ……", "find \"…\"", "grep '…' | count", "grep /(/", "grep /a{9999999}/"])
    func aPatternOfNothingIsAMessage(_ query: String) {
        let found = answer(query, body: "a")
        #expect([0, 2].contains(found.status) && (found.status == 0 || !found.error.isEmpty))
    }

    @Test(arguments: ["(", "（", "\"", "“", "/", "grep (", "not ", "where (", "sents | ", "…", "a1¶", "-e ", ")|"])
    func aLongQueryEnds(_ piece: String) {
        let found = ShellSessionTests.answer("grep " + String(repeating: piece, count: 10_000))
        #expect([0, 2].contains(found.status))
        #expect(found.error.utf8.count < 1 << 20, "\(found.error.utf8.count)")
    }

    @Test func textsOfBracketsAndHeadingsAreRead() {
        #expect(answer("sents | count", body: String(repeating: "（“《", count: 50_000)).output == "1\n")
        #expect(answer("outline", body: String(repeating: "第一章 总则甲乙\n　　", count: 20_000) + "正文。").status == 0)
        #expect(answer("paras | count", body: String(repeating: "### 题\n", count: 50_000)).status == 0)
    }
}
