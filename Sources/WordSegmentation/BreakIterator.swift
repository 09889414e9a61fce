import Glibc

/// ICU's word break iterator, which knows Chinese by a dictionary. ICU is loaded when it is first asked for: it is large, and
/// most never ask.
///
/// A class because it owns the iterator; use one from one thread.
final class BreakIterator {
    /// `ICU 72.1`.
    let name: String
    private let functions: Functions
    private let iterator: OpaquePointer
    /// ICU keeps a pointer to the text, so it must stay where it is while it is gone through.
    private var text: UnsafeMutableBufferPointer<UInt16>

    /// An iterator over Chinese; nil where there is no ICU.
    init?() {
        guard let functions = Functions.loaded else { return nil }
        var status: Int32 = 0
        guard let iterator = functions.open(BreakIterator.words, "zh", nil, 0, &status), status <= 0 else { return nil }
        self.functions = functions
        self.iterator = iterator
        text = .allocate(capacity: 1 << 12)
        name = "ICU \(functions.versionText)"
    }

    deinit {
        functions.close(iterator)
        text.deallocate()
    }

    /// UBRK_WORD
    private static let words: Int32 = 1
    /// UBRK_WORD_NONE_LIMIT: what has a lower status is blank or punctuation.
    private static let firstWordStatus: Int32 = 100
    /// UBRK_DONE
    private static let done: Int32 = -1

    /// The words of `units`, UTF-16, as ranges of it, in order; what lies between them is no word.
    func words(in units: [UInt16]) -> [Range<Int>] {
        guard !units.isEmpty, units.count < Int(Int32.max) else { return [] }
        keep(units)
        var status: Int32 = 0
        functions.setText(iterator, text.baseAddress, Int32(units.count), &status)
        guard status <= 0 else { return [] }
        var words: [Range<Int>] = []
        var start = Int(functions.first(iterator))
        while case let end = functions.next(iterator), end != BreakIterator.done {
            if functions.ruleStatus(iterator) >= BreakIterator.firstWordStatus { words.append(start..<Int(end)) }
            start = Int(end)
        }
        return words
    }

    private func keep(_ units: [UInt16]) {
        if text.count < units.count {
            text.deallocate()
            text = .allocate(capacity: units.count * 2)
        }
        _ = text.update(fromContentsOf: units)
    }
}

/// The functions of ICU that are used, found by name in the library that is installed; the names carry its version.
private struct Functions: @unchecked Sendable {
    // Safe to share: addresses of functions, written once.

    typealias Open =
        @convention(c) (Int32, UnsafePointer<CChar>?, UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<Int32>) ->
        OpaquePointer?
    typealias Close = @convention(c) (OpaquePointer) -> Void
    typealias SetText = @convention(c) (OpaquePointer, UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<Int32>) -> Void
    typealias Step = @convention(c) (OpaquePointer) -> Int32
    typealias Version = @convention(c) (UnsafeMutablePointer<UInt8>) -> Void

    let open: Open
    let close: Close
    let setText: SetText
    let first: Step
    let next: Step
    let ruleStatus: Step
    let versionText: String

    static let loaded: Functions? = (60...90).reversed().lazy.compactMap { Functions(version: $0) }.first

    private init?(version: Int) {
        guard let library = dlopen("libicuuc.so.\(version)", RTLD_NOW | RTLD_LOCAL) else { return nil }
        func function<Type>(_ name: String, _ type: Type.Type) -> Type? {
            dlsym(library, "\(name)_\(version)").map { unsafeBitCast($0, to: type) }
        }
        guard let open = function("ubrk_open", Open.self), let close = function("ubrk_close", Close.self),
            let setText = function("ubrk_setText", SetText.self), let first = function("ubrk_first", Step.self),
            let next = function("ubrk_next", Step.self), let status = function("ubrk_getRuleStatus", Step.self),
            let getVersion = function("u_getVersion", Version.self)
        else { return nil }
        self.open = open
        self.close = close
        self.setText = setText
        self.first = first
        self.next = next
        ruleStatus = status
        var parts = [UInt8](repeating: 0, count: 4)
        getVersion(&parts)
        versionText = "\(parts[0]).\(parts[1])"
    }
}
