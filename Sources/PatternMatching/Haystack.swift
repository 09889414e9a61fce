import Documents

/// The bytes of a text while it is searched; whoever makes one keeps the text alive. `Text.padding` bytes behind the last
/// may be read.
struct Haystack {
    let base: UnsafeRawPointer
    let count: Int

    init?(_ text: Text) {
        guard let base = text.bytes.baseAddress else { return nil }
        self.base = base
        count = text.count
    }

    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

    /// Three bytes as one number. Behind the end they are zero.
    @inline(__always)
    func threeBytes(_ offset: Int) -> UInt32 {
        UInt32(byte(offset)) << 16 | UInt32(byte(offset + 1)) << 8 | UInt32(byte(offset + 2))
    }

    /// The beginning of the scalar that ends before `offset`; below `bound` where it begins there.
    @inline(__always)
    func scalarStart(before offset: Int, notBefore bound: Int) -> Int {
        var start = offset - 1
        while start >= bound, byte(start) & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The bytes that a scalar has by its first one.
    @inline(__always)
    func scalarWidth(_ offset: Int) -> Int {
        let first = byte(offset)
        return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    /// The offset behind the scalar at `offset`. Stray continuation bytes belong to what precedes them.
    @inline(__always)
    func nextScalar(_ offset: Int, limit: Int) -> Int {
        var next = offset + 1
        while next < limit, byte(next) & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
