import Documents
import Glibc
import PatternMatching
import Testing

/// The lines of a text as pieces, without their ends.
private func lines(_ text: Text) -> SpanColumn {
    var column = SpanColumn()
    var start = 0
    for (offset, byte) in text.bytes.enumerated() where byte == UInt8(ascii: "\n") {
        column.append(Span(start, offset))
        start = offset + 1
    }
    if start < text.count { column.append(Span(start, text.count)) }
    return column
}

private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private let measured: [(name: String, pattern: MatchPattern)] = [
    ("国务院", phrase("国务院")), ("的", phrase("的")), ("社区党建", phrase("社区党建")), ("任务的", phrase("任务的")), ("xyzzy", phrase("xyzzy")),
    ("以…为", phrase("以…为")), ("从…入手", phrase("从…入手")), ("…入手", phrase("…入手")),
    ("国务院 and 劳动者", .and([phrase("国务院"), phrase("劳动者")])), ("国务院 not 法", .and([phrase("国务院"), .not(phrase("法"))])),
    ("国务院 or 劳动者", .or([phrase("国务院"), phrase("劳动者")])), ("not 的", .not(phrase("的"))),
    ("/国务院.{2,4}部/", regex("国务院.{2,4}部")), ("/第[一二三]+条/", regex("第[一二三]+条")), ("/\\d{4}年/", regex("\\d{4}年")),
    ("/[一二三四]{5}/", regex("[一二三四]{5}")), ("/^第/", regex("^第")), ("/国务院|劳动者/", regex("国务院|劳动者")),
]

/// Prints megabytes a second over the file that WEN_LAWS names; asserts only that two runs agree.
@Test(.enabled(if: getenv("WEN_LAWS") != nil, "WEN_LAWS names no text to measure on"))
func throughput() throws {
    let path = try #require(getenv("WEN_LAWS").map { String(cString: $0) })
    let text = Text(copying: try #require(contents(of: path)))
    let units = UnitList(lines(text))
    print("\(text.count) bytes, \(units.count) lines")
    for (name, pattern) in measured {
        for wantsHits in [false, true] {
            let matcher = try Matcher(pattern)
            var best = Double.infinity
            var counts: Set<Int> = []
            for _ in 0..<5 {
                let began = seconds()
                let found = try matcher.search(units, in: text, wantsHits: wantsHits)
                best = min(best, seconds() - began)
                counts.insert(found.units.count)
            }
            #expect(counts.count == 1)
            print("\(name) \(wantsHits ? "hits" : "units"): \(Int(Double(text.count) / best / 1e6)) MB/s, \(Int(best * 1e6)) µs, \(counts)")
        }
    }
}
