/// What decoding looks up, in one table.
enum GapTable {
    /// For each control byte, from the lowest byte up, where the second, third and fourth gap of its group begin and where the group ends; behind
    /// them for each code the bits that its gap has of four bytes.
    static let entries: ContiguousArray<UInt32> = ContiguousArray((0..<256).map { ends(of: $0) } + [0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF])
    static let masks = 256

    private static func ends(of control: Int) -> UInt32 {
        var end: UInt32 = 0
        var packed: UInt32 = 0
        for lane in 0..<4 {
            end += UInt32(control >> (2 * lane) & 3) + 1
            packed |= end << UInt32(8 * lane)
        }
        return packed
    }

    /// The gap at `offset`: four bytes are read, and as many kept as its code says.
    @inline(__always)
    static func gap(_ data: UnsafeRawPointer, _ offset: Int, _ code: Int, _ table: UnsafePointer<UInt32>) -> UInt64 {
        UInt64(UInt32(littleEndian: data.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) & table[masks &+ code])
    }
}

/// Four offsets.
struct GapGroup {
    let first: UInt64
    let second: UInt64
    let third: UInt64
    let fourth: UInt64
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
        GapTable.entries.withUnsafeBufferPointer { table in
            let table = table.baseAddress.unsafelyUnwrapped
            let full = count >> 2
            for group in 0..<full {
                guard data <= limit else { return false }
                let decoded = self.group(controls.load(fromByteOffset: group, as: UInt8.self), table)
                out[4 * group] = UInt32(truncatingIfNeeded: decoded.first)
                out[4 * group + 1] = UInt32(truncatingIfNeeded: decoded.second)
                out[4 * group + 2] = UInt32(truncatingIfNeeded: decoded.third)
                out[4 * group + 3] = UInt32(truncatingIfNeeded: decoded.fourth)
            }
            if count & 3 != 0 {
                guard data <= limit else { return false }
                decodeRest(controls.load(fromByteOffset: full, as: UInt8.self), count & 3, table, to: out + 4 * full)
            }
            return next <= bound
        }
    }

    /// Decodes a group of four gaps.
    @inline(__always)
    mutating func group(_ control: UInt8, _ table: UnsafePointer<UInt32>) -> GapGroup {
        let code = Int(control)
        let offsets = table[Int(control)]
        let first = next &+ GapTable.gap(data, 0, code & 3, table)
        let second = first &+ 1 &+ GapTable.gap(data, Int(offsets & 0xFF), code >> 2 & 3, table)
        let third = second &+ 1 &+ GapTable.gap(data, Int(offsets >> 8 & 0xFF), code >> 4 & 3, table)
        let fourth = third &+ 1 &+ GapTable.gap(data, Int(offsets >> 16 & 0xFF), code >> 6, table)
        next = fourth &+ 1
        data += Int(offsets >> 24)
        return GapGroup(first: first, second: second, third: third, fourth: fourth)
    }

    /// The last group of a list, of less than four gaps.
    @inline(__always)
    private mutating func decodeRest(_ control: UInt8, _ count: Int, _ table: UnsafePointer<UInt32>, to out: UnsafeMutablePointer<UInt32>) {
        var codes = Int(control)
        for lane in 0..<count {
            let place = next &+ GapTable.gap(data, 0, codes & 3, table)
            out[lane] = UInt32(truncatingIfNeeded: place)
            next = place &+ 1
            data += (codes & 3) + 1
            codes >>= 2
        }
    }
}
