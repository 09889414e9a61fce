import LineEditing
import PatternMatching
import Pinyin
import QueryEngine
import QueryLanguage
import QuerySyntax
import Rendering
import SourceText

/// What could stand at the cursor of an entry: commands that take what comes in, what the command takes, names the archive
/// has. `cursor` is in UTF-8 bytes. Cost: what is before the cursor is parsed and bound once; the names of the archive are
/// gathered at the first call.
func completion(of entry: String, at cursor: Int, in session: Session) -> Completion {
    let tokens = CompletionTokens(String(decoding: Array(entry.utf8).prefix(cursor), as: UTF8.self))
    guard !tokens.isInsideText else { return .none }
    // The editor shows what it inserts: names from documents and folders that would command the terminal are left out.
    let found = Suggester(CompletionPlace(tokens), session).candidates.filter { visible($0.insertion) == $0.insertion }
    return Completion(replacing: tokens.start..<cursor, candidates: found)
}

/// Finds the candidates for one place.
struct Suggester {
    let place: CompletionPlace
    let session: Session
    /// How a name must answer the word.
    var spelling = Spelling.typed

    /// How the word says a name of the language.
    enum Spelling {
        /// By its beginning.
        case typed
        /// By the sound of the Chinese name: pinyin or initials.
        case sounded
    }

    init(_ place: CompletionPlace, _ session: Session) {
        self.place = place
        self.session = session
    }

    /// The word that is being typed.
    var word: String { place.tokens.word }

    /// What begins with the word; where nothing does, what sounds so. What was entered more often comes first.
    var candidates: [Candidate] {
        var found = found
        if found.isEmpty, !word.isEmpty {
            var sounding = self
            sounding.spelling = .sounded
            found = sounding.found
        }
        return found
    }

    private var found: [Candidate] {
        if place.tokens.quote != nil || place.tokens.isRegex { return isPathWanted ? fileNames : quotedNames }
        if place.keyword == .set { return settings }
        if isVariable { return variables }
        if place.keyword == .letBinding || place.keyword == .definition, !place.isBodyBegun { return [] }
        if place.frame.isOpaque { return [] }
        if place.frame.function != nil { return fields }
        return place.stageTokens.isEmpty ? stages : arguments
    }

    private var isVariable: Bool { word.hasPrefix("$") || word.hasPrefix("＄") }

    private var variables: [Candidate] {
        let typed = word.dropFirst()
        return session.environment.letNames.filter { $0.hasPrefix(typed) }.map { Candidate("$" + $0) }
    }

    // MARK: Stages

    /// Commands, and where a statement begins the words that begin one.
    private var stages: [Candidate] {
        let flow = flow
        var found = byUse(
            commandTable.declarations.filter { flow.isTaken(by: $0) }.compactMap {
                named($0.name, summary: $0.summary(session.language))
            })
        if place.frame.stage == place.frame.pipeline {
            found += session.environment.definitions.keys.sorted().filter { $0.hasPrefix(word) }
                .map { Candidate($0 + "(", endsWord: false) }
        }
        guard place.frames.count == 1, place.frame.stage == place.statement else { return found }
        if place.keyword == .fmt { found += [("en", "英文"), ("zh", "中文")].compactMap { named(BilingualName($0.0, zh: $0.1)) } }
        return place.keyword == nil ? found + statements : found
    }

    private var statements: [Candidate] {
        let keywords: [Keyword] = [.letBinding, .definition, .use, .set, .explain, .why, .fmt]
        return keywords.compactMap {
            named(BilingualName($0.english, zh: $0.chinese), summary: $0.summary(session.language))
        }
    }

    /// What comes into the stage, from binding the pipeline before it.
    var flow: IncomingFlow {
        let all = place.tokens.tokens
        let frame = place.frame
        guard let bar = frame.bar, frame.pipeline < all.count else { return .beginning }
        let before = place.tokens.text(from: all[frame.pipeline].range.lower, to: bar)
        guard before.contains(where: { !$0.isWhitespace }) else {
            return session.environment.lastResult.map { .known($0) } ?? .unknown
        }
        guard case .pipeline(let plan)? = bind(before, in: session.environment).statements.first else { return .unknown }
        return .known(plan.type)
    }

    // MARK: Names

    /// A name in the spelling that is being typed, the other spelling beside it; nil where none begins so.
    func named(_ name: BilingualName, summary: String = "", suffix: String = "") -> Candidate? {
        let both = session.language == .chinese ? [name.chinese, name.english] : [name.english, name.chinese]
        guard let spelling = (both + name.aliases).first(where: isMeant) else { return nil }
        let other = both.filter { $0 != spelling }.prefix(1)
        let shown = ([spelling] + other).joined(separator: " ")
        return Candidate(spelling + suffix, display: shown, summary: summary, endsWord: suffix.isEmpty)
    }

    private func isMeant(_ spelling: String) -> Bool {
        switch self.spelling {
        case .typed: return Folding.folded(spelling.lowercased()).hasPrefix(Folding.folded(word.lowercased()))
        case .sounded:
            var spelling = spelling
            return spelling.withUTF8 { PinyinKey(word)?.beginning(of: $0) != nil }
        }
    }

    /// Those that were entered more often first, otherwise in their order.
    func byUse(_ candidates: [Candidate]) -> [Candidate] {
        let use = session.wordUse
        let ranked = candidates.enumerated().map { (uses: use[$0.element.insertion], place: $0.offset, candidate: $0.element) }
        return ranked.sorted { ($1.uses, $0.place) < ($0.uses, $1.place) }.map(\.candidate)
    }
}

/// What comes into a stage.
enum IncomingFlow {
    /// Nothing yet: the stage begins a pipeline.
    case beginning
    case known(FlowType)
    /// The stages before have errors, or are not finished.
    case unknown

    /// Whether a command can stand there; a coarser unit descends to a finer one.
    func isTaken(by declaration: CommandDeclaration) -> Bool {
        switch self {
        case .beginning: return true
        case .unknown: return declaration.accepts != [.nothing]
        case .known(let type):
            if declaration.accepts.contains(type.kind) { return true }
            guard case .units(let layer) = type.kind, layer < .sentence else { return false }
            return declaration.accepts.contains { if case .units(let finer) = $0 { finer > layer && finer != .span } else { false } }
        }
    }
}

extension Keyword {
    /// What a statement that begins so does, in one line.
    func summary(_ language: Language) -> String {
        switch self {
        case .letBinding: LocalizedText("name a pipeline: let 党 = grep 党员; $党 | count", zh: "给管道起名：令 党 = 含 党员；$党 ｜ 计数")(language)
        case .definition: LocalizedText("define a function: def f(x) = grep x", zh: "定义函数：定义 f(x) = 含 x")(language)
        case .use: LocalizedText("ask only a part from now on; alone the whole archive", zh: "以后只问一部分；单独则为全部")(language)
        case .set: LocalizedText("change a setting; alone list them", zh: "改设置；单独则列出")(language)
        case .explain: LocalizedText("how a query is run", zh: "查询如何执行")(language)
        case .why: LocalizedText("how many rows each stage leaves", zh: "每一步剩下几行")(language)
        case .fmt: LocalizedText("a query rewritten, in English or Chinese spelling", zh: "把查询改写为中文或英文写法")(language)
        case .and, .or, .not, .desc, .membership, .has: ""
        }
    }
}
