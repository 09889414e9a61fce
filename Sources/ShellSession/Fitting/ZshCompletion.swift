/// Completion for zsh: subcommands with what they do, options with their values, names of files.
func zshCompletion(_ outline: ProgramOutline) -> String {
    let described = outline.commands.map { "        \(zshQuoted("\($0.name):\($0.summary)"))\n" }.joined()
    let names = outline.commands.map(\.name).joined(separator: "|")
    var text = """
        #compdef wen
        # Written by wen reference from the declarations.

        _wen() {
            local -a commands=(
        \(described)    )
            if (( CURRENT > 2 )); then
                case $words[2] in
                \(names))
                    local command=$words[2]
                    shift words
                    (( CURRENT-- ))
                    _wen_$command
                    return ;;
                esac
            elif [[ $PREFIX != -* ]]; then
                _describe -t commands command commands
            fi
            _wen_\(outline.standard)
        }

        """
    for command in outline.commands { text += zshEntry(command) }
    return text + "\n_wen \"$@\"\n"
}

private func zshEntry(_ command: ProgramOutline.Command) -> String {
    let options = command.options.flatMap { option in
        let names = option.names
        let rest = "[\(zshEscaped(option.summary))]" + (option.value.map { ":\(zshEscaped($0)):\(zshAction(option.completion))" } ?? "")
        let group = option.isRepeated ? "'*'" : names.count > 1 ? zshQuoted("(\(names.joined(separator: " ")))") : ""
        let spelled = names.count > 1 ? "{\(names.joined(separator: ","))}" : names[0]
        return ["\(group)\(spelled)\(zshQuoted(rest))"]
    }
    let arguments = command.arguments.enumerated().map { index, argument in
        zshQuoted("\(argument.isRepeated ? "*" : "\(index + 1)"):\(zshEscaped(argument.name)):\(zshAction(argument.completion))")
    }
    let lines = (options + arguments).joined(separator: " \\\n        ")
    return "\n_wen_\(command.name)() {\n    _arguments -s -S : \\\n        \(lines)\n}\n"
}

private func zshAction(_ completion: ProgramOutline.Completion) -> String {
    switch completion {
    case .nothing: " "
    case .folders: "_files -/"
    case .files(let endings): endings.isEmpty ? "_files" : "_files -g \"*.(\(endings.joined(separator: "|")))(-.)\""
    case .choices(let words): "(\(words.joined(separator: " ")))"
    }
}

/// A text inside of a specification of `_arguments`.
private func zshEscaped(_ text: String) -> String {
    text.map { "\\[]:".contains($0) ? "\\\($0)" : String($0) }.joined()
}

private func zshQuoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
}
