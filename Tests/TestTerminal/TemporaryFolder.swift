import Glibc

/// Runs `body` with a new folder, and takes it away again.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/wen-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw NoFolder() }
    let folder = String(cString: made)
    defer { removeAll(folder) }
    try body(folder)
}

/// The same for work that waits.
func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/wen-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw NoFolder() }
    let folder = String(cString: made)
    defer { removeAll(folder) }
    try await body(folder)
}

struct NoFolder: Error {}

private func removeAll(_ path: String) {
    if let folder = opendir(path) {
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { removeAll(path + "/" + name) }
        }
        closedir(folder)
    }
    remove(path)
}
