/// The scalar that begins at byte `index` and the number of its bytes, or nil where the bytes are ill-formed.
@inline(__always)
func decodeScalar(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
        let byte = bytes[index + offset]
        guard byte & 0xC0 == 0x80 else { return nil }
        value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= fewestValue[length], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
}

/// The least value that needs so many bytes; below it the form is overlong.
private let fewestValue: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
