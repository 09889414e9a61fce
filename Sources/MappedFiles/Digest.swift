import CXXHash

/// The sixteen bytes of the XXH3-128 hash (Y. Collet) of `bytes`, highest first, as the program `xxh128sum` prints them. It tells texts
/// apart, but not against forgers. Cost: a pass at memory speed.
public func textDigest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    return [hash.high64, hash.low64].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) } }
}

/// The XXH3-64 hash of `bytes`: what tells that a block of a file is as it was written. Cost: a pass at memory speed.
public func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 { XXH3_64bits(bytes.baseAddress, bytes.count) }
