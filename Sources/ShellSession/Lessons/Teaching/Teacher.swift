import Glibc
import QueryLanguage
import SourceText

/// Leads a class through a lesson. A class: it keeps the place, the two sessions and the score.
final class Teacher {
    let steps: [LessonStep]
    let screen: LessonScreen
    private let lesson: Lesson
    let input: LessonInput
    /// What the class types is run here, and beside it what the lesson has.
    let pupil: LessonSession
    let model: LessonSession
    /// Keeps the score after each line.
    let keep: (LessonScore) -> Void
    var score: LessonScore
    private var hasSaidHow = false

    /// Where to go from a step.
    enum Move { case next, back, leave }

    /// Gets ready to teach in `language`, with files from `folder` alone.
    init(
        _ lesson: Lesson, archives: [String], folder: String, language: Language, score: LessonScore, streams: Streams,
        keep: @escaping (LessonScore) -> Void
    ) {
        pupil = LessonSession(archives: archives, folder: folder, language: language, streams: streams)
        model = LessonSession(archives: archives, folder: folder, language: language, streams: streams, isSilent: true)
        self.lesson = lesson
        steps = lesson.steps
        self.score = score
        self.keep = keep
        screen = LessonScreen(pupil, language: language, streams: streams)
        input = LessonInput(pupil)
    }

    /// Teaches from the first task that is open, or from the beginning where none is done. Gives whether the lesson's end was reached.
    func teach() -> Bool {
        var place = firstPlace
        if place > 0 { screen.say(LocalizedText("Going on where you left.", zh: "从上次离开的地方继续。"), style: .faint) }
        replay(to: place)
        while place < steps.count {
            screen.show(steps[place].prose)
            switch lead(steps[place]) {
            case .next: place += 1
            case .leave: return false
            case .back:
                place = placeBefore(place)
                replay(to: place)
            }
        }
        screen.show(lesson.closing)
        return true
    }

    /// Behind the last task that is done; the examples there are shown again.
    private var firstPlace: Int {
        guard input.isTerminal, score.done < score.tasks.count else { return 0 }
        let lastDone = steps.lastIndex { $0.task.map { score.tasks[$0 - 1].outcome != .open } ?? false }
        return lastDone.map { $0 + 1 } ?? 0
    }

    /// Where `back` leads: over a pipe examples run by themselves, so it is the task before.
    private func placeBefore(_ place: Int) -> Int {
        if input.isTerminal { return max(0, place - 1) }
        return steps[..<place].lastIndex { $0.task != nil } ?? 0
    }

    /// Brings both sessions to where the lesson is before a step.
    private func replay(to place: Int) {
        for session in [pupil, model] { session.restart() }
        for step in steps[..<place] {
            for session in [pupil, model] { _ = session.run(step.exchange.input, silently: true) }
        }
    }

    private func lead(_ step: LessonStep) -> Move {
        switch step.kind {
        case .example: showExample(step)
        case .task(let number): ask(step, number)
        }
    }

    // MARK: Examples

    /// Shows a query that is run when the class wants it; other queries may be tried before.
    private func showExample(_ step: LessonStep) -> Move {
        let wanted = model.run(step.exchange.input, silently: true)
        screen.show(query: step.exchange.input)
        guard input.isTerminal else { return run(step) }
        sayHowOnce()
        while let typed = input.line(prompt: "> ") {
            guard !typed.allSatisfy(\.isWhitespace) else { return run(step) }
            if let word = TeachWord(typed) {
                if let move = obey(word, step) { return move }
            } else if case .right = compare(pupil.run(typed), with: wanted, order: .any) {
                return goOn(step)
            } else if pupil.session.isOver {
                return .leave
            }
        }
        return .leave
    }

    private func sayHowOnce() {
        guard !hasSaidHow else { return }
        hasSaidHow = true
        screen.say(
            LocalizedText(
                "Enter runs it; or type a query of your own. ? shows what else you can type.",
                zh: "按回车运行；也可以输入自己的查询。输入 ? 看还能输入什么。"), style: .faint)
    }

    /// The lesson's query, with its answer, in the class's session.
    private func run(_ step: LessonStep) -> Move {
        _ = pupil.run(step.exchange.input)
        return .next
    }

    /// On from a step that the class has answered otherwise than the lesson: what it names or sets is as in the lesson.
    func goOn(_ step: LessonStep) -> Move {
        if model.changesState(step.exchange.input) { _ = pupil.run(step.exchange.input, silently: true) }
        return .next
    }

    // MARK: Words

    /// Does what a word asks for; nil where the class stays here.
    func obey(_ word: TeachWord, _ step: LessonStep) -> Move? {
        switch word {
        case .answer:
            screen.show(query: step.exchange.input)
            return run(step)
        case .skip: return goOn(step)
        case .back: return .back
        case .leave: return .leave
        case .again: screen.show(step.prose)
        case .score: sayScore()
        case .words: screen.showWords()
        case .hint: screen.say(LocalizedText("Enter runs the query above.", zh: "按回车运行上面的查询。"), style: .faint)
        }
        return nil
    }

    /// How many tasks are right.
    func sayScore() {
        screen.say(
            LocalizedText(
                "\(score.right) of \(score.tasks.count) right, \(score.atOnce) at the first try and without a hint",
                zh: "\(score.tasks.count) 题答对 \(score.right) 题，其中一次答对且未用提示 \(score.atOnce) 题"),
            style: .heading)
    }
}
