import SourceText

/// What keys do at the prompt and in the pager, as `help keys` lists it.
public enum HelpKeys {
    /// The keys as they are named, and what they do.
    public static let rows: [(keys: String, meaning: LocalizedText)] = [
        (
            "Tab",
            LocalizedText(
                "completes what can come next, Chinese by pinyin or initials; again: what each is", zh: "补全可接之物，中文可用拼音或首字母；再按：各是什么")
        ),
        (
            "F1  Alt-H  grep?",
            LocalizedText("the command at the cursor: how it is written, what it takes", zh: "光标处的命令：写法、所接类型")
        ),
        ("↑ ↓  Ctrl-P Ctrl-N", LocalizedText("earlier and later entries that begin alike", zh: "开头相同的前后各条输入")),
        (
            "→  End  Ctrl-→",
            LocalizedText(
                "take what is suggested faintly behind the cursor, all or a word; set hints false does without",
                zh: "接受光标后的淡色建议：全部，或一词；设 建议 false 则不提示")
        ),
        (
            "Ctrl-R  Ctrl-S",
            LocalizedText("searches the history as you type: a part, pinyin, initials (dy: 党员)", zh: "边打边查历史：部分文字、拼音、首字母（dy：党员）")
        ),
        ("Ctrl-A  Ctrl-E", LocalizedText("the beginning and the end of the line", zh: "行首、行尾")),
        ("Ctrl-K  Ctrl-U  Ctrl-Y", LocalizedText("cut to the end, cut the line, put it back", zh: "剪去光标之后、剪去全行、放回")),
        (
            "Ctrl-X Ctrl-E",
            LocalizedText(
                "edits the line in $VISUAL or $EDITOR; saved, it is shown, Enter runs it", zh: "用 $VISUAL 或 $EDITOR 编辑此行；存盘后回到行上，回车执行")
        ),
        ("Ctrl-L", LocalizedText("clears the screen", zh: "清屏")),
        ("Ctrl-C", LocalizedText("drops the line, stops the query", zh: "弃去此行，停止查询")),
        ("Ctrl-D", LocalizedText("on an empty line: leaves", zh: "空行上：退出")),
        ("Ctrl-Z", LocalizedText("suspends wen; fg comes back", zh: "挂起；fg 返回")),
        ("|  (｜)", LocalizedText("first on a line: goes on from the last result", zh: "行首：由上一结果接着查")),
        (
            "Space  b  /  q",
            LocalizedText("in the pager: on, back, search, leave; set pager false does without", zh: "分页中：下页、上页、查找、退出；设 分页 false 则不分页")
        ),
    ]
}
