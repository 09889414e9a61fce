import CDivSufSort
import Glibc
import Synchronization

/// A suffix sort on a thread of its own. libdivsufsort sorts in one call that nothing ends, so whoever waits may leave it: the
/// thread then works to its end beside whatever comes next, and frees its memory. A class because the thread and the waiting
/// one share it.
final class SuffixSort: @unchecked Sendable {
    // Safe to share: the thread writes `order` and `status` before it sets `isDone`, and they are read after that.

    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let order: UnsafeMutableBufferPointer<Int32>
    private let count: Int
    private var status: Int32 = -1
    private let isDone = Atomic<Bool>(false)

    private static let interval: useconds_t = 5_000
    /// Fewer bytes are sorted before anybody would leave.
    private static let threadedFrom = 1 << 18
    /// What the sort is thought to take of making an order, and the symbols that are sorted in a second, for the share that is told.
    private static let share = 0.7
    private static let pace = 4_000_000.0

    /// A sort of `symbols` as bytes, the high one first, so that the order of the bytes is that of the symbols.
    init(_ symbols: ContiguousArray<Symbol>) {
        bytes = .allocate(capacity: max(1, symbols.count * 2))
        order = .allocate(capacity: max(1, symbols.count * 2))
        for (index, symbol) in symbols.enumerated() {
            bytes.initializeElement(at: 2 * index, to: UInt8(symbol >> 8))
            bytes.initializeElement(at: 2 * index + 1, to: UInt8(symbol & 0xFF))
        }
        count = symbols.count * 2
    }

    deinit {
        bytes.deallocate()
        order.deallocate()
    }

    /// What `body` makes of where the sorted suffixes begin, in bytes; nil where there is not enough memory. Throws what `poll`
    /// throws, which is called some hundred times a second.
    func sorted<Value>(poll: (Double) throws -> Void, _ body: (UnsafeBufferPointer<Int32>) -> Value) throws -> Value? {
        if count < SuffixSort.threadedFrom { sort() } else { start() }
        var waited = 0.0
        while !isDone.load(ordering: .acquiring) {
            try poll(min(SuffixSort.share, SuffixSort.share * waited * SuffixSort.pace / Double(count / 2)))
            usleep(SuffixSort.interval)
            waited += Double(SuffixSort.interval) / 1_000_000
        }
        return status == 0 ? body(UnsafeBufferPointer(start: order.baseAddress, count: count)) : nil
    }

    /// Sorts on a thread, or here where the system gives none.
    private func start() {
        let context = Unmanaged.passRetained(self)
        var thread = pthread_t()
        guard pthread_create(&thread, nil, sortSuffixes, context.toOpaque()) == 0 else {
            context.release()
            return sort()
        }
        pthread_detach(thread)
    }

    fileprivate func sort() {
        status = count == 0 ? 0 : divsufsort(bytes.baseAddress, order.baseAddress, Int32(count))
        isDone.store(true, ordering: .releasing)
    }
}

private func sortSuffixes(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<SuffixSort>.fromOpaque(context).takeRetainedValue().sort() }
    return nil
}
