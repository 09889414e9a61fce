import Documents
import Glibc

/// One mapping for the texts of all files that are opened together, in huge pages: a page fault for every 2 MiB, not
/// for every 4 KiB of every file. A class because the memory has owners: the texts in it, the last of which frees it.
final class TextMemory: Sendable {
    private let address: UInt
    private let size: Int
    /// Where the first huge page begins.
    private let first: UInt

    private static let hugePage = 1 << 21
    /// Texts of fewer bytes together would leave most of a huge page unused.
    private static let smallest = 1 << 20

    /// Memory for `size` bytes, all of them 0; nil where they are few or the system has not as many.
    init?(_ size: Int) {
        let rounded = (size + TextMemory.hugePage - 1) & ~(TextMemory.hugePage - 1)
        self.size = rounded + TextMemory.hugePage
        guard size >= TextMemory.smallest else { return nil }
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
        guard let memory = mmap(nil, self.size, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else {
            return nil
        }
        address = UInt(bitPattern: memory)
        first = (address + UInt(TextMemory.hugePage) - 1) & ~UInt(TextMemory.hugePage - 1)
        madvise(UnsafeMutableRawPointer(bitPattern: first), rounded, MADV_HUGEPAGE)
    }

    deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), size) }

    /// The byte at `offset`.
    func place(at offset: Int) -> UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: first + UInt(offset)) }

    /// Gives the pages that lie wholly in `bytes` back to the system.
    func discard(_ bytes: UnsafeRawBufferPointer) {
        let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
        let start = (UInt(bitPattern: bytes.baseAddress) + page - 1) & ~(page - 1)
        let end = (UInt(bitPattern: bytes.baseAddress) + UInt(bytes.count)) & ~(page - 1)
        if start < end { madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_DONTNEED) }
    }
}

/// Where in a `TextMemory` the bytes of a file and their padding go.
struct TextPlace: Sendable {
    let memory: TextMemory
    let offset: Int
    let capacity: Int

    /// A place for each of the `files`, none where they are few bytes. Files that are too large to be read, whose sizes
    /// may be anything, take no part in the sum.
    static func places(for files: [ListedFile]) -> [TextPlace?] {
        let capacities = files.map { $0.size < Int(UInt32.max) ? ($0.size + Text.padding + 63) & ~63 : 0 }
        guard let memory = TextMemory(capacities.reduce(0, +)) else { return files.map { _ in nil } }
        var offset = 0
        return capacities.map { capacity in
            defer { offset += capacity }
            return TextPlace(memory: memory, offset: offset, capacity: capacity)
        }
    }
}
