import SourceText

/// The language on a page, as `help language` lists it.
public enum HelpLanguage {
    /// What is written, and what it means.
    public static let rows: [(form: String, meaning: LocalizedText)] = [
        ("A | B", LocalizedText("what A gives goes into B; ｜ does too", zh: "A 的结果进入 B；｜ 亦可")),
        ("党员 群众", LocalizedText("both; or 或, not 非, brackets", zh: "两者都有；或、非、括号")),
        ("从…入手", LocalizedText("a gap of 1–20 characters inside a clause group", zh: "空档，1–20 字，不跨句读")),
        ("“…” '…' /…/", LocalizedText("a string, a raw string, a regular expression", zh: "串、原样串、正则表达式")),
        (
            "黨員 = 党员, ５ = 5",
            LocalizedText("script and width fold; exact=true tells them apart", zh: "折合繁简与全半角；原样=真 则加以区别")
        ),
        ("name=value", LocalizedText("a parameter, no blanks around =", zh: "参数，= 两边不空格")),
        ("let 名 = …; $名", LocalizedText("a name for a pipeline", zh: "给管道起名")),
        ("def f(x) = …; f(党员)", LocalizedText("a function", zh: "函数")),
        ("use …; use", LocalizedText("the scope of what follows; the whole archive again", zh: "以下的范围；复为全部")),
        ("_  _2  | grep …", LocalizedText("the last result, the second, going on from the last", zh: "上一结果、第二个结果、接着上一结果")),
        ("explain … why … fmt zh …", LocalizedText("how it runs; why nothing came; rewritten", zh: "如何执行；何以为空；改写")),
        ("set lang zh", LocalizedText("a setting; set alone lists them", zh: "设置；单独的 设 列出全部")),
    ]
}
