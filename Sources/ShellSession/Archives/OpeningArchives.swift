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
            guard ArchiveFile.recognises(path) else {
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
            return Archive(failures: [report])
        }
    }
}

extension Session {
    /// Throws where an archive was found damaged since it was opened: no answer is shown that may rest on what is wrong.
    func checkDamage() throws {
        guard let log = archive.damage.first(where: \.isDamaged) else { return }
        let places = log.found.prefix(3)
        let english = places.map(\.english).joined(separator: "; ")
        let chinese = places.map(\.chinese).joined(separator: "；")
        throw FileFailure(
            LocalizedText(
                "\(log.name) is damaged\(english.isEmpty ? "" : ": \(english)"); no answer is given: wen verify shows all damage",
                zh: "\(log.name) 已损坏\(chinese.isEmpty ? "" : "：\(chinese)")；不作回答：wen verify 列出全部损坏"))
    }
}
