import Documents

/// From numbers to places along an axis, with round ticks.
struct AxisScale {
    let low: Double
    let high: Double
    /// Round numbers from `low` to `high`, ascending.
    let ticks: [Double]
    private let step: Double

    /// A scale over `values` with about `count` ticks. It ends at the values, or with `isRounded` at ticks. A scale that
    /// `includesZero` begins or ends there: lengths that are compared by eye must.
    init(_ values: [Double], ticks count: Int, includesZero: Bool = true, isWhole: Bool = false, isRounded: Bool = false) {
        var low = values.min() ?? 0
        var high = values.max() ?? 0
        if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
        if high <= low { high = low + max(1, abs(low) * 1e-3) }
        let step = AxisScale.step((high - low) / Double(max(1, count)), isWhole: isWhole)
        if isRounded { (low, high) = ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step) }
        self.low = low
        self.high = high
        self.step = step
        ticks = AxisScale.ticks(low, high, step, atMost: 4 * count + 4)
    }

    /// The place of a number: 0 at `low`, 1 at `high`.
    func fraction(_ value: Double) -> Double { min(1, max(0, (value - low) / (high - low))) }

    /// A tick in words, with as many digits as the step needs.
    func label(_ tick: Double) -> String {
        if abs(tick) >= 1e9 || step < 1e-6 { return shortNumber(tick) }
        if step >= 1, let whole = Int(exactly: tick.rounded()) { return grouped(whole) }
        return Cell.decimal(tick).plainText(digits: 8)
    }

    /// The greatest of 1, 2, 5, 10, 20 … that is not far above `raw`.
    private static func step(_ raw: Double, isWhole: Bool) -> Double {
        guard raw > 0, raw.isFinite else { return 1 }
        var magnitude = 1.0
        while magnitude * 10 <= raw { magnitude *= 10 }
        while magnitude > raw { magnitude /= 10 }
        let step = [1.0, 2, 5, 10].map { $0 * magnitude }.last { $0 <= raw * 1.5 } ?? raw
        return isWhole ? max(1, step) : step
    }

    private static func ticks(_ low: Double, _ high: Double, _ step: Double, atMost count: Int) -> [Double] {
        let first = (low / step - 1e-9).rounded(.up)
        // Beside very large numbers a step may be lost in rounding; then the ends must do.
        guard first.magnitude < 1e15 else { return [low, high] }
        let end = high + step * 1e-9
        let ticks: [Double] = (0..<count).map { (index: Int) -> Double in
            let tick = (first + Double(index)) * step
            return tick == 0 ? 0 : tick
        }
        return Array(ticks.prefix { $0 <= end })
    }
}

/// A number with four digits and an exponent where it is long: `1.5e+12`.
func shortNumber(_ value: Double) -> String {
    guard value.isFinite else { return Cell.decimal(value).plainText() }
    if value == 0 { return "0" }
    guard abs(value) >= 1e9 || abs(value) < 1e-4 else { return Cell.decimal(value).plainText() }
    var exponent = 0
    var mantissa = value
    while abs(mantissa) >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while abs(mantissa) < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    return Cell.decimal(mantissa).plainText(digits: 3) + "e\(exponent)"
}

/// Numbers of one column in words: thousands apart, and all with as many digits after the point as the column needs.
struct NumberWording {
    private let digits: Int

    init(_ values: [Double]) {
        let isWhole = values.allSatisfy { $0 == $0.rounded() }
        let greatest = values.map(abs).max() ?? 0
        digits = isWhole ? 0 : greatest >= 100 ? 1 : greatest >= 1 ? 2 : 4
    }

    func callAsFunction(_ value: Double) -> String {
        if value != 0, abs(value) >= 1e9 || abs(value) < 1e-4 { return shortNumber(value) }
        let text = Cell.decimal(value).plainText(digits: digits)
        let point = text.firstIndex(of: ".") ?? text.endIndex
        let whole = Int(text[..<point]).map { (text.hasPrefix("-0") ? "-" : "") + grouped($0) } ?? String(text[..<point])
        guard digits > 0 else { return whole }
        let fraction = text[point...].dropFirst()
        return whole + "." + fraction + String(repeating: "0", count: max(0, digits - fraction.count))
    }
}
