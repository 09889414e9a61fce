import Glibc
import Synchronization

/// Threads that share work. They live for one `map`.
public struct Workers: Sendable {
    /// How many work at once, the caller included; at least 1.
    public let count: Int

    /// At most `count` threads, at least one.
    public init(count: Int) { self.count = max(1, count) }

    /// The calling thread alone.
    public static let alone = Workers(count: 1)

    /// As many as there are processors, at most sixteen.
    public static var processors: Workers { Workers(count: min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// `body` of 0, 1, … `n - 1` in that order, each computed by whichever thread is free.
    public func map<T: Sendable>(_ n: Int, _ body: @escaping @Sendable (Int) -> T) -> [T] {
        guard n > 1, count > 1 else { return (0..<n).map(body) }
        let work = Work(n, body)
        let threads = (1..<min(count, n)).compactMap { _ in work.start() }
        work.run()
        for thread in threads { pthread_join(thread, nil) }
        return work.results
    }
}

/// What the threads of one `map` share. A class because it is one thing seen by all of them.
private final class Work<T: Sendable>: Sendable {
    private let count: Int
    private let body: @Sendable (Int) -> T
    private let next = Atomic<Int>(0)
    private let done: Mutex<[Int: T]>

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> T) {
        self.count = count
        self.body = body
        done = Mutex(Dictionary(minimumCapacity: count))
    }

    /// Takes one item after the other until none is left.
    func run() {
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            if index >= count { return }
            let result = body(index)
            done.withLock { $0[index] = result }
        }
    }

    /// A thread that runs, or nil where the system gives none: the others then do its share.
    func start() -> pthread_t? {
        let entry = ThreadEntry { self.run() }
        let context = Unmanaged.passRetained(entry)
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, runThreadEntry, context.toOpaque())
        if status == 0 { return thread }
        context.release()
        return nil
    }

    /// The results in order; complete when all threads have been joined.
    var results: [T] { done.withLock { done in (0..<count).compactMap { done[$0] } } }
}

/// What a new thread is handed: C gives it one pointer.
private final class ThreadEntry {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThreadEntry(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<ThreadEntry>.fromOpaque(context).takeRetainedValue().run() }
    return nil
}
