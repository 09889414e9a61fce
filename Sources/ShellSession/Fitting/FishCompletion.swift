/// Completion for fish: subcommands and options with what they do, values, names of files.
func fishCompletion(_ outline: ProgramOutline) -> String {
    var text = """
        # fish completion for wen; written by wen reference from the declarations

        function __wen_command
            set -l words (commandline -opc)
            if test (count $words) -gt 1; and contains -- $words[2] \(outline.commands.map(\.name).joined(separator: " ")) help
                echo $words[2]
            else
                echo \(outline.standard)
            end
        end

        function __wen_is
            test (__wen_command) = $argv[1]
        end

        function __wen_first
            test (count (commandline -opc)) -eq 1
        end


        """
    for command in outline.commands {
        text += "complete -c wen -n __wen_first -a \(command.name) -d \(fishQuoted(command.summary))\n"
    }
    for command in outline.commands {
        let condition = "complete -c wen -n '__wen_is \(command.name)'"
        for option in command.options {
            let names = option.names.map { $0.hasPrefix("--") ? " -l \($0.dropFirst(2))" : " -s \($0.dropFirst(1))" }.joined()
            let value = option.value == nil ? "" : fishAction(option.completion)
            text += "\(condition)\(names)\(value) -d \(fishQuoted(option.summary))\n"
        }
        if !command.arguments.contains(where: { $0.completion.isOfFiles }) { text += "\(condition) -f\n" }
        for case .choices(let words) in command.arguments.map(\.completion) {
            text += "\(condition) -a \(fishQuoted(words.joined(separator: " ")))\n"
        }
    }
    return text
}

extension ProgramOutline.Completion {
    fileprivate var isOfFiles: Bool {
        switch self {
        case .files, .folders: true
        case .nothing, .choices: false
        }
    }
}

private func fishAction(_ completion: ProgramOutline.Completion) -> String {
    switch completion {
    case .nothing: " -x"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .files(let endings):
        endings.isEmpty ? " -r -F" : " -x -a '(__fish_complete_suffix \(endings.map { "." + $0 }.joined(separator: " ")))'"
    case .choices(let words): " -x -a \(fishQuoted(words.joined(separator: " ")))"
    }
}

private func fishQuoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
}
