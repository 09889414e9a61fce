import Glibc
import LineEditing
import Rendering
import SourceText

/// What is found around the program: the locale, the terminal, the files it keeps.
struct Examination {
    let streams: Streams
    /// The session with the start-up files read, and what was said of them.
    let settings: Settings
    let complaints: [String]

    var findings: [Finding] {
        [locale] + terminal + [pager] + startUpFiles + [history, libraries]
    }

    private var locale: Finding {
        let subject = LocalizedText("locale", zh: "区域设置")
        guard TextLocale.useUTF8() else {
            return Finding(
                .bad, subject, LocalizedText("the system has no UTF-8 locale", zh: "系统没有 UTF-8 区域设置"),
                advice: LocalizedText("install one, as Debian's package locales", zh: "请安装一个，如 Debian 的 locales 包"))
        }
        let name = setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? ""
        let chosen = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variable in
            environmentVariable(variable).map { "\(variable)=\($0)" }
        }.first
        return Finding(
            .sound, subject,
            LocalizedText(
                "\(name), \(chosen ?? "from no variable")", zh: "\(name)，\(chosen ?? "环境变量未设")"))
    }

    // MARK: Terminal

    private var terminal: [Finding] {
        let subject = LocalizedText("terminal", zh: "终端")
        guard let terminal = streams.terminal else {
            return [Finding(.note, subject, LocalizedText("the output is none", zh: "输出不是终端"))]
        }
        let name = environmentVariable("TERM") ?? "-"
        let size = terminal.size
        guard terminal.understandsEscapes else {
            return [
                Finding(
                    .note, subject,
                    LocalizedText("\(name), plain: no keys, no colour, no pager", zh: "\(name)，无控制序列：无编辑键、无颜色、不分页"),
                    advice: LocalizedText("TERM=xterm-256color suits most windows", zh: "多数窗口可用 TERM=xterm-256color"))
            ]
        }
        let colour = terminal.allowsColour ? ("colour", "有颜色") : ("no colour: NO_COLOR", "无颜色：NO_COLOR")
        return [
            Finding(
                .sound, subject,
                LocalizedText("\(name), \(size.columns)×\(size.rows), \(colour.0)", zh: "\(name)，\(size.columns)×\(size.rows)，\(colour.1)")),
            width(of: "文", called: LocalizedText("Han characters", zh: "汉字宽度"), expected: 2, advice: nil), ambiguous,
        ]
    }

    private var ambiguous: Finding {
        let other = settings.ambiguousWidth == 1 ? 2 : 1
        return width(
            of: "“", called: LocalizedText("ambiguous characters “ ” … — ·", zh: "歧义字符 “ ” … — ·"), expected: settings.ambiguousWidth,
            advice: LocalizedText("set ambiguous \(other)", zh: "设 歧义宽度 \(other)"))
    }

    /// What the terminal makes of a character against what is laid out for.
    private func width(of text: String, called subject: LocalizedText, expected: Int, advice: LocalizedText?) -> Finding {
        guard let width = terminalWidth(of: text) else {
            return Finding(
                .note, subject, LocalizedText("the terminal does not say; laid out as \(expected)", zh: "终端不答；按 \(expected) 列排版"))
        }
        let found = LocalizedText("\(width) column\(width == 1 ? "" : "s") wide", zh: "占 \(width) 列")
        guard width != expected else { return Finding(.sound, subject, found) }
        return Finding(
            .bad, subject, LocalizedText("\(found.english), laid out as \(expected)", zh: "\(found.chinese)，却按 \(expected) 列排版"),
            advice: advice)
    }

    private var pager: Finding {
        let subject = LocalizedText("pager", zh: "分页程序")
        guard let command = Pager.command else {
            return Finding(
                .note, subject, LocalizedText("none; tall output scrolls", zh: "无；长结果直接滚过"),
                advice: LocalizedText("install less, or set PAGER", zh: "请安装 less 或设 PAGER"))
        }
        return Finding(.sound, subject, LocalizedText(verbatim: command))
    }

    // MARK: Files

    private var startUpFiles: [Finding] {
        StartUpFile.all.map { file in
            let subject = LocalizedText("start-up file \(abbreviatingHome(file.path))", zh: "启动文件 \(abbreviatingHome(file.path))")
            guard file.exists else { return Finding(.sound, subject, LocalizedText("there is none", zh: "没有")) }
            if let objection = file.objection {
                return Finding(.bad, subject, LocalizedText("not read: it \(objection.english)", zh: "未读：\(objection.chinese)"))
            }
            return Finding(.sound, subject, LocalizedText("read", zh: "已读"))
        } + complaints.map { Finding(.bad, LocalizedText("start-up", zh: "启动"), LocalizedText(verbatim: $0)) }
    }

    private var history: Finding {
        let subject = LocalizedText("history", zh: "历史")
        guard let path = HistoryFile.defaultPath else {
            return Finding(.note, subject, LocalizedText("not kept: HOME is not set", zh: "不保存：未设 HOME"))
        }
        let shown = abbreviatingHome(path)
        var status = stat()
        guard stat(path, &status) == 0 else { return Finding(.sound, subject, LocalizedText("\(shown), not yet", zh: "\(shown)，尚无")) }
        guard status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
            return Finding(
                .note, subject, LocalizedText("\(shown): others can read it", zh: "\(shown)：他人可读"),
                advice: LocalizedText(verbatim: "chmod 600 \(shown)"))
        }
        guard access(path, R_OK | W_OK) == 0 else {
            return Finding(.bad, subject, LocalizedText("\(shown) cannot be written", zh: "\(shown) 无法写入"))
        }
        let count = HistoryFile(path: path).entries.count
        return Finding(.sound, subject, LocalizedText("\(shown), entries: \(count)", zh: "\(shown)，\(count) 条"))
    }

    private var libraries: Finding {
        let names = loadedLibraries()
        return Finding(
            .sound, LocalizedText("libraries", zh: "程序库"),
            LocalizedText(names.joined(separator: ", "), zh: names.joined(separator: "、")))
    }
}
