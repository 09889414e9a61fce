import Glibc

/// A system call that failed.
struct SystemError: Error, CustomStringConvertible {
    let number: Int32

    /// The error of the call just made.
    static var last: SystemError { SystemError(number: errno) }

    var description: String { String(cString: strerror(number)) }
}

/// An open file; closed, and its lock given up, when the last reference goes.
final class OpenFile {
    private let descriptor: Int32

    /// Opens `path`; a file made thereby is its owner's alone.
    init(_ path: String, _ flags: Int32) throws(SystemError) {
        descriptor = open(path, flags, 0o600)
        if descriptor < 0 { throw .last }
    }

    deinit { close(descriptor) }

    /// Waits until no other process, and no other open file of this one, holds the lock.
    func lock() throws(SystemError) {
        while flock(descriptor, LOCK_EX) != 0 {
            if errno != EINTR { throw .last }
        }
    }

    func status() throws(SystemError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last }
        return status
    }

    func bytes(from start: Int, to end: Int) throws(SystemError) -> [UInt8] {
        guard end > start else { return [] }
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: end - start) { buffer, count in
            while count < end - start {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, end - start - count, start + count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = .last }
                if got <= 0 { return }
                count += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            if written < 0 { throw .last }
            rest = rest.dropFirst(written)
        }
    }

    func synchronize() throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw .last }
    }
}
