import Documents
import MappedFiles

extension Archive {
    /// What tells this archive's texts from any others, whatever the files are called and in whatever order they were opened: XXH3-128
    /// (Y. Collet) of the sorted XXH3-128 hashes of the texts, as 32 hexadecimal digits. Not against forgers. Cost: a pass over the
    /// texts at memory speed; none where their hashes are kept.
    ///
    /// - Throws: what `poll` throws, which is called after each text.
    public func fingerprint(poll: () throws -> Void) rethrows -> String {
        var digests: [[UInt8]] = []
        for shard in shards {
            if let files = shard.files {
                let parts = (0..<files.count).lazy.map { files[$0] }
                digests += parts.filter { $0.sourceStart == 0 }.map(\.digest)
            } else {
                digests.append(textDigest(shard.text.bytes))
            }
            try poll()
        }
        let all = digests.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
        return all.withUnsafeBytes(textDigest).map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined()
    }
}
