import SourceText

/// wen(1): the subcommands with their options, statuses, environment, files.
func programManual(_ outline: ProgramOutline, _ language: Language) -> String {
    var page = Roff("WEN", section: 1, language)
    func localized(_ text: String) -> String { ProgramOutline.localized(text)(language) }
    page.section("NAME", zh: "名称")
    page.paragraph([.plain("\(outline.name) - \(localized(outline.summary))")])
    page.section("SYNOPSIS", zh: "概要")
    for command in outline.commands { page.synopsis(command, of: outline) }
    page.section("DESCRIPTION", zh: "说明")
    page.paragraph(
        "wen reads articles, from one file to archives of gigabytes, knows their sections, paragraphs and sentences, and answers queries about them. "
            + "A query is a chain of commands joined by |; wen(7) has the language.",
        zh: "wen 读取文章，少则一个文件，多则数以吉字节计的档案；知其节、段、句，并回答查询。查询是以 ｜ 相连的命令，语言见 wen(7)。")
    page.discussion(outline.discussion)
    for command in outline.commands { page.entry(command, of: outline) }
    page.circumstances()
    return page.text
}

extension Roff {
    private func localized(_ text: String) -> String { ProgramOutline.localized(text)(language) }

    fileprivate mutating func synopsis(_ command: ProgramOutline.Command, of outline: ProgramOutline) {
        var pieces: [Piece] = [.bold(command.name == outline.standard ? outline.name : "\(outline.name) \(command.name)")]
        if !command.options.isEmpty { pieces += [.plain(" ["), .italic(LocalizedText("options", zh: "选项")(language)), .plain("]")] }
        for argument in command.arguments {
            let name = Piece.italic(argument.name + (argument.isRepeated ? " ..." : ""))
            pieces += argument.isOptional ? [.plain(" ["), name, .plain("]")] : [.plain(" "), name]
        }
        paragraph(pieces)
    }

    fileprivate mutating func discussion(_ discussion: String) {
        for line in ProgramOutline.lines(discussion) {
            guard let typed = line.typed else {
                paragraph([.plain(localized(line.text))])
                continue
            }
            item([.bold(typed)], localized(line.text))
        }
    }

    fileprivate mutating func entry(_ command: ProgramOutline.Command, of outline: ProgramOutline) {
        let isStandard = command.name == outline.standard
        section(
            isStandard ? "OPTIONS OF A QUERY" : "\(outline.name) \(command.name)",
            zh: isStandard ? "查询的选项" : "\(outline.name) \(command.name)")
        paragraph([.plain(localized(command.summary))])
        discussion(command.discussion)
        for argument in command.arguments { item([.italic(argument.name)], localized(argument.summary)) }
        for option in command.options where isStandard || !["--version", "--help"].contains(option.names.last ?? "") {
            var tag: [Piece] = []
            for (index, name) in option.names.enumerated() { tag += index == 0 ? [.bold(name)] : [.plain(", "), .bold(name)] }
            if let value = option.value { tag += [.plain(" "), .italic(value)] }
            item(tag, localized(option.summary))
        }
    }

    fileprivate mutating func circumstances() {
        section("EXIT STATUS", zh: "退出状态")
        for status in ExitStatus.allCases { item([.bold("\(status.rawValue)")], status.meaning(language)) }
        section("ENVIRONMENT", zh: "环境变量")
        for (name, meaning) in Surroundings.variables { item([.bold(name)], meaning(language)) }
        section("FILES", zh: "文件")
        for (name, meaning) in Surroundings.files { item([.italic(name)], meaning(language)) }
        section("EXAMPLES", zh: "例")
        example([
            "wen -e 'section 新的任务 | grep 党员' seeds", "wen -e 'freq 群众 by=section' --json seeds | jq .",
            "wen -e 'kwic 党员 | to html file=党员.html' seeds", "zcat 1999.gz | wen -e 'count' -",
        ])
        section("SEE ALSO", zh: "参见")
        paragraph([.bold("wen"), .plain("(7), "), .bold("grep"), .plain("(1), "), .bold("jq"), .plain("(1)")])
    }
}
