import Documents
import Glibc

/// A file mapped into memory, read-only: its pages are those the system keeps anyway, so that nothing is copied and no
/// page is cleared first. A class because the mapping has an end.
///
/// A file that is cut short while it is mapped would end the program at the next look at it. A handler puts a page of
/// zeros in the place of each lost one instead; `isUnchanged` tells that it was written to.
final class FileMapping: Sendable {
    /// Where the file begins.
    let address: UInt
    private let length: Int

    private static let page = max(4096, sysconf(Int32(_SC_PAGESIZE)))

    /// Maps the first `size` bytes of an open file, followed by at least a page of zeros less what the last page of the
    /// file takes of it; all pages are looked up now. Nil where the system does not map it.
    init?(_ descriptor: Int32, size: Int) {
        let whole = (size + FileMapping.page - 1) / FileMapping.page * FileMapping.page
        length = whole + FileMapping.page
        // Room first, so that what follows the file is ours and zero.
        guard let room = mmap(nil, length, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), room != MAP_FAILED else { return nil }
        address = UInt(bitPattern: room)
        let file = mmap(room, whole, PROT_READ, MAP_PRIVATE | MAP_FIXED | Int32(MAP_POPULATE), descriptor, 0)
        guard file == room else {
            munmap(room, length)
            return nil
        }
        FileMapping.guardOnce
    }

    deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), length) }

    // MARK: Files that shrink

    /// The handler, installed before the first mapping is used.
    private static let guardOnce: Void = {
        var action = sigaction()
        action.sa_flags = SA_SIGINFO | Int32(bitPattern: UInt32(SA_NODEFER))
        action.__sigaction_handler.sa_sigaction = { _, info, _ in FileMapping.replacePage(info) }
        sigemptyset(&action.sa_mask)
        sigaction(SIGBUS, &action, nil)
    }()

    /// Runs in a signal handler: maps a page of zeros where one is missing. Any other bus error has its usual end.
    private static func replacePage(_ info: UnsafeMutablePointer<siginfo_t>?) {
        let missing: Int32 = 2  // BUS_ADRERR
        if let info, info.pointee.si_code == missing, let fault = info.pointee._sifields._sigfault.si_addr {
            let place = UnsafeMutableRawPointer(bitPattern: UInt(bitPattern: fault) & ~UInt(page - 1))
            if mmap(place, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == place {
                return
            }
        }
        signal(SIGBUS, SIG_DFL)
    }
}
