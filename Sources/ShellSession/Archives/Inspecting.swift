import ArchiveIndexing
import Documents
import QueryEngine
import SourceText

/// Compares all of an archive with its checksums. Status 3 where something is damaged, each damage on a line.
public func verifyArchives(_ paths: [String], quiet: Bool, language: String?, streams: Streams = .standard) -> Int32 {
    let console = ArchiveConsole(streams, quiet: quiet, language: language)
    return console.run(paths.first ?? "") { cancellation in
        var status = ExitStatus.ok
        for path in paths {
            let found = try damage(path, console, cancellation)
            for detail in found { try console.answer(LocalizedText("\(path): \(detail.english)", zh: "\(path)：\(detail.chinese)")) }
            if found.isEmpty { console.say(LocalizedText("\(path): sound", zh: "\(path)：完好")) } else { status = .data }
        }
        return status
    }
}

/// What differs from the checksums of an archive; empty where it is sound.
func damage(_ path: String, _ console: ArchiveConsole, _ cancellation: Cancellation) throws -> [LocalizedText] {
    do throws(ArchiveFailure) {
        let file = try ArchiveFile(path)
        let result = Result { () throws(Interrupted) in
            try file.verify(until: cancellation) { console.show(LocalizedText("verifying", zh: "正在核验"), $0) }
        }
        switch result {
        case .success(let found): return found
        case .failure: break
        }
    } catch { return [error.message] }
    throw Interrupted()
}

/// Says what an archive holds: files, articles, segments, sizes.
public func describeArchives(_ paths: [String], language: String?, streams: Streams = .standard) -> Int32 {
    let console = ArchiveConsole(streams, quiet: false, language: language)
    return console.run(paths.first ?? "") { _ in
        var status = ExitStatus.ok
        for path in paths {
            do throws(ArchiveFailure) {
                let file = try ArchiveFile(path)
                for line in description(file) { try? console.answer(line) }
            } catch {
                console.complain(LocalizedText("wen: \(path): \(error.message.english)", zh: "wen: \(path)：\(error.message.chinese)"))
                status = .data
            }
        }
        return status
    }
}

private func description(_ file: ArchiveFile) -> [LocalizedText] {
    let archive = file.archive
    let summary = archive.filesSummary
    let shards = archive.shards.indices.map { archive.shards.unchecked($0) }
    let text = shards.reduce(0) { $0 + $1.text.count }
    let sections = shards.reduce(0) { $0 + $1.sections.count }
    func line(_ english: String, _ chinese: String, _ value: String) -> LocalizedText {
        LocalizedText("\(english): \(value)", zh: "\(chinese)：\(value)")
    }
    var lines = [
        line("archive", "档案", file.path), line("made by", "制作", file.origin.program),
        line("of", "来源", file.origin.paths.joined(separator: " ")),
        line("files", "文件", "\(summary.files)"), line("encodings", "编码", summary.encodings.sorted().joined(separator: ", ")),
        line("undecodable bytes", "坏字节", "\(summary.undecodable)"), line("not read", "未读", "\(archive.failures.count)"),
        line("articles", "文章", "\(archive.articleCount)"), line("sections", "节", "\(sections)"),
        line("paragraphs", "段", "\(archive.paragraphCount)"), line("segments", "分段", "\(file.segmentCount)"),
        line("text", "文字", sizeText(text)),
        line("size", "大小", "\(sizeText(file.size)), \(decimal(Double(file.size) / Double(max(text, 1)))) × text"),
    ]
    let parts = file.partSizes.map { "\($0.name) \(sizeText($0.bytes))" }.joined(separator: ", ")
    lines.append(line("parts", "各部分", parts))
    return lines
}
