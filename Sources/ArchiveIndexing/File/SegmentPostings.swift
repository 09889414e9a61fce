import Documents
import Synchronization

/// The postings of a segment's pieces: sorted block by block, by several threads.
struct SegmentPostings {
    private let columns: SegmentColumns
    private let pieces: SegmentColumns.SpanArrays
    private let blocks: [Range<Int>]

    /// A piece of more bytes is not sorted, since that would take a dozen times its memory.
    private static let longestPiece = 1 << 27

    /// The postings of `pieces`, sorted in blocks of about `block` bytes; nil where the pieces cannot be indexed: they touch, or one is
    /// too long.
    static func make(
        _ pieces: SegmentColumns.SpanArrays, of columns: SegmentColumns, block: Int, workers: Workers, _ cancellation: Cancellation
    ) throws -> [PostingRun]? {
        guard columns.textBytes <= ArchiveLayout.longestIndexed, isIndexable(pieces) else { return nil }
        let postings = SegmentPostings(columns: columns, pieces: pieces, blocks: blocks(of: pieces, size: block))
        let next = Atomic<Int>(0)
        let share = Share(next: next, count: postings.blocks.count)
        let results = workers.map(min(workers.count, max(1, postings.blocks.count))) { _ in
            postings.sortBlocks(share, cancellation)
        }
        try cancellation.check()
        let made = results.flatMap { $0 }.sorted { $0.index < $1.index }
        var runs: [PostingRun] = []
        for result in made { runs.append(try result.run.get()) }
        return runs
    }

    /// Which block is next, for all threads. A class because it is one thing seen by all of them.
    private final class Share: Sendable {
        private let next: Atomic<Int>
        private let count: Int

        init(next: consuming Atomic<Int>, count: Int) {
            self.next = next
            self.count = count
        }

        func take() -> Int? {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        }
    }

    private static func isIndexable(_ pieces: SegmentColumns.SpanArrays) -> Bool {
        var last = -1
        for (start, end) in zip(pieces.starts, pieces.ends) {
            guard Int(start) > last, Int(end) - Int(start) <= longestPiece else { return false }
            last = Int(end)
        }
        return true
    }

    private static func blocks(of pieces: SegmentColumns.SpanArrays, size: Int) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var first = 0
        for index in pieces.starts.indices where Int(pieces.ends[index]) - Int(pieces.starts[first]) > size && index > first {
            blocks.append(first..<index)
            first = index
        }
        return first < pieces.starts.count ? blocks + [first..<pieces.starts.count] : blocks
    }

    private func sortBlocks(_ share: Share, _ cancellation: Cancellation) -> [(index: Int, run: Result<PostingRun, any Error>)] {
        var sorter = PostingSorter()
        var done: [(Int, Result<PostingRun, any Error>)] = []
        while !cancellation.isCancelled, let index = share.take() {
            do { done.append((index, .success(try sort(blocks[index], &sorter)))) } catch { done.append((index, .failure(error))) }
        }
        return done
    }

    private func sort(_ block: Range<Int>, _ sorter: inout PostingSorter) throws -> PostingRun {
        let origin = pieces.starts[block.lowerBound]
        let text = columns.text(Int(origin)..<Int(pieces.ends[block.upperBound - 1]))
        defer { text.deallocate() }
        let starts = pieces.starts[block].map { $0 - origin }
        let ends = pieces.ends[block].map { $0 - origin }
        return try starts.withUnsafeBufferPointer { starts in
            try ends.withUnsafeBufferPointer { ends in
                try sorter.run(
                    text: UnsafeRawBufferPointer(rebasing: text[..<(text.count - ArchiveLayout.padding)]), starts: starts, ends: ends,
                    origin: origin)
            }
        }
    }
}

extension SegmentColumns {
    /// A stretch of the segment's text as one piece of memory, with zeros behind; whoever asks frees it.
    fileprivate func text(_ range: Range<Int>) -> UnsafeMutableRawBufferPointer {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count + ArchiveLayout.padding, alignment: 64)
        memory[range.count...].initializeMemory(as: UInt8.self, repeating: 0)
        for (slice, start) in slices[firstSlice(endingBehind: range.lowerBound)...] {
            guard start < range.upperBound else { break }
            let part = range.clamped(to: start..<start + slice.text.count)
            guard !part.isEmpty else { continue }
            let source = part.lowerBound - start + slice.text.lowerBound
            let target = UnsafeMutableRawBufferPointer(rebasing: memory[(part.lowerBound - range.lowerBound)...])
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: slice.shard.text.bytes[source..<source + part.count]))
            withExtendedLifetime(slice.shard.text) {}
        }
        return memory
    }

    private func firstSlice(endingBehind offset: Int) -> Int {
        var low = 0
        var high = slices.count
        while low < high {
            let middle = (low + high) / 2
            if slices[middle].start + slices[middle].slice.text.count <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
