/// How found headings agree with true ones, in all and kind by kind.
struct HeadingAgreement {
    private struct Counts {
        var right = 0
        var invented = 0
        var missed = 0
        var levelRight = 0
    }

    private let total: Int
    private var missing: [HeadingPlace: NamedHeading]
    private var counts: [String: Counts] = [:]
    /// The wrong ones, sorted: `+` those invented, `-` those missed, with file, title, date, body line and heading.
    private(set) var differences: [String] = []

    init(truth: HeadingTruth) {
        missing = truth.headings
        total = missing.count
    }

    /// Takes the headings of some articles into account.
    mutating func add(_ found: [HeadingPlace: NamedHeading]) {
        for (place, heading) in found {
            let kind = numberingKind(of: heading.text)
            if let known = missing.removeValue(forKey: place) {
                counts[kind, default: Counts()].right += 1
                counts[kind, default: Counts()].levelRight += known.level == heading.level ? 1 : 0
            } else {
                counts[kind, default: Counts()].invented += 1
                differences.append("+\t\(place.article)\t\(place.line)\t\(heading.text)")
            }
        }
    }

    /// Counts what was not found. To be called once, when all has been added.
    mutating func finish() {
        for (place, heading) in missing {
            counts[numberingKind(of: heading.text), default: Counts()].missed += 1
            differences.append("-\t\(place.article)\t\(place.line)\t\(heading.text)")
        }
        differences.sort()
    }

    /// A line for all headings, and one for each kind.
    var report: [String] {
        var all = Counts()
        for kind in counts.values {
            all.right += kind.right
            all.invented += kind.invented
            all.missed += kind.missed
            all.levelRight += kind.levelRight
        }
        let kinds = counts.sorted { ($0.value.right + $0.value.missed, $0.key) > ($1.value.right + $1.value.missed, $1.key) }
        return [line("all", all)] + kinds.map { line($0.key, $0.value) }
    }

    private func line(_ name: String, _ counts: Counts) -> String {
        let precision = ratio(counts.right, counts.right + counts.invented)
        let recall = ratio(counts.right, counts.right + counts.missed)
        return "\(name)\tprecision \(precision)\trecall \(recall)\t\(counts.right) right, \(counts.invented) invented, "
            + "\(counts.missed) missed\tlevels \(ratio(counts.levelRight, counts.right))"
    }

    /// Three decimals; a dash where nothing is divided by.
    private func ratio(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let thousandths = (part * 1000 + whole / 2) / whole
        let decimals = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - decimals.count))\(decimals)"
    }
}

/// What a heading is numbered with: 编, 章, 节, 一、, （一）, 1., （1）, 甲, or nothing.
private func numberingKind(of heading: String) -> String {
    let numerals = Set("零〇一二三四五六七八九十百千")
    let digits = Set("0123456789０１２３４５６７８９")
    var rest = Substring(heading)
    let isOrdinal = rest.first == "第"
    let isBracketed = rest.first == "（" || rest.first == "("
    if isOrdinal || isBracketed { rest = rest.dropFirst() }
    let number = rest.prefix { numerals.contains($0) || digits.contains($0) }
    guard let first = number.first else { return "unnumbered" }
    rest = rest.dropFirst(number.count)
    if isOrdinal { return rest.first.map { "第N\($0)" } ?? "unnumbered" }
    let sign = numerals.contains(first) ? "一" : "1"
    if isBracketed { return "（\(sign)）" }
    return rest.isEmpty ? sign : "\(sign)、"
}
