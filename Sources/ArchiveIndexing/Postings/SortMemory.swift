import Glibc

/// Memory for sorts, one after the other: the pages of the last are taken again, since to be given new ones costs more than the sort. Large
/// pages are asked for: a scatter to thousands of places would otherwise miss the tables of pages at each step.
struct SortMemory: ~Copyable {
    private var base: UnsafeMutableRawPointer?
    private var size = 0

    /// At least so many bytes, with any content; nil where the system has no more. What was given before is no longer valid.
    mutating func reserve(bytes: Int) -> UnsafeMutableRawPointer? {
        if let base, bytes <= size { return base }
        release()
        // Room for a block that is a little larger costs nothing until it is used.
        let wanted = max(1, bytes + bytes / 8)
        guard let memory = mmap(nil, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), memory != MAP_FAILED else {
            return nil
        }
        madvise(memory, wanted, MADV_HUGEPAGE)
        (base, size) = (memory, wanted)
        return memory
    }

    private mutating func release() {
        if let base { munmap(base, size) }
        (base, size) = (nil, 0)
    }

    deinit { if let base { munmap(base, size) } }
}
