import SourceText
import Testing

@testable import ShellSession

/// How an answer is compared with what the specification of the language states.
enum Stated: Sendable {
    /// All that is printed.
    case exactly(String)
    /// The lines printed begin with these, in order; the texts of passages are long.
    case linesBegin([String])
    /// Something stands in it.
    case holds([String])

    func agrees(with output: String) -> Bool {
        switch self {
        case .exactly(let text): return output == text
        case .linesBegin(let starts):
            let lines = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropLast()
            return lines.count == starts.count && zip(lines, starts).allSatisfy { $0.hasPrefix($1) }
        case .holds(let parts): return parts.allSatisfy { output.holds($0) }
        }
    }
}

/// An example of section 5 in both spellings with its answer.
struct SpecifiedExample: CustomTestStringConvertible, Sendable {
    let english: String
    let chinese: String
    let stated: Stated

    init(_ english: String, _ chinese: String, _ stated: Stated) {
        self.english = english
        self.chinese = chinese
        self.stated = stated
    }

    var testDescription: String { english }

    /// The Chinese spelling as an input method types it: every mark and digit and blank of the syntax in full width.
    var fullWidth: String {
        let marks: [Unicode.Scalar: Unicode.Scalar] = [
            " ": "\u{3000}", "|": "｜", ";": "；", "(": "（", ")": "）", ",": "，", "=": "＝", "<": "＜", ">": "＞", "!": "！",
        ]
        var text = String.UnicodeScalarView()
        for scalar in chinese.unicodeScalars {
            if (0x30...0x39).contains(scalar.value), let digit = Unicode.Scalar(scalar.value - 0x30 + 0xFF10) {
                text.append(digit)
            } else {
                text.append(marks[scalar] ?? scalar)
            }
        }
        return String(text)
    }
}

private let cited = "孟建柱. 加强基层组织建设的新实践——上海市积极探索社区党建的思考[N]. 人民日报, 1999-10-12(11).\n"
private let task = "今后一个时期，上海社区党建工作将着重抓好以下四项主要任务："
private let sectionLines = "§0\t引言\n§1\t新的探索\n§2\t新的目标\n§3\t新的任务\n§4\t新的格局\n"
private let exported = "1999-10-12,11,孟建柱,加强基层组织建设的新实践——上海市积极探索社区党建的思考"

