import SourceText

extension TableField {
    /// How the field is called in Chinese.
    public var chineseName: String {
        switch self {
        case .title: "标题"
        case .author: "作者"
        case .date: "日期"
        case .page: "版"
        case .column: "专栏"
        case .text: "正文"
        }
    }

    /// The field that is called `name`, in English or Chinese; nil where there is none.
    public init?(named name: String) {
        guard let field = TableField.allCases.first(where: { $0.rawValue == name.lowercased() || $0.chineseName == name }) else {
            return nil
        }
        self = field
    }
}

/// What is wrong with a column map as it was written.
public struct ColumnMapError: Error {
    /// What was found, what was expected, and a form that works.
    public let message: LocalizedText
}

extension ColumnMap {
    /// The map that is written as `text=内容,date=发表日期`: fields, in English or Chinese, and the columns that hold them.
    /// Commas and equals signs may be full-width.
    public static func written(_ text: String) -> Result<ColumnMap, ColumnMapError> {
        var map = ColumnMap()
        for pair in text.split(whereSeparator: { $0 == "," || $0 == "，" }) {
            let sides = pair.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }.map { trimmed($0) }
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return .failure(.noPair(trimmed(pair))) }
            guard let field = TableField(named: sides[0]) else { return .failure(.unknownField(sides[0])) }
            map.names[field] = sides[1]
        }
        return .success(map)
    }

    private static func trimmed(_ text: Substring) -> String {
        let blanks: Set<Character> = [" ", "\t", "\u{3000}"]
        return String(text.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
    }
}

extension ColumnMapError {
    private static let fields = TableField.allCases.map(\.rawValue).joined(separator: ", ")
    private static let chineseFields = TableField.allCases.map(\.chineseName).joined(separator: "、")

    static func noPair(_ found: String) -> ColumnMapError {
        ColumnMapError(
            message: LocalizedText(
                "\(found) is no pair of a field and a column; write it as in columns='text=内容,date=发表日期'",
                zh: "\(found) 不是“字段=列名”；应写成 列='正文=内容,日期=发表日期'"))
    }

    static func unknownField(_ name: String) -> ColumnMapError {
        ColumnMapError(
            message: LocalizedText(
                "there is no field \(name); the fields are \(fields), as in columns='text=\(name)'",
                zh: "没有字段 \(name)；字段有：\(chineseFields)，如 列='正文=\(name)'"))
    }
}
