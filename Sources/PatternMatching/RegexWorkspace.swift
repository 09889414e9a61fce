import CPCRE2
import Documents
import Glibc

/// What one thread needs to match regular expressions: match data, limits and a stack for compiled code. Made once a search.
struct RegexWorkspace: ~Copyable {
    /// Steps from one starting place: a few milliseconds.
    private static let matchLimit: UInt32 = 1_000_000
    /// KiB for what the interpreter remembers.
    private static let heapLimit: UInt32 = 64 * 1024
    private static let largestStack = 8 << 20
    /// Microseconds of the processor for one hit in one piece: where every starting place looks to the piece's end, the steps from each
    /// are few, and all together grow with the square of its length.
    private static let mostTime = 10_000_000
    /// Bytes of starting places tried in one call at most: each may look to the piece's end, and a call is not interrupted.
    private static let widestWindow = 1 << 14
    /// Bytes of starting places tried in one call at first: the fewer the longer the piece, which each may look at to its
    /// end. The number then follows the time a call takes.
    private static func firstWindow(_ piece: Range<Int>) -> Int { min(1024, max(64, (4 << 20) / piece.count)) }

    private let context: OpaquePointer
    private let data: OpaquePointer
    private let stack: OpaquePointer?

    /// Nil where memory is out.
    init?() {
        guard let context = pcre2_match_context_create_8(nil) else { return nil }
        guard let data = pcre2_match_data_create_8(1, nil) else {
            pcre2_match_context_free_8(context)
            return nil
        }
        self.context = context
        self.data = data
        stack = pcre2_jit_stack_create_8(32 << 10, Self.largestStack, nil)
        if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
        pcre2_set_match_limit_8(context, Self.matchLimit)
        pcre2_set_depth_limit_8(context, Self.matchLimit)
        pcre2_set_heap_limit_8(context, Self.heapLimit)
    }

    deinit {
        pcre2_jit_stack_free_8(stack)
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
    }

    /// The first hit in `piece` that begins at or after `from`; empty matches are none. The piece is the whole subject, so `^` and `$` are its edges.
    /// Starting places are tried in windows, and `cancellation` is looked at between them.
    func next(
        _ program: RegexProgram, in text: Haystack, _ piece: Range<Int>, from: Int, _ cancellation: Cancellation?
    ) throws(MatchFailure) -> Range<Int>? {
        guard from < piece.upperBound else { return nil }
        var window = Self.firstWindow(piece)
        var start = from
        let budget = window < piece.upperBound - from ? microseconds(of: CLOCK_THREAD_CPUTIME_ID) + Self.mostTime : .max
        var spent = 0
        while start < piece.upperBound {
            let end = windowEnd(text, piece, start, window)
            let began = end < piece.upperBound ? microseconds() : 0
            let outcome = match(program, text, piece, from: start, startingBefore: end)
            if outcome < 0, outcome != PCRE2_ERROR_NOMATCH {
                throw .limitReached(source: program.source, piece: Span(piece.lowerBound, piece.upperBound))
            }
            if outcome >= 0, let hit = hit(in: piece, from: start) { return hit }
            start = outcome >= 0 ? text.nextScalar(start, limit: piece.upperBound) : end
            guard start < piece.upperBound else { return nil }
            if cancellation?.isCancelled == true { throw .interrupted }
            let took = microseconds() - began
            if began > 0 { spent += took }
            // Waiting for a processor is no work: the cheap clock says when to look at the dear one.
            if spent > Self.mostTime, microseconds(of: CLOCK_THREAD_CPUTIME_ID) > budget {
                throw .limitReached(source: program.source, piece: Span(piece.lowerBound, piece.upperBound))
            }
            if took < 500 { window = min(window * 2, Self.widestWindow) } else if took > 4000 { window = max(window / 4, 64) }
        }
        return nil
    }

    /// The window's end on a scalar's first byte: PCRE2 must not be started inside a character.
    private func windowEnd(_ text: Haystack, _ piece: Range<Int>, _ start: Int, _ window: Int) -> Int {
        var end = start + window
        while end < piece.upperBound, text.byte(end) & 0xC0 == 0x80 { end += 1 }
        return min(end, piece.upperBound)
    }

    private func match(_ program: RegexProgram, _ text: Haystack, _ piece: Range<Int>, from: Int, startingBefore end: Int) -> Int32 {
        let subject = (text.base + piece.lowerBound).assumingMemoryBound(to: UInt8.self)
        let offset = from - piece.lowerBound
        pcre2_set_offset_limit_8(context, end == piece.upperBound ? -1 : end - piece.lowerBound - 1)
        if program.usesJIT {
            let outcome = pcre2_jit_match_8(program.code, subject, piece.count, offset, PCRE2_NOTEMPTY, data, context)
            if outcome != PCRE2_ERROR_JIT_STACKLIMIT { return outcome }
        }
        return pcre2_match_8(program.code, subject, piece.count, offset, PCRE2_NOTEMPTY | PCRE2_NO_JIT, data, context)
    }

    /// The match just found; nil where `\K` made it empty or moved it before `from`.
    private func hit(in piece: Range<Int>, from: Int) -> Range<Int>? {
        guard let ends = pcre2_get_ovector_pointer_8(data) else { return nil }
        let start = piece.lowerBound + ends[0]
        let end = piece.lowerBound + ends[1]
        return from <= start && start < end && end <= piece.upperBound ? start..<end : nil
    }

    private func microseconds(of clock: clockid_t = CLOCK_MONOTONIC) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }
}
