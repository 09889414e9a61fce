import Documents

/// A number as it is written: `mantissa` × 10^`exponent`, exactly.
struct DecimalNumber: Hashable {
    private(set) var mantissa: Int
    private(set) var exponent: Int

    static let zero = DecimalNumber(0)

    init(_ number: Int) { self.init(number, exponent: 0) }

    init(_ mantissa: Int, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
        if mantissa == 0 { self.exponent = 0 }
        // One form for one number, so that equal numbers are equal.
        while self.mantissa != 0, self.mantissa % 10 == 0 {
            self.mantissa /= 10
            self.exponent += 1
        }
    }

    /// The number if it is whole and an `Int` holds it.
    var integer: Int? {
        guard exponent >= 0, exponent <= 18 else { return nil }
        var value = mantissa
        for _ in 0..<exponent {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }

    /// The nearest floating-point number: correctly rounded for up to 15 digits.
    var double: Double {
        let power = (0..<min(abs(exponent), 300)).reduce(1.0) { power, _ in power * 10 }
        return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    }

    /// The same as the value of a field.
    var cell: Cell { integer.map(Cell.integer) ?? .decimal(double) }

    /// The number times 10^`power`.
    func scaled(by power: Int) -> DecimalNumber { DecimalNumber(mantissa, exponent: exponent + power) }

    var negated: DecimalNumber { DecimalNumber(-mantissa, exponent: exponent) }

    /// The value of the last digit that is not zero: 100 of 300, 1 of 12; at least 1.
    var roundness: Int { DecimalNumber(1, exponent: min(17, max(0, exponent))).integer ?? 1 }

    /// As a duration writes it: `2`, `2.5`.
    var description: String {
        if let integer { return String(integer) }
        guard exponent < 0, exponent > -18 else { return "\(double)" }
        let digits = String(abs(mantissa))
        let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.utf8.count)) + digits
        let split = padded.utf8.count + exponent
        return "\(mantissa < 0 ? "-" : "")\(padded.prefix(split)).\(padded.dropFirst(split))"
    }

    static func < (a: DecimalNumber, b: DecimalNumber) -> Bool { a.double < b.double }
}
