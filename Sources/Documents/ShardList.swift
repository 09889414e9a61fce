/// Whether what was mapped from a file can be relied on.
public protocol Soundness: Sendable {
    /// Found out at the first call, and remembered.
    var isSound: Bool { get }
}

/// The shards of an archive. The columns of a mapped one are looked through the first time it is asked for, and one that is
/// damaged is given without articles: so nothing behind needs to doubt an index or offset, and opening looks at none.
public struct ShardList: Sendable, RandomAccessCollection {
    @usableFromInline let shards: [Shard]

    /// The list of `shards`.
    public init(_ shards: [Shard]) { self.shards = shards }

    /// 0.
    @inlinable public var startIndex: Int { 0 }
    /// The number of shards.
    @inlinable public var endIndex: Int { shards.count }

    /// Shard number `index`, from 0. Cost: where it is mapped, at the first time a pass over its columns.
    @inlinable public subscript(index: Int) -> Shard {
        _read {
            if let soundness = shards[index].soundness, !soundness.isSound {
                yield shards[index].emptied
            } else {
                yield shards[index]
            }
        }
    }

    /// A shard as it was opened, its columns not looked at: for what needs the text or the index alone.
    public func unchecked(_ index: Int) -> Shard { shards[index] }
}

extension Shard {
    /// The same text without structure.
    @usableFromInline var emptied: Shard {
        Shard(text: Text(copying: []), file: file)
    }
}
