/// Rewrites a regular expression so that its literal characters fold: `党+员` becomes `[党黨]+[员員]`, and `[党团]` gets the other forms as members.
///
/// Characters given by number, ranges, properties, names, comments and back-references stay as they are. A class stands for one
/// character, so quantifiers mean the same and lookbehinds keep their lengths.
struct RegexFolding {
    private let source: [Unicode.Scalar]
    private var place = 0
    private var result = String.UnicodeScalarView()
    /// The characters that fold, as often as they stand there.
    private var characters: [Unicode.Scalar] = []
    /// Whether `x`, which makes blanks and comments mean nothing, is on: one answer an open group.
    private var isExtended = [false]

    private init(_ source: String) { self.source = Array(source.unicodeScalars) }

    /// The rewritten expression, or nil where nothing in it folds. `source` must compile.
    static func folded(_ source: String) -> String? {
        let folding = read(source)
        return folding.characters.isEmpty ? nil : String(folding.result)
    }

    /// The characters of `source` that fold.
    static func characters(of source: String) -> [Unicode.Scalar] { read(source).characters }

    private static func read(_ source: String) -> RegexFolding {
        var folding = RegexFolding(source)
        while folding.place < folding.source.count { folding.readItem() }
        return folding
    }

    private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
        place + ahead < source.count ? source[place + ahead] : nil
    }

    private mutating func copy(_ count: Int) {
        let end = min(place + count, source.count)
        result.append(contentsOf: source[place..<end])
        place = end
    }

    /// Copies up to and with the first of `ends`.
    private mutating func copy(through ends: String) {
        while let next = scalar(), !ends.unicodeScalars.contains(next) { copy(1) }
        copy(1)
    }

    private mutating func readItem() {
        switch source[place] {
        case "\\": readEscape()
        case "[": readClass()
        case "(": readGroup()
        case ")":
            copy(1)
            if isExtended.count > 1 { isExtended.removeLast() }
        case "{":
            let length = quantifierLength()
            if length > 0 { copy(length) } else { readLiteral() }
        case ".", "^", "$", "|", "?", "*", "+": copy(1)
        case "#" where isExtended.last == true: copy(through: "\n")
        case let blank where isExtended.last == true && blank.properties.isPatternWhitespace: copy(1)
        default: readLiteral()
        }
    }

    private mutating func readLiteral() {
        let literal = source[place]
        if Folding.variants(of: literal).count > 1 { appendClass(of: literal) } else { result.append(literal) }
        place += 1
    }

    private mutating func appendClass(of literal: Unicode.Scalar) {
        characters.append(literal)
        result.append("[")
        for variant in Folding.variants(of: literal) { appendQuoted(variant) }
        result.append("]")
    }

    /// A character in a form that means itself inside a class and outside.
    private mutating func appendQuoted(_ scalar: Unicode.Scalar) {
        if scalar.properties.isPatternWhitespace, scalar != " " {
            return result.append(contentsOf: "\\x{\(String(scalar.value, radix: 16))}".unicodeScalars)
        }
        if scalar.isASCII, !isLetterOrDigit(scalar) { result.append("\\") }
        result.append(scalar)
    }

    private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z": true
        default: false
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }

    /// The length of `{2}`, `{2,}`, `{,3}`, `{2,3}` here; 0 where the brace is a character.
    private func quantifierLength() -> Int {
        var length = 1
        var hasDigit = false
        while let next = scalar(length), isDigit(next) || next == "," || next == " " {
            hasDigit = hasDigit || isDigit(next)
            length += 1
        }
        return hasDigit && scalar(length) == "}" ? length + 1 : 0
    }
}

// MARK: Groups

extension RegexFolding {
    private mutating func readGroup() {
        if scalar(1) == "*" { return readVerb() }
        guard scalar(1) == "?", let kind = scalar(2) else { return open(1) }
        switch kind {
        case "#": copy(through: ")")
        case "(": readCondition()
        case "<" where scalar(3) == "=" || scalar(3) == "!": open(4)
        case "<", "'": openNamed(3)
        case "P" where scalar(3) == "<": openNamed(4)
        case "P", "&", "R", "C", "+", "0"..."9": copy(through: ")")
        case "-" where isDigit(scalar(3)): copy(through: ")")
        case ":", "=", "!", ">", "|", "*": open(3)
        default: readOptions()
        }
    }

    private mutating func open(_ length: Int) {
        copy(length)
        isExtended.append(isExtended.last ?? false)
    }

    private mutating func openNamed(_ length: Int) {
        open(length)
        copy(through: ">'")
    }

    /// `(*NO_JIT)`, `(*MARK:name)`; and `(*pla:…)`, which is a group.
    private mutating func readVerb() {
        var length = 2
        while let next = scalar(length), ("a"..."z").contains(next) || next == "_" { length += 1 }
        if length > 2, scalar(length) == ":" { open(length + 1) } else { copy(through: ")") }
    }

