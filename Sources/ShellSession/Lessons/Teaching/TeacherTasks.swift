import QueryLanguage
import SourceText

extension Teacher {
    /// Asks until the answer is right, or the class goes on without it.
    func ask(_ step: LessonStep, _ number: Int) -> Move {
        let plan = model.plan(of: step.exchange.input)
        let wanted = model.run(step.exchange.input, silently: true)
        let order = plan.map { RowOrder($0) } ?? .any
        let hints =
            step.hints.map { LocalizedText(verbatim: $0) } + derivedHints(for: step.exchange.input, plan: plan, answer: wanted)
        screen.say(
            LocalizedText("Task \(number) of \(score.tasks.count)", zh: "第 \(number) 题，共 \(score.tasks.count) 题"), style: .heading)
        var asked = 0
        let clock = SecondClock()
        defer { change(number) { $0.seconds += clock.seconds } }
        while let typed = input.line(prompt: LocalizedText("task \(number)> ", zh: "第\(number)题> ")(screen.language)) {
            if !input.isTerminal { screen.show(query: typed) }
            if typed.allSatisfy(\.isWhitespace) {
                screen.say(LocalizedText("Type a query; or hint, answer, skip, back, ?", zh: "请输入查询；或 提示、答案、跳过、返回、?"), style: .faint)
            } else if TeachWord(typed) == .hint {
                giveHint(hints, asked, number)
                asked += 1
            } else if let word = TeachWord(typed) {
                note(word, number)
                if let move = obey(word, step) { return move }
            } else if isRight(typed, wanted, order, number) {
                return goOn(step)
            } else if pupil.session.isOver {
                return .leave
            }
        }
        return .leave
    }

    /// The next hint; the last one is the answer.
    private func giveHint(_ hints: [LocalizedText], _ asked: Int, _ number: Int) {
        let index = min(asked, hints.count - 1)
        screen.say("?", hints[index])
        change(number) { task in
            if asked < hints.count { task.hints += 1 }
            if index == hints.count - 1, task.outcome == .open { task.outcome = .shown }
        }
    }

    /// Runs what was typed, and says how it compares with the lesson's answer.
    private func isRight(_ typed: String, _ wanted: LessonAnswer, _ order: RowOrder, _ number: Int) -> Bool {
        let found = pupil.run(typed)
        if pupil.session.isOver { return false }
        let verdict = compare(found, with: wanted, order: order)
        // Help, or a name for later, is no answer where another kind of thing is asked for.
        let isAside = if case .wrong(.kind) = verdict { found.isPreparation } else { false }
        let line = typed.split(separator: "\n").joined(separator: " ")
        change(number) { task in
            task.queries.append(line)
            if case .failed = found, case .wrong = verdict { task.errors += 1 } else if !isAside { task.tries += 1 }
            if case .right = verdict, task.outcome != .shown { task.outcome = .right }
        }
        if isAside { return false }
        switch verdict {
        case .right(inAnotherOrder: true):
            screen.say("✓", LocalizedText("right; in another order, which does not matter here", zh: "对；次序不同，此处无妨"))
            return true
        case .right(inAnotherOrder: false):
            screen.say("✓", LocalizedText("right", zh: "对"))
            return true
        case .wrong(.failed): return false
        case .wrong(let difference):
            screen.say("✗", difference.message)
            return false
        }
    }

    /// What a word means for the score.
    private func note(_ word: TeachWord, _ number: Int) {
        change(number) { task in
            guard task.outcome == .open else { return }
            switch word {
            case .answer: task.outcome = .shown
            case .skip: task.outcome = .skipped
            case .hint, .back, .again, .score, .leave, .words: break
            }
        }
    }

    private func change(_ number: Int, _ body: (inout TaskScore) -> Void) {
        let before = score
        body(&score.tasks[number - 1])
        guard score != before else { return }
        score.saved = currentMinute()
        keep(score)
    }
}

/// Seconds since it was made.
private struct SecondClock {
    private let start = ContinuousClock.now

    var seconds: Int { Int(start.duration(to: .now).components.seconds) }
}
