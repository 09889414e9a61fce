import Documents
import Glibc

/// A file being read into memory that `Text` will own: large ones are mapped, small ones copied. A class because the
/// memory has an owner until then.
final class FileBytes: @unchecked Sendable {
    // Safe to share: threads write to stretches that do not overlap, and are joined before the memory is read.

    let size: Int
    let identity: FileIdentity
    /// When a mapped file was last written, in nanoseconds; 0 for one that is copied, as it cannot change any more.
    let modification: Int
    private let descriptor: Int32
    private let memory: UnsafeMutableRawPointer
    private let mapping: FileMapping?
    /// The bytes at the beginning that have been read.
    private var headCount = 0
    private var isAdopted = false

    /// One stretch that a thread reads.
    private static let stretch = 1 << 20
    /// Files of as many bytes are mapped: below, copying costs less than looking after a mapping.
    private static let mappedFrom = 1 << 18

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
        mapping = size >= FileBytes.mappedFrom ? FileMapping(descriptor, size: size) : nil
        modification = mapping == nil ? 0 : status.modification
        let room = mapping.map { UnsafeMutableRawPointer(bitPattern: $0.address) } ?? malloc(size + Text.padding)
        guard let memory = room else { return nil }
        self.memory = memory
    }

    deinit {
        close(descriptor)
        if !isAdopted, mapping == nil { free(memory) }
    }

    /// Reads the first `count` bytes, so that it can be seen whether the rest is worth reading. The view is good as long
    /// as this is.
    func head(_ count: Int) -> Result<ByteView, ReadFailure> {
        if mapping != nil {
            return .success(ByteView(UnsafeRawBufferPointer(start: memory, count: min(size, count))))
        }
        return readStretch(from: 0, to: min(size, count)).map { read in
            headCount = read
            memset(memory + read, 0, Text.padding)
            return ByteView(UnsafeRawBufferPointer(start: memory, count: read))
        }
    }

    /// Reads what has not been read and hands the memory over; call once. A file that has shrunk gives what it still has.
    func text(_ workers: Workers) -> Result<Text, ReadFailure> {
        if let mapping {
            // The text keeps the mapping until it goes.
            return .success(Text(adopting: UnsafeRawBufferPointer(start: memory, count: size)) { _ in _ = mapping })
        }
        let head = headCount
        let stretches = (size - head + FileBytes.stretch - 1) / FileBytes.stretch
        let read = workers.map(stretches) { [self] index in
            let start = head + index * FileBytes.stretch
            return readStretch(from: start, to: min(size, start + FileBytes.stretch))
        }
        var count = head
        for (index, result) in read.enumerated() {
            switch result {
            case .failure(let why): return .failure(why)
            case .success(let bytes): if count == head + index * FileBytes.stretch { count += bytes }
            }
        }
        return .success(adopted(count))
    }

    private func adopted(_ count: Int) -> Text {
        memset(memory + count, 0, Text.padding)
        isAdopted = true
        return Text(adopting: UnsafeRawBufferPointer(start: memory, count: count)) {
            free(UnsafeMutableRawPointer(mutating: $0.baseAddress))
        }
    }

    private func readStretch(from start: Int, to end: Int) -> Result<Int, ReadFailure> {
        var offset = start
        while offset < end {
            let read = pread(descriptor, memory + offset, end - offset, offset)
            if read > 0 {
                offset += read
            } else if read == 0 {
                break
            } else if errno != EINTR {
                return .failure(ReadFailure(errno: errno))
            }
        }
        return .success(offset - start)
    }
}

extension stat {
    /// When the file was last written, in nanoseconds.
    var modification: Int { st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec }
}

/// Whether a file is as it was when it was mapped; always, where it was copied.
public func isUnchanged(_ file: FileReport) -> Bool {
    guard file.modification != 0 else { return true }
    var status = stat()
    return stat(file.name, &status) == 0 && status.modification == file.modification && status.st_size == file.bytes
}

/// Which file it is, whatever its name.
struct FileIdentity: Hashable {
    var device: UInt
    var file: UInt
}
