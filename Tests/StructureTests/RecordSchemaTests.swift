import Documents
import QueryEngine
import QueryLanguage
import Testing

@testable import ShellSession

/// What `--json` prints is what docs/schema says.
@Suite struct RecordSchemaTests {
    private static let validator: SchemaValidator? = text("docs/schema/record.schema.json").flatMap(JSONTree.init).map(SchemaValidator.init)

    /// The records that a query prints.
    private func records(_ query: String) throws -> [JSONTree] {
        var output = ""
        let status = runQueries(QueryRequest(queries: [query], json: true), streams: Streams(output: { output += $0 }, error: { _ in }))
        #expect(status == 0, "\(query)")
        return try output.split(separator: "\n").map { try #require(JSONTree(String($0)), "\(query): \($0)") }
    }

    @Test(arguments: commandTable.declarations.map(\.name.english))
    func recordsOfTheExamplesAreAsTheSchemaSays(_ name: String) throws {
        let validator = try #require(RecordSchemaTests.validator)
        for example in commandTable[name]?.examples ?? [] {
            // What is opened or written is no record, and exports in other formats are none.
            if ["open ", "to csv", "quit"].contains(where: { example.query.pieces(between: $0).count > 1 }) { continue }
            for record in try records(example.query) { #expect(validator.faults(of: record) == [], "\(example.query)") }
        }
    }

    @Test(arguments: [
        ("articles", "unit", "article"), ("sections", "unit", "section"), ("paras | grep 党员", "unit", "paragraph"),
        ("sents", "unit", "sentence"),
        ("find 从…入手", "unit", "span"), ("dates", "unit", "span"), ("numbers", "unit", "span"), ("quotes", "unit", "span"),
        ("count", "number", nil), ("freq 党员 by=section | count", "number", nil), ("show p13", "line", nil), ("cite", "line", nil),
        ("explain grep 党员", "line", nil), ("outline", "line", nil), ("freq 党员 by=section", "row", nil), ("roles", "row", nil),
        ("sents | derive 次数 = count(党员), 半 = len ÷ 2", "row", nil), ("select date, title", "row", nil), ("files", "row", nil),
        ("set", "row", nil),
    ])
    func aRecordIsOfItsKind(query: String, kind: String, layer: String?) throws {
        let validator = try #require(RecordSchemaTests.validator)
        let found = try records(query)
        #expect(!found.isEmpty)
        for record in found {
            #expect(validator.faults(of: record, at: kind) == [], "\(query)")
            #expect(record["layer"]?.string == layer)
            if kind != "unit" { #expect(validator.faults(of: record, at: "unit") != [], "\(query)") }
        }
    }

    @Test func toJSONIsAnArrayOfRecords() throws {
        let validator = try #require(RecordSchemaTests.validator)
        var output = ""
        _ = runQueries(QueryRequest(queries: ["paras | head 3 | to json"]), streams: Streams(output: { output += $0 }, error: { _ in }))
        let records = try #require(JSONTree(output)).elements
        #expect(records.count == 3 && records.allSatisfy { validator.faults(of: $0, at: "unit").isEmpty })
    }

    @Test func theSchemaNamesTheLayersAndFieldsThereAre() throws {
        let unit = try #require(RecordSchemaTests.validator?.schema["$defs"]?["unit"])
        let layers = unit["properties"]?["layer"]?["enum"]?.elements.compactMap(\.string)
        #expect(layers == Layer.allCases.map(\.name))
        // The year, month and day are in the date.
        let fields = Set(UnitField.allCases.map(\.rawValue)).subtracting(["year", "month", "day"])
        let keys = try #require(unit["properties"]?.keys)
        #expect(fields.isSubset(of: keys))
        #expect(keys.subtracting(fields) == ["address", "layer", "hits", "start", "end", "attributes"])
        #expect(Set(unit["required"]?.elements.compactMap(\.string) ?? []) == keys)
    }

    @Test(arguments: [
        ("number", #"{"value":1,"unit":"word","of":null}"#), ("number", #"{"value":-1,"unit":null,"of":null}"#),
        ("number", #"{"value":1,"of":2}"#),
        ("line", #"{"text":1}"#), ("line", #"{"text":"甲","where":"¶1"}"#), ("line", #"{"text":"甲","address":"p13"}"#),
        ("row", #"{"address":"p13","who":"甲"}"#), ("row", #"{"who":["甲"]}"#), ("row", #"{"layer":"span","hits":3}"#), ("row", "[]"),
        ("unit", #"{"layer":"span","hits":[[1]]}"#), ("date", #""1999-1""#), ("offset", "1.5"),
    ])
    func whatIsNoRecordIsRefused(kind: String, wrong: String) throws {
        let validator = try #require(RecordSchemaTests.validator)
        #expect(try validator.faults(of: #require(JSONTree(wrong)), at: kind) != [])
    }

    @Test(arguments: ["{", "[1,]", "{\"a\" 1}", "\"a", "tru", "1 2", "{\"a\":1,}", "\"\\q\"", String(repeating: "[", count: 5000)])
    func whatIsNoJSONIsNotRead(_ wrong: String) { #expect(JSONTree(wrong) == nil) }

    @Test func jsonIsReadAsItIsMeant() {
        #expect(
            JSONTree(#"{"键":[1,-2.5e3,true,null,"\u515a\ud840\udc00\n"]}"#)
                == .object([
                    "键": .array([
                        .number("1"), .number("-2.5e3"), .truth(true), .null, .text("党𠀀\n"),
                    ])
                ]))
    }
}
