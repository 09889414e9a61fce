import SourceText

extension DiagnosticCode {
    static let unknownCommand = DiagnosticCode(
        "E06", LocalizedText("unknown command", zh: "没有这个命令"),
        explanation: LocalizedText(
            "A stage begins with the name of a command. `help` lists them; `apropos WORD` finds one by what it does.",
            zh: "每一步以命令名开头。`帮助` 列出全部命令，`查找 词` 按用途查找。"),
        wrong: "gerp 党员", right: "grep 党员")
    static let unknownParameter = DiagnosticCode(
        "E20", LocalizedText("unknown parameter", zh: "没有这个参数"),
        explanation: LocalizedText(
            "A command takes only the parameters that `help COMMAND` lists, written name=value without blanks.",
            zh: "命令只接受 `帮助 命令` 所列的参数，写作 名=值，中间不空格。"),
        wrong: "kwic 党员 wdith=10", right: "kwic 党员 width=10")
    static let unknownField = DiagnosticCode(
        "E21", LocalizedText("unknown field", zh: "没有这个字段"),
        explanation: LocalizedText(
            "The left of a comparison, and the values of by=, sort, select, must be a field of the rows that come in, or a column of the table.",
            zh: "比较的左边以及 by=、排序、选 的值，须是来行的字段或表的列。"),
        wrong: "where lenn > 100", right: "where len > 100")
    static let badValue = DiagnosticCode(
        "E22", LocalizedText("value not understood", zh: "值不合要求"),
        explanation: LocalizedText(
            "The parameter takes another kind of value: a number, a name from a list, true or false.",
            zh: "该参数要另一类值：数、所列名称之一、真或假。"),
        wrong: "head many", right: "head 10")
    static let missingArgument = DiagnosticCode(
        "E23", LocalizedText("something is missing", zh: "缺少参数"),
        explanation: LocalizedText("The command cannot do anything without it.", zh: "缺了它命令无从执行。"),
        wrong: "grep", right: "grep 党员")
    static let tooManyArguments = DiagnosticCode(
        "E24", LocalizedText("too many arguments", zh: "参数过多"),
        explanation: LocalizedText(
            "The command takes fewer values. To give a text with blanks as one value, quote it.",
            zh: "命令不需要这么多值；含空格的文字请加引号。"),
        wrong: "head 3 4", right: "head 3")
    static let unknownFunction = DiagnosticCode(
        "E25", LocalizedText("unknown function", zh: "没有这个函数"),
        explanation: LocalizedText(
            "Functions of expressions are listed by `help functions`; one of your own is made with `def`.",
            zh: "表达式的函数见 `帮助 functions`；自己的函数用 `定义` 来写。"),
        wrong: "where lenght(text) > 9", right: "where len(text) > 9")
    static let wrongArity = DiagnosticCode(
        "E26", LocalizedText("wrong number of arguments", zh: "参数个数不对"),
        explanation: LocalizedText("The function takes another number of arguments.", zh: "函数的参数个数不同。"),
        wrong: "where len(text, title) > 9", right: "where len(text) > 9")
    static let unknownName = DiagnosticCode(
        "E27", LocalizedText("unknown name", zh: "没有这个名字"),
        explanation: LocalizedText(
            "`$name` stands for what `let name = …` bound before, or for a parameter inside `def`.",
            zh: "`$名` 指此前用 `令 名 = …` 定下的，或 `定义` 之内的参数。"),
        wrong: "let 甲 = grep 党员; $乙", right: "let 甲 = grep 党员; $甲")
    static let nameTaken = DiagnosticCode(
        "E28", LocalizedText("name is taken", zh: "名字已被占用"),
        explanation: LocalizedText(
            "A name shadows no command or keyword, so that a query reads the same everywhere.",
            zh: "名字不得遮蔽命令与关键词，使查询处处读来一样。"),
        wrong: "let grep = sents", right: "let mygrep = sents")
    static let noResult = DiagnosticCode(
        "E29", LocalizedText("no result yet", zh: "还没有结果"),
        explanation: LocalizedText(
            "`_` is the last result that was a value, `_1` the first numbered one.", zh: "`_` 是上一个结果，`_1` 是第一个。"),
        wrong: "_9 | count", right: "paras | count")
    static let badExpression = DiagnosticCode(
        "E30", LocalizedText("this does not make a condition", zh: "不成条件"),
        explanation: LocalizedText(
            "`where` needs something true or false: a field compared with a value of its kind.",
            zh: "`条件` 须是真假之判：字段与同类的值相比。"),
        wrong: "where len > 长", right: "where len > 100")
    static let wrongInput = DiagnosticCode(
        "E31", LocalizedText("the command cannot read this", zh: "命令读不了这种结果"),
        explanation: LocalizedText(
            "Each command says what it reads and gives; `help COMMAND` shows it. Nothing climbs to a coarser unit but `expand`.",
            zh: "每个命令都有出入的类型，见 `帮助 命令`。除 `扩` 之外，不会自动回到更大的单位。"),
        wrong: "count | grep 党员", right: "grep 党员 | count")
    static let layersDiffer = DiagnosticCode(
        "E32", LocalizedText("set operations need the same layer on both sides", zh: "集合运算两边须同层"),
        explanation: LocalizedText(
            "Union, intersection and difference compare regions with regions of the same layer.",
            zh: "并、交、差 只在同一层的区域之间进行。"),
        wrong: "paras | intersect (sents | grep 党员)", right: "paras | intersect (sents | grep 党员 | expand paragraph)")
    static let badDate = DiagnosticCode(
        "E33", LocalizedText("not a date", zh: "不是日期"),
        explanation: LocalizedText(
            "Dates are written 1999, 1999-10, 1999-10-12, 1999年10月12日, ranges 1999..2003. Nothing is guessed.",
            zh: "日期写作 1999、1999-10、1999-10-12、1999年10月12日，范围写作 1999..2003；不作猜测。"),
        wrong: "where date = 1999-13", right: "where date = 1999-12")
    static let invalidRegex = DiagnosticCode(
        "E34", LocalizedText("bad regular expression", zh: "正则表达式有误"),
        explanation: LocalizedText(
            "Between the slashes stands a regular expression in the syntax of Perl (PCRE2).",
            zh: "两个斜线之间是 Perl 语法（PCRE2）的正则表达式。"),
        wrong: "grep /党(员/", right: "grep /党(员)/")
    static let unknownSetting = DiagnosticCode(
        "E35", LocalizedText("unknown setting", zh: "没有这个设置"),
        explanation: LocalizedText("`set` alone lists the settings.", zh: "单独的 `设` 列出全部设置。"),
        wrong: "set langg zh", right: "set lang zh")
    static let badScope = DiagnosticCode(
        "E36", LocalizedText("this cannot be a scope", zh: "不能作范围"),
        explanation: LocalizedText(
            "`use` takes articles, sections or paragraphs; sentences and spans are first expanded.",
            zh: "`范围` 要文章、节或段；句与片段先用 `扩`。"),
        wrong: "use sents | grep 党员", right: "use sents | grep 党员 | expand paragraph")
    static let sourceInside = DiagnosticCode(
        "E37", LocalizedText("this only begins a pipeline", zh: "只能放在管道开头"),
        explanation: LocalizedText(
            "A name, a result or brackets give rows of their own and would drop the incoming ones.",
            zh: "名字、结果与括号自带行，会丢掉前面的行。"),
        wrong: "paras | _", right: "paras")
    static let foreignOption = DiagnosticCode(
        "E38", LocalizedText("an option of another program", zh: "这是别的程序的选项"),
        explanation: LocalizedText(
            "Here options are written name=value. To search for a word that begins with a hyphen, quote it.",
            zh: "这里的选项写作 名=值；要查以连字符开头的词，请加引号。"),
        wrong: "grep -v 党员", right: "grep not 党员")
    static let reversedRange = DiagnosticCode(
        "E39", LocalizedText("reversed range", zh: "范围颠倒"),
        explanation: LocalizedText("A range goes from the smaller to the larger.", zh: "范围由小到大。"),
        wrong: "paras 5..3", right: "paras 3..5")
}

/// The codes that binding gives, in order.
public let bindingCodes: [DiagnosticCode] = [
    .unknownCommand, .unknownParameter, .unknownField, .badValue, .missingArgument, .tooManyArguments,
    .unknownFunction, .wrongArity, .unknownName, .nameTaken, .noResult, .badExpression, .wrongInput, .layersDiffer,
    .badDate, .invalidRegex, .unknownSetting, .badScope, .sourceInside, .foreignOption, .reversedRange,
]
