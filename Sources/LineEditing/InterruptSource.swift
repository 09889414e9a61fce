import Glibc
import Synchronization

/// Ctrl-C while something else than a line is waited for: calls a closure from the signal handler itself, so that a
/// computation learns of it at once, whatever thread it runs on.
public final class InterruptSource: Sendable {
    private let action: @Sendable () -> Void

    /// `action` runs in a signal handler: it may store into an atomic, and must not allocate, lock or print.
    public init(_ action: @escaping @Sendable () -> Void) {
        self.action = action
    }

    /// Runs `body`; an interrupt meanwhile calls the action and interrupts blocking system calls, and does nothing else.
    /// Afterwards interrupts are what they were before. May be nested: the innermost source is told.
    public func during<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let outer = InterruptSource.current.exchange(
            UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()), ordering: .acquiringAndReleasing)
        var before = replaceAction(of: SIGINT, by: InterruptSource.handle)
        defer {
            sigaction(SIGINT, &before, nil)
            InterruptSource.current.store(outer, ordering: .releasing)
            // A handler on another thread may still hold this source.
            while InterruptSource.handling.load(ordering: .acquiring) > 0 { sched_yield() }
        }
        return try body()
    }

    private static let current = Atomic<UInt>(0)
    private static let handling = Atomic<Int>(0)

    private static let handle: @convention(c) (Int32) -> Void = { _ in
        let kept = errno
        handling.add(1, ordering: .sequentiallyConsistent)
        if let source = UnsafeRawPointer(bitPattern: current.load(ordering: .sequentiallyConsistent)) {
            Unmanaged<InterruptSource>.fromOpaque(source)._withUnsafeGuaranteedRef { $0.action() }
        }
        handling.subtract(1, ordering: .sequentiallyConsistent)
        errno = kept
    }
}
