import SourceText

/// The codes of what the parser finds, in order of their names.
public let syntaxCodes: [DiagnosticCode] = [
    .unclosedQuotation, .badRegex, .gluedQuotation, .unclosedBracket, .gluedBracket, .tooDeep, .missingCommand,
    .strayBracket, .missingName, .missingMark, .missingValue, .blankBeforeEquals, .missingPattern, .emptyPattern,
    .badEscape, .missingOperand, .gluedOperator, .unexpected,
]

extension DiagnosticCode {
    /// A quotation without its closing mark.
    public static let unclosedQuotation = DiagnosticCode(
        "E01", LocalizedText("A quotation is not closed.", zh: "引号没有闭合。"),
        explanation: LocalizedText(
            "A string ends with the mark that belongs to its opening one: \"…\", “…”, 「…」, '…', ‘…’, 『…』.",
            zh: "字符串要用与开头相配的引号结束：\"…\"、“…”、「…」、'…'、‘…’、『…』。"),
        wrong: "grep \"党员", right: "grep \"党员\"")

    /// A regular expression that is not closed or not followed by a blank.
    public static let badRegex = DiagnosticCode(
        "E02", LocalizedText("A regular expression does not end as it must.", zh: "正则表达式没有正确结束。"),
        explanation: LocalizedText(
            "It is written /…/ with the flags i, m, s, on one line, and a blank or a mark follows. A slash inside is \\/.",
            zh: "正则表达式写作 /…/，后面可加 i、m、s，不能换行，其后须是空白或标点；其中的斜杠写作 \\/。"),
        wrong: "grep /党.员", right: "grep /党.员/")

    /// A quotation glued to a word.
    public static let gluedQuotation = DiagnosticCode(
        "E03", LocalizedText("A quotation touches a word.", zh: "引号紧贴着词。"),
        explanation: LocalizedText(
            "Quotation marks stand around a whole value. Text that contains them is quoted with other marks.",
            zh: "引号应括住整个值；文字本身带引号时，用另一种引号括起来。"),
        wrong: "grep 消除“空白点”", right: "grep '消除“空白点”'")

    /// A bracket that is not closed.
    public static let unclosedBracket = DiagnosticCode(
        "E04", LocalizedText("A bracket is not closed.", zh: "括号没有闭合。"),
        explanation: LocalizedText("Every ( needs its ).", zh: "每个（都要有相配的）。"),
        wrong: "keyness (section 新的探索", right: "keyness (section 新的探索)")

    /// A bracket glued to what stands left of it, and no call.
    public static let gluedBracket = DiagnosticCode(
        "E05", LocalizedText("A bracket touches the word before it.", zh: "括号紧贴着前面的词。"),
        explanation: LocalizedText(
            "A bracket right after a name is a call, of a function or of your own definition. Text with brackets needs "
                + "quotes; elsewhere a blank goes before the bracket.",
            zh: "括号紧跟名称表示调用函数或自定义。含括号的文字要加引号；其他情况括号前要有空格。"),
        wrong: "grep 区（县）委", right: "grep '区（县）委'")

    /// Brackets or operators beyond the limit of nesting.
    public static let tooDeep = DiagnosticCode(
        "E07", LocalizedText("The query is nested too deeply.", zh: "嵌套太深。"),
        explanation: LocalizedText(
            "Brackets and not nest at most \(Limit.nesting) deep, and an expression has at most \(Limit.operators) operators. "
                + "Name parts of the query with let.",
            zh: "括号和 not 至多嵌套 \(Limit.nesting) 层，一个表达式至多 \(Limit.operators) 个运算符。可用 let 给各部分命名。"),
        wrong: "grep " + String(repeating: "(", count: Limit.nesting + 1) + "党员"
            + String(repeating: ")", count: Limit.nesting + 1),
        right: "grep 党员")

    /// A stage or pipeline with nothing in it, or with something that is no command.
    public static let missingCommand = DiagnosticCode(
        "E08", LocalizedText("A command is missing.", zh: "缺少命令。"),
        explanation: LocalizedText(
            "Each stage of a pipeline begins with a command, a $name, _ or a bracket.",
            zh: "流水线的每一段都以命令、$名称、_ 或括号开头。"),
        wrong: "sections | | count", right: "sections | count")

    /// A closing bracket that closes nothing.
    public static let strayBracket = DiagnosticCode(
        "E09", LocalizedText("A bracket closes nothing.", zh: "多余的右括号。"),
        explanation: LocalizedText("There is no open ( for it.", zh: "前面没有与它相配的（。"),
        wrong: "sections ) | count", right: "sections | count")

