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
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=query
    COMPREPLY=()
    # --option=value comes as three words.
    if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
    if (( COMP_CWORD > 1 )); then
        case ${COMP_WORDS[1]} in query|index|verify|info|doctor|check|teach|new-lesson|scores|reference) command=${COMP_WORDS[1]} ;; esac
    elif [[ $cur != -* ]]; then
        _wen_words "query index verify info doctor check teach new-lesson scores reference help"
    fi
    case $command in
    query)
        case $prev in
        -e|--eval) :; return ;;
        -f|--file) _wen_files wen; return ;;
        --write) _wen_files -d; return ;;
        --encoding) _wen_words "auto utf-8 gb18030 big5 big5-hkscs utf-16 utf-16le utf-16be"; return ;;
        --lang) _wen_words "en zh"; return ;;
        --columns) :; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "-e --eval -f --file --json -q --quiet --exit-status --write --encoding --lang --columns --no-config --version -h --help"
        else
            _wen_files
        fi ;;
    index)
        case $prev in
        -o|--output) _wen_files wenku; return ;;
        --jobs) :; return ;;
        --memory) :; return ;;
        --segment) :; return ;;
        --encoding) _wen_words "auto utf-8 gb18030 big5 big5-hkscs utf-16 utf-16le utf-16be"; return ;;
        --columns) :; return ;;
        --lang) _wen_words "en zh"; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "-o --output --update --jobs --memory --segment --encoding --columns --lang -q --quiet --version -h --help"
        else
            _wen_files
        fi ;;
    verify)
        case $prev in
        --lang) _wen_words "en zh"; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--lang -q --quiet --version -h --help"
        else
            _wen_files wenku
        fi ;;
    info)
        case $prev in
        --lang) _wen_words "en zh"; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--lang --version -h --help"
        else
            _wen_files wenku
        fi ;;
    doctor)
        case $prev in
        --lang) _wen_words "en zh"; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--lang --version -h --help"
        else
            _wen_files
        fi ;;
    check)
        case $prev in
        --archive) _wen_files; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--update --archive --version -h --help"
        else
            _wen_files md
        fi ;;
    teach)
        case $prev in
        --lang) _wen_words "en zh"; return ;;
        --score) _wen_files jsonl; return ;;
        --name) :; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--lang --score --name --again --print --version -h --help"
        else
            _wen_files
        fi ;;
    new-lesson)
        case $prev in
        --lang) _wen_words "en zh"; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--lang --version -h --help"
        else
            _wen_files md
        fi ;;
    scores)
        case $prev in
        --lang) _wen_words "en zh"; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--tasks --json --lang --version -h --help"
        else
            _wen_files jsonl
        fi ;;
    reference)
        case $prev in
        --into) _wen_files -d; return ;;
        esac
        if [[ $cur == -* ]]; then
            _wen_words "--into --version -h --help"
        fi ;;
    esac
}
complete -F _wen wen
