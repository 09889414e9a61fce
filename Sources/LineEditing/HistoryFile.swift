import Glibc

/// The entries of all shells of this user, in a UTF-8 file that people can read. Each entry is appended under a lock the
/// moment it is made, so shells open side by side merge and nothing is lost when one is killed. A line that is no record
/// stays in the file and is passed over. A class because it stands for one file and for how far that was read.
public final class HistoryFile {
    /// The entries, oldest first, without neighbours that are alike.
    public private(set) var entries: [HistoryEntry] = []
    /// The file.
    public let path: String
    /// Why entries are not being kept, where they are not: the system's words.
    public private(set) var problem: String?
    /// Goes up when the entries changed otherwise than by growing at the end.
    private(set) var generation = 0

    private let limit: Int
    private var readOffset = 0
    private var inode: UInt = 0

    /// Reads the file at `path`, or gets ready to make it, its folders too, at the first entry. Where it holds more than
    /// `limit` entries and half as many again, it is cut down to `limit`. Nothing is thrown: see `problem`.
    public init(path: String, limit: Int = 20_000) {
        self.path = resolved(path)
        self.limit = max(1, limit)
        refresh()
        if entries.count > self.limit + self.limit / 2 { trim() }
    }

    /// `$XDG_STATE_HOME/wen/history`, else `~/.local/state/wen/history`; nil where there is no home either.
    public static var defaultPath: String? {
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/wen/history" }
        guard let home = environment("HOME"), !home.isEmpty else { return nil }
        return home + "/.local/state/wen/history"
    }

    /// Keeps an entry made now. Not kept are empty ones, those that begin with a blank, and a repetition of the last.
    /// Where the file cannot be written the entry is still remembered here, and `problem` says why.
    public func append(_ text: String, time: Int? = nil) {
        guard let first = text.unicodeScalars.first, !first.properties.isWhitespace else { return }
        let entry = HistoryEntry(time: time ?? Int(Glibc.time(nil)), text: text)
        do throws(SystemError) {
            try withLock { file throws(SystemError) in
                try readNew(from: file)
                if isLast(text) { return }
                try write(entry, to: file)
            }
            problem = nil
        } catch {
            problem = error.description
        }
        remember(entry)
    }

    /// Takes in what other shells have added since. Cost where nothing was: one system call.
    public func refresh() {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        if UInt(status.st_ino) == inode, Int(status.st_size) == readOffset { return }
        guard let file = try? OpenFile(path, O_RDONLY | O_CLOEXEC) else { return }
        try? readNew(from: file)
    }

    private func remember(_ entry: HistoryEntry) {
        if !isLast(entry.text) { entries.append(entry) }
    }

    /// Whether the last entry says the same, byte for byte.
    private func isLast(_ text: String) -> Bool {
        guard let last = entries.last?.text, last.utf8.count == text.utf8.count else { return false }
        var (a, b) = (last, text)
        return a.withUTF8 { a in
            b.withUTF8 { b in
                guard let a = a.baseAddress, let b = b.baseAddress else { return true }
                return memcmp(a, b, last.utf8.count) == 0
            }
        }
    }

    /// Reads from where the last reading ended, whole lines only; all of it where the file is another one.
    private func readNew(from file: OpenFile) throws(SystemError) {
        let status = try file.status()
        if UInt(status.st_ino) != inode || Int(status.st_size) < readOffset { forget(UInt(status.st_ino)) }
        let bytes = try file.bytes(from: readOffset, to: Int(status.st_size))
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return }
        var start = 0
        while start <= end, let stop = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if let entry = HistoryRecord.entry(on: bytes[start..<stop]) { remember(entry) }
            start = stop + 1
        }
        readOffset += end + 1
    }

    private func forget(_ newInode: UInt) {
        if inode != 0 { generation += 1 }
        entries = []
        readOffset = 0
        inode = newInode
    }

    private func write(_ entry: HistoryEntry, to file: OpenFile) throws(SystemError) {
        let size = Int(try file.status().st_size)
        // A shell killed in the middle of a record leaves a line without end, which must not swallow this one.
        let torn = size > readOffset
        let record = Array(((torn ? "\n" : "") + HistoryRecord.line(for: entry) + "\n").utf8)
        try file.write(record)
        readOffset = size + record.count
    }

    /// Runs `body` with the file locked. A shell that trims puts another file in its place, so after waiting for the lock
    /// it must be seen whether this is still the one.
    private func withLock(_ body: (OpenFile) throws(SystemError) -> Void) throws(SystemError) {
        try makeFolders(of: path)
        while true {
            let file = try OpenFile(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC)
            try file.lock()
            var current = stat()
            if stat(path, &current) == 0, current.st_ino == (try file.status()).st_ino { return try body(file) }
        }
    }

    /// Keeps the newest entries and every line that is no record: writes them beside the file, then puts that in its place.
    private func trim() {
        do throws(SystemError) {
            try withLock { file throws(SystemError) in
                try readNew(from: file)
                let kept = try keptLines(of: file)
                let beside = path + ".\(getpid()).new"
                unlink(beside)
                let new = try OpenFile(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
                do throws(SystemError) {
                    try new.write(kept)
                    try new.synchronize()
                    guard rename(beside, path) == 0 else { throw SystemError.last }
                } catch {
                    unlink(beside)
                    throw error
                }
            }
        } catch {
            problem = error.description
        }
        refresh()
    }

    private func keptLines(of file: OpenFile) throws(SystemError) -> [UInt8] {
        let size = Int(try file.status().st_size)
        let lines = try file.bytes(from: 0, to: size).split(separator: UInt8(ascii: "\n"))
        var spare = lines.count { isRecord($0) } - limit
        var kept: [UInt8] = []
        for line in lines {
            if spare > 0, isRecord(line) {
                spare -= 1
            } else {
                kept += line + [UInt8(ascii: "\n")]
            }
        }
        return kept
    }

    private func isRecord(_ line: ArraySlice<UInt8>) -> Bool {
        HistoryRecord.entry(on: line) != nil
    }
}

/// The file itself where `path` is a symbolic link to one: trimming must not replace the link.
private func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
}

private func makeFolders(of path: String) throws(SystemError) {
    var end = path.startIndex
    while let slash = path[end...].dropFirst().firstIndex(of: "/") {
        if mkdir(String(path[..<slash]), 0o700) != 0, errno != EEXIST { throw .last }
        end = slash
    }
}
