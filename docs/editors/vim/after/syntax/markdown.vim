" Fences tagged wen in Markdown: lessons and transcripts. Only lines that are typed are coloured, not what came.
let s:syntax = get(b:, "current_syntax", "")
unlet! b:current_syntax
syn include @wenQuery syntax/wen.vim
let b:current_syntax = s:syntax
unlet s:syntax

syn region wenFence matchgroup=wenFenceMark start=/^\s*\z(`\{3,}\|\~\{3,}\)\s*wen\%(\s.*\)\?$/ end=/^\s*\z1\s*$/ keepend contains=wenInput,wenFailure
syn match wenInput /^\s*[>＞.][[:blank:]　].*$/ contained contains=@wenQuery
syn match wenFailure /^!! E\d*/ contained

hi def link wenFenceMark Delimiter
hi def link wenFailure Error
