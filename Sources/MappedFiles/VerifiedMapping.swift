import CXXHash
import Glibc
import Synchronization

/// A file mapped read-only, of which each block is compared with its checksum the first time it is touched. What is damaged is
/// noted and reads as it stands: whoever shows an answer asks `isDamaged` first. A class because the mapping has an end.
///
/// Opening costs the same whatever the size. A block costs its hash once, some ten microseconds.
public final class VerifiedMapping: Sendable {
    /// The bytes of a block.
    public static let blockSize = 1 << 18

    nonisolated(unsafe) private let region: UnsafeMutablePointer<VerifiedRegion>

    /// Maps the first `size` bytes of an open file, followed by at least 64 zero or further bytes. `checksums` has an XXH3-64 hash for
    /// each block of them, the last perhaps shorter. Nil where the system does not map it.
    public init?(_ descriptor: Int32, size: Int, checksums: some Collection<UInt64>) {
        guard size > 0, checksums.count == (size + VerifiedMapping.blockSize - 1) / VerifiedMapping.blockSize,
            let region = VerifiedRegion.map(descriptor, size: size, checksums: Array(checksums))
        else { return nil }
        self.region = region
        guard FaultHandling.add(region) else {
            region.pointee.unmap()
            region.deallocate()
            return nil
        }
    }

    deinit {
        FaultHandling.remove(region)
        region.pointee.unmap()
        region.deinitialize(count: 1)
        region.deallocate()
    }

    /// The bytes of the file.
    public var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: region.pointee.view), count: region.pointee.size)
    }

    /// Whether anything was found damaged so far, or missing because the file became shorter.
    public var isDamaged: Bool { region.pointee.flag.pointee.load(ordering: .acquiring) }

    /// The numbers of the blocks that were found damaged so far.
    public var damagedBlocks: [Int] { region.pointee.damagedBlocks }

    /// Compares block `index` with its checksum. Cost: its hash.
    public func verify(_ index: Int) -> Bool { region.pointee.verify(index) }
}

/// The two views of a mapped file: one that is unreadable until a block of it is touched, and one to look at it before.
struct VerifiedRegion {
    let view: UInt
    let size: Int
    private let alias: UInt
    private let length: Int
    private let checksums: UnsafeMutablePointer<UInt64>
    /// What is known of each block.
    private let states: UnsafeMutablePointer<UInt8>
    private let blocks: Int
    let flag: UnsafeMutablePointer<Atomic<Bool>>

    private static let sound: UInt8 = 1
    private static let damaged: UInt8 = 2

    static func map(_ descriptor: Int32, size: Int, checksums: [UInt64]) -> UnsafeMutablePointer<VerifiedRegion>? {
        let whole = (size + pageSize - 1) / pageSize * pageSize
        let length = whole + pageSize
        guard let view = room(length), let alias = room(length) else { return nil }
        guard mmap(view, whole, PROT_NONE, MAP_PRIVATE | MAP_FIXED, descriptor, 0) == view,
            mmap(alias, whole, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) == alias
        else {
            munmap(view, length)
            munmap(alias, length)
            return nil
        }
        let region = UnsafeMutablePointer<VerifiedRegion>.allocate(capacity: 1)
        region.initialize(
            to: VerifiedRegion(
                view: UInt(bitPattern: view), size: size, alias: UInt(bitPattern: alias), length: length, checksums: checksums))
        return region
    }

    private static func room(_ length: Int) -> UnsafeMutableRawPointer? {
        let room = mmap(nil, length, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        return room == MAP_FAILED ? nil : room
    }

    private init(view: UInt, size: Int, alias: UInt, length: Int, checksums: [UInt64]) {
        self.view = view
        self.size = size
        self.alias = alias
        self.length = length
        blocks = checksums.count
        self.checksums = .allocate(capacity: blocks)
        self.checksums.initialize(from: checksums, count: blocks)
        states = .allocate(capacity: blocks)
        states.initialize(repeating: 0, count: blocks)
        flag = .allocate(capacity: 1)
        flag.initialize(to: Atomic(false))
    }

    func unmap() {
        munmap(UnsafeMutableRawPointer(bitPattern: view), length)
        munmap(UnsafeMutableRawPointer(bitPattern: alias), length)
        checksums.deallocate()
        states.deallocate()
        flag.deinitialize(count: 1)
        flag.deallocate()
    }

    var damagedBlocks: [Int] { (0..<blocks).filter { states[$0] == VerifiedRegion.damaged } }

    /// Whether an address is in one of the views.
    func holds(_ address: UInt) -> Bool { address &- view < UInt(length) || address &- alias < UInt(length) }

    /// The file has become shorter.
    func noteMissing() { flag.pointee.store(true, ordering: .releasing) }

    /// Makes the block at an address readable; false where that is not what was amiss.
    func open(_ address: UInt) -> Bool {
        guard address &- view < UInt(size) else { return false }
        let block = Int(address - view) / VerifiedMapping.blockSize
        _ = verify(block)
        return makeReadable(block * VerifiedMapping.blockSize, bytes(of: block)) || openAll()
    }

    func verify(_ block: Int) -> Bool {
        guard block >= 0, block < blocks else { return false }
        let start = UnsafeRawPointer(bitPattern: alias + UInt(block * VerifiedMapping.blockSize))
        let isSound = XXH3_64bits(start, bytes(of: block)) == checksums[block]
        states[block] = isSound ? VerifiedRegion.sound : VerifiedRegion.damaged
        if !isSound { flag.pointee.store(true, ordering: .releasing) }
        return isSound
    }

    /// The system allows only so many stretches of different readability: beyond that all is verified and readable.
    private func openAll() -> Bool {
        for block in 0..<blocks where states[block] == 0 { _ = verify(block) }
        return makeReadable(0, size)
    }

    private func bytes(of block: Int) -> Int { min(VerifiedMapping.blockSize, size - block * VerifiedMapping.blockSize) }

    private func makeReadable(_ offset: Int, _ count: Int) -> Bool {
        mprotect(UnsafeMutableRawPointer(bitPattern: view + UInt(offset)), count, PROT_READ) == 0
    }
}