let specifiedExamples: [SpecifiedExample] = [
    // Structure
    .init("articles 社区 | count", "文章 社区 | 计数", .exactly("1\n")),
    .init("articles date=1999-10 author=孟建柱 page=11 | count", "文章 日期=1999-10 作者=孟建柱 版=11 | 计数", .exactly("1\n")),
    .init("articles date=2000 | count", "文章 日期=2000 | 计数", .exactly("0\n")),
    .init("sections", "节", .exactly(sectionLines)),
    .init("sections 任务", "节 任务", .exactly("§3\t新的任务\n")),
    .init("section 新的任务 | count", "入节 新的任务 | 计数", .exactly("5\n")),
    .init("section 3 | count", "入节 3 | 计数", .exactly("5\n")),
    .init("paras 11", "段 11", .exactly("¶11\t\(task)\n")),
    .init("paras 3..5 | count", "段 3..5 | 计数", .exactly("3\n")),
    .init("sents | count", "句 | 计数", .exactly("41\n")),
    .init("paras | count", "段 | 计数", .exactly("18\n")),
    .init("sections | paras | count by=section", "节 | 段 | 计数 按=节名", .holds(["引言\t3\n新的探索\t5\n新的目标\t2\n新的任务\t5\n新的格局\t3\n"])),
    .init("sents | count by=section", "句 | 计数 按=节名", .holds(["引言\t8\n新的探索\t11\n新的目标\t3\n新的任务\t13\n新的格局\t6\n"])),
    // Finding
    .init("find 从…入手 | count", "找 从…入手 | 计数", .exactly("4\n")),
    .init("find 从…入手 | select para", "找 从…入手 | 选 段号", .exactly("para\n5\n6\n7\n8\n")),
    .init("find 党建 except=社区党建 | count", "找 党建 除=社区党建 | 计数", .exactly("3\n")),
    .init("find 党建 | count", "找 党建 | 计数", .exactly("36\n")),
    .init("find 社区党建 | count", "找 社区党建 | 计数", .exactly("33\n")),
    .init("section 新的任务 | grep 党员", "入节 新的任务 | 含 党员", .linesBegin(["¶13\t把握党员活动的新特点", "¶15\t改进党的工作方式"])),
    .init("section 新的任务 | grep 党员 | count", "入节 新的任务 | 含 党员 | 计数", .exactly("2\n")),
    .init(
        "section 新的任务 | grep 党员 | derive n = count(党员) | select para, n",
        "入节 新的任务 | 含 党员 | 列 n = 计数(党员) | 选 段号, n", .exactly("para\tn\n13\t8\n15\t1\n")),
    .init("sents | where len > 100 | count", "句 | 条件 字数 > 100 | 计数", .exactly("7\n")),
    .init("near 党组织 群众 within=10 | expand sentence | count", "邻近 党组织 群众 距=10 | 扩 句 | 计数", .exactly("4\n")),
    .init("find 以…为… | expand paragraph | count", "找 以…为… | 扩 段 | 计数", .exactly("4\n")),
    .init("find 以…为… | count", "找 以…为… | 计数", .exactly("8\n")),
    .init(
        "kwic 战斗力 width=10", "索引 战斗力 宽=10",
        .linesBegin(["", "¶9s1\t社区党组织的凝聚力、\t战斗力\t，把广大人民群众紧密", "¶10s2\t", "¶12s2\t"])),
    // Rows
    .init("sents | head 2", "句 | 前 2", .linesBegin(["¶1s1\t", "¶1s2\t"])),
    .init("sents | tail 1", "句 | 后 1", .exactly("¶18s3\t（作者系上海市委副书记）\n")),
    .init("sents | sample 5 seed=42 | select para", "句 | 抽样 5 种子=42 | 选 段号", .exactly("para\n2\n7\n8\n10\n16\n")),
    .init("sents | sort len desc | head 1 | select para, len", "句 | 排序 字数 降 | 前 1 | 选 段号, 字数", .exactly("para\tlen\n9\t244\n")),
    .init("find 党员 | uniq | count", "找 党员 | 去重 | 计数", .exactly("1\n")),
    .init(
        "sents | grep 党员 | count by=section", "句 | 含 党员 | 计数 按=节名",
        .holds(["引言\t1\n新的探索\t1\n新的目标\t1\n新的任务\t4\n新的格局\t2\n"])),
    .init("freq 群众 by=section | select section, 群众", "词频 群众 按=节名 | 选 节名, 群众", .holds(["引言\t1\n新的探索\t2\n新的目标\t3\n新的任务\t11\n新的格局\t3\n"])),
    .init("quotes | count", "引文 | 计数", .exactly("3\n")),
    .init("quotes | head 1 | select speaker", "引文 | 前 1 | 选 说话人", .exactly("speaker\n江泽民总书记\n")),
    .init("titles", "书名", .exactly("¶4s1\t《中共上海市委关于加强和改进社区党建工作的若干意见》\n")),
    // What a document says
    .init(
        "items | select announcement, announced, found", "列举 | 选 所告, 所告数, 所见数",
        .exactly("announcement\tannounced\tfound\n三个转变\t3\t3\n四项主要任务\t4\t4\n四方面工作内容\t4\t4\n")),
    .init("items points=true | count", "列举 各点=真 | 计数", .exactly("11\n")),
    .init("items | where found != announced | count", "列举 | 条件 所见数 != 所告数 | 计数", .exactly("0\n")),
    .init(
        "section 新的格局 | roles", "入节 新的格局 | 角色",
        .exactly("who\trole\n区（县）委\t领导\n街道（镇）党工委\t核心\n居民区党组织\t基础\n社区全体党员\t主体\n社区内各类基层党组织\t共同参与\n")),
    .init("roles | where role = 核心 | select para, who", "角色 | 条件 角色 = 核心 | 选 段号, 谁", .exactly("para\twho\n16\t街道（镇）党工委\n")),
    .init(
        "section 新的探索 | shifts", "入节 新的探索 | 转变",
        .exactly("what\tfrom\tto\n领导方式\t纵向的行政管理模式\t协调、指导、服务方面\n活动方式\t过去的以条为主、条块分割\t条块结合的网络化方向\n")),
    .init("shifts | count", "转变 | 计数", .exactly("2\n")),
    .init(
        "crosstab 党员,群众,机制 by=section", "交叉 党员,群众,机制 按=节名",
        .exactly("section\t党员\t群众\t机制\ttotal\n引言\t1\t1\t空白点\t2\n新的探索\t1\t2\t1\t4\n新的目标\t1\t3\t1\t5\n新的任务\t9\t11\t1\t21\n新的格局\t2\t3\t2\t7\n")
    ),
    .init("parens | count", "括注 | 计数", .exactly("5\n")),
    // Sets
    .init("sents | grep 党员 | intersect (sents | grep 群众) | count", "句 | 含 党员 | 交 (句 | 含 群众) | 计数", .exactly("4\n")),
    .init("sents | grep 党员 | minus (sents | grep 群众) | count", "句 | 含 党员 | 差 (句 | 含 群众) | 计数", .exactly("5\n")),
    .init("sents | grep 党员 | union (sents | grep 群众) | count", "句 | 含 党员 | 并 (句 | 含 群众) | 计数", .exactly("19\n")),
    .init("let 甲 = sents | grep 群众; sents | grep 党员 | intersect $甲 | count", "令 甲 = 句 | 含 群众; 句 | 含 党员 | 交 ＄甲 | 计数", .exactly("4\n")),
    // Tables
    .init(
        "paras | derive 次数 = count(党员) | sort 次数 desc | head 1 | select para, 次数",
        "段 | 列 次数 = 计数(党员) | 排序 次数 降 | 前 1 | 选 段号, 次数", .exactly("para\t次数\n13\t8\n")),
    .init("select section, len | head 1", "选 节名, 字数 | 前 1", .holds(["section\tlen\n引言\t"])),
    .init("info", "概况", .holds(["paragraphs\t18\n", "sentences\t41\n", "characters\t2704\n", "Han\t2477\n"])),
    .init("outline", "大纲", .holds(["引言", "新的探索", "新的目标", "新的任务", "新的格局"])),
    // Showing
    .init("show ¶11", "显示 ¶11", .exactly("\(task)\n")),
    .init("show ¶13", "显示 ¶13", .linesBegin(["把握党员活动的新特点"])),
    .init("articles | cite", "文章 | 出处", .exactly(cited)),
    .init("articles | cite style=short", "文章 | 出处 格式=简", .holds(["孟建柱", "《人民日报》1999-10-12", "第11版"])),
    .init("sections | to csv", "节 | 输出 csv", .linesBegin(["address,", "§0,\(exported),引言,437", "§1,", "§2,", "§3,", "§4,"])),
    .init("sections | to tsv", "节 | 输出 tsv", .linesBegin(["address\t", "§0\t", "§1\t", "§2\t", "§3\t", "§4\t"])),
    .init(
        "sections | to json", "节 | 输出 json",
        .linesBegin([
            "[", "{\"address\":\"§0\"", "{\"address\":\"§1\"", "{\"address\":\"§2\"", "{\"address\":\"§3\"", "{\"address\":\"§4\"", "]",
        ])),
    .init("sections | to jsonl", "节 | 输出 jsonl", .linesBegin((0...4).map { "{\"address\":\"§\($0)\"" })),
    .init(
        "sections | to markdown", "节 | 输出 markdown", .linesBegin(["| address", "| ---", "| §0 |", "| §1 |", "| §2 |", "| §3 |", "| §4 |"])),
    .init("section 新的任务 | grep 党员 | count | check 2", "入节 新的任务 | 含 党员 | 计数 | 应得 2", .exactly("")),
    .init("files | select format, encoding, articles", "文件 | 选 格式, 编码, 文章", .holds(["\tUTF-8\t1\n"])),
    .init("help grep", "帮助 grep", .holds(["grep 含", "text units", "> section 新的任务 | grep 党员"])),
    .init("help 含", "帮助 含", .holds(["grep 含"])),
    .init("dates | count", "时间 | 计数", .exactly("14\n")),
    .init("dates kind=duration | select text, value", "时间 类=时段 | 选 正文, 值", .exactly("text\tvalue\n两年来\tP2Y\n两年来\tP2Y\n一年左右时间\tP1Y~\n")),
    .init(
        "dates | where value = 1997-07 | select text, kind, section", "时间 | 条件 值 = 1997-07 | 选 正文, 类, 节名",
        .holds(["1997年7月", "absolute", "新的探索"])),
    .init("numbers | where value > 3 | sort value desc | count", "数字 | 条件 值 > 三 | 排序 值 降 | 计数", .exactly("2\n")),
    .init("where date = 民国八十八年 | count", "条件 日期 = 民國八十八年 | 计数", .exactly("18\n")),
    .init("where date in 1999-10 | count", "条件 日期 在 一九九九年十月 | 计数", .exactly("18\n")),
    .init("where date >= 一九九九年十月 | count", "条件 日期 >= 一九九九年十月 | 计数", .exactly("18\n")),
    .init("apropos quotation", "查找 quotation", .holds(["quotes 引文"])),
    .init("history", "历史", .holds(["query"])),
    .init("quit; sections", "退出; 节", .exactly("")),
    .init("fmt zh section 新的任务 | grep 党员", "改写 zh 入节 新的任务 | 含 党员", .exactly("入节 新的任务 ｜ 含 党员\n")),
]

