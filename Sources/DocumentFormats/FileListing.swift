import Glibc

/// A file to be read, or the reason why a path gives none.
struct ListedFile: Sendable {
    /// The path as it was written, with what was found below it.
    var path: String
    /// The bytes it had when it was listed.
    var size = 0
    var failure: ReadFailure?
    /// Whether it was found below a folder, rather than asked for by name.
    var isFromFolder = false
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
    static func files(below paths: [String], within root: String? = nil) -> [ListedFile] {
        var listing = FileListing(root: root)
        for path in paths { listing.add(path) }
        return listing.files
    }

    private mutating func add(_ root: String) {
        let first = files.count
        defer { for index in first..<files.count { files[index].isFromFolder = files[index].path != root } }
        var pending = [root]
        while let path = pending.popLast() {
            var status = stat()
            guard stat(path, &status) == 0 else {
                files.append(ListedFile(path: path, failure: ReadFailure(errno: errno)))
                continue
            }
            guard isReadable(path) else {
                files.append(ListedFile(path: path, failure: .outside))
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: pending += entries(of: path, status).reversed()
            case S_IFREG: files.append(ListedFile(path: path, size: max(0, status.st_size)))
            default: files.append(ListedFile(path: path, failure: .special))
            }
        }
    }

    /// Whether a path leads to something below the root, whatever links are on the way.
    private func isReadable(_ path: String) -> Bool {
        guard let root else { return true }
        guard let resolved = realpath(path, nil) else { return false }
        defer { free(resolved) }
        let real = String(cString: resolved)
        return real == root || real.hasPrefix(root == "/" ? "/" : root + "/")
    }

    /// The paths of a folder's entries, sorted; none where it was entered before.
    private mutating func entries(of path: String, _ status: stat) -> [String] {
        let identity = FileIdentity(device: UInt(status.st_dev), file: UInt(status.st_ino))
        guard entered.insert(identity).inserted else { return [] }
        guard let folder = opendir(path) else {
            files.append(ListedFile(path: path, failure: ReadFailure(errno: errno)))
            return []
        }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != 0x2E { names.append(name) }
        }
        let prefix = path.utf8.last == 0x2F ? path : path + "/"
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { prefix + String(decoding: $0, as: UTF8.self) }
    }
}
