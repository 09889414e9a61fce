import CPCRE2

/// A compiled regular expression. Immutable once made, so threads may share it: PCRE2 writes only to match data.
/// A class because the compiled code has an owner.
final class RegexProgram: @unchecked Sendable {
    let source: String
    /// What to search for first: every hit contains one of them. Empty where none are known.
    let required: [LiteralFinder]
    let code: OpaquePointer
    let usesJIT: Bool

    /// Compiles `source`; where it `folds`, so that it matches its characters in any form. `allowsJIT` is false only to test what happens where
    /// there is no JIT.
    init(_ source: String, _ flags: RegexFlags, folds: Bool = false, allowsJIT: Bool = true) throws(PatternError) {
        self.source = source
        // As it was written first: what is wrong with it has its place there.
        var code = try RegexProgram.compile(source, RegexProgram.options(flags))
        if folds, let folded = RegexFolding.folded(source), let other = try? RegexProgram.compile(folded, RegexProgram.options(flags)) {
            pcre2_code_free_8(code)
            code = other
        }
        self.code = code
        usesJIT = allowsJIT && !RegexProgram.callsGroups(Array(source.utf8)) && RegexProgram.compileForJIT(code)
        required = flags.contains(.ignoresCase) ? [] : RequiredLiteral.find(in: Array(source.utf8)).map { LiteralFinder($0, folds: folds) }
    }

    deinit { pcre2_code_free_8(code) }

    /// Whether a group is called: `(?R)`, `(?1)`, `(?&name)`, `(?P>name)`, `\g<1>`. Machine code counts no steps in such calls, and
    /// no limit ends it; the interpreter counts them. What only looks so is a little slower for it.
    private static func callsGroups(_ source: [UInt8]) -> Bool {
        let openings = ["(?R", "(?&", "(?P>", "\\g<", "\\g'", "(?+", "(?-"].map { Array($0.utf8) }
        let digits = (0...9).map { Array("(?\($0)".utf8) }
        return (openings + digits).contains { source.firstRange(of: $0) != nil }
    }

    /// Whether there is machine code now. `(*NO_JIT)` makes the compiler succeed without making any, so its size is asked.
    private static func compileForJIT(_ code: OpaquePointer) -> Bool {
        var size = 0
        guard pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 else { return false }
        return pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_JITSIZE), &size) == 0 && size > 0
    }

    /// Ill-formed bytes of a document match nothing and stop nothing. Offset limits are for being interrupted.
    private static func options(_ flags: RegexFlags) -> UInt32 {
        var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT
        if flags.contains(.ignoresCase) { options |= PCRE2_CASELESS }
        if flags.contains(.multiline) { options |= PCRE2_MULTILINE }
        if flags.contains(.dotMatchesNewline) { options |= PCRE2_DOTALL }
        return options
    }

    private static func compile(_ source: String, _ options: UInt32) throws(PatternError) -> OpaquePointer {
        var error: Int32 = 0
        var offset = 0
        var bytes = Array(source.utf8)
        bytes.append(0)
        guard let code = pcre2_compile_8(bytes, bytes.count - 1, options, &error, &offset, nil) else {
            throw PatternError(source, code: error, offset: offset)
        }
        return code
    }
}

extension PatternError {
    init(_ source: String, code: Int32, offset: Int) {
        let end = min(max(offset, 0), source.utf8.count)
        self.source = source
        byteOffset = end
        scalarOffset = source.utf8.prefix(end).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        message = PatternError.message(code)
        advice = PatternError.advice(code)
    }

    private static func message(_ code: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
    }

    /// What helps against the mistakes that are made.
    private static func advice(_ code: Int32) -> String {
        switch code {
        case PCRE2_ERROR_MISSING_SQUARE_BRACKET: "close the class with ], or write \\[ for the bracket itself"
        case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS: "close the group with ), or write \\( for the bracket itself"
        case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS: "remove the ), or write \\) for the bracket itself"
        case PCRE2_ERROR_QUANTIFIER_INVALID: "a quantifier needs something before it; write \\* \\+ \\? for the marks themselves"
        case PCRE2_ERROR_CLASS_RANGE_ORDER: "write the lower end of the range first"
        case PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER: "write the smaller number first"
        case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH: "give the lookbehind a fixed length, or use \\K"
        case PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED: "use . for a character; \\C would split one"
        case PCRE2_ERROR_END_BACKSLASH: "write \\\\ for a backslash itself"
        case PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY, PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY:
            "a property is \\p{Han}, \\p{P}, \\p{Nd} and the like"
        case PCRE2_ERROR_PATTERN_TOO_LARGE: "use smaller numbers in its quantifiers"
        default: "quote the text to search for it as it stands"
        }
    }
}
