import Glibc
import SourceText

@testable import ShellSession

/// What a run printed. A class: the session's streams write into it.
final class Captured {
    var output = ""
    var error = ""

    var streams: Streams {
        Streams(output: { self.output += $0 }, error: { self.error += $0 })
    }
}

/// What a request printed and its status.
struct Answer: Equatable {
    let output: String
    let error: String
    let status: Int32
}

/// Runs what the command line asks for, in process.
func runCaptured(_ request: QueryRequest) -> Answer {
    let captured = Captured()
    let status = runQueries(request, streams: captured.streams)
    return Answer(output: captured.output, error: captured.error, status: status)
}

/// Runs queries as `-e` does, on the built-in example.
func answer(_ queries: String..., language: String? = nil, asksForStatus: Bool = false) -> Answer {
    runCaptured(QueryRequest(queries: queries, asksForStatus: asksForStatus, language: language))
}

/// Runs a text as a session reads it from standard input.
func answerFromText(_ text: String) -> Answer {
    let captured = Captured()
    let session = Session(streams: captured.streams, options: SessionOptions())
    session.openExample()
    session.run(QuerySource(text))
    return Answer(output: captured.output, error: captured.error, status: session.status.rawValue)
}

/// A folder that is gone, with all in it, when the test ends. A class: its life is the folder's.
final class TemporaryFolder {
    let path: String

    init() {
        var name = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/wen-tests-XXXXXX".utf8CString)
        path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
    }

    deinit { TemporaryFolder.removeAll(below: path) }

    /// Depth first; links are removed, not followed.
    private static func removeAll(below path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR { names(in: path).forEach { removeAll(below: "\(path)/\($0)") } }
        remove(path)
    }

    /// The path of a name inside.
    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String) -> String {
        let file = self(name)
        guard let stream = fopen(file, "w") else { return file }
        defer { fclose(stream) }
        fputs(text, stream)
        return file
    }

    func makeFolder(_ name: String) { mkdir(self(name), 0o755) }

    /// The names in it, sorted.
    var names: [String] { TemporaryFolder.names(in: path) }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

/// The root of the repository.
let repository = String(#filePath.prefix(upTo: #filePath.range(ofText: "/Tests/")))

extension String {
    /// Where a text first stands, or the end.
    fileprivate func range(ofText text: String) -> String.Index {
        utf8.firstRange(of: text.utf8)?.lowerBound ?? endIndex
    }

    /// Whether a text stands in it, byte for byte.
    func holds(_ text: String) -> Bool { utf8.firstRange(of: text.utf8) != nil || text.isEmpty }
}