@Suite struct SpecificationTests {
    private func expect(_ example: SpecifiedExample, _ found: Answer, _ query: String) {
        #expect(example.stated.agrees(with: found.output), "\(query)\n\(found.output)\(found.error)")
        #expect(found.status == 0, "\(found.error)")
    }

    @Test(arguments: specifiedExamples)
    func anExampleGivesItsAnswerInEnglish(_ example: SpecifiedExample) {
        expect(example, answer(example.english), example.english)
    }

    @Test(arguments: specifiedExamples)
    func anExampleGivesItsAnswerInChinese(_ example: SpecifiedExample) {
        expect(example, answer(example.chinese), example.chinese)
    }

    @Test(arguments: specifiedExamples)
    func anExampleGivesItsAnswerInFullWidth(_ example: SpecifiedExample) {
        expect(example, answer(example.fullWidth), example.fullWidth)
    }

    @Test(arguments: specifiedExamples)
    func anExampleGivesItsAnswerFromAFileAndFromText(_ example: SpecifiedExample) {
        let folder = TemporaryFolder()
        for query in [example.english, example.fullWidth] {
            let file = folder.write("query.wen", "#!/usr/bin/env wen\n\(query)\n")
            expect(example, runCaptured(QueryRequest(archives: [file])), query)
            expect(example, runCaptured(QueryRequest(file: file)), query)
            expect(example, answerFromText(query + "\n"), query)
        }
    }

