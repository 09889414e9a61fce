import QueryLanguage
import Testing

@testable import ShellSession

/// What counts as the same answer.
@Suite struct AnswerComparisonTests {
    private func session() -> LessonSession {
        LessonSession(archives: [], folder: "", language: .english, streams: Captured().streams)
    }

    private func verdict(_ typed: String, for lesson: String, after before: [String] = []) -> Verdict {
        let (model, pupil) = (session(), session())
        for query in before { for session in [model, pupil] { _ = session.run(query) } }
        let order = model.plan(of: lesson).map { RowOrder($0) } ?? .any
        return compare(pupil.run(typed), with: model.run(lesson), order: order)
    }

    @Test(arguments: [
        ("sents | grep 党员 | count", "句 ｜ 含 党员 ｜ 计数"),
        ("section 新的任务 | grep 党员", "入节 新的任务 ｜ 条件 count(党员) > 0"),
        ("find 战斗力 | expand sentence", "sents | grep 战斗力"),
        ("sections | select section, len", "sections | select len, section"),
        ("sections | derive 顿号 = count('、') | select section, 顿号", "sections | derive n = count('、') | select section, n"),
        ("sents | grep 群众 | minus (sents | grep 党员)", "sents | grep 群众 not 党员"),
        ("roles | where role = 核心 | select who", "section 新的格局 | roles | head 2 | tail 1 | select who"),
        ("section 新的格局 | roles | to csv", "section 新的格局 | 角色 | 输出 csv"),
        ("let 甲 = sents | grep 党员", "令 甲 = sents | where count(党员) > 0"),
        ("use section 新的任务", "use paras 11..15"),
        ("def 双(词) = sents | grep $词", "定义 双(词) = 句 ｜ 含 $词"),
        ("gerp 党员", "grpe 群众"),
        ("articles | cite", "文章 ｜ 出处"),
        ("freq 群众 by=section | plot", "词频 群众 by=section ｜ 图"),
    ])
    func aQueryWrittenOtherwiseIsRight(lesson: String, typed: String) {
        #expect(verdict(typed, for: lesson) == .right(inAnotherOrder: false))
    }

    @Test func orderMattersWhereTheLessonSorts() {
        let counted = "find 党员 | count by=section"
        #expect(verdict("\(counted) | sort count desc", for: counted) == .right(inAnotherOrder: true))
        #expect(verdict(counted, for: "\(counted) | sort count desc") == .wrong(.order))
        #expect(verdict("sents | grep 群众", for: "sents | grep 群众 | sort len desc") == .wrong(.order))
        // Rows alike in what was sorted by may change places.
        let ones = "\(counted) | sort section | sort count desc"
        #expect(verdict(ones, for: "\(counted) | sort count desc") != .wrong(.order))
    }

    @Test func aNumberCountsSomething() {
        #expect(verdict("paras | grep 党员 群众 | count", for: "sections | grep 党员 群众 | count").isOfAnotherKind)
        #expect(verdict("sents | grep 党员 | count", for: "sents | grep 群众 | count") == .wrong(.number))
        #expect(verdict("roles | count", for: "roles | select who | count") == .right(inAnotherOrder: false))
    }

    @Test func rowsOfAnotherKindAreNotThese() {
        #expect(verdict("grep 党员", for: "sents | grep 党员").isOfAnotherKind)
        #expect(verdict("sents | grep 党员", for: "sents | grep 党员 | count").isOfAnotherKind)
        #expect(verdict("kwic 空白点", for: "find 空白点").isOfAnotherKind)
    }

    @Test func missingAndFurtherRowsAreCounted() {
        #expect(verdict("sents | grep 党员", for: "sents | grep 群众") == .wrong(.rows(wanted: 14, found: 9, common: 4)))
        #expect(
            verdict("roles | select who", for: "section 新的格局 | roles | select who") == .wrong(.rows(wanted: 5, found: 13, common: 5)))
    }

    @Test func missingAndFurtherColumnsAreNamed() {
        let lesson = "sections | select section, len"
        #expect(verdict("sections | select section", for: lesson) == .wrong(.columns(missing: ["len"], extra: [])))
        #expect(verdict("sections | select section, len, title", for: lesson) == .wrong(.columns(missing: [], extra: ["title"])))
    }

    @Test func aDrawingIsNoTable() {
        #expect(verdict("freq 群众 by=section", for: "freq 群众 by=section | plot") == .wrong(.drawing(wanted: .bars)))
        #expect(verdict("freq 群众 by=section | plot", for: "freq 群众 by=section") == .wrong(.drawing(wanted: nil)))
    }

    @Test func namesAndErrorsAreCompared() {
        #expect(verdict("let 乙 = sents | grep 党员", for: "let 甲 = sents | grep 党员") == .wrong(.name("甲")))
        #expect(verdict("gerp 党员", for: "sents") == .wrong(.failed))
        #expect(verdict("count | grep 党员", for: "gerp 党员") == .wrong(.otherError(["E06"])))
        #expect(verdict("$甲 | count", for: "sents | grep 党员 | count", after: ["let 甲 = sents | grep 党员"]) == .right(inAnotherOrder: false))
    }

    @Test func eachDifferenceIsSaidInBothLanguages() {
        let differences: [AnswerDifference] = [
            .failed, .otherError(["E06"]), .kind(wanted: .number(2, unit: .sentence), found: .text([])), .number,
            .columns(missing: ["len"], extra: ["title"]), .rows(wanted: 5, found: 4, common: 3), .order, .drawing(wanted: nil),
            .drawing(wanted: .heat), .text, .name("甲"), .statement,
        ]
        for difference in differences {
            #expect(!difference.message.english.isEmpty && difference.message.english != difference.message.chinese)
            #expect(!difference.message.english.holds("2"), "the answer is given away: \(difference.message.english)")
        }
    }

    @Test func hintsGoFromTheCommandsToTheAnswer() {
        let model = session()
        let query = "section 新的任务 | find 党员 | count by=sent"
        let plan = model.plan(of: query)
        let hints = derivedHints(for: query, plan: plan, answer: model.run(query)).map(\.english)
        #expect(hints.count == 3)
        #expect(hints[0].holds("find (") && !hints[0].holds("党员"))
        #expect(hints[1].holds("section … | find … | count by=…") && hints[1].holds("a table of sent, count") && !hints[1].holds("党员"))
        #expect(hints[2].holds(query))
        #expect(derivedHints(for: "use", plan: nil, answer: .statement("use")).count == 1)
    }

    @Test func aSessionThatBeginsAnewHasForgotten() {
        let session = session()
        _ = session.run("use section 新的任务")
        #expect(session.run("paras | count") == .number(5, unit: .paragraph))
        session.restart()
        #expect(session.run("paras | count") == .number(18, unit: .paragraph))
    }
}

extension Verdict {
    fileprivate var isOfAnotherKind: Bool {
        if case .wrong(.kind) = self { true } else { false }
    }
}
