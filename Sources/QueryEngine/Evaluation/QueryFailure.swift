import Documents
import PatternMatching
import QueryLanguage
import SourceText

/// An error that only the data could show: where in the query, what, and a fix.
public struct QueryFailure: Error {
    /// What is wrong, in the form of all diagnostics.
    public let diagnostic: Diagnostic

    init(
        _ code: DiagnosticCode, at range: SourceRange, _ message: LocalizedText, advice: LocalizedText? = nil,
        edits: [SourceEdit] = []
    ) {
        diagnostic = Diagnostic(code, at: range, message, advice: advice, edits: edits)
    }
}

extension DiagnosticCode {
    static let noSection = DiagnosticCode(
        "E40", LocalizedText("no such section", zh: "没有这一节"),
        explanation: LocalizedText(
            "`section NAME` enters the section with that heading, article by article; `sections` lists the headings.",
            zh: "`入节 名` 进入以此为标题的节；`节` 列出各节标题。"),
        wrong: "section 新的任物", right: "section 新的任务")
    static let ambiguousSection = DiagnosticCode(
        "E41", LocalizedText("several sections match", zh: "有几节相符"),
        explanation: LocalizedText(
            "In one article two or more headings are equally good. Write one in full, give its path, or list them.",
            zh: "同一篇中有几个标题同样相符。请写全、写出路径，或先列出。"),
        wrong: "section 新的", right: "section 新的任务")
    static let noSuchPlace = DiagnosticCode(
        "E42", LocalizedText("no such place", zh: "没有这个位置"),
        explanation: LocalizedText(
            "The address or number is not among the rows. Addresses are printed before each row.",
            zh: "各行中没有这个地址或序号。地址印在每行之前。"),
        wrong: "show ¶99", right: "show ¶13")
    static let ambiguousPlace = DiagnosticCode(
        "E43", LocalizedText("the address fits several articles", zh: "地址合于几篇文章"),
        explanation: LocalizedText(
            "With several articles open, an address names the article too: a7¶13.", zh: "打开几篇文章时，地址要写明哪一篇：a7¶13。"),
        wrong: "show ¶1", right: "show a1¶1")
    static let runawayRegex = DiagnosticCode(
        "E44", LocalizedText("the regular expression takes too long", zh: "正则表达式耗时过久"),
        explanation: LocalizedText(
            "It tries too many ways to match. Nested repeats such as (a+)+ are the usual cause.",
            zh: "可能的匹配方式太多，常因 (a+)+ 之类的嵌套重复。"),
        wrong: "grep /(.+)+[a-z]$/", right: "grep /.+[a-z]$/")
    /// A path that cannot be read: found by the session, which owns the files.
    public static let unreadablePath = DiagnosticCode(
        "E45", LocalizedText("the file cannot be read", zh: "文件无法读取"),
        explanation: LocalizedText(
            "There is no such file or folder, or it may not be read, or it is no text. What else was named is open.",
            zh: "没有这个文件或文件夹，或无权读取，或不是文本。其余写明的照常打开。"),
        wrong: "open seedz", right: "open seeds")
    static let tooMuchText = DiagnosticCode(
        "E46", LocalizedText("too much text", zh: "文字太多"),
        explanation: LocalizedText(
            "The command needs all of its text in memory in sorted order. Ask it of a part: some years, a column, a section.",
            zh: "此命令须把所有文字排序于内存中。请只问其中一部分：某几年、某专栏、某节。"),
        wrong: "repeats 8", right: "articles date=1999 | repeats 8")
    static let noSegmenter = DiagnosticCode(
        "E47", LocalizedText("nothing that divides words", zh: "没有分词工具"),
        explanation: LocalizedText(
            "Dividing Chinese into words is done by ICU, a library that is loaded when it is asked for. Strings of characters need nothing.",
            zh: "分词由 ICU 库担任，用时才载入。字串则无所需。"),
        wrong: "collocates 党员 unit=word", right: "collocates 党员 unit=2")
    static let nothingToCompare = DiagnosticCode(
        "E48", LocalizedText("nothing to compare", zh: "无可比较"),
        explanation: LocalizedText(
            "One of the two selections holds no text, so there are no frequencies to compare.", zh: "两部分文字之一为空，没有频率可比。"),
        wrong: "section 新的任务 | keyness (grep 拖拉机)", right: "section 新的任务 | keyness (section 新的探索)")
    static let markInPhrase = DiagnosticCode(
        "E49", LocalizedText("a mark inside the phrase", zh: "说法中有标点"),
        explanation: LocalizedText(
            "Variants are sought inside clauses, so the phrase has no punctuation. Parts of it can be joined by a gap.",
            zh: "变体只在小句之内寻找，故说法中不能有标点；几部分之间可用缺口 … 相连。"),
        wrong: "variants 新情况、新问题", right: "variants 新情况…新问题")
    static let cannotPlot = DiagnosticCode(
        "E52", LocalizedText("this cannot be drawn", zh: "画不出图"),
        explanation: LocalizedText(
            "A drawing needs a column of numbers, or rows that know what was found where; file= is an .svg or .html.",
            zh: "画图要有数的一列，或记得在何处找到什么的行；file= 为 .svg 或 .html。"),
        wrong: "freq 群众 by=section | select section | plot", right: "freq 群众 by=section | plot")
    static let checkFailed = DiagnosticCode(
        "E60", LocalizedText("the check failed", zh: "核对不符"),
        explanation: LocalizedText("`check VALUE` compares the result with what is expected.", zh: "`应得 值` 把结果与预期相比。"),
        wrong: "sents | count | check 40", right: "sents | count | check 41")
}

/// The codes that evaluation gives, in order.
public let evaluationCodes: [DiagnosticCode] = [
    .noSection, .ambiguousSection, .noSuchPlace, .ambiguousPlace, .runawayRegex, .unreadablePath, .tooMuchText, .noSegmenter,
    .nothingToCompare, .markInPhrase, .cannotPlot, .checkFailed,
]

/// Runs a search; what a matcher may throw becomes an interruption or an error with a place.
func searching<Value>(_ invocation: Invocation, _ search: () throws -> Value) throws -> Value {
    do {
        return try search()
    } catch let failure as MatchFailure {
        switch failure {
        case .interrupted: throw Interrupted()
        case .limitReached(let source, _):
            throw QueryFailure(
                .runawayRegex, at: invocation.range,
                LocalizedText("/\(source)/ takes too many steps", zh: "/\(source)/ 步数过多"),
                advice: LocalizedText(
                    "make it more exact: no repeat inside a repeat", zh: "请写得更确切：重复之中不要再重复"))
        }
    }
}
