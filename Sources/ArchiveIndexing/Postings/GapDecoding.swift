/// For each control byte, from its lowest byte up, where the second, third and fourth gap of its group begin and where the group ends.
private let groupOffsets: ContiguousArray<UInt32> = ContiguousArray(
    (0..<256).map { (control: Int) in
        var offset: UInt32 = 0
        var packed: UInt32 = 0
        for lane in 0..<4 {
            offset += UInt32(control >> (2 * lane) & 3) + 1
            packed |= offset << UInt32(8 * lane)
        }
        return packed
    })

/// A gap of four bytes is read, and of them as many kept as its code says.
@inline(__always)
private func gap(_ data: UnsafeRawPointer, _ offset: Int, _ code: UInt32) -> UInt64 {
    let word = UInt32(littleEndian: data.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    return UInt64(word & (UInt32.max &>> (24 &- 8 &* code)))
}

/// Where gaps are read, and what the next offset is at least.
struct GapReader {
    var data: UnsafeRawPointer
    var next: UInt64

    /// Decodes `count` gaps, up to a block, as ascending offsets. Gaps that begin behind `limit` are not read, but up to sixteen bytes behind
    /// it are; then, and where an offset is not below `bound`, the block is damaged and gives false.
    @inline(__always)
    mutating func decode(
        _ controls: UnsafeRawPointer, _ count: Int, limit: UnsafeRawPointer, bound: UInt64, to out: UnsafeMutablePointer<UInt32>
    ) -> Bool {
        groupOffsets.withUnsafeBufferPointer { table in
            let table = table.baseAddress.unsafelyUnwrapped
            let full = count >> 2
            for group in 0..<full {
                guard data <= limit else { return false }
                decodeGroup(controls.load(fromByteOffset: group, as: UInt8.self), table, to: out + 4 * group)
            }
            if count & 3 != 0 {
                guard data <= limit else { return false }
                decodeRest(controls.load(fromByteOffset: full, as: UInt8.self), count & 3, to: out + 4 * full)
            }
            return next <= bound
        }
    }

    @inline(__always)
    private mutating func decodeGroup(_ control: UInt8, _ table: UnsafePointer<UInt32>, to out: UnsafeMutablePointer<UInt32>) {
        let code = UInt32(control)
        let offsets = table[Int(control)]
        let first = next &+ gap(data, 0, code & 3)
        let second = first &+ 1 &+ gap(data, Int(offsets & 0xFF), code >> 2 & 3)
        let third = second &+ 1 &+ gap(data, Int(offsets >> 8 & 0xFF), code >> 4 & 3)
        let fourth = third &+ 1 &+ gap(data, Int(offsets >> 16 & 0xFF), code >> 6)
        out[0] = UInt32(truncatingIfNeeded: first)
        out[1] = UInt32(truncatingIfNeeded: second)
        out[2] = UInt32(truncatingIfNeeded: third)
        out[3] = UInt32(truncatingIfNeeded: fourth)
        next = fourth &+ 1
        data += Int(offsets >> 24)
    }

    /// The last group of a list, of less than four gaps.
    @inline(__always)
    private mutating func decodeRest(_ control: UInt8, _ count: Int, to out: UnsafeMutablePointer<UInt32>) {
        var codes = UInt32(control)
        for lane in 0..<count {
            let place = next &+ gap(data, 0, codes & 3)
            out[lane] = UInt32(truncatingIfNeeded: place)
            next = place &+ 1
            data += Int(codes & 3) + 1
            codes >>= 2
        }
    }
}