    @Test(arguments: ["open seeds", "打开　seeds", "open seeds add=false encoding=auto", "打开 seeds 添加＝假 编码＝自动"])
    func openSaysWhatItReadAndFilesListsIt(_ query: String) {
        let folder = TemporaryFolder()
        folder.makeFolder("seeds")
        folder.write("seeds/a.txt", builtInExample.text)
        let file = folder.write("query.wen", "\(query)\nfiles | select encoding, articles, undecodable\nsents | count\n")
        let found = runCaptured(QueryRequest(archives: [file]))
        #expect(found.output == "encoding\tarticles\tundecodable\nUTF-8\t1\t0\n41\n")
        #expect(found.error == "1 file, 1 article, UTF-8, 0 undecodable bytes\n")
    }

    @Test func commaSeparatedValuesEndTheirLinesAsRFC4180Says() {
        let lines = answer("sections | to csv").output.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.count == 7 && lines.last == "")
        #expect(answer("paras 1 | derive a = '1,\"2\"' | select a | to csv").output.holds("\"1,\"\"2\"\"\""))
    }

    /// The first line of the issue.
    @Test func theFirstLineOfTheIssueInEverySpelling() {
        let expected = runCaptured(QueryRequest(queries: ["section 新的任务 | grep 党员"], archives: ["\(repository)/seeds"]))
        #expect(expected.output.split(separator: "\n").count == 2)
        for query in ["section　新的任务　｜　含　党员", "入节 新的任务 ｜ 含 党员", "SECTION 新的任务|Grep 党员", "节 任务 | 段 | 含 党员"] {
            let found = runCaptured(QueryRequest(queries: [query], archives: ["\(repository)/seeds"]))
            #expect(found == expected, "\(query): \(found.error)")
        }
    }

    @Test func aZeroSaysWhichStageLeftNothingAndWhatIsNear() {
        let found = answer("section 新的任务 | grep 社区党健")
        #expect(found.output.isEmpty)
        #expect(found.error == "no rows — section 新的任务: 5 paragraphs → grep 社区党健: 0. Near: 社区党建 (3 here, 33 in the archive)\n")
    }
}
