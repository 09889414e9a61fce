import Documents
import Glibc
import Testing

@testable import DocumentFormats

/// Prints speed, and precision and recall of headings, for the folder in `WEN_LAWS`; says nothing of right or wrong.
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

    @Test(.enabled(if: getenv("WEN_LAWS") != nil, "set WEN_LAWS to a folder to measure on"))
    func headings() throws {
        let folder = String(cString: getenv("WEN_LAWS"))
        let bytes = try #require(try? FileBytes(FilePath(folder + "/headings_truth.tsv"), isStopped: { false }).text)
        let table = bytes.string(Span(0, bytes.count)).split(separator: "\n").dropFirst()
        var truth: [String: String] = [:]
        for row in table {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            truth[cells[0...3].joined(separator: "\t")] = String(cells[4])
        }
        var found = 0, right = 0, levelRight = 0
        var wrong: [String] = []
        for shard in ArchiveReader().open([folder]).shards {
            for (key, section) in headingPlaces(shard) {
                found += 1
                guard let level = truth.removeValue(forKey: key) else {
                    wrong.append(key + "\t" + shard.string(section.heading))
                    continue
                }
                right += 1
                levelRight += level == "\(section.level)" ? 1 : 0
            }
        }
        print(
            "precision \(Double(right) / Double(found)) recall \(Double(right) / Double(table.count)) of \(table.count),",
            "levels \(Double(levelRight) / Double(right))")
        if let list = getenv("WEN_LIST") {
            let file = fopen(list, "w")
            fputs((wrong.map { "+ " + $0 } + truth.keys.map { "- " + $0 }).joined(separator: "\n"), file)
            fclose(file)
        }
    }

    /// The headings of a shard under the key of the table: file, title, date, number of the body line from 0.
    private func headingPlaces(_ shard: Shard) -> [(String, Section)] {
        let file = shard.file.name.split(separator: "/").last.map(String.init) ?? ""
        var places: [(String, Section)] = []
        for article in shard.articles {
            let key = "\(file)\t\(shard.string(article.title))\t\(article.date?.description ?? "")\t"
            var number = -1
            var offset = Int(article.block.start)
            var numbers: [UInt32: Int] = [:]
            let view = ByteView(shard.text)
            for index in 0..<Int.max where offset < Int(article.block.end) {
                let line = view.line(at: offset, limit: Int(article.block.end))
                let start = view.skippingBlanks(from: line.start, to: line.end)
                if index >= 5, start < line.end { number += 1 }
                numbers[UInt32(start)] = number
                offset = line.next
                if offset >= Int(article.block.end) { break }
            }
            for section in shard.sections[Int(article.sections.lowerBound)..<Int(article.sections.upperBound)]
            where !section.isLead {
                places.append((key + "\(numbers[section.heading.start] ?? -1)", section))
            }
        }
        return places
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
