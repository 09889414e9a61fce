import SourceText

/// A setting of the session, `set lang zh`.
public enum Setting: String, CaseIterable, Hashable, Sendable {
    case lang, exact, onerror, width, ambiguous, color, pager, time, mode, edit, hints, newspaper, tiers, wordlist, optimize

    /// The name in both languages.
    public var name: BilingualName {
        switch self {
        case .lang: BilingualName("lang", zh: "语言")
        case .exact: BilingualName("exact", zh: "原样")
        case .onerror: BilingualName("onerror", zh: "出错时")
        case .width: BilingualName("width", zh: "宽度")
        case .ambiguous: BilingualName("ambiguous", zh: "歧义宽度")
        case .color: BilingualName("color", zh: "颜色", aliases: ["colour"])
        case .pager: BilingualName("pager", zh: "分页")
        case .time: BilingualName("time", zh: "计时")
        case .mode: BilingualName("mode", zh: "格式")
        case .edit: BilingualName("edit", zh: "键位")
        case .hints: BilingualName("hints", zh: "建议")
        case .newspaper: BilingualName("newspaper", zh: "报名")
        case .tiers: BilingualName("tiers", zh: "语温表")
        case .wordlist: BilingualName("wordlist", zh: "词表")
        case .optimize: BilingualName("optimize", zh: "优化")
        }
    }

    /// What it takes.
    public var kind: ParameterKind {
        func choices(_ pairs: (String, String)...) -> ParameterKind {
            .choice(pairs.map { BilingualName($0.0, zh: $0.1) })
        }
        switch self {
        case .lang: return choices(("en", "英文"), ("zh", "中文"))
        case .exact, .pager, .time, .hints, .optimize: return .boolean
        case .onerror: return choices(("stop", "停止"), ("continue", "继续"))
        case .width: return .integer(0...1000)
        case .ambiguous: return .integer(1...2)
        case .color: return choices(("auto", "自动"), ("always", "总是"), ("never", "从不"))
        case .mode:
            return choices(("auto", "自动"), ("box", "表格"), ("line", "逐行"), ("csv", "csv"), ("json", "json"), ("markdown", "markdown"))
        case .edit: return choices(("emacs", "emacs"), ("vi", "vi"))
        case .newspaper: return .text
        case .tiers, .wordlist: return .path
        }
    }

    /// The value before anybody sets it.
    public var defaultValue: String {
        switch self {
        case .lang: "en"
        case .exact: "false"
        case .onerror: "stop"
        case .width: "0"
        case .ambiguous: "1"
        case .color, .mode: "auto"
        case .pager, .time, .hints, .optimize: "true"
        case .edit: "emacs"
        case .newspaper: "人民日报"
        case .tiers, .wordlist: ""
        }
    }

    /// What it means.
    public var summary: LocalizedText {
        switch self {
        case .lang: LocalizedText("language of messages, help and headers", zh: "提示、帮助与表头的语言")
        case .exact: LocalizedText("match script and width exactly as typed", zh: "按原样匹配，不折合繁简与全半角")
        case .onerror: LocalizedText("what a script does at an error", zh: "脚本出错时停止还是继续")
        case .width: LocalizedText("columns to lay out for; 0 asks the terminal", zh: "排版宽度；0 为终端宽度")
        case .ambiguous: LocalizedText("columns that “ ” … — · take", zh: "“ ” … — · 所占的列数")
        case .color: LocalizedText("colour: auto on a terminal without NO_COLOR", zh: "颜色：自动时看终端与 NO_COLOR")
        case .pager: LocalizedText("send tall output to $PAGER, page by page", zh: "超过一屏时用 $PAGER 分页（翻页）")
        case .time: LocalizedText("say how long a query took", zh: "显示用时")
        case .mode: LocalizedText("how results are shown; auto: box at a terminal, else line", zh: "结果的显示方式；自动：终端用表格，否则逐行")
        case .edit: LocalizedText("keys of the line editor", zh: "行编辑的键位")
        case .hints: LocalizedText("suggest behind the cursor, faint, how an earlier entry goes on", zh: "在光标后以淡色提示历史中的下文")
        case .newspaper: LocalizedText("newspaper of citations; '' for unknown", zh: "引用中的报纸名；'' 为不详")
        case .tiers: LocalizedText("file with the tiers of heat; '' for the published scale", zh: "语温分级的文件；'' 为已公布者")
        case .wordlist: LocalizedText("file with words of your own, a line each, for unit=word", zh: "自定词的文件，每行一词，供 单位=词")
        case .optimize: LocalizedText("let the optimizer reorder stages; results are the same", zh: "允许优化器调整次序；结果不变")
        }
    }

    /// The setting with a spelling.
    public static func named(_ spelling: String) -> Setting? {
        allCases.first { $0.name.spellings.contains(spelling.lowercased()) }
    }
}
