import SourceText

/// What the program finds around it: variables of the environment, files. The manual page lists them.
enum Surroundings {
    static let variables: [(name: String, meaning: LocalizedText)] = [
        ("PAGER", LocalizedText("shows tall output; else less -RFX where there is one; empty for none", zh: "分页程序；不设则用 less -RFX；空则不分页")),
        ("VISUAL, EDITOR", LocalizedText("edits the line at Ctrl-X Ctrl-E; else vi", zh: "Ctrl-X Ctrl-E 所用编辑器；不设则用 vi")),
        ("LESSCHARSET", LocalizedText("utf-8 for the pager where it is not set", zh: "不设则为分页程序设作 utf-8")),
        ("NO_COLOR", LocalizedText("not empty: no colour", zh: "非空：不用颜色")),
        ("TERM", LocalizedText("dumb, or none: plain text and a plain prompt", zh: "为 dumb 或不设：纯文本与简单提示符")),
        (
            "COLUMNS, LINES",
            LocalizedText("the size of the terminal where it does not say", zh: "终端不报大小时的宽与高")
        ),
        ("LANG, LC_CTYPE, LC_ALL", LocalizedText("where they name no UTF-8, C.UTF-8 is taken", zh: "所指非 UTF-8 时，按 C.UTF-8")),
        ("XDG_STATE_HOME", LocalizedText("where history and scores are kept; else ~/.local/state", zh: "历史与成绩所在；不设则为 ~/.local/state")),
        ("XDG_CONFIG_HOME", LocalizedText("where wen/config is; else ~/.config", zh: "wen/config 所在；不设则为 ~/.config")),
        ("EDITRC", LocalizedText("bindings of keys for the prompt; else ~/.editrc", zh: "提示符的键位文件；不设则为 ~/.editrc")),
        ("HOME", LocalizedText("what ~ stands for", zh: "~ 所指")),
    ]

    static let files: [(name: String, meaning: LocalizedText)] = [
        (
            "~/.config/wen/config",
            LocalizedText("set, let and def the prompt begins with", zh: "提示符启动时先读的 设、令、定义")
        ),
        (".wen", LocalizedText("the same, of the folder wen is started in", zh: "同上，属启动时所在文件夹")),
        ("~/.local/state/wen/history", LocalizedText("what was typed at the prompt", zh: "提示符下输入过的")),
        ("~/.local/state/wen/lessons/", LocalizedText("scores of lessons", zh: "各课成绩")),
        (
            "~/.editrc",
            LocalizedText("lines that begin with wen: bind keys for the prompt, see editrc(5)", zh: "以 wen: 起首的行设定提示符的键位，见 editrc(5)")
        ),
        ("name.wen", LocalizedText("a query file", zh: "查询文件")),
        ("name.wenku", LocalizedText("an archive, made by wen index", zh: "档案，由 wen index 制成")),
    ]
}

extension ExitStatus {
    /// What it says, in one line.
    var meaning: LocalizedText {
        switch self {
        case .ok: LocalizedText("it worked", zh: "成功")
        case .empty: LocalizedText("with --exit-status: the last result was empty or zero", zh: "用 --exit-status 时：末一结果为空或为零")
        case .query: LocalizedText("the query is wrong, or a name in it does not resolve", zh: "查询有误，或其中的名称无所指")
        case .data:
            LocalizedText("data, input or output: a file could not be read; the others were", zh: "数据或输入输出：有文件读不出，其余已读")
        case .check: LocalizedText("a check failed", zh: "核对不符")
        case .interrupted: LocalizedText("interrupted by Ctrl-C", zh: "被 Ctrl-C 打断")
        }
    }
}
