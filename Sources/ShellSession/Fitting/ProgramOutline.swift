/// The command line as it is declared: what manual page and completions are written from.
public struct ProgramOutline: Sendable {
    /// What a word of the command line may be completed with.
    enum Completion: Hashable, Sendable {
        case nothing, folders
        /// Files with one of some endings, and folders; any file where no ending is named.
        case files(endings: [String])
        case choices([String])
    }

    /// An option or flag.
    struct Option: Hashable, Sendable {
        /// As they are typed: `-e`, `--eval`.
        let names: [String]
        /// What its value is called; nil for a flag.
        let value: String?
        let isRepeated: Bool
        let completion: Completion
        let summary: String
    }

    /// What stands without a name: files, mostly.
    struct Argument: Hashable, Sendable {
        let name: String
        let isOptional: Bool
        let isRepeated: Bool
        let completion: Completion
        let summary: String
    }

    /// A subcommand.
    struct Command: Hashable, Sendable {
        let name: String
        let summary: String
        let discussion: String
        let options: [Option]
        let arguments: [Argument]
    }

    /// The name of the program.
    let name: String
    let summary: String
    let discussion: String
    let commands: [Command]
    /// The subcommand that stands for itself where none is named.
    let standard: String

    /// Reads what the argument parser says of itself (`--experimental-dump-help`); nil for other texts.
    public init?(dump: String) {
        guard let root = JSONTree(dump)?["command"], let name = root["commandName"]?.string,
            let standard = root["defaultSubcommand"]?.string
        else { return nil }
        self.name = name
        self.standard = standard
        summary = root["abstract"]?.string ?? ""
        discussion = root["discussion"]?.string ?? ""
        commands = (root["subcommands"]?.elements ?? []).compactMap(Command.init).filter { $0.name != "help" }
    }
}

extension ProgramOutline.Command {
    fileprivate init?(_ tree: JSONTree) {
        guard let name = tree["commandName"]?.string else { return nil }
        let declared = (tree["arguments"]?.elements ?? []).filter { $0["shouldDisplay"]?.isTrue ?? true }
        self.init(
            name: name, summary: tree["abstract"]?.string ?? "", discussion: tree["discussion"]?.string ?? "",
            options: declared.compactMap(ProgramOutline.Option.init),
            arguments: declared.compactMap(ProgramOutline.Argument.init))
    }
}

extension ProgramOutline.Option {
    fileprivate init?(_ tree: JSONTree) {
        guard let kind = tree["kind"]?.string, kind != "positional" else { return nil }
        let names = (tree["names"]?.elements ?? []).compactMap { name -> String? in
            guard let word = name["name"]?.string else { return nil }
            return name["kind"]?.string == "long" ? "--" + word : "-" + word
        }
        let value = kind == "flag" ? nil : tree["valueName"]?.string ?? ""
        self.init(
            names: names, value: value, isRepeated: tree["isRepeating"]?.isTrue ?? false,
            completion: ProgramOutline.Completion(tree["completionKind"]), summary: tree["abstract"]?.string ?? "")
    }
}

extension ProgramOutline.Argument {
    fileprivate init?(_ tree: JSONTree) {
        guard tree["kind"]?.string == "positional", let name = tree["valueName"]?.string else { return nil }
        self.init(
            name: name, isOptional: tree["isOptional"]?.isTrue ?? false, isRepeated: tree["isRepeating"]?.isTrue ?? false,
            completion: ProgramOutline.Completion(tree["completionKind"]), summary: tree["abstract"]?.string ?? "")
    }
}

extension ProgramOutline.Completion {
    fileprivate init(_ tree: JSONTree?) {
        if let list = tree?["list"]?["values"] {
            self = .choices(list.elements.compactMap(\.string))
        } else if let file = tree?["file"] {
            self = .files(endings: (file["extensions"]?.elements ?? []).compactMap(\.string))
        } else {
            self = tree?["directory"] == nil ? .nothing : .folders
        }
    }
}
