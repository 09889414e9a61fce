/// A value in a table or field.
public enum Cell: Hashable, Sendable {
    /// No value: an article without a date.
    case empty
    case text(String)
    case integer(Int)
    case decimal(Double)
    case date(PartialDate)
    case boolean(Bool)
}

/// What a column or field holds, so that it is compared, sorted and aligned as that.
public enum CellKind: Hashable, Sendable, CaseIterable {
    case text, number, date, boolean
}

extension Cell {
    /// The value as plain text: what TSV and CSV hold. Decimals have at most `digits` digits after the point, no trailing zeros.
    public func plainText(digits: Int = 4) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): Cell.format(number, digits: digits)
        case .date(let date): date.description
        case .boolean(let truth): truth ? "true" : "false"
        }
    }

    private static func format(_ number: Double, digits: Int) -> String {
        guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
        let scale = (0..<max(0, digits)).reduce(1.0) { value, _ in value * 10 }
        let scaled = (number * scale).rounded()
        guard abs(scaled) < 9e15 else { return "\(number)" }
        let units = Int(abs(scaled))
        let whole = units / Int(scale)
        var fraction = String(units % Int(scale))
        fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = scaled < 0 ? "-" : ""
        return fraction.isEmpty || digits == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
    }

    /// The order of `sort`: empty first, then by value; numbers and dates as such, text by code points.
    public static func ascending(_ a: Cell, _ b: Cell) -> Bool {
        switch (a, b) {
        case (.integer(let x), .integer(let y)): x < y
        case (.integer(let x), .decimal(let y)): Double(x) < y
        case (.decimal(let x), .integer(let y)): x < Double(y)
        case (.decimal(let x), .decimal(let y)): x < y
        case (.date(let x), .date(let y)): (x.firstDay, x.lastDay) < (y.firstDay, y.lastDay)
        case (.text(let x), .text(let y)): x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars)
        case (.boolean(let x), .boolean(let y)): !x && y
        case (.empty, .empty): false
        case (.empty, _): true
        case (_, .empty): false
        case (.text, _), (.integer, _), (.decimal, _), (.date, _), (.boolean, _): a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .empty: 0
        case .boolean: 1
        case .integer, .decimal: 2
        case .date: 3
        case .text: 4
        }
    }
}
