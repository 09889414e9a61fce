/// Completion for bash: subcommands, options and their values, names of files. With bash-completion names of files are its own.
func bashCompletion(_ outline: ProgramOutline) -> String {
    let names = outline.commands.map(\.name).joined(separator: " ")
    var text = """
        # bash completion for wen; written by wen reference from the declarations

        # Files and folders; with a pattern only files that fit.
        _wen_files() {
            if declare -F _filedir >/dev/null; then _filedir $1; return; fi
            local name
            compopt -o filenames 2>/dev/null
            while IFS= read -r name; do COMPREPLY+=("$name"); done < <(
                if [[ $1 == -d ]]; then compgen -d -- "$cur"
                elif [[ $1 ]]; then compgen -d -- "$cur"; compgen -f -X "!*.$1" -- "$cur"
                else compgen -f -- "$cur"; fi)
        }

        _wen_words() {
            local word
            for word in $1; do [[ $word == "$cur"* ]] && COMPREPLY+=("$word"); done
        }

        _wen() {
            local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=\(outline.standard)
            COMPREPLY=()
            # --option=value comes as three words.
            if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
            if (( COMP_CWORD > 1 )); then
                case ${COMP_WORDS[1]} in \(outline.commands.map(\.name).joined(separator: "|"))) command=${COMP_WORDS[1]} ;; esac
            elif [[ $cur != -* ]]; then
                _wen_words "\(names) help"
            fi
            case $command in

        """
    for command in outline.commands { text += bashEntry(command) }
    return text + "    esac\n}\ncomplete -F _wen wen\n"
}

private func bashEntry(_ command: ProgramOutline.Command) -> String {
    var text = "    \(command.name))\n        case $prev in\n"
    for option in command.options where option.value != nil {
        text += "        \(option.names.joined(separator: "|"))) \(bashAction(option.completion) ?? ":"); return ;;\n"
    }
    text += "        esac\n        if [[ $cur == -* ]]; then\n"
    text += "            _wen_words \"\(command.options.flatMap(\.names).joined(separator: " "))\"\n"
    let actions = command.arguments.compactMap { bashAction($0.completion) }
    if let first = actions.first { text += "        else\n            \(first)\n" }
    return text + "        fi ;;\n"
}

private func bashAction(_ completion: ProgramOutline.Completion) -> String? {
    switch completion {
    case .nothing: nil
    case .folders: "_wen_files -d"
    case .files(let endings):
        switch endings.count {
        case 0: "_wen_files"
        case 1: "_wen_files \(endings[0])"
        case _: "_wen_files '@(\(endings.joined(separator: "|")))'"
        }
    case .choices(let words): "_wen_words \"\(words.joined(separator: " "))\""
    }
}
