/// Memory that grows by doubling and is written behind its end.
struct ByteBuffer: ~Copyable {
    private(set) var base: UnsafeMutableRawPointer
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 256) {
        self.capacity = capacity
        base = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    /// What was written; valid until the next change.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Makes room for `room` bytes behind the end, and gives where they begin.
    @inline(__always)
    mutating func reserve(_ room: Int) -> UnsafeMutableRawPointer {
        if count + room > capacity { grow(room) }
        return base + count
    }

    private mutating func grow(_ room: Int) {
        capacity = max(count + room, capacity * 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = larger
    }

    /// Counts `written` bytes that were written behind the end.
    @inline(__always)
    mutating func advance(_ written: Int) { count += written }

    /// Forgets what was written; the memory stays.
    mutating func removeAll() { count = 0 }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count).copyMemory(from: source, byteCount: bytes.count)
        advance(bytes.count)
    }

    /// Adds a number, its lowest byte first.
    @inline(__always)
    mutating func append(_ number: some FixedWidthInteger) {
        let size = number.bitWidth / 8
        reserve(size).storeBytes(of: number.littleEndian, as: type(of: number))
        advance(size)
    }

    /// Adds a number, seven bits a byte.
    @inline(__always)
    mutating func append(varint number: Int) {
        var rest = UInt64(truncatingIfNeeded: number)
        let room = reserve(10)
        var size = 0
        while rest >= 0x80 {
            room.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: size, as: UInt8.self)
            rest >>= 7
            size += 1
        }
        room.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: size, as: UInt8.self)
        advance(size + 1)
    }
}
