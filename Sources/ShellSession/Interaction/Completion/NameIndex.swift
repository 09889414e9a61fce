import Documents
import Glibc
import Synchronization

/// A kind of name that an archive has.
enum NameKind: Int, CaseIterable, Sendable {
    case heading, title, author, column, pageName, date, file
}

/// The names an archive offers for completion. They are gathered by a thread of their own from the first question on, so that nobody waits for
/// them: an answer comes from what is gathered so far. Of a folder that is all of it; titles stand all over the text of a large archive, and
/// gathering those of a gigabyte takes a second.
///
/// A class because the thread and whoever asks share one gathering.
final class NameIndex: Sendable {
    private let archive: Archive
    private let tables = Mutex<[NameTable]>(NameKind.allCases.map { _ in NameTable() })
    private let state = Atomic<Int>(State.unasked.rawValue)

    private enum State: Int {
        case unasked, gathering, complete, cancelled
    }

    init(_ archive: Archive) { self.archive = archive }

    /// Whether all names are there.
    var isComplete: Bool { state.load(ordering: .acquiring) == State.complete.rawValue }

    /// Ends the gathering: the archive is another now.
    func cancel() { state.store(State.cancelled.rawValue, ordering: .releasing) }

    /// What is gathered of one kind, after waiting for more until `deadline` at most.
    func withNames<T>(_ kind: NameKind, until deadline: Deadline, _ body: (NameTable) -> T) -> T {
        begin()
        while !isComplete, !deadline.isOver { usleep(200) }
        return tables.withLock { body($0[kind.rawValue]) }
    }

    private func begin() {
        let old = state.compareExchange(
            expected: State.unasked.rawValue, desired: State.gathering.rawValue, ordering: .acquiringAndReleasing)
        if old.exchanged, !startThread({ self.gather() }) { gather() }
    }

    // MARK: The thread

    /// How many articles are looked at between two chances to ask.
    private static let portion = 512

    private func gather() {
        for shard in archive.shards {
            addFiles(of: shard)
            inPortions(of: shard.articles.count) { NameIndex.add($0, of: shard, to: &$1) }
        }
        _ = state.compareExchange(
            expected: State.gathering.rawValue, desired: State.complete.rawValue, ordering: .acquiringAndReleasing)
    }

    private func addFiles(of shard: Shard) {
        guard let files = shard.files else { return tables.withLock { $0[NameKind.file.rawValue].add(shard.file.name) } }
        inPortions(of: files.count) { index, tables in tables[NameKind.file.rawValue].add(files[index].report.name) }
    }

    /// Does something for each number below `count`; between two portions others may ask. Ends early where the gathering is cancelled.
    private func inPortions(of count: Int, _ body: (Int, inout [NameTable]) -> Void) {
        var next = 0
        while next < count, state.load(ordering: .acquiring) == State.gathering.rawValue {
            let portion = next..<min(count, next + NameIndex.portion)
            tables.withLock { tables in for index in portion { body(index, &tables) } }
            next = portion.upperBound
        }
    }

    private static func add(_ index: Int, of shard: Shard, to tables: inout [NameTable]) {
        let article = shard.articles[index]
        add(article.title, .title, .title)
        add(article.author, .author, .author)
        add(article.column, .column, .column)
        add(article.pageName, .pageName, .pageName)
        if let date = article.date { tables[NameKind.date.rawValue].add(date.description) }
        for number in article.sections where !shard.sections[Int(number)].isLead {
            add(bytes(shard.sections[Int(number)].heading), .heading)
        }

        func add(_ span: Span, _ field: ArticleField, _ kind: NameKind) {
            if !span.isEmpty { return add(bytes(span), kind) }
            if let value = shard.derivedValue(DerivedField(index, field)) { tables[kind.rawValue].add(value) }
        }
        func add(_ name: UnsafeRawBufferPointer, _ kind: NameKind) { tables[kind.rawValue].add(name) }
        func bytes(_ span: Span) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: shard.text.bytes[Int(span.start)..<Int(span.end)])
        }
    }
}

/// A moment that an answer must not come after.
struct Deadline {
    private let nanoseconds: UInt64

    /// So many milliseconds from now.
    init(milliseconds: UInt64) { nanoseconds = Deadline.now + milliseconds * 1_000_000 }

    var isOver: Bool { Deadline.now >= nanoseconds }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}

/// Runs `body` on a thread that no signal goes to; false where the system gives none.
private func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    final class Entry {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    // What a damaged file raises is the thread's own.
    for signal in [SIGSEGV, SIGBUS] { sigdelset(&all, signal) }
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let context = Unmanaged.passRetained(Entry(body))
    var thread = pthread_t()
    let status = pthread_create(
        &thread, nil,
        { context in
            if let context { Unmanaged<Entry>.fromOpaque(context).takeRetainedValue().body() }
            return nil
        }, context.toOpaque())
    if status == 0 { pthread_detach(thread) } else { context.release() }
    return status == 0
}
