import PatternMatching
import SourceText

/// What PCRE2 says of a bad regular expression, in Chinese too; what is not in the table stays English.
enum RegexWording {
    private static let table: [String: (message: String, advice: String)] = [
        "missing closing parenthesis": ("少了右括号 )", "请用 ) 闭合，要查括号本身写作 \\("),
        "unmatched closing parenthesis": ("多了右括号 )", "请删去 )，要查括号本身写作 \\)"),
        "missing terminating ] for character class": ("字符类少了 ]", "请用 ] 闭合，要查方括号本身写作 \\["),
        "quantifier does not follow a repeatable item": ("量词前没有可重复的内容", "要查符号本身写作 \\* \\+ \\?"),
        "range out of order in character class": ("字符类的范围颠倒", "范围由小到大"),
        "numbers out of order in {} quantifier": ("{} 中的数颠倒", "由小到大"),
        "lookbehind assertion is not fixed length": ("后顾断言的长度不固定", "请写成固定长度，或用 \\K"),
        "\\ at end of pattern": ("末尾有孤立的 \\", "要查反斜杠本身写作 \\\\"),
        "unrecognized character follows \\": ("\\ 之后的字符无法识别", "要查反斜杠本身写作 \\\\"),
        "reference to non-existent subpattern": ("引用了没有的分组", "分组从 1 起按左括号计数"),
    ]

    /// The message in both languages.
    static func message(_ error: PatternError) -> LocalizedText {
        LocalizedText(error.message, zh: "正则有误：\(table[error.message]?.message ?? error.message)")
    }

    /// The advice in both languages; nil where there is none.
    static func advice(_ error: PatternError) -> LocalizedText? {
        guard !error.advice.isEmpty else { return nil }
        return LocalizedText(error.advice, zh: table[error.message]?.advice ?? "要照原样查找，请加引号")
    }
}
