import CXXHash
import Glibc
import Synchronization

/// What happens when a page of a mapped file cannot be read.
///
/// A page that the file has no more, because it was cut short (SIGBUS), becomes a page of zeros. A block of a verified mapping
/// that is touched for the first time (SIGSEGV, as it is mapped unreadable) is compared with its checksum and then becomes
/// readable. Any other fault has its usual end. Handlers take no memory and no lock.
enum FaultHandling {
    /// Installed when it is first asked for, before the first mapping is used.
    static let isInstalled: Void = {
        _ = regions
        _ = pageSize
        install(SIGBUS) { _, info, _ in FaultHandling.missingPage(info) }
        install(SIGSEGV) { _, info, _ in FaultHandling.untouchedBlock(info) }
    }()

    private static func install(
        _ signal: Int32, _ handler: @convention(c) @escaping (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void
    ) {
        var action = sigaction()
        action.sa_flags = SA_SIGINFO | Int32(bitPattern: UInt32(SA_NODEFER))
        action.__sigaction_handler.sa_sigaction = handler
        sigemptyset(&action.sa_mask)
        sigaction(signal, &action, nil)
    }

    // MARK: Which mappings are verified

    /// At most so many verified mappings are open at once.
    private static let most = 256

    /// The addresses of the regions; 0 where there is none.
    nonisolated(unsafe) private static let regions: UnsafeMutablePointer<Atomic<UInt>> = {
        let slots = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: most)
        for slot in 0..<most { (slots + slot).initialize(to: Atomic(0)) }
        return slots
    }()

    /// Has the region looked after; false where there are too many.
    static func add(_ region: UnsafeMutablePointer<VerifiedRegion>) -> Bool {
        isInstalled
        return (0..<most).contains { slot in
            regions[slot].compareExchange(expected: 0, desired: UInt(bitPattern: region), ordering: .acquiringAndReleasing).exchanged
        }
    }

    static func remove(_ region: UnsafeMutablePointer<VerifiedRegion>) {
        for slot in 0..<most {
            _ = regions[slot].compareExchange(expected: UInt(bitPattern: region), desired: 0, ordering: .acquiringAndReleasing)
        }
    }

    private static func region(of address: UInt) -> UnsafeMutablePointer<VerifiedRegion>? {
        for slot in 0..<most {
            let bits = regions[slot].load(ordering: .acquiring)
            guard let region = UnsafeMutablePointer<VerifiedRegion>(bitPattern: bits) else { continue }
            if region.pointee.holds(address) { return region }
        }
        return nil
    }

    // MARK: In a signal handler

    private static func missingPage(_ info: UnsafeMutablePointer<siginfo_t>?) {
        let missing: Int32 = 2  // BUS_ADRERR
        if let info, info.pointee.si_code == missing, let fault = info.pointee._sifields._sigfault.si_addr {
            let address = UInt(bitPattern: fault) & ~UInt(pageSize - 1)
            let place = UnsafeMutableRawPointer(bitPattern: address)
            if mmap(place, pageSize, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == place {
                if let region = region(of: address) { region.pointee.noteMissing() }
                return
            }
        }
        signal(SIGBUS, SIG_DFL)
    }

    private static func untouchedBlock(_ info: UnsafeMutablePointer<siginfo_t>?) {
        if let fault = info?.pointee._sifields._sigfault.si_addr, let region = region(of: UInt(bitPattern: fault)),
            region.pointee.open(UInt(bitPattern: fault))
        {
            return
        }
        signal(SIGSEGV, SIG_DFL)
    }
}
