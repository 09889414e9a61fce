import Glibc

/// A file to be read, or the reason why a path gives none.
struct ListedFile: Sendable {
    /// The path as it was written, with what was found below it.
    var path: FilePath
    /// The bytes it had when it was listed.
    var size = 0
    /// When it was last written, in nanoseconds since 1970.
    var modified = 0
    var failure: ReadFailure?
    /// Whether it was found below a folder, rather than asked for by name.
    var isFromFolder = false
    /// Whether it is what comes through standard input.
    var isStandardInput = false
}

/// Lists the files that paths stand for: a file is itself, a folder everything below it in the order of the names' bytes.
/// Hidden entries of a folder are left out; each folder is entered once, so that links in a circle end.
struct FileListing {
    private(set) var files: [ListedFile] = []
    private var entered: Set<FileIdentity> = []

    /// With links resolved; what lies outside is not read.
    private let root: String?

    private init(root: String?) { self.root = root }

    /// The files below `paths`, in order; with `root`, a folder without links in its path, only those that lie below it.
    /// Where `hasStandardInput`, `-` stands for it.
    static func files(below paths: [String], within root: String? = nil, hasStandardInput: Bool = false) -> [ListedFile] {
        var listing = FileListing(root: root)
        for path in paths {
            if path == "-", hasStandardInput {
                listing.addStandardInput()
            } else {
                listing.add(FilePath(path))
            }
        }
        return listing.files
    }

    /// What comes through it comes once.
    private mutating func addStandardInput() {
        guard !files.contains(where: \.isStandardInput) else { return }
        files.append(ListedFile(path: FilePath("-"), isStandardInput: true))
    }

    private mutating func add(_ asked: FilePath) {
        let first = files.count
        defer { for index in first..<files.count { files[index].isFromFolder = files[index].path != asked } }
        var pending = [asked]
        while let path = pending.popLast() {
            guard let found = existing(path, isAsked: path == asked) else { continue }
            switch found.status.st_mode & S_IFMT {
            case S_IFDIR: pending += entries(of: found.path, found.status).reversed()
            case S_IFREG:
                files.append(
                    ListedFile(path: found.path, size: max(0, found.status.st_size), modified: found.status.modification))
            default: files.append(ListedFile(path: found.path, failure: .special))
            }
        }
    }

    /// The path with what the system says of it; nil where there is nothing to read, which is noted.
    private mutating func existing(_ path: FilePath, isAsked: Bool) -> (path: FilePath, status: stat)? {
        var path = path
        var status = stat()
        if path.withCString({ stat($0, &status) }) != 0 {
            let reason = errno
            guard isAsked, reason == ENOENT, let shown = FileListing.entry(shownAs: path.name),
                shown.withCString({ stat($0, &status) }) == 0
            else {
                files.append(ListedFile(path: path, failure: ReadFailure(errno: reason)))
                return nil
            }
            path = shown
        }
        guard isReadable(path) else {
            files.append(ListedFile(path: path, failure: .outside))
            return nil
        }
        return (path, status)
    }

    /// Whether a path leads to something below the root, whatever links are on the way.
    private func isReadable(_ path: FilePath) -> Bool {
        guard let root else { return true }
        guard let resolved = path.withCString({ realpath($0, nil) }) else { return false }
        defer { free(resolved) }
        let real = String(cString: resolved)
        return real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
    }

    /// The paths of a folder's entries, sorted; none where it was entered before.
    private mutating func entries(of path: FilePath, _ status: stat) -> [FilePath] {
        let identity = FileIdentity(device: UInt(status.st_dev), file: UInt(status.st_ino))
        guard entered.insert(identity).inserted else { return [] }
        guard let names = FileListing.names(in: path) else {
            files.append(ListedFile(path: path, failure: ReadFailure(errno: errno)))
            return []
        }
        return names.filter { $0.first != 0x2E }.sorted { $0.lexicographicallyPrecedes($1) }.map { path.entry($0) }
    }

    private static func names(in path: FilePath) -> [[UInt8]]? {
        guard let folder = path.withCString({ opendir($0) }) else { return nil }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
        }
        return names
    }

    /// The entry of a folder whose name is no UTF-8 and is shown so: typed as it is shown, or with U+FFFD for its bytes, as
    /// the arguments of a process have it.
    private static func entry(shownAs path: String) -> FilePath? {
        let bytes = Array(path.utf8)
        let cut = bytes.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
        let folder = FilePath(cut == 0 ? "." : String(decoding: bytes[..<cut], as: UTF8.self))
        let wanted = String(decoding: bytes[cut...], as: UTF8.self)
        let name = names(in: folder)?.first { FileName.shown($0) == wanted || String(decoding: $0, as: UTF8.self) == wanted }
        return name.map { folder.entry($0) }
    }
}
