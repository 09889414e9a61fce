import Documents

/// The marks that matter here, in reading form.
enum Mark {
    static let comma: UInt32 = 0xFF0C
    static let pause: UInt32 = 0x3001
    static let colon: UInt32 = 0xFF1A
    static let semicolon: UInt32 = 0xFF1B
    static let stop: UInt32 = 0x3002
    static let exclamation: UInt32 = 0xFF01
    static let question: UInt32 = 0xFF1F

    static func endsSentence(_ scalar: UInt32) -> Bool { scalar == stop || scalar == exclamation || scalar == question }

    static func endsClause(_ scalar: UInt32) -> Bool {
        endsSentence(scalar) || scalar == comma || scalar == colon || scalar == semicolon || scalar == 0x2014 || scalar == 0x2026
    }

    static func isOpener(_ scalar: UInt32) -> Bool { [0x201C, 0x2018, 0x300C, 0x300E].contains(scalar) }
    static func isCloser(_ scalar: UInt32) -> Bool { [0x201D, 0x2019, 0x300D, 0x300F].contains(scalar) }
    static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x3000 || scalar == 0x09 || scalar == 0xA0 }
}

extension Passage {
    /// The clauses: stretches between ，；：。！？ — and …, what stands in 《》 and brackets kept whole.
    var clauses: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        var depth = 0
        for index in 0..<count {
            let scalar = scalars[index]
            if scalar == 0x300A || scalar == 0xFF08 { depth += 1 }
            if scalar == 0x300B || scalar == 0xFF09 { depth = max(0, depth - 1) }
            guard Mark.endsClause(scalar), depth == 0 || Mark.endsSentence(scalar) else { continue }
            depth = 0
            if start < index { found.append(start..<index) }
            start = index + 1
        }
        if start < count { found.append(start..<count) }
        return found
    }

    /// A range without blanks and quotation marks that are open at one side only.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, Mark.isBlank(scalars[first]) || Mark.isCloser(scalars[first]) || isLoneOpener(first, in: range) {
            range = first + 1..<range.upperBound
        }
        while let last = range.last, Mark.isBlank(scalars[last]) || Mark.isOpener(scalars[last]) || isLoneCloser(last, in: range) {
            range = range.lowerBound..<last
        }
        return range
    }

    /// A range behind its last blank: what stands before one is a number, 第三条　党委.
    func behindBlank(_ range: Range<Int>) -> Range<Int> {
        (range.last { Mark.isBlank(scalars[$0]) }.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
    }

    private func isLoneOpener(_ index: Int, in range: Range<Int>) -> Bool {
        Mark.isOpener(scalars[index]) && !range.contains { Mark.isCloser(scalars[$0]) }
    }

    private func isLoneCloser(_ index: Int, in range: Range<Int>) -> Bool {
        Mark.isCloser(scalars[index]) && !range.contains { Mark.isOpener(scalars[$0]) }
    }
}
