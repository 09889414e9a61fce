import Glibc
import Rendering
import SourceText

/// A file that is written from the declarations. It is committed, and a test compares it with what would be written now.
public enum GeneratedPage: String, CaseIterable, Sendable {
    case commands, manual, manualChinese, language, languageChinese, bash, zsh, fish, vim, textMate

    /// Where it stands below `docs`.
    public var path: String {
        switch self {
        case .commands: "commands.md"
        case .manual: "man/man1/wen.1"
        case .manualChinese: "man/zh_CN/man1/wen.1"
        case .language: "man/man7/wen.7"
        case .languageChinese: "man/zh_CN/man7/wen.7"
        case .bash: "completions/wen.bash"
        case .zsh: "completions/_wen"
        case .fish: "completions/wen.fish"
        case .vim: "editors/vim/syntax/wen.vim"
        case .textMate: "editors/vscode/syntaxes/wen.tmLanguage.json"
        }
    }

    /// What is in it.
    public func text(_ outline: ProgramOutline) -> String {
        switch self {
        case .commands: commandReference()
        case .manual: programManual(outline, .english)
        case .manualChinese: programManual(outline, .chinese)
        case .language: languageManual(.english)
        case .languageChinese: languageManual(.chinese)
        case .bash: bashCompletion(outline)
        case .zsh: zshCompletion(outline)
        case .fish: fishCompletion(outline)
        case .vim: vimSyntax()
        case .textMate: textMateGrammar()
        }
    }
}

/// Writes every generated page below a folder, and makes the folders it needs. Gives the exit status.
public func writePages(_ outline: ProgramOutline, into folder: String, streams: Streams = .standard) -> Int32 {
    for page in GeneratedPage.allCases {
        let path = "\(folder)/\(page.path)"
        guard makeFolders(above: path), writeFile(path, page.text(outline)) else {
            streams.error("wen: \(visible(path)): \(String(cString: strerror(errno)))\n")
            return ExitStatus.data.rawValue
        }
    }
    return ExitStatus.ok.rawValue
}

private func makeFolders(above path: String) -> Bool {
    var made = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/").dropLast() {
        made += "\(name)/"
        guard mkdir(made, 0o777) == 0 || errno == EEXIST else { return false }
    }
    return true
}

private func writeFile(_ path: String, _ text: String) -> Bool {
    guard let file = fopen(path, "we") else { return false }
    let written = fputs(text, file)
    return fclose(file) == 0 && written >= 0
}
