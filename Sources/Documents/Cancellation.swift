import Synchronization

/// A flag that an interrupt sets and work in progress looks at. A class because both sides must see the same flag.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// A flag that is down.
    public init() {}

    /// Raises the flag. Safe to call from a signal handler: one atomic store.
    public func cancel() { flag.store(true, ordering: .relaxed) }

    /// Lowers the flag before the next query.
    public func reset() { flag.store(false, ordering: .relaxed) }

    /// Whether the flag is up.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Throws `Interrupted` where the flag is up. Cost: one load; call it every few thousand rows or every megabyte.
    public func check() throws(Interrupted) {
        if isCancelled { throw Interrupted() }
    }
}

/// The query was interrupted; its partial result is dropped.
public struct Interrupted: Error {
    /// The interruption.
    public init() {}
}
