import Glibc
import LineEditing
import QueryEngine
import QueryLanguage
import QuerySyntax
import Rendering
import SourceText

/// A file of settings, names and functions that the prompt begins with. It holds `set`, `let` and `def` and nothing else, so
/// that a `.wen` that came with a stranger's folder opens no file, writes none and shows nothing.
struct StartUpFile: Hashable {
    /// Where it is.
    let path: String
    /// Files it names are below this folder; nil where it is the person's own and may name any.
    let folder: String?

    /// `$XDG_CONFIG_HOME/wen/config`, else `~/.config/wen/config`; nil where there is no home.
    static var personal: StartUpFile? {
        let chosen = environmentVariable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let folder = chosen ?? environmentVariable("HOME").map({ $0 + "/.config" }) else { return nil }
        return StartUpFile(path: folder + "/wen/config", folder: nil)
    }

    /// `.wen` in the folder where the program was started.
    static let local = StartUpFile(path: ".wen", folder: ".")

    /// Those there could be, in the order they are read: what is nearer has the last word.
    static var all: [StartUpFile] { [personal, local].compactMap { $0 } }

    /// Whether there is one.
    var exists: Bool { access(path, F_OK) == 0 }

    /// Why a file that is there is not to be read; nil where it may be. Whoever can write it decides what the prompt does.
    var objection: LocalizedText? {
        var status = stat()
        guard stat(path, &status) == 0 else { return LocalizedText(verbatim: String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { return LocalizedText("is no file", zh: "不是文件") }
        guard status.st_uid == getuid() || status.st_uid == 0 else {
            return LocalizedText("belongs to somebody else", zh: "属于他人")
        }
        guard status.st_mode & S_IWOTH == 0 else { return LocalizedText("can be written by everybody", zh: "人人可写") }
        return nil
    }
}

/// The value of a variable of the environment; nil where it is not set or empty.
func environmentVariable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
}

/// A path as it is shown: the person's home is `~`.
func abbreviatingHome(_ path: String) -> String {
    guard let home = environmentVariable("HOME"), home != "/", path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.utf8.count)
}

extension Session {
    /// Reads the start-up files there are. What is wrong in one is shown with its place; the rest of it holds.
    func readStartUpFiles(_ files: [StartUpFile] = StartUpFile.all) {
        for file in files where file.exists {
            if let objection = file.objection {
                let left = LocalizedText(
                    "\(file.path) is not read: it \(objection.english)", zh: "未读 \(file.path)：\(objection.chinese)")
                streams.error("wen: \(visible(left(language)))\n")
                continue
            }
            guard let text = readTextFile(file.path) else { continue }
            apply(QuerySource(text, name: abbreviatingHome(file.path)), from: file)
        }
    }

    /// Statement by statement: a name or a setting that a newer version knows must not cost the others.
    private func apply(_ source: QuerySource, from file: StartUpFile) {
        origin = .file(file.path)
        settingsFolder = file.folder
        defer {
            origin = .session
            settingsFolder = options.readableFolder
        }
        for piece in statements(of: source) {
            let bound = bind(piece.text, in: environment)
            guard bound.diagnostics.isEmpty else {
                show(bound.diagnostics, in: piece)
                continue
            }
            guard bound.statements.allSatisfy(\.isPreparation) else {
                refuse(piece)
                continue
            }
            run(piece)
        }
    }

    private func refuse(_ piece: QuerySource) {
        let place = "\(piece.name ?? ""):\(piece.firstLine)"
        let message = LocalizedText(
            "\(place): a start-up file holds only set, let and def", zh: "\(place)：启动文件只能写 设、令、定义")
        streams.error("wen: \(visible(message(language)))\n")
    }
}

extension BoundStatement {
    /// Whether it only sets something or names something.
    fileprivate var isPreparation: Bool {
        switch self {
        case .letBinding, .definition, .set(_?, _?): true
        case .set, .use, .explain, .why, .format, .pipeline: false
        }
    }
}