    /// A name that is missing or cannot be one.
    public static let missingName = DiagnosticCode(
        "E10", LocalizedText("A name is missing.", zh: "缺少名称。"),
        explanation: LocalizedText(
            "A name is one word of letters, digits, Han characters and _, and no keyword.",
            zh: "名称是一个由字母、数字、汉字和 _ 组成的词，不能是关键字。"),
        wrong: "let = sections", right: "let 各节 = sections")

    /// A `=` or `(` that must stand there.
    public static let missingMark = DiagnosticCode(
        "E11", LocalizedText("A mark is missing.", zh: "缺少符号。"),
        explanation: LocalizedText(
            "The forms are let NAME = pipeline, def NAME(a, b) = pipeline, derive NAME = expression.",
            zh: "格式为 let 名称 = 流水线，def 名称(a, b) = 流水线，derive 名称 = 表达式。"),
        wrong: "let 各节 sections", right: "let 各节 = sections")

    /// A value that must stand there.
    public static let missingValue = DiagnosticCode(
        "E12", LocalizedText("A value is missing.", zh: "缺少值。"),
        explanation: LocalizedText("A value follows = and each comma.", zh: "等号和每个逗号后面都要有值。"),
        wrong: "count by=", right: "count by=section")

    /// `by = section` outside expressions.
    public static let blankBeforeEquals = DiagnosticCode(
        "E13", LocalizedText("There is a blank before the = of a named argument.", zh: "命名参数的等号前有空格。"),
        explanation: LocalizedText(
            "The name and = are written together, so that by=section is told from the word by.",
            zh: "参数名与等号要连写，这样 by=section 才能与普通的词 by 区分。"),
        wrong: "count by = section", right: "count by=section")

    /// A pattern that must stand there.
    public static let missingPattern = DiagnosticCode(
        "E14", LocalizedText("A pattern is missing.", zh: "缺少搜索词。"),
        explanation: LocalizedText(
            "A pattern follows and, or, not, a comma and an opening bracket. To search for these words, quote them.",
            zh: "and、or、not、逗号和左括号后面都要有搜索词。要搜索这些词本身，请加引号。"),
        wrong: "grep 党员 or", right: "grep 党员 or 群众")

    /// A pattern without text.
    public static let emptyPattern = DiagnosticCode(
        "E15", LocalizedText("A pattern has no text.", zh: "搜索词里没有文字。"),
        explanation: LocalizedText("A gap needs text on at least one side: 从…入手.", zh: "省略号至少一侧要有文字：从…入手。"),
        wrong: "find …", right: "find 从…入手")

    /// A backslash that begins no escape.
    public static let badEscape = DiagnosticCode(
        "E16", LocalizedText("An unknown escape in a string.", zh: "字符串里有无法识别的转义。"),
        explanation: LocalizedText(
            "The escapes are \\n \\t \\\\ \\\" \\” \\… \\u{4E2D}. In a raw string '…' a backslash is a backslash.",
            zh: "转义有 \\n \\t \\\\ \\\" \\” \\… \\u{4E2D}。在原样字符串 '…' 里反斜杠就是反斜杠。"),
        wrong: "grep \"a\\q\"", right: "grep \"a\\\\q\"")

    /// An operand that must stand there.
    public static let missingOperand = DiagnosticCode(
        "E17", LocalizedText("An operand is missing.", zh: "缺少运算对象。"),
        explanation: LocalizedText(
            "Each operator needs a field, a value or a bracket on its right.", zh: "每个运算符右边都要有字段、值或括号。"),
        wrong: "where len >", right: "where len > 100")

    /// An operator glued to its operands.
    public static let gluedOperator = DiagnosticCode(
        "E18", LocalizedText("An operator needs blanks around it.", zh: "运算符两边要有空格。"),
        explanation: LocalizedText(
            "- % + * / are letters of words, as in 1999-10-12 and 99%; between blanks they are operators.",
            zh: "- % + * / 可以是词的一部分，如 1999-10-12、99%；两边有空格时才是运算符。"),
        wrong: "where len*2 > 100", right: "where len * 2 > 100")

    /// Anything else that does not belong where it stands.
    public static let unexpected = DiagnosticCode(
        "E19", LocalizedText("Something stands where it has no meaning.", zh: "此处不应有这个内容。"),
        explanation: LocalizedText(
            "The stage was complete before it. Text with blanks or marks in it needs quotes.",
            zh: "这一段到它之前已经完整。含空格或标点的文字要加引号。"),
        wrong: "where title = 社区 党建", right: "where title = '社区 党建'")
}

/// Bounds that keep any input from exhausting the stack or the patience of the reader.
enum Limit {
    /// Brackets, `not` and `fmt` inside one another.
    static let nesting = 200
    /// Operators in one expression.
    static let operators = 1_000
    /// Diagnostics of one text; later ones are dropped.
    static let diagnostics = 100
    /// Bytes that are looked at ahead to word a fix.
    static let lookahead = 256
}
