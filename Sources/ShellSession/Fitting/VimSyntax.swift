import Documents
import QueryEngine
import QueryLanguage
import QuerySyntax

/// Syntax highlighting for Vim. Which words are commands depends on the place: only a stage begins with one.
func vimSyntax() -> String {
    let stage = Keyword.allCases.filter(\.beginsStatement)
    let operators = Keyword.allCases.filter { !$0.beginsStatement }
    let commands = commandTable.declarations.flatMap(\.name.spellings).filter(isWordForVim)
    let parameters = Set(commandTable.declarations.flatMap { $0.named.flatMap(\.name.spellings) }).sorted()
    return """
        " Vim syntax file for queries of wen; written by wen reference from the declarations
        if exists("b:current_syntax")
          finish
        endif
        let s:cpo = &cpo
        set cpo&vim
        syn case match

        " A stage stands behind | ; ( or an = of let and def, or begins a line.
        syn match wenStart /^[[:blank:]　]*/ nextgroup=wenStatement,wenBinding,wenCommand
        syn match wenPipe /[|｜;；(（][[:blank:]　]*/ nextgroup=wenStatement,wenCommand
        syn match wenStatement /\\%(\(alternatives(stage.filter { !$0.binds }.flatMap { [$0.english, $0.chinese] })))\\>[[:blank:]　]*/ contained nextgroup=wenCommand
        syn match wenBinding /\\%(\(alternatives(stage.filter(\.binds).flatMap { [$0.english, $0.chinese] })))\\>[^=＝]*[=＝][[:blank:]　]*/ contained contains=wenParen nextgroup=wenCommand
        syn match wenCommand /\\%(\(alternatives(commands)))\\>/ contained
        syn match wenParen /[(（)）,，]/ contained

        syn match wenOperator /\\%([[:blank:]　(（]\\)\\@1<=\\%(\(alternatives(operators.flatMap { [$0.english, $0.chinese] })))\\%([[:blank:]　)）]\\|$\\)\\@=/
        syn match wenOperator /[=!<>＝！＜＞]=\\?\\|[[:blank:]]\\@1<=[-+*%÷~][[:blank:]]\\@=/
        syn match wenFunction /\\%(\(alternatives(Function.allCases.flatMap(\.name.spellings))))[(（]\\@=/
        syn match wenField /\\<\\%(\(alternatives(UnitField.allCases.flatMap { [$0.rawValue, $0.chinese] })))\\>\\%([[:blank:]]*[=!<>＝＜＞~,，]\\)\\@=/
        syn match wenParameter /\\<\\%(\(alternatives(parameters)))[=＝]\\@=/
        syn match wenNumber /\\<[0-9０-９]\\+\\%(\\.[0-9]\\+\\|-[0-9][-0-9]*\\)\\?\\>/
        syn match wenAddress /¶[0-9]\\+\\%(s[0-9]\\+\\)\\?\\|§[0-9]\\+\\|\\<a[0-9]\\+¶[0-9]\\+/
        syn match wenName /[$＄][^[:blank:]　|｜;；(（)）,，=＝]\\+\\|\\<_[0-9]*\\>/
        syn match wenGap /…\\+\\|\\.\\.\\.\\+/
        syn match wenEscape /\\\\./ contained
        syn region wenString start=/"/ skip=/\\\\./ end=/"/ oneline contains=wenEscape,wenGap
        syn region wenString start=/“/ end=/”/ contains=wenEscape,wenGap
        syn region wenString start=/「/ end=/」/ contains=wenEscape,wenGap
        syn region wenRaw start=/'/ end=/'/ oneline
        syn region wenRaw start=/‘/ end=/’/
        syn region wenRaw start=/『/ end=/』/
        syn match wenRegex /\\%([[:blank:](（,，=]\\)\\@1<=\\/\\%(\\\\.\\|[^\\/]\\)\\+\\/[ims]*/
        syn match wenComment /\\%(^\\|[[:blank:]　]\\)\\@1<=[#＃].*$/ contains=@Spell
        syn match wenError /^!! E[0-9]*/

        " The last has precedence: the mark > of a transcript is no comparison.
        syn match wenPrompt /^[[:blank:]　]*[>＞.][[:blank:]　]\\+/ nextgroup=wenStatement,wenBinding,wenCommand

        hi def link wenPrompt Delimiter
        hi def link wenPipe Delimiter
        hi def link wenStatement Statement
        hi def link wenBinding Statement
        hi def link wenParen Delimiter
        hi def link wenCommand Function
        hi def link wenOperator Operator
        hi def link wenFunction Function
        hi def link wenField Identifier
        hi def link wenParameter Type
        hi def link wenNumber Number
        hi def link wenAddress Special
        hi def link wenName PreProc
        hi def link wenGap SpecialChar
        hi def link wenEscape SpecialChar
        hi def link wenString String
        hi def link wenRaw String
        hi def link wenRegex String
        hi def link wenComment Comment
        hi def link wenError Error

        let b:current_syntax = "wen"
        let &cpo = s:cpo
        unlet s:cpo

        """
}

/// Words as alternatives of a pattern of Vim, the longer first: it takes the first that fits.
private func alternatives(_ words: [String]) -> String {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.sorted { ($1.count, $0) < ($0.count, $1) }.joined(separator: "\\|") + "\\"
}

/// Whether a name is made of letters; `?` is a command too.
private func isWordForVim(_ name: String) -> Bool { name.allSatisfy { $0.isLetter || $0.isNumber } }

extension Keyword {
    /// Whether it stands where a command does.
    var beginsStatement: Bool {
        switch self {
        case .letBinding, .definition, .use, .set, .explain, .why, .fmt: true
        case .and, .or, .not, .desc, .membership, .has: false
        }
    }

    /// Whether a name and `=` follow, and then a pipeline.
    var binds: Bool { self == .letBinding || self == .definition }
}
