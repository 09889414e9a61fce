import DocumentFormats
import Documents
import QueryEngine
import SourceText

/// Looks at everything around the program that decides what a person sees, and at what is to be asked: archives are compared with
/// their checksums, files and folders are read. A line for each thing found, with what to do. Status 3 where something is bad.
public func examine(_ paths: [String], language: String?, streams: Streams = .standard) -> Int32 {
    // What the start-up files give rise to is a finding.
    var complaints: [String] = []
    var options = SessionOptions()
    options.quiet = true
    if let language { options.settings = [("lang", language == "zh" ? "zh" : "en")] }
    let session = Session(
        streams: Streams(output: { _ in }, error: { complaints.append(inOneLine($0)) }), options: options)
    session.readStartUpFiles(StartUpFile.all.filter { $0.objection == nil })
    let console = ArchiveConsole(streams, quiet: false, language: session.settings[.lang])
    let examination = Examination(streams: streams, settings: session.settings, complaints: complaints)
    return console.run(paths.first ?? "") { cancellation in
        try console.answer(LocalizedText("wen \(version)", zh: "文 \(version)"))
        var findings = examination.findings
        for finding in findings { try finding.lines.forEach(console.answer) }
        for path in paths {
            let finding = try health(of: path, console, cancellation)
            try finding.lines.forEach(console.answer)
            findings.append(finding)
        }
        return findings.contains { $0.state == .bad } ? .data : .ok
    }
}

/// A message with its place, without the line that it quotes.
private func inOneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n")
    guard let first = lines.first, let last = lines.last, lines.count > 1 else { return String(lines.first ?? "") }
    return "\(first) \(last.drop { " │^".contains($0) })"
}

private func health(of path: String, _ console: ArchiveConsole, _ cancellation: Cancellation) throws -> Finding {
    let subject = LocalizedText(verbatim: path)
    guard path.hasSuffix(".wenku") else { return try readability(of: path, subject, cancellation) }
    let found = try damage(path, console, cancellation)
    guard let first = found.first else { return Finding(.sound, subject, LocalizedText("sound", zh: "完好")) }
    return Finding(
        .bad, subject, LocalizedText("\(found.count) damaged: \(first.english)", zh: "损坏 \(found.count) 处：\(first.chinese)"),
        advice: LocalizedText("make it anew: wen index -o \(path) …", zh: "请重新制作：wen index -o \(path) …"))
}

/// How much of a file or folder can be read.
private func readability(of path: String, _ subject: LocalizedText, _ cancellation: Cancellation) throws -> Finding {
    let archive = try PathOpening(reader: ArchiveReader(), cancellation: cancellation).open([path])
    let failures = archive.failures.filter { !$0.isSkipped }
    if let failure = failures.first {
        let reason = failure.failure ?? LocalizedText(verbatim: "")
        return Finding(
            .bad, subject,
            LocalizedText(
                "\(failures.count) not read, first \(failure.name): \(reason.english)",
                zh: "\(failures.count) 个未读，首个 \(failure.name)：\(reason.chinese)"))
    }
    let summary = archive.filesSummary
    let articles = archive.articleCount
    let undecodable = summary.undecodable
    let found = LocalizedText(
        "files: \(summary.files), articles: \(articles), undecodable bytes: \(undecodable)",
        zh: "\(summary.files) 个文件，\(articles) 篇，坏字节 \(undecodable)")
    return Finding(
        undecodable > 0 ? .note : .sound, subject, found,
        advice: undecodable > 0 ? LocalizedText("files shows which; --encoding names theirs", zh: "用 文件 看是哪些；--encoding 可指明编码") : nil)
}
