/// A cardinal while it is read from the left: sections of up to four places, each with its 万 or 亿. Lower and upper bound are
/// kept side by side, so that 三四十 and 几百万 need no grammar of their own.
struct CardinalReading {
    private struct Bounds {
        var low: Int
        var high: Int

        static let zero = Bounds(low: 0, high: 0)
        var isZero: Bool { high == 0 }

        func times(_ factor: Int) -> Bounds? {
            let (a, first) = low.multipliedReportingOverflow(by: factor)
            let (b, second) = high.multipliedReportingOverflow(by: factor)
            return first || second ? nil : Bounds(low: a, high: b)
        }

        func plus(_ other: Bounds) -> Bounds? {
            let (a, first) = low.addingReportingOverflow(other.low)
            let (b, second) = high.addingReportingOverflow(other.high)
            return first || second ? nil : Bounds(low: a, high: b)
        }
    }

    private let glyphs: GlyphReader
    /// Behind what was taken.
    private(set) var end: Int
    private(set) var isArabic = false
    private var count = 0
    private var hundredMillions = Bounds.zero
    private var tenThousands = Bounds.zero
    private var section = Bounds.zero
    /// A coefficient whose unit has not come yet.
    private var pending: Bounds?
    private var isPairPending = false
    private var isPendingArabic = false
    /// 零 since the last unit.
    private var sawZero = false
    /// Units fall from left to right within a section.
    private var lastSmall = 4
    private var lastLarge = Int.max
    /// The last unit as a power of ten; 0 before the first.
    private var lastUnit = 0
    private(set) var hasUnit = false

    init(_ glyphs: GlyphReader, at offset: Int) {
        self.glyphs = glyphs
        end = offset
    }

    var hasPending: Bool { pending != nil }

    private mutating func advance(to offset: Int) -> Bool {
        end = offset
        count += 1
        return true
    }

    // MARK: Coefficients

    mutating func take(arabic value: Int, glyphs count: Int, upTo offset: Int) {
        pending = Bounds(low: value, high: value)
        (end, isPendingArabic, isArabic) = (offset, true, true)
        self.count += count
    }

    mutating func take(digit: Int, upTo offset: Int) -> Bool {
        if digit == 0 {
            guard pending == nil, hasUnit, !sawZero else { return false }
            sawZero = true
            // A zero that nothing follows is no part of the number.
            let next = glyphs.numeral(at: offset).kind
            switch next {
            case .digit(1...9), .financialDigit, .tens, .small(1): return advance(to: offset)
            case .digit, .arabic, .small, .large, .vague, .financialUnit, .none: return false
            }
        }
        guard let pending else {
            self.pending = Bounds(low: digit, high: digit)
            return advance(to: offset)
        }
        // 三四十, 二十三四: neighbours are a range, and so is 三五; 九十 stands in no range.
        let isNext = digit == pending.low + 1 || (pending.low == 3 && digit == 5)
        guard pending.low == pending.high, !isPendingArabic, isNext, mayPair(behind: offset) else { return false }
        self.pending = Bounds(low: pending.low, high: digit)
        isPairPending = true
        return advance(to: offset)
    }

    /// Behind a pair comes a unit, or a word: 一二三 is no range.
    private func mayPair(behind offset: Int) -> Bool {
        switch glyphs.numeral(at: offset).kind {
        case .digit, .arabic, .vague, .tens: false
        case .small, .large, .none, .financialDigit, .financialUnit: true
        }
    }

    mutating func take(tens: Int, upTo offset: Int) -> Bool {
        guard pending == nil, lastSmall > 1 else { return false }
        section.low += tens * 10
        section.high += tens * 10
        (lastSmall, lastUnit, hasUnit, sawZero) = (1, 1, true, false)
        return advance(to: offset)
    }

    /// 几十, 数百, 十几: two to nine, or one to nine behind a unit.
    mutating func takeVague(upTo offset: Int) -> Bool {
        guard pending == nil else { return false }
        let kind = glyphs.numeral(at: offset).kind
        switch kind {
        case .small, .large:
            guard !hasUnit || lastUnit == 1 else { return false }
            pending = Bounds(low: hasUnit ? 1 : 2, high: 9)
        case .none, .digit, .arabic, .vague, .tens, .financialDigit, .financialUnit:
            guard lastUnit == 1, lastSmall == 1, glyphs.glyph(before: offset) == 0x51E0 else { return false }
            pending = Bounds(low: 1, high: 9)
        }
        isPairPending = true
        return advance(to: offset)
    }

    // MARK: Units

    mutating func take(small power: Int, upTo offset: Int) -> Bool {
        guard power < lastSmall, pending != nil || (power == 1 && (section.isZero || sawZero)) else { return false }
        let coefficient = pending ?? Bounds(low: 1, high: 1)
        if isPendingArabic {
            guard power > 1, coefficient.high < 1000 else { return false }
        }
        guard let value = coefficient.times(CardinalReading.power(power)), let sum = section.plus(value) else { return false }
        section = sum
        settle(power)
        lastSmall = power
        return advance(to: offset)
    }

    mutating func take(large power: Int, upTo offset: Int) -> Bool {
        if let pending {
            guard let sum = section.plus(pending) else { return false }
            section = sum
            self.pending = nil
        }
        if power == 8 {
            guard let base = tenThousands.plus(section), !base.isZero, hundredMillions.isZero, let value = base.times(100_000_000)
            else { return false }
            hundredMillions = value
            tenThousands = .zero
        } else {
            guard !section.isZero, power < lastLarge || tenThousands.isZero, tenThousands.isZero,
                let value = section.times(10_000)
            else { return false }
            tenThousands = value
        }
        section = .zero
        settle(power)
        (lastSmall, lastLarge) = (4, power)
        return advance(to: offset)
    }

    private mutating func settle(_ power: Int) {
        (pending, isPairPending, isPendingArabic, sawZero) = (nil, false, false, false)
        (lastUnit, hasUnit) = (power, true)
    }

    /// 多 before 万: up to one more of the last place that is not zero.
    mutating func takeMore(upTo offset: Int) -> Bool {
        var value = section
        if let pending {
            guard isPendingArabic, !hasUnit else { return false }
            value = pending
        }
        guard !value.isZero else { return false }
        value.high += isPendingArabic ? DecimalNumber(value.high).roundness : CardinalReading.power(lastUnit)
        (section, pending, isPendingArabic) = (value, nil, false)
        return advance(to: offset)
    }

    // MARK: The end

    /// What was read. A digit that no unit follows counts the next lower place: 一百五 is 150, 一万二 12000; behind 零 or 十 it
    /// counts ones.
    func finished(_ style: Numeral.Style) -> Numeral? {
        guard count > 0, !(isPendingArabic && hasUnit) else { return nil }
        var last = pending ?? .zero
        if pending != nil, hasUnit, lastUnit > 1, !sawZero {
            guard let scaled = last.times(CardinalReading.power(lastUnit - 1)) else { return nil }
            last = scaled
        }
        guard let upper = hundredMillions.plus(tenThousands), let lower = section.plus(last), let total = upper.plus(lower)
        else { return nil }
        return Numeral(
            end: end, low: DecimalNumber(total.low), high: DecimalNumber(total.high), style: style, glyphs: count,
            unit: pending == nil ? lastUnit : 0, hasUnit: hasUnit)
    }

    private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { value, _ in value * 10 } }
}
