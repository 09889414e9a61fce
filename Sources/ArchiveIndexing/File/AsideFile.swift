import Glibc

/// A file that is written beside the name it is to have, and only one process at a time.
struct AsideFile: ~Copyable {
    let descriptor: Int32
    private let path: String
    private var isInPlace = false

    private static func aside(_ path: String) -> String { path + ".part" }

    /// Opens the file beside `path`, empty. One that a killed writer left is taken over; one that is being written is refused.
    init(_ path: String) throws(ArchiveFailure) {
        self.path = path
        while true {
            let descriptor = open(AsideFile.aside(path), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard descriptor >= 0 else { throw .system(errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let reason = errno
                close(descriptor)
                throw reason == EWOULDBLOCK ? .locked : .system(reason)
            }
            // Whoever had the lock may have put the file in its place since it was opened: then it is the archive.
            guard AsideFile.isStill(descriptor, at: AsideFile.aside(path)) else {
                close(descriptor)
                continue
            }
            guard ftruncate(descriptor, 0) == 0 else {
                let reason = errno
                close(descriptor)
                throw .system(reason)
            }
            self.descriptor = descriptor
            return
        }
    }

    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var mine = stat()
        var theirs = stat()
        return fstat(descriptor, &mine) == 0 && lstat(path, &theirs) == 0 && mine.st_ino == theirs.st_ino && mine.st_dev == theirs.st_dev
    }

    /// Has the bytes on the disk, then gives the file its name, and has that on the disk.
    mutating func putInPlace() throws(ArchiveFailure) {
        guard fsync(descriptor) == 0, rename(AsideFile.aside(path), path) == 0 else { throw .system(errno) }
        isInPlace = true
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { return }
        _ = fsync(parent)
        close(parent)
    }

    deinit {
        if !isInPlace { unlink(AsideFile.aside(path)) }
        close(descriptor)
    }
}
