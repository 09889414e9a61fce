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
syn match wenStatement /\%(explain\|fmt\|set\|use\|why\|何以\|改写\|范围\|解释\|设\)\>[[:blank:]　]*/ contained nextgroup=wenCommand
syn match wenBinding /\%(def\|let\|定义\|令\)\>[^=＝]*[=＝][[:blank:]　]*/ contained contains=wenParen nextgroup=wenCommand
syn match wenCommand /\%(collocates\|dispersion\|paragraphs\|intersect\|paragraph\|sentences\|articles\|crosstab\|lifespan\|sections\|sentence\|variants\|apropos\|history\|keyness\|numbers\|outline\|repeats\|section\|derive\|expand\|ngrams\|parens\|quotes\|sample\|select\|shifts\|titles\|check\|count\|dates\|files\|items\|minus\|paras\|reuse\|roles\|sents\|trend\|union\|where\|cite\|exit\|find\|freq\|grep\|head\|heat\|help\|info\|kwic\|near\|open\|para\|plot\|quit\|sent\|show\|sort\|tail\|uniq\|bye\|to\|书名\|交叉\|入节\|关键\|出处\|分布\|列举\|历史\|去重\|变体\|大纲\|帮助\|应得\|引文\|打开\|抽样\|括注\|排序\|搭配\|数字\|文件\|文章\|时间\|显示\|条件\|查找\|概况\|索引\|袭用\|角色\|计数\|词频\|语温\|起讫\|趋势\|转变\|输出\|退出\|邻近\|重复\|q\|串\|交\|列\|前\|句\|后\|含\|图\|差\|并\|扩\|找\|段\|节\|选\)\>/ contained
syn match wenParen /[(（)）,，]/ contained

syn match wenOperator /\%([[:blank:]　(（]\)\@1<=\%(desc\|and\|has\|not\|in\|or\|且\|含\|在\|或\|降\|非\)\%([[:blank:]　)）]\|$\)\@=/
syn match wenOperator /[=!<>＝！＜＞]=\?\|[[:blank:]]\@1<=[-+*%÷~][[:blank:]]\@=/
syn match wenFunction /\%(before\|after\|count\|month\|round\|start\|year\|四舍五入\|abs\|day\|end\|has\|len\|max\|min\|绝对值\|之前\|之后\|含有\|年份\|开头\|日子\|最大\|最小\|月份\|结尾\|计数\|长度\)[(（]\@=/
syn match wenField /\<\%(pagename\|subtitle\|section\|author\|column\|month\|title\|date\|file\|line\|page\|para\|sent\|text\|year\|day\|len\|专栏\|作者\|副题\|句号\|字数\|文件\|日期\|标题\|正文\|段号\|版名\|节名\|年\|日\|月\|版\|行\)\>\%([[:blank:]]*[=!<>＝＜＞~,，]\)\@=/
syn match wenParameter /\<\%(distance\|encoding\|columns\|author\|column\|except\|points\|window\|within\|exact\|score\|style\|terms\|width\|words\|date\|file\|kind\|page\|seed\|sort\|unit\|year\|add\|all\|min\|per\|by\|专栏\|作者\|全文\|单位\|原样\|各点\|图类\|字数\|排序\|文件\|日期\|格式\|添加\|种子\|窗口\|编码\|至少\|评分\|词表\|词语\|距离\|n\|x\|y\|列\|宽\|年\|按\|横\|每\|版\|类\|纵\|距\|除\)[=＝]\@=/
syn match wenNumber /\<[0-9０-９]\+\%(\.[0-9]\+\|-[0-9][-0-9]*\)\?\>/
syn match wenAddress /¶[0-9]\+\%(s[0-9]\+\)\?\|§[0-9]\+\|\<a[0-9]\+¶[0-9]\+/
syn match wenName /[$＄][^[:blank:]　|｜;；(（)）,，=＝]\+\|\<_[0-9]*\>/
syn match wenGap /…\+\|\.\.\.\+/
syn match wenEscape /\\./ contained
syn region wenString start=/"/ skip=/\\./ end=/"/ oneline contains=wenEscape,wenGap
syn region wenString start=/“/ end=/”/ contains=wenEscape,wenGap
syn region wenString start=/「/ end=/」/ contains=wenEscape,wenGap
syn region wenRaw start=/'/ end=/'/ oneline
syn region wenRaw start=/‘/ end=/’/
syn region wenRaw start=/『/ end=/』/
syn match wenRegex /\%([[:blank:](（,，=]\)\@1<=\/\%(\\.\|[^\/]\)\+\/[ims]*/
syn match wenComment /\%(^\|[[:blank:]　]\)\@1<=[#＃].*$/ contains=@Spell
syn match wenError /^!! E[0-9]*/

" The last has precedence: the mark > of a transcript is no comparison.
syn match wenPrompt /^[[:blank:]　]*[>＞.][[:blank:]　]\+/ nextgroup=wenStatement,wenBinding,wenCommand

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
