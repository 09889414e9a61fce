import Documents
import QuerySyntax
import SourceText

extension Binder {
    /// A value as its parameter wants it; nil after a diagnostic.
    mutating func bindValue(_ value: Value, as parameter: Parameter, input: FlowType) -> BoundValue? {
        if case .variable(let name) = value.kind {
            if isOpen(name) { return nil }
            if let given = environment.parameters[name] { return bindValue(given, as: parameter, input: input) }
        }
        switch parameter.kind {
        case .integer(let bounds): return bindInteger(value, bounds, parameter)
        case .integerOrChoice(let bounds, let choices):
            let looksLikeNumber = plainText(value)?.unicodeScalars.contains { $0.properties.numericType != nil } ?? false
            return looksLikeNumber ? bindInteger(value, bounds, parameter) : bindChoice(value, choices, parameter, or: bounds)
        case .boolean: return bindBoolean(value, parameter)
        case .choice(let choices): return bindChoice(value, choices, parameter)
        case .field: return bindField(value, input: input).map { .field($0) }
        case .sortKey: return bindField(value, input: input).map { .sortKey($0, descending: false) }
        case .text, .path: return bindText(value).map { .text($0) }
        case .date: return bindDate(value).map { .date($0) }
        case .position: return bindPosition(value, parameter)
        case .address: return bindPosition(value, parameter)
        case .pattern:
            return pattern(from: value).flatMap {
                bindPattern($0, except: nil, exact: environment.exact).map { .pattern($0) }
            }
        case .pipeline: return bindPlan(value)
        case .literal: return bindText(value).map { .literal(literal($0)) }
        }
    }

    /// The characters of a value that is a word or a quotation.
    func plainText(_ value: Value) -> String? {
        switch value.kind {
        case .word(let text), .string(let text), .raw(let text): text
        case .regex, .variable, .pipeline: nil
        }
    }

    private mutating func bindText(_ value: Value) -> String? {
        if let text = plainText(value) { return text }
        reportBadValue(value, LocalizedText("a text", zh: "文字"))
        return nil
    }

    private func literal(_ text: String) -> Cell {
        if let number = readInteger(text) { return .integer(number) }
        if let number = readDecimal(text) { return .decimal(number) }
        return .text(text)
    }

    /// What was expected, what was found.
    mutating func reportBadValue(_ value: Value, _ wanted: LocalizedText, edits: [SourceEdit] = []) {
        let found = plainText(value).map { "“\($0)”" }
        if case .variable(let name) = value.kind, environment.lets[name] == nil {
            return reportUnknownName(name, at: value.range)
        }
        report(
            .badValue, at: value.range,
            LocalizedText(
                "\(wanted.english) is needed here, not \(found ?? "this")",
                zh: "这里要\(wanted.chinese.utf8.first.map { $0 > 0x7F || $0 == 0x20 } == true ? "" : " ")\(wanted.chinese)，不是\(found ?? "这个")"
            ),
            edits: edits)
    }

    private mutating func bindInteger(_ value: Value, _ bounds: ClosedRange<Int>, _ parameter: Parameter) -> BoundValue? {
        if let number = plainText(value).flatMap({ readInteger($0) }), bounds.contains(number) {
            return .integer(number)
        }
        let isBounded = bounds.upperBound < 1_000_000_000
        let most = isBounded ? " to \(bounds.upperBound)" : ""
        let mostChinese = isBounded ? "到 \(bounds.upperBound) " : "以上"
        let given = plainText(value).flatMap { readInteger($0) }
        // `head -5` is how other programs write `head 5`.
        let nearest = given.map { bounds.contains(-$0) ? -$0 : max(bounds.lowerBound, min($0, bounds.upperBound)) }
        reportBadValue(
            value,
            LocalizedText(
                "a whole number from \(bounds.lowerBound)\(most)", zh: " \(bounds.lowerBound) \(mostChinese)的整数"),
            edits: nearest.map { [SourceEdit(value.range, String($0))] } ?? [])
        return nil
    }

    private static let truths: [String: Bool] = [
        "true": true, "yes": true, "on": true, "1": true, "真": true, "是": true, "开": true,
        "false": false, "no": false, "off": false, "0": false, "假": false, "否": false, "关": false,
    ]

    private mutating func bindBoolean(_ value: Value, _ parameter: Parameter) -> BoundValue? {
        if let truth = truth(value) { return .boolean(truth) }
        reportBadValue(
            value, LocalizedText("true or false", zh: "真或假（true、false）"), edits: [SourceEdit(value.range, "true")])
        return nil
    }

    /// The truth that a value is written as, or nil.
    func truth(_ value: Value) -> Bool? { plainText(value).flatMap { Binder.truths[$0.lowercased()] } }

    private mutating func bindChoice(
        _ value: Value, _ choices: [BilingualName], _ parameter: Parameter, or bounds: ClosedRange<Int>? = nil
    ) -> BoundValue? {
        let typed = plainText(value) ?? ""
        if let choice = choices.first(where: { $0.spellings.contains(typed.lowercased()) }) {
            return .choice(choice.english)
        }
        let near =
            Suggestions.nearest(to: typed, among: choices.flatMap(\.spellings))
            ?? choices.first { !typed.isEmpty && $0.english.hasPrefix(typed.lowercased()) }?.english
        let list = LocalizedText(
            choices.map(\.english).joined(separator: ", "), zh: choices.map(\.chinese).joined(separator: "、"))
        let numbers = bounds.map { LocalizedText("a number from \($0.lowerBound), or ", zh: "自 \($0.lowerBound) 起的数，或 ") }
        reportBadValue(
            value, LocalizedText("\(numbers?.english ?? "")one of \(list.english)", zh: "\(numbers?.chinese ?? "")\(list.chinese) 之一"),
            edits: (near ?? choices.first.map { typed.isHan ? $0.chinese : $0.english }).map { [SourceEdit(value.range, $0)] } ?? [])
        return nil
    }

