import ArchiveIndexing
import DocumentFormats
import Documents

/// What is to be done so that an archive holds what is on disk now: segments are kept whose files are all there as they were,
/// next to each other and in the same order; everything else is read. The result is that of indexing anew.
struct UpdatePlan {
    enum Step {
        /// Segments of the old archive as they stand.
        case keep([Int])
        /// Files that could not be read before and are still the same.
        case fail(FileReport)
        /// Files, as indices.
        case read(Range<Int>)
    }

    private(set) var steps: [Step] = []
    /// The bytes of the files that are to be read.
    private(set) var bytes = 0
    /// Whether the old archive holds it already.
    private(set) var isUpToDate = false

    /// Segments that belong together, as they share a file, and what their files were.
    private struct Group {
        var segments: [Int]
        var sources: [SourceState]
    }

    init(_ files: [SourceFile], old: ArchiveFile?, origin: ArchiveOrigin, segment: Int) {
        guard let old, old.origin.encoding == origin.encoding, old.origin.columns == origin.columns else {
            read(files.indices, files)
            return
        }
        let states = files.map { SourceState(path: $0.path, size: $0.size, modified: $0.modified) }
        let groups = UpdatePlan.groups(old)
        let firsts = Dictionary(groups.enumerated().map { ($1.sources.first, $0) }, uniquingKeysWith: { first, _ in first })
        let failed = Dictionary(old.failures.map { (SourceState(path: $0.name, size: $0.bytes, modified: $0.modification), $0) }) {
            first, _ in first
        }
        var index = 0
        var kept = 0
        while index < files.count {
            if let number = firsts[states[index]], let end = UpdatePlan.end(of: groups[number], in: states, from: index, failed) {
                for place in index..<end { if let report = failed[states[place]] { steps.append(.fail(report)) } }
                steps.append(.keep(groups[number].segments))
                kept += 1
                index = end
            } else if let report = failed[states[index]] {
                steps.append(.fail(report))
                index += 1
            } else {
                read(index..<index + 1, files)
                index += 1
            }
        }
        isUpToDate =
            bytes == 0 && kept == groups.count && !steps.contains { if case .read = $0 { true } else { false } } && old.origin == origin
    }

    private mutating func read(_ range: Range<Int>, _ files: [SourceFile]) {
        bytes += files[range].reduce(0) { $0 + $1.size }
        if case .read(let before)? = steps.last, before.upperBound == range.lowerBound {
            steps[steps.count - 1] = .read(before.lowerBound..<range.upperBound)
        } else {
            steps.append(.read(range))
        }
    }

    private static func groups(_ old: ArchiveFile) -> [Group] {
        var groups: [Group] = []
        for segment in 0..<old.segmentCount {
            guard let sources = old.sources(ofSegment: segment), !sources.isEmpty else { continue }
            if let last = groups.indices.last, groups[last].sources.last == sources.first {
                groups[last].segments.append(segment)
                groups[last].sources += sources.dropFirst()
            } else {
                groups.append(Group(segments: [segment], sources: sources))
            }
        }
        return groups
    }

    /// Where the files of a group end, if they stand from `start` on as they did, with nothing between that can be read.
    private static func end(
        of group: Group, in states: [SourceState], from start: Int, _ failed: [SourceState: FileReport]
    ) -> Int? {
        var place = start
        for source in group.sources {
            while place < states.count, states[place] != source, failed[states[place]] != nil { place += 1 }
            guard place < states.count, states[place] == source else { return nil }
            place += 1
        }
        return place
    }
}
