@testable import ShellSession

/// As much of JSON Schema (2020-12) as docs/schema uses. A keyword that it does not know is a fault of the schema, so that no
/// condition goes unchecked.
struct SchemaValidator {
    let schema: JSONTree

    /// What is wrong with a value; empty where nothing is.
    func faults(of value: JSONTree, at definition: String? = nil) -> [String] {
        guard let definition else { return faults(value, schema, "") }
        return faults(value, schema["$defs"]?[definition] ?? .null, "")
    }

    private func faults(_ value: JSONTree, _ schema: JSONTree, _ place: String) -> [String] {
        guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
        return keywords.flatMap { keyword, condition in fault(value, keyword, condition, schema, place) }
    }

    private func fault(_ value: JSONTree, _ keyword: String, _ condition: JSONTree, _ schema: JSONTree, _ place: String) -> [String] {
        func unless(_ holds: Bool) -> [String] { holds ? [] : ["\(place): \(value) is against \(keyword) \(condition)"] }
        switch keyword {
        case "$schema", "$id", "$defs", "title", "description": return []
        case "$ref":
            let name = String((condition.string ?? "").split(separator: "/").last ?? "")
            return faults(value, self.schema["$defs"]?[name] ?? .null, place)
        case "type":
            let names = condition.string.map { [$0] } ?? condition.elements.compactMap(\.string)
            return unless(names.contains { value.isOf(type: $0) })
        case "enum": return unless(condition.elements.contains(value))
        case "anyOf": return unless(condition.elements.contains { faults(value, $0, place).isEmpty })
        case "not": return unless(!faults(value, condition, place).isEmpty)
        case "minimum": return unless(value.amount.map { number in condition.amount.map { number >= $0 } ?? false } ?? true)
        case "pattern": return unless(value.string.map { matches($0, condition.string ?? "") } ?? true)
        case _: return parts(value, keyword, condition, schema, place)
        }
    }

    /// Keywords that speak of members and elements.
    private func parts(_ value: JSONTree, _ keyword: String, _ condition: JSONTree, _ schema: JSONTree, _ place: String) -> [String] {
        let members: [String: JSONTree] = if case .object(let members) = value { members } else { [:] }
        let isObject = value.isOf(type: "object")
        switch keyword {
        case "required":
            let missing = condition.elements.compactMap(\.string).filter { isObject && members[$0] == nil }
            return missing.map { "\(place): \($0) is missing" }
        case "properties":
            return members.flatMap { key, member in condition[key].map { faults(member, $0, "\(place)/\(key)") } ?? [] }
        case "additionalProperties":
            let others = members.filter { schema["properties"]?[$0.key] == nil }
            if condition == .truth(false) { return others.map { "\(place): \($0.key) is one too many" } }
            return others.flatMap { faults($0.value, condition, "\(place)/\($0.key)") }
        case "items": return value.elements.flatMap { faults($0, condition, place + "/*") }
        case "minItems": return Double(value.elements.count) < condition.amount ?? 0 ? ["\(place): too few"] : []
        case "maxItems": return Double(value.elements.count) > condition.amount ?? 0 ? ["\(place): too many"] : []
        case _: return ["\(place): the keyword \(keyword) is not known"]
        }
    }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        (try? Regex(pattern).firstMatch(in: text)) != nil
    }
}

extension JSONTree {
    fileprivate var amount: Double? {
        if case .number(let digits) = self { Double(digits) } else { nil }
    }

    fileprivate func isOf(type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .truth: type == "boolean"
        case .number(let digits): type == "number" || type == "integer" && Int(digits) != nil
        case .text: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }

    /// The keys of an object, without order.
    var keys: Set<String> {
        if case .object(let members) = self { Set(members.keys) } else { [] }
    }
}
