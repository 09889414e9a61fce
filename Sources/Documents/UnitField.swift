/// A field that every text unit has: its article's, and where the unit stands.
public enum UnitField: String, CaseIterable, Sendable, Hashable {
    case title, subtitle, author, date, year, month, day, page
    case pageName = "pagename"
    case column, file, line, section
    case paragraph = "para"
    case sentence = "sent"
    case length = "len"
    case text

    /// The Chinese name.
    public var chinese: String {
        switch self {
        case .title: "标题"
        case .subtitle: "副题"
        case .author: "作者"
        case .date: "日期"
        case .year: "年"
        case .month: "月"
        case .day: "日"
        case .page: "版"
        case .pageName: "版名"
        case .column: "专栏"
        case .file: "文件"
        case .line: "行"
        case .section: "节名"
        case .paragraph: "段号"
        case .sentence: "句号"
        case .length: "字数"
        case .text: "正文"
        }
    }

    /// What it holds.
    public var kind: CellKind {
        switch self {
        case .title, .subtitle, .author, .pageName, .column, .file, .section, .text: .text
        case .year, .month, .day, .page, .line, .paragraph, .sentence, .length: .number
        case .date: .date
        }
    }

    /// Whether all units of an article have the same value.
    public var isArticleField: Bool {
        switch self {
        case .title, .subtitle, .author, .date, .year, .month, .day, .page, .pageName, .column, .file: true
        case .line, .section, .paragraph, .sentence, .length, .text: false
        }
    }

    /// The coarsest layer that has the field: `para` is a field of paragraphs and finer, `section` of sections and finer.
    public var coarsestLayer: Layer {
        switch self {
        case .section: .section
        case .paragraph: .paragraph
        case .sentence: .sentence
        case .title, .subtitle, .author, .date, .year, .month, .day, .page, .pageName, .column, .file, .line, .length,
            .text:
            .article
        }
    }
}
