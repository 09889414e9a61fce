import ArchiveIndexing
import DocumentFormats
import Documents
import SourceText

/// Opens what paths name, archives and files alike, in their order.
struct PathOpening {
    let reader: ArchiveReader
    var root: String?
    var cancellation: Cancellation?

    /// What is open afterwards. Throws `Interrupted`.
    func open(_ paths: [String]) throws -> Archive {
        var opened: Archive?
        var pending: [String] = []
        for path in paths {
            guard path.hasSuffix(".wenku") || ArchiveFile.recognises(path) else {
                pending.append(path)
                continue
            }
            opened = try adding(pending, to: opened)
            pending = []
            let archive = archive(path)
            opened = opened?.adding(archive) ?? archive
        }
        return try adding(pending, to: opened) ?? Archive()
    }

    /// Paths that are next to each other are read together, so that a file that two lead to is read once.
    private func adding(_ paths: [String], to opened: Archive?) throws -> Archive? {
        guard !paths.isEmpty else { return opened }
        let read: Archive
        if let cancellation {
            read = try reader.open(paths, within: root, until: cancellation)
        } else {
            read = reader.open(paths, within: root)
        }
        return opened?.adding(read) ?? read
    }

    private func archive(_ path: String) -> Archive {
        do throws(ArchiveFailure) { return try ArchiveFile(path).archive } catch {
            var report = FileReport(name: path)
            report.failure = error.message
            return Archive(failures: [report], damage: error.isDamage ? [damageLog(path, error)] : [])
        }
    }

    /// An archive that cannot be opened is not one that holds nothing: no answer is given from what else is open.
    private func damageLog(_ path: String, _ failure: ArchiveFailure) -> DamageLog {
        let log = DamageLog(name: path)
        log.add(failure.message)
        return log
    }
}

extension ArchiveFailure {
    /// Whether the file is not as it was written.
    fileprivate var isDamage: Bool {
        switch self {
        case .notAnArchive, .version, .truncated, .damaged: true
        case .system, .locked, .sourceChanged: false
        }
    }
}

extension Session {
    /// Throws where an archive was found damaged since it was opened: no answer is shown that may rest on what is wrong.
    func checkDamage() throws {
        if let damageFound { throw damageFound }
    }

    /// What is wrong with what is open; nil where nothing was found so far.
    var damageFound: FileFailure? {
        guard let log = archive.damage.first(where: \.isDamaged) else { return nil }
        let places = log.found.prefix(3)
        let english = places.map(\.english).joined(separator: "; ")
        let chinese = places.map(\.chinese).joined(separator: "；")
        return FileFailure(
            LocalizedText(
                "\(log.name): no answer is given, as the archive is damaged\(english.isEmpty ? "" : " (\(english))"); wen verify shows all damage",
                zh: "\(log.name)：档案已损坏，不作回答\(chinese.isEmpty ? "" : "（\(chinese)）")；wen verify 列出全部损坏"))
    }
}
