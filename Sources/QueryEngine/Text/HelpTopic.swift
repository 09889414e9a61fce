import SourceText

/// A page of the help besides those of commands and errors.
public enum HelpTopic: String, CaseIterable, Sendable {
    case topics, fields, functions, settings, language, keys, errors

    /// The topic of that name, in either language; nil where there is none.
    public init?(named name: String) {
        let name = name.lowercased()
        guard let topic = HelpTopic.allCases.first(where: { $0.rawValue == name || $0.chinese == name }) else { return nil }
        self = topic
    }

    /// The Chinese name.
    public var chinese: String {
        switch self {
        case .topics: "题目"
        case .fields: "字段"
        case .functions: "函数"
        case .settings: "设置"
        case .language: "语言"
        case .keys: "键"
        case .errors: "错误"
        }
    }

    /// What the page has, in a line.
    public var summary: LocalizedText {
        switch self {
        case .topics: LocalizedText("this list", zh: "本表")
        case .fields: LocalizedText("fields of articles and their parts", zh: "文章及其各部分的字段")
        case .functions: LocalizedText("functions of conditions and columns", zh: "条件与列中的函数")
        case .settings: LocalizedText("what set changes", zh: "用 设 可改的设置")
        case .language: LocalizedText("how queries are written, with examples to run", zh: "查询的写法，附可执行的例子")
        case .keys: LocalizedText("keys at the prompt and in the pager", zh: "提示符下与分页中的键")
        case .errors: LocalizedText("the errors by their codes", zh: "各错误及其代码")
        }
    }
}
