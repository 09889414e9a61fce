import CXXHash
import Documents

extension Archive {
    /// What tells this archive's texts from any others, whatever the files are called and in whatever order they were opened: XXH3-128
    /// (Y. Collet) of the sorted XXH3-128 hashes of the texts, as 32 hexadecimal digits. Not against forgers. Cost: a pass over the
    /// texts at memory speed.
    ///
    /// - Throws: what `poll` throws, which is called after each text.
    public func fingerprint(poll: () throws -> Void) rethrows -> String {
        var digests: [[UInt8]] = []
        for shard in shards {
            digests.append(digest(shard.text.bytes))
            try poll()
        }
        let all = digests.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
        return all.withUnsafeBytes(digest).map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined()
    }
}

/// The sixteen bytes of a hash, highest first, as the program `xxh128sum` prints them.
private func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    return [hash.high64, hash.low64].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) } }
}
