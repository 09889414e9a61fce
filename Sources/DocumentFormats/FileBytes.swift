import Documents
import Glibc

/// A file being read into memory that `Text` will own. A class because the memory has an owner until then.
///
/// The file is copied, not mapped: a mapped file that shrinks while it is open kills the program.
final class FileBytes: @unchecked Sendable {
    // Safe to share: threads write to stretches that do not overlap, and are joined before the memory is read.

    let size: Int
    let identity: FileIdentity
    private let descriptor: Int32
    private let memory: UnsafeMutableRawPointer
    private let mapped: Int
    private var isAdopted = false

    /// Files from this size on take memory from the system in huge pages.
    private static let hugeFrom = 1 << 20
    /// One stretch that a thread reads.
    private static let stretch = 1 << 21

    /// Opens a regular file of less than 4 GiB.
    static func open(_ path: String) -> Result<FileBytes, ReadFailure> {
        // Without blocking, so that a pipe without a writer cannot hold us up.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .failure(ReadFailure(errno: errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return failure(ReadFailure(errno: errno), closing: descriptor) }
        guard status.st_mode & S_IFMT == S_IFREG else { return failure(.special, closing: descriptor) }
        guard status.st_size < Int(UInt32.max) else { return failure(.tooLarge, closing: descriptor) }
        return FileBytes(descriptor, status).map { .success($0) } ?? failure(.outOfMemory, closing: descriptor)
    }

    private static func failure(_ why: ReadFailure, closing descriptor: Int32) -> Result<FileBytes, ReadFailure> {
        close(descriptor)
        return .failure(why)
    }

    private init?(_ descriptor: Int32, _ status: stat) {
        self.descriptor = descriptor
        size = max(0, status.st_size)
        identity = FileIdentity(device: UInt(status.st_dev), file: UInt(status.st_ino))
        let needed = size + Text.padding
        mapped = size >= FileBytes.hugeFrom ? needed : 0
        guard let memory = FileBytes.allocate(needed, isHuge: mapped > 0) else { return nil }
        self.memory = memory
    }

    private static func allocate(_ size: Int, isHuge: Bool) -> UnsafeMutableRawPointer? {
        guard isHuge else { return malloc(size) }
        let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { return nil }
        madvise(memory, size, MADV_HUGEPAGE)
        return memory
    }

    deinit {
        close(descriptor)
        if !isAdopted { FileBytes.free(memory, mapped) }
    }

    private static func free(_ memory: UnsafeMutableRawPointer, _ mapped: Int) {
        if mapped > 0 { munmap(memory, mapped) } else { Glibc.free(memory) }
    }

    /// Reads everything and hands the memory over; call once. A file that has shrunk gives what it still has.
    func text(_ workers: Workers) -> Result<Text, ReadFailure> {
        let stretches = max(1, (size + FileBytes.stretch - 1) / FileBytes.stretch)
        let read = workers.map(stretches) { [self] in readStretch($0) }
        var count = 0
        for (index, result) in read.enumerated() {
            switch result {
            case .failure(let why): return .failure(why)
            case .success(let bytes): if count == index * FileBytes.stretch { count += bytes }
            }
        }
        return .success(adopted(count))
    }

    private func adopted(_ count: Int) -> Text {
        memset(memory + count, 0, Text.padding)
        isAdopted = true
        let mapped = mapped
        return Text(adopting: UnsafeRawBufferPointer(start: memory, count: count)) { bytes in
            guard let memory = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return }
            FileBytes.free(memory, mapped)
        }
    }

    private func readStretch(_ index: Int) -> Result<Int, ReadFailure> {
        let start = index * FileBytes.stretch
        let end = min(size, start + FileBytes.stretch)
        var offset = start
        while offset < end {
            let read = pread(descriptor, memory + offset, end - offset, offset)
            if read > 0 { offset += read } else if read == 0 { break } else if errno != EINTR {
                return .failure(ReadFailure(errno: errno))
            }
        }
        return .success(offset - start)
    }
}

/// Which file it is, whatever its name.
struct FileIdentity: Hashable {
    var device: UInt
    var file: UInt
}

/// Why a file could not be read, in words.
struct ReadFailure: Error, Equatable {
    var reason: String

    init(_ reason: String) { self.reason = reason }

    /// What the system says of `errno`.
    init(errno: Int32) { reason = String(cString: strerror(errno)) }

    static let special = ReadFailure("is no regular file: skipped")
    static let outside = ReadFailure("lies outside the folder that may be read: skipped")
    static let tooLarge = ReadFailure("has 4 GiB or more: split it, by year for instance")
    static let outOfMemory = ReadFailure("there is not enough memory for it")
}
