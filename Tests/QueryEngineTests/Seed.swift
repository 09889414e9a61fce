import DocumentFormats
import Documents
import QueryEngine
import QueryLanguage
import SourceText
import Testing

/// The seed, read from the repository.
let seed = ArchiveReader().open([#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/seeds"])

/// What a query gave, with all that tells one row from another.
enum Rows: Equatable {
    case units([Region])
    case table([[String]])
    case number(Int)
    case text([String])
    case nothing

    /// How many rows there are.
    var count: Int? {
        switch self {
        case .units(let rows): rows.count
        case .table(let rows): rows.count
        case .number, .text, .nothing: nil
        }
    }

    /// The first rows.
    func prefix(_ count: Int) -> Rows {
        switch self {
        case .units(let rows): .units(Array(rows.prefix(count)))
        case .table(let rows): .table(Array(rows.prefix(count)))
        case .number, .text, .nothing: self
        }
    }

    /// The rows where they are regions.
    var regions: [Region] { if case .units(let rows) = self { rows } else { [] } }
}

/// The last statement of a text, run on the seed, with or without the optimizer.
func rows(_ query: String, optimized: Bool = true) throws -> Rows {
    let bound = bind(query, in: BindingEnvironment(commands: commandTable))
    try #require(bound.diagnostics.isEmpty, "\(query): \(bound.diagnostics.map(\.message.english))")
    guard case .pipeline(let plan)? = bound.statements.last else { return .nothing }
    let context = EvaluationContext(archive: seed, cancellation: Cancellation(), commands: commandTable)
    guard case .result(let result) = try Evaluator(context: context).run(optimized ? optimize(plan) : plan) else { return .nothing }
    return try rows(of: result)
}

private func rows(of result: QueryResult) throws -> Rows {
    switch result {
    case .units(let units):
        var all: [Region] = []
        while let batch = try units.next() { all += (0..<batch.count).map { batch[$0] } }
        return .units(all)
    case .table(let table):
        var all: [[String]] = []
        while let batch = try table.next() { all += batch.map { $0.cells.map { $0.plainText() } } }
        return .table(all)
    case .number(let number): return .number(number.value)
    case .text(let text): return .text(text.lines.map(\.text))
    case .nothing: return .nothing
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// The text of a region of the seed.
func text(of region: Region) -> String { seed.shards[region.shard].text.string(region.span) }

/// Phrases of two to five Han characters from the paragraphs of the seed.
func randomPhrases(_ count: Int, seed number: UInt64) throws -> [String] {
    var numbers = SeededNumbers(number)
    let paragraphs = try rows("paras").regions.map { Array(text(of: $0).unicodeScalars) }
    var phrases: [String] = []
    while phrases.count < count {
        guard let paragraph = paragraphs.randomElement(using: &numbers), paragraph.count > 6 else { continue }
        let start = Int.random(in: 0..<paragraph.count - 5, using: &numbers)
        let length = Int.random(in: 1...4, using: &numbers)
        let piece = paragraph[start..<start + length]
        guard piece.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) else { continue }
        var phrase = String.UnicodeScalarView()
        phrase.append(contentsOf: piece)
        phrases.append(String(phrase))
    }
    return phrases
}

/// The lines of `explain` on the seed.
func explained(_ query: String) -> [String] {
    let bound = bind(query, in: BindingEnvironment(commands: commandTable))
    guard case .pipeline(let plan)? = bound.statements.last else { return [] }
    let context = EvaluationContext(archive: seed, cancellation: Cancellation(), commands: commandTable)
    return Evaluator(context: context).explain(optimize(plan)).lines.map(\.text)
}

/// All that tells one row of a result from another.
func lines(of result: QueryResult) throws -> [String] {
    var lines: [String] = []
    switch result {
    case .units(let units):
        while let batch = try units.next() {
            for row in 0..<batch.count { lines.append("\(batch[row]) \(batch.hits.map { Array($0[row]) } ?? [])") }
        }
    case .table(let table): while let batch = try table.next() { lines += batch.map { "\($0.cells)" } }
    case .number(let number): lines.append("\(number)")
    case .text, .nothing: break
    }
    return lines
}
