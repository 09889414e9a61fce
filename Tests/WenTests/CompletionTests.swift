import Glibc
import QueryLanguage
import Testing

@testable import LineEditing
@testable import ShellSession
@testable import TestTerminal

/// Lines with ¦ where the cursor stands, and what Tab offers there.
@Suite struct CompletionTests {
    private func offered(_ marked: String, _ queries: [String] = []) -> [String] {
        let session = Session(streams: Streams(output: { _ in }, error: { _ in }))
        session.openExample()
        session.keepsResults = true
        for query in queries { session.run(QuerySource(query)) }
        let parts = marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
        let entry = parts.joined()
        let found = completion(of: entry, at: parts[0].utf8.count, in: session)
        #expect(found.replacing.lowerBound <= parts[0].utf8.count && found.replacing.upperBound == parts[0].utf8.count || found == .none)
        return found.candidates.map(\.insertion)
    }

    @Test(arguments: [
        ("sec¦", ["sections", "section"]), ("入¦", ["入节"]), ("SEC¦", ["sections", "section"]),
        ("section 新的任务 | gr¦", ["grep"]), ("入节 新的任务 ｜ 含 党员 ｜ 计¦", ["计数"]),
        ("count | gr¦", []), ("sents | op¦", []), ("sents|so¦", ["sort"]), ("sents；计¦", ["计数"]),
        ("use secti¦", ["sections", "section"]), ("范围 入¦", ["入节"]), ("explain secti¦", ["sections", "section"]),
        ("let x = secti¦", ["sections", "section"]), ("let x¦", []), ("let x = sents | so¦", ["sort"]),
        ("def f(a¦", []), ("def f(a) = gre¦", ["grep"]), ("expl¦", ["explain"]), ("sents | expl¦", []),
        ("sents | intersect (secti¦", ["sections", "section"]), ("sents | intersect (paras | gr¦", ["grep"]),
        ("sents |\nso¦", ["sort"]), ("sents\nsecti¦", ["sections", "section"]), ("sents\n| so¦", ["sort"]),
    ])
    func `commands stand at the beginning and behind a bar, if they take what comes in`(line: String, expected: [String]) {
        #expect(offered(line) == expected)
    }

    @Test(arguments: [
        ("section 新¦", ["新的探索", "新的目标", "新的任务", "新的格局"]), ("section 任¦", ["新的任务"]),
        ("入节　新的任¦", ["新的任务"]), ("sections 格¦", ["新的格局"]), ("articles author=¦", ["孟建柱"]),
        ("articles column=本¦", ["本期特稿"]), ("where 作者 = ¦", ["孟建柱"]), ("where section = 新的任¦", ["新的任务"]),
        ("articles 加强¦", ["加强基层组织建设的新实践——上海市积极探索社区党建的思考"]),
    ])
    func `names of the archive, also by a part inside`(line: String, expected: [String]) {
        #expect(offered(line) == expected)
    }

    @Test(arguments: [
        ("section xdrw¦", ["新的任务"]), ("section xdt¦", ["新的探索"]), ("section xinderenwu¦", ["新的任务"]),
        ("section 新drw¦", ["新的任务"]), ("入节 rw¦", ["新的任务"]), ("section 任務¦", ["新的任务"]), ("section 任务¦", ["新的任务"]),
        ("articles author=mjz¦", ["孟建柱"]), ("where author = mengjianzhu¦", ["孟建柱"]), ("articles column=bqtg¦", ["本期特稿"]),
        ("articles date=19¦", ["1999-10-12"]), ("where date >= ¦", ["1999-10-12"]), ("where file = ¦", ["seeds/000_1961cee9d1c97f34.txt"]),
        ("section '新的任¦", ["'新的任务'"]), ("section “xdrw¦", ["“新的任务”"]), ("where 节名 = '任務¦", ["'新的任务'"]),
        ("rj¦", ["入节"]), ("sents | jishu¦", ["计数"]), ("sents | sort zs¦", ["字数"]), ("count an¦", ["按="]),
        ("section zzz¦", []), ("section wx¦", []),
    ])
    func `Chinese is found by pinyin and initials, and in either script`(line: String, expected: [String]) {
        #expect(offered(line) == expected)
    }

