import Documents
import Glibc
import MappedFiles

/// The bytes of a regular file: large ones are mapped, small ones copied.
struct FileBytes {
    let text: Text
    let identity: FileIdentity
    /// When a mapped file was last written, in nanoseconds; 0 for one that was copied, as it cannot change any more.
    let modification: Int

    /// Files of as many bytes are mapped: below, copying costs less than looking after a mapping.
    private static let mappedFrom = 1 << 18

    /// Reads a regular file of less than 4 GiB. One whose size is given as 0 is read to its end: some that the system
    /// makes up have content all the same.
    init(_ path: FilePath, isStopped: () -> Bool) throws(ReadFailure) {
        // Without blocking, so that a pipe without a writer cannot hold us up.
        let descriptor = path.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw ReadFailure(errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw ReadFailure(errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .special }
        let size = max(0, status.st_size)
        guard size <= GrowingMemory.limit else { throw .tooLarge }
        identity = FileIdentity(device: UInt(status.st_dev), file: UInt(status.st_ino))
        if size >= FileBytes.mappedFrom, let mapping = FileMapping(descriptor, size: size) {
            let memory = UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: mapping.address), count: size)
            // The text keeps the mapping until it goes.
            text = Text(adopting: memory) { _ in _ = mapping }
            modification = status.modification
        } else {
            let memory = try GrowingMemory(capacity: size)
            try memory.read(descriptor, upTo: size > 0 ? size : nil, isStopped: isStopped)
            text = memory.text()
            modification = 0
        }
    }

    /// What comes through a descriptor, to its end. Up to 4 GiB.
    init(reading descriptor: Int32, isStopped: () -> Bool) throws(ReadFailure) {
        let memory = try GrowingMemory(capacity: 1 << 16)
        try memory.read(descriptor, isStopped: isStopped)
        text = memory.text()
        // No file has these numbers; there is nothing else it could be read twice as.
        identity = FileIdentity(device: 0, file: 0)
        modification = 0
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
    let path = FilePath(name: file.name, bytes: file.rawPath)
    return path.withCString { stat($0, &status) } == 0 && status.modification == file.modification
        && status.st_size == file.bytes
}

/// Which file it is, whatever its name.
struct FileIdentity: Hashable {
    var device: UInt
    var file: UInt
    /// Which member of an archive, from 1; 0 for the file itself.
    var member = 0
}