    /// `(?(1)…`, `(?(<name>)…`, or an assertion as the condition.
    private mutating func readCondition() {
        open(2)
        if scalar(1) != "?", scalar(1) != "*" { copy(through: ")") }
    }

    /// `(?i)`, `(?x-s:…)`, `(?^)`.
    private mutating func readOptions() {
        var extended = isExtended.last ?? false
        var isOn = true
        var length = 2
        while let letter = scalar(length), letter != ")", letter != ":" {
            switch letter {
            case "-": isOn = false
            case "^": extended = false
            case "x": extended = isOn
            default: break
            }
            length += 1
        }
        let opens = scalar(length) == ":"
        copy(length + 1)
        if opens { isExtended.append(extended) } else { isExtended[isExtended.count - 1] = extended }
    }
}

// MARK: Escapes and classes

extension RegexFolding {
    private mutating func readEscape() {
        guard let next = scalar(1) else { return copy(1) }
        if next == "Q" { return readQuotation { $0.appendQuotedOrClass($1) } }
        if next.isASCII, isLetterOrDigit(next) { return copy(escapeLength()) }
        guard Folding.variants(of: next).count > 1 else { return copy(2) }
        appendClass(of: next)
        place += 2
    }

    private mutating func appendQuotedOrClass(_ scalar: Unicode.Scalar) {
        if Folding.variants(of: scalar).count > 1 { appendClass(of: scalar) } else { appendQuoted(scalar) }
    }

    /// Hands the characters of `\Q…\E` to `append`.
    private mutating func readQuotation(_ append: (inout RegexFolding, Unicode.Scalar) -> Void) {
        place += 2
        while let next = scalar(), next != "\\" || scalar(1) != "E" {
            append(&self, next)
            place += 1
        }
        place = min(place + 2, source.count)
    }

    /// The length of a backslash, a letter or digit, and what belongs to them.
    private func escapeLength() -> Int {
        switch scalar(1) {
        case "x" where scalar(2) != "{":
            var length = 2
            while length < 4, scalar(length)?.properties.isASCIIHexDigit == true { length += 1 }
            return length
        case "p" where scalar(2) != "{", "P" where scalar(2) != "{", "c": return 3
        case "x", "o", "p", "P", "N", "g", "k":
            let closes: [Unicode.Scalar: Unicode.Scalar] = ["{": "}", "<": ">", "'": "'"]
            guard let close = scalar(2).flatMap({ closes[$0] }) else { return digitsEnd(scalar(2) == "-" || scalar(2) == "+" ? 3 : 2) }
            var length = 3
            while let next = scalar(length), next != close { length += 1 }
            return length + 1
        case let digit where isDigit(digit): return digitsEnd(2)
        default: return 2
        }
    }

    private func digitsEnd(_ ahead: Int) -> Int {
        var length = ahead
        while isDigit(scalar(length)) { length += 1 }
        return length
    }

    private mutating func readClass() {
        copy(scalar(1) == "^" ? 2 : 1)
        var isFirst = true
        while let next = scalar(), next != "]" || isFirst {
            isFirst = false
            if next == "[", scalar(1) == ":", let length = namedClassLength() {
                copy(length)
            } else if next == "\\", scalar(1) == "Q" {
                readQuotation { folding, scalar in
                    folding.appendQuoted(scalar)
                    folding.appendOthers(than: scalar)
                }
            } else {
                readMember()
            }
        }
        copy(1)
    }

    /// The length of `[:alpha:]` here.
    private func namedClassLength() -> Int? {
        var length = 2
        while let next = scalar(length), next == "^" || ("a"..."z").contains(next) { length += 1 }
        return scalar(length) == ":" && scalar(length + 1) == "]" ? length + 2 : nil
    }

    /// A member of a class, or a range with both its ends.
    private mutating func readMember() {
        let literal = copyMember()
        if scalar() == "-", let end = scalar(1), end != "]" {
            copy(1)
            _ = copyMember()
        } else if let literal {
            appendOthers(than: literal)
        }
    }

    /// Copies one member and gives it where it is a literal character.
    private mutating func copyMember() -> Unicode.Scalar? {
        guard scalar() == "\\", let next = scalar(1) else {
            // What is put behind a hyphen must not make it a range.
            if scalar() == "-" { result.append("\\") }
            defer { copy(1) }
            return scalar()
        }
        let isLiteral = !(next.isASCII && isLetterOrDigit(next))
        copy(isLiteral ? 2 : escapeLength())
        return isLiteral ? next : nil
    }

    private mutating func appendOthers(than literal: Unicode.Scalar) {
        let others = Folding.variants(of: literal).filter { $0 != literal }
        if !others.isEmpty { characters.append(literal) }
        for variant in others { appendQuoted(variant) }
    }
}
