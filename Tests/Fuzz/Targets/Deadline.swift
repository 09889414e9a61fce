import Documents
import Glibc
import Synchronization

/// Raises the flag of a query that has run for about a second. One thread, started at the first query.
final class Deadline: Sendable {
    static let shared = Deadline()

    private let running = Mutex<(cancellation: Cancellation, ticks: Int)?>(nil)

    private init() {
        var thread = pthread_t()
        pthread_create(&thread, nil, { _ in Deadline.shared.watch() }, nil)
        pthread_detach(thread)
    }

    private func watch() -> Never {
        while true {
            usleep(250_000)
            running.withLock { running in
                running?.ticks += 1
                if let running, running.ticks > 4 { running.cancellation.cancel() }
            }
        }
    }

    /// Runs `body`, whose work `cancellation` stops.
    func limit<T>(_ cancellation: Cancellation, _ body: () -> T) -> T {
        running.withLock { $0 = (cancellation, 0) }
        defer { running.withLock { $0 = nil } }
        return body()
    }
}
