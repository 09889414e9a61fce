import Glibc

/// The C library's conversion of one encoding into UTF-8. A class because the library's state has an owner; use it from
/// one thread.
final class CharacterConverter {
    private let state: iconv_t

    /// What a stretch of input came to.
    enum Outcome {
        /// All of it was converted, but for a character that is cut at its end.
        case done
        /// At the place reached stands something that is no character.
        case undecodable
        /// There is no more room in the output.
        case full
    }

    /// A converter; nil where the system has none for the encoding.
    init?(_ encoding: TextEncoding) {
        guard let state = iconv_open("UTF-8", encoding.converterName), Int(bitPattern: state) != -1 else { return nil }
        self.state = state
    }

    deinit { iconv_close(state) }

    /// Converts `input` into `output`; says how many bytes were read and written.
    func convert(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> (outcome: Outcome, read: Int, written: Int) {
        // The library takes a pointer to bytes it may write, and does not.
        let start = UnsafeMutableRawPointer(mutating: input.baseAddress)
        var source = start?.assumingMemoryBound(to: CChar.self)
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        var room = output.count
        let result = iconv(state, &source, &left, &target, &room)
        let reason = result == -1 ? errno : 0
        // Some tables hold a character back to see whether a mark follows it.
        if reason == 0 || reason == EINVAL { iconv(state, nil, nil, &target, &room) }
        let outcome: Outcome = reason == EILSEQ ? .undecodable : reason == E2BIG ? .full : .done
        return (outcome, input.count - left, output.count - room)
    }
}
