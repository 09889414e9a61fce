import DocumentFormats
import Documents

/// A format reads a text it need not recognise: the result is sound, and the same for several threads.
func brokenReading(_ input: [UInt8], by format: any DocumentFormat) -> String? {
    let text = Text(copying: input)
    _ = format.recognises(text, path: "input")
    var report = FileReport(name: "input")
    report.bytes = input.count
    let alone = format.read(text, report: report, options: ReadingOptions(), workers: .alone)
    let shared = format.read(text, report: report, options: ReadingOptions(), workers: Workers(count: 3))
    switch (alone, shared) {
    case (.success(let alone), .success(let shared)):
        return brokenInvariant(alone) ?? brokenOffset(alone, size: input.count) ?? difference(alone, shared)
    case (.failure(let alone), .failure(let shared)): return alone == shared ? nil : "threads change the failure"
    case (.success, .failure), (.failure, .success): return "threads decide whether it can be read"
    }
}

/// Bytes are opened as a file or standard input is: packing, encoding and format are found out.
func brokenArchive(_ input: [UInt8]) -> String? {
    let archive = ArchiveReader(workers: .alone).open(Text(copying: input), named: "input")
    for shard in archive.shards {
        // Of what was packed, offsets count as unpacked.
        if let broken = brokenInvariant(shard) ?? brokenOffset(shard, size: shard.offsetMaps.isEmpty ? input.count : nil) { return broken }
        if shard.examined.undecodable > shard.text.count { return "more undecodable bytes than bytes" }
    }
    for report in archive.failures where report.failure?.english.isEmpty != false { return "a failure without a reason" }
    return nil
}

/// Every paragraph, and the input as one paragraph, is its sentences joined.
func brokenSentences(_ input: [UInt8]) -> String? {
    let text = Text(copying: input)
    // As a reader would cut it, and as it comes.
    if let broken = brokenJoin(Span(0, input.count), in: text) { return broken }
    guard case .success(let shard) = ArticleFormat().read(text, report: FileReport(name: "input"), options: .init(), workers: .alone)
    else { return nil }
    for index in 0..<shard.paragraphs.count {
        if let broken = brokenJoin(shard.paragraphs[index], in: shard.text) { return broken }
    }
    return nil
}

private func brokenJoin(_ paragraph: Span, in text: Text) -> String? {
    var end = paragraph.start
    for sentence in sentences(of: paragraph, in: text) {
        guard sentence.start == end, !sentence.isEmpty else { return "sentences that do not join at \(end)" }
        end = sentence.end
    }
    return end == paragraph.end ? nil : "sentences end at \(end), not at \(paragraph.end)"
}

/// Whether offsets lead back into the source, in the order of the text; `size`: the bytes of the source, where known.
private func brokenOffset(_ shard: Shard, size: Int?) -> String? {
    var last = 0
    for index in 0..<shard.paragraphs.count {
        let span = shard.paragraphs[index]
        for offset in [span.start, span.end] {
            let source = shard.sourceOffset(offset)
            guard source >= last else { return "the source of \(offset) is \(source), before \(last)" }
            if let size, source > size { return "the source of \(offset) is \(source), behind the end" }
            last = source
        }
    }
    return nil
}

private func difference(_ a: Shard, _ b: Shard) -> String? {
    guard a.file == b.file else { return "threads change the report" }
    guard a.articles.map(\.block) == b.articles.map(\.block), a.articles.map(\.line) == b.articles.map(\.line) else {
        return "threads change the articles"
    }
    guard a.sections.map(\.heading) == b.sections.map(\.heading), a.sections.map(\.parent) == b.sections.map(\.parent),
        a.sections.map(\.paragraphs) == b.sections.map(\.paragraphs)
    else { return "threads change the sections" }
    guard a.paragraphs.starts == b.paragraphs.starts, a.paragraphs.ends == b.paragraphs.ends else { return "threads change the paragraphs" }
    return nil
}