    /// The value that a setting is given, checked and in its canonical spelling.
    mutating func settingValue(_ setting: Setting, _ value: Value) -> String? {
        let parameter = Parameter(setting.name, setting.kind, setting.summary)
        switch bindValue(value, as: parameter, input: .nothing) {
        case .integer(let number): return String(number)
        case .boolean(let truth): return String(truth)
        case .choice(let text), .text(let text): return text
        case .field, .sortKey, .date, .position, .pattern, .plan, .literal, nil: return nil
        }
    }

    private mutating func bindDate(_ value: Value) -> DateRange? {
        guard let text = plainText(value) else {
            reportBadValue(value, LocalizedText("a date", zh: "日期"))
            return nil
        }
        return dateRange(text, at: value.range)
    }

    private mutating func bindPosition(_ value: Value, _ parameter: Parameter) -> BoundValue? {
        let text = plainText(value) ?? ""
        if parameter.kind == .address, let direction = Direction.written(text) { return .position(.beside(direction)) }
        if let address = Address(parsing: text) { return .position(.address(address)) }
        if let number = readInteger(text), number >= 0 { return .position(.numbers(number...number)) }
        if let dots = rangeDots(text), let low = readInteger(text[..<dots.lowerBound]),
            let high = readInteger(text[dots.upperBound...]), low >= 0
        {
            if low <= high { return .position(.numbers(low...high)) }
            report(
                .reversedRange, at: value.range,
                LocalizedText("the range \(text) is reversed", zh: "范围 \(text) 颠倒"),
                edits: [SourceEdit(value.range, "\(high)..\(low)")])
            return nil
        }
        reportBadValue(
            value, LocalizedText("a number, a range 3..5 or an address such as ¶13", zh: "数、范围 3..5 或 ¶13 之类的地址"))
        return nil
    }

    private mutating func bindPlan(_ value: Value) -> BoundValue? {
        switch value.kind {
        case .pipeline(let pipeline): return bindPipeline(pipeline).map { .plan($0) }
        case .variable(let name):
            if let plan = environment.lets[name] { return .plan(plan) }
            reportUnknownName(name, at: value.range)
        case .word(let text):
            let command = environment.commands[text] != nil
            report(
                .badValue, at: value.range,
                LocalizedText("a pipeline in brackets or a $name is needed here", zh: "这里要括号中的管道或 $名"),
                edits: [SourceEdit(value.range, command ? "(\(text))" : "(grep \(text))")])
        case .string, .raw, .regex:
            reportBadValue(value, LocalizedText("a pipeline in brackets", zh: "括号中的管道"))
        }
        return nil
    }

    // MARK: Fields

    private mutating func bindField(_ value: Value, input: FlowType) -> FieldReference? {
        guard let text = plainText(value) else {
            reportBadValue(value, LocalizedText("a field", zh: "字段"))
            return nil
        }
        if let found = field(named: text, of: input) { return found }
        reportUnknownField(text, at: value.range, input: input)
        return nil
    }

    /// The field or column with a spelling; a table's own columns come before the fields of its regions.
    func field(named spelling: String, of input: FlowType) -> FieldReference? {
        let name = spelling.lowercased()
        func matches(_ column: Column) -> Bool { column.name.lowercased() == name || column.chinese == spelling }
        let unit = UnitField.allCases.first { $0.rawValue == name || $0.chinese == spelling }
        switch input {
        case .nothing, .number, .text: return nil
        case .units(_, let attributes):
            if let index = attributes.firstIndex(where: matches) { return .attribute(index, attributes[index]) }
            return unit.map { .unit($0) }
        case .table(let columns, let hasRegions):
            if let index = columns.firstIndex(where: matches) { return .column(index, columns[index]) }
            return hasRegions ? unit.map { .unit($0) } : nil
        }
    }

    /// Every spelling a field of the input has.
    func fieldSpellings(of input: FlowType) -> [String] {
        let units = UnitField.allCases.flatMap { [$0.rawValue, $0.chinese] }
        switch input {
        case .nothing, .number, .text: return []
        case .units(_, let attributes): return attributes.flatMap { [$0.name, $0.chinese] } + units
        case .table(let columns, let hasRegions):
            return columns.flatMap { [$0.name, $0.chinese] } + (hasRegions ? units : [])
        }
    }

    /// A word that should be a field and is none.
    mutating func reportUnknownField(_ text: String, at range: SourceRange, input: FlowType) {
        let spellings = fieldSpellings(of: input)
        let near = Suggestions.nearest(to: text, among: spellings)
        let list = stride(from: text.isHan ? 1 : 0, to: spellings.count, by: 2).map { spellings[$0] }
        report(
            .unknownField, at: range,
            LocalizedText("no field is called \(text)", zh: "没有字段叫 \(text)"),
            advice: near != nil
                ? nil
                : text == "*"
                    ? LocalizedText(
                        "every field is there without select; name those of the table: \(list.prefix(4).joined(separator: ", ")) …",
                        zh: "不用 选 时字段俱在；请列出表中要的：标题、日期、节名……")
                    : LocalizedText(
                        "fields here: \(list.joined(separator: ", "))", zh: "此处字段：\(list.joined(separator: "、"))"),
            edits: near.map { [SourceEdit(range, $0)] } ?? [])
    }
}
