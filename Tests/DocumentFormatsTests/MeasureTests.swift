import Documents
import Glibc
import Testing

@testable import DocumentFormats

/// Prints the speed of reading the folder in `WEN_LAWS`; says nothing of right or wrong. Headings: `make headings`.
@Suite struct MeasureTests {
    @Test(.enabled(if: getenv("WEN_LAWS") != nil, "set WEN_LAWS to a folder to measure on"))
    func speed() {
        let folder = String(cString: getenv("WEN_LAWS"))
        var best = Double.infinity
        var bestWork = Double.infinity
        var archive = Archive()
        for _ in 0..<12 {
            archive = Archive()
            let start = (wall: now(), work: now(CLOCK_PROCESS_CPUTIME_ID))
            archive = ArchiveReader().open([folder])
            best = min(best, now() - start.wall)
            bestWork = min(bestWork, now(CLOCK_PROCESS_CPUTIME_ID) - start.work)
        }
        let bytes = archive.shards.reduce(0) { $0 + $1.text.count }
        print(
            "read \(bytes) bytes, \(archive.articleCount) articles, \(archive.paragraphCount) paragraphs in",
            "\(best * 1000) ms: \(Double(bytes) / best / 1e6) MB/s;",
            "processor time \(bestWork * 1000) ms, peak memory \(peakMemory() / 1000) MB")
        let headings = archive.shards.reduce(0) { $0 + $1.headings.count }
        let headMatter = archive.shards.reduce(0) { $0 + $1.headMatter.count }
        print("\(headings) headings, \(headMatter) lines of head matter, \(archive.failures.count) failures")
        var splitter = SentenceSplitter()
        var sentences: ContiguousArray<Span> = []
        let start = now()
        for shard in archive.shards {
            for index in 0..<shard.paragraphs.count {
                splitter.append(sentencesOf: shard.paragraphs[index], in: shard.text, to: &sentences)
            }
        }
        print("split \(sentences.count) sentences: \(Double(bytes) / (now() - start) / 1e6) MB/s")
    }

    private func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    private func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
