/// The number of bytes of a gap less 1.
@inline(__always)
func gapCode(_ gap: UInt32) -> Int { (31 - (gap | 1).leadingZeroBitCount) >> 3 }

/// Writes the control bytes and gaps of a block of up to 256 places, the first of which is at least `next`; `next` becomes one more than the last.
/// Gives the number of bytes. Up to three bytes behind them are written.
@inline(__always)
func encodeBlock(_ places: UnsafePointer<UInt32>, _ count: Int, _ next: inout UInt32, to out: UnsafeMutableRawPointer) -> Int {
    var data = (count + 3) / 4
    var index = 0
    var expected = next
    while index < count {
        var control = 0
        let lanes = min(4, count - index)
        for lane in 0..<lanes {
            let place = places[index + lane]
            let gap = place &- expected
            expected = place &+ 1
            let code = gapCode(gap)
            out.storeBytes(of: gap.littleEndian, toByteOffset: data, as: UInt32.self)
            control |= code << (2 * lane)
            data += code + 1
        }
        out.storeBytes(of: UInt8(truncatingIfNeeded: control), toByteOffset: index >> 2, as: UInt8.self)
        index += 4
    }
    next = expected
    return data
}
