import DocumentFormats
import Documents
import Glibc
import QueryEngine
import QueryLanguage
import Rendering
import SourceText

/// Something with a file did not work out.
struct FileFailure: Error {
    let message: LocalizedText

    init(_ message: LocalizedText) { self.message = message }
}

/// No file of those that a query names could be read, which has been said.
struct NothingOpened: Error {}

extension Session {
    /// Does what a command asked the session to do.
    func perform(_ effect: Effect, _ source: QuerySource) throws {
        switch effect {
        case .open(let paths, let places, let encoding, let columns, let add):
            var reader = reader
            if let encoding { reader.options.encoding = TextEncoding(named: encoding) }
            if let columns { reader.options.columns = try columnMap(columns) }
            try open(paths, written: places, in: source, add: add, reader)
        case .export(let result, let format, let file): try export(result, format, file)
        case .passed(let notice): note(notice)
        case .run(let query): queriesToRun.append(query)
        case .quit: isOver = true
        }
    }

    /// Opens what a query names; what cannot be read is shown where it is written. Where nothing can be read, what was
    /// open stays open.
    private func open(_ paths: [String], written places: [SourceRange], in source: QuerySource, add: Bool, _ reader: ArchiveReader) throws {
        let readable = try paths.map(readablePath)
        let opened = try PathOpening(reader: reader, root: options.readableFolder.flatMap(realPath), cancellation: cancellation)
            .open(readable)
        for file in opened.failures { show(file, path: readable.firstIndex(of: file.name), places, in: source) }
        guard !opened.shards.isEmpty || opened.failures.isEmpty else { throw NothingOpened() }
        use(opened, called: readable, add: add)
        note(describeArchive())
        noteDamage(opened)
    }

    /// Says of each file in which bytes were not decoded, or lines not understood, where that begins; of many, of some.
    private func noteDamage(_ opened: Archive) {
        let damaged = opened.fileReports.filter { $0.undecodable > 0 || $0.strayLines > 0 }
        for (index, file) in damaged.enumerated() {
            if index == 5 { return note(LocalizedText("more in other files: files shows all", zh: "其他文件还有；用 文件 查看全部")) }
            if let first = file.firstUndecodable {
                note(
                    LocalizedText(
                        "\(file.name): undecodable bytes: \(file.undecodable), the first at offset \(first)",
                        zh: "\(file.name)：坏字节 \(file.undecodable) 个，首个在位置 \(first)"))
            }
            if file.strayLines > 0 {
                let line = file.firstStrayLine.map { (", the first is line \($0)", "，首行是第 \($0) 行") } ?? ("", "")
                note(
                    LocalizedText(
                        "\(file.name): lines outside any article: \(file.strayLines)\(line.0)",
                        zh: "\(file.name)：不属任何文章的行：\(file.strayLines)\(line.1)"))
            }
        }
    }

    private func columnMap(_ written: String) throws -> ColumnMap {
        switch ColumnMap.written(written) {
        case .success(let map): return map
        case .failure(let error): throw FileFailure(error.message)
        }
    }

    private func show(_ file: FileReport, path: Int?, _ places: [SourceRange], in source: QuerySource) {
        if !file.isSkipped { raise(.data) }
        guard let path, path < places.count else { return report(file) }
        let reason = file.failure ?? LocalizedText(verbatim: "")
        let isMissing = reason.english == String(cString: strerror(ENOENT))
        let message = LocalizedText(
            isMissing ? "there is no file or folder \(file.name)" : "\(file.name): \(reason.english)",
            zh: isMissing ? "没有文件或文件夹 \(file.name)" : "\(file.name)：\(reason.chinese)")
        show([Diagnostic(.unreadablePath, at: places[path], message)], in: source)
    }

    /// A path that this session may read; a stranger's script reads below its own folder only.
    func readablePath(_ path: String) throws -> String { try readablePath(path, below: options.readableFolder) }

    /// The same for any folder; nil is no bound.
    func readablePath(_ path: String, below folder: String?) throws -> String {
        guard let folder else { return expandingHome(path) }
        let full = path.hasPrefix("/") ? path : "\(folder)/\(path)"
        guard let real = realPath(full) else { return full }
        guard let root = realPath(folder), real == root || real.hasPrefix(root == "/" ? "/" : root + "/") else {
            throw FileFailure(
                LocalizedText(
                    "\(path): a script opens only what is below its own folder; name it on the command line",
                    zh: "\(path)：脚本只能打开自己文件夹之下的内容；请在命令行上写明"))
        }
        return real
    }

    private func export(_ result: QueryResult, _ name: String, _ file: String?) throws {
        guard let format = exportFormat(named: name) else { return }
        var options = renderOptions
        options.emphasis = .none
        options.width = nil
        guard let file else {
            _ = try format.write(result, options, to: interruptible(streams.output))
            return
        }
        let path = try writablePath(file)
        try writeAside(path) { sink in _ = try format.write(result, options, to: interruptible(sink)) }
        note(LocalizedText("written: \(file)", zh: "已写入：\(file)"))
    }

    private func writablePath(_ file: String) throws -> String {
        guard let folders = options.writableFolders else { return expandingHome(file) }
        let parent = file.contains("/") ? String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) : "."
        let real = realPath(parent.isEmpty ? "/" : parent)
        let allowed = folders.compactMap { realPath($0) }.contains { root in
            real.map { $0 == root || $0.hasPrefix(root == "/" ? "/" : root + "/") } ?? false
        }
        guard allowed else {
            throw FileFailure(
                LocalizedText(
                    "\(file): a script writes only where --write DIR allows",
                    zh: "\(file)：脚本只能写到 --write 文件夹 所许之处"))
        }
        return file
    }

    /// Writes beside the name and puts the file in its place when it is whole, so that no half file is left.
    private func writeAside(_ path: String, _ body: (@escaping TextSink) throws -> Void) throws {
        let beside = "\(path).\(getpid()).part"
        let descriptor = Glibc.open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileFailure(failure(path)) }
        do {
            try body { try write($0, to: descriptor) }
        } catch {
            close(descriptor)
            unlink(beside)
            if error is OutputClosed { throw FileFailure(failure(path)) }
            throw error
        }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(beside, path) == 0 else {
            let message = failure(path)
            unlink(beside)
            throw FileFailure(message)
        }
    }

    private func failure(_ path: String) -> LocalizedText {
        let reason = String(cString: strerror(errno))
        return LocalizedText("\(path): cannot be written: \(reason)", zh: "\(path)：无法写入：\(reason)")
    }
}

/// The path with a leading `~/` as the person's home, as shells read it.
func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environmentVariable("HOME")
    else { return path }
    return home + path.dropFirst()
}

/// The path without links, `.` and `..`; nil where it does not exist.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