    @Test func `what was entered more often comes first`() {
        let session = Session(streams: Streams(output: { _ in }, error: { _ in }))
        session.openExample()
        func offered(_ line: String) -> [String] {
            completion(of: line, at: line.utf8.count, in: session).candidates.map(\.insertion)
        }
        #expect(offered("section xd") == ["新的探索", "新的目标", "新的任务", "新的格局"])
        #expect(offered("sec") == ["sections", "section"])
        session.enteredTexts = { ["section 新的格局", "section 新的任务", "section 新的任务 | count"] }
        #expect(offered("section xd") == ["新的任务", "新的格局", "新的探索", "新的目标"])
        #expect(offered("sec") == ["section", "sections"])
    }

    @Test(arguments: [
        ("sents | sort le¦", ["len"]), ("sents | sort 字¦", ["字数"]), ("sents | sort len de¦", ["desc"]),
        ("count by=sec¦", ["section"]), ("sents | count by=section,au¦", ["author"]), ("计数 按＝节¦", ["节名"]),
        ("where co¦", ["column", "count("]), ("where len(te¦", ["text"]), ("where count(党¦", []),
        ("count by=section | sort co¦", ["count"]), ("quotes | where spe¦", ["speaker"]),
        ("articles | sort para¦", []), ("derive n = cou¦", ["count("]), ("select au¦", ["author"]),
        ("grep 党员 ex¦", ["except=", "exact="]), ("grep exact=true 党员 ex¦", ["except="]), ("grep exact=t¦", ["true"]),
        ("kwic 党员 sort=r¦", ["right"]), ("find 党员 | expand par¦", ["paragraph"]), ("to c¦", ["csv"]),
    ])
    func `parameters, their values, fields and functions`(line: String, expected: [String]) {
        #expect(offered(line) == expected)
    }

    @Test(arguments: [
        ("set la¦", ["lang"]), ("设 语言¦", ["语言"]), ("设 语¦", ["语言", "语温表"]), ("set lang ¦", ["en", "zh"]), ("set lang = z¦", ["zh"]),
        ("set pager f¦", ["false"]), ("set width ¦", []), ("help gr¦", ["grep"]), ("帮助 入¦", ["入节"]), ("help e3¦", ["E30", "E31", "E32"]),
    ])
    func `settings and topics of the help`(line: String, expected: [String]) {
        let found = offered(line)
        #expect(line.hasPrefix("help e3") ? Set(expected).intersection(found).count > 0 : found == expected)
    }

    @Test(arguments: ["grep '入¦", "grep “入¦", "grep \"sec¦", "grep /sec¦", "grep 党员 # sec¦", "grep '党员'¦", "grep 党¦"])
    func `nothing in strings, regular expressions, comments and words of a pattern`(line: String) {
        #expect(offered(line).isEmpty)
    }

    @Test func `names made by let and def`() {
        let made = ["let 党 = grep 党员", "def 含两(a, b) = grep a b"]
        #expect(offered("$¦", made) == ["$党"])
        #expect(offered("sents | intersect $¦", made) == ["$党"])
        #expect(offered("含两¦", made) == ["含两("])
    }

    @Test func `a leading bar goes on from the last result`() {
        #expect(offered("| gr¦", ["count"]) == [])
        #expect(offered("| gr¦", ["sents"]) == ["grep"])
    }

    @Test func `a name that is no word is offered in quotes`() {
        #expect(quotedName("新的任务") == "新的任务")
        #expect(quotedName("区（县）委") == "'区（县）委'")
        #expect(quotedName("it's 党") == "‘it's 党’")
        #expect(quotedName("从…入手") == "'从…入手'")
        #expect(quotedName("含") == "'含'")
    }

    @Test func `file names, with folders, Chinese and blanks`() throws {
        try withTemporaryFolder { folder in
            mkdir(folder + "/文档", 0o700)
            for name in ["a.txt", "我的 文.txt", ".hidden"] { close(open(folder + "/" + name, O_CREAT | O_WRONLY, 0o600)) }
            #expect(offered("open \(folder)/¦") == [folder + "/a.txt", "'\(folder)/我的 文.txt'", folder + "/文档/"])
            #expect(offered("打开 \(folder)/文¦") == [folder + "/文档/"])
            #expect(offered("open '\(folder)/我¦") == ["'\(folder)/我的 文.txt'"])
            #expect(offered("open \(folder)/.h¦") == [folder + "/.hidden"])
            #expect(offered("sents | to csv file=\(folder)/a¦") == [folder + "/a.txt"])
            #expect(offered("sents | to csv file=\(folder)/¦").count == 3)
            #expect(offered("open \(folder)/none/¦") == [])
        }
    }
}
