import Glibc

/// A file mapped into memory, read-only: its pages are those the system keeps anyway, so that nothing is copied and no
/// page is cleared first. A class because the mapping has an end.
///
/// A file that is cut short while it is mapped would end the program at the next look at it. A handler puts a page of
/// zeros in the place of each lost one instead; `isUnchanged` tells that it was written to.
public final class FileMapping: Sendable {
    /// Where the file begins.
    public let address: UInt
    private let length: Int

    /// Maps the first `size` bytes of an open file, followed by at least a page of zeros less what the last page of the
    /// file takes of it. Pages are looked up when they are touched: several threads do that at once, and for less than all
    /// at a time. Nil where the system does not map it.
    public init?(_ descriptor: Int32, size: Int) {
        let whole = (size + pageSize - 1) / pageSize * pageSize
        length = whole + pageSize
        // Room first, so that what follows the file is ours and zero.
        guard let room = mmap(nil, length, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), room != MAP_FAILED else { return nil }
        address = UInt(bitPattern: room)
        let file = mmap(room, whole, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0)
        guard file == room else {
            munmap(room, length)
            return nil
        }
        FaultHandling.isInstalled
    }

    deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), length) }
}

/// The bytes of a page of memory.
let pageSize = max(4096, sysconf(Int32(_SC_PAGESIZE)))
