/// Queries with nothing wrong, over all commands and statements: whatever one has typed of them, typing on must be able to
/// mend it. Results `_` and `_1` are taken to be paragraphs.
let validQueries: [String] = [
    // Structure
    "articles", "articles 社区", "articles 社区 or 党建 date=1999-10", "articles author=孟建柱 date=1999..2003",
    "articles column=本期特稿 page=11,12", "articles date=1999年10月12日 | cite", "文章 社区 作者＝孟建柱 版＝十一", "文章 日期＝1999-10",
    "sections", "sections 任务 or 目标", "sections not 新的", "articles | sections | count", "节 任务 或 目标 ｜ 计数",
    "section 新的任务", "section 2 | count", "section '新的任务' | grep 党员", "入节 新的任务 ｜ 含 党员", "入节 二",
    "paras 11", "paras 3..5", "paras 3..12 | count", "paras ¶13", "paragraphs 1, 3", "段 ３..５", "sents | count", "sents 2", "paras 13 | sents 2..3", "句 ｜ 计数",
    // Finding
    "find 从…入手", "find 从...入手", "find 党建 except=社区党建", "find except=社区党建 党建", "find except=社区党建,基层党建 党建", "找 党建 除＝社区党建",
    "find 党员 exact=true", "grep 党员", "grep exact=true 党员", "grep 党员 群众", "grep 党员 and not 群众", "grep (党员 or 群众) 机制", "grep \"党 员\"", "grep “党员”", "grep 「党员」",
    "grep '消除“空白点”'", "grep 『消除“空白点”』", "grep /党.员/", "grep /党[员建]/i 群众", "含 党员 且 非 群众", "含 （党员 或 群众） 机制", "grep not 党员", "grep “和”",
    "where len > 100", "where len > 100 and len <= 200", "where not len = 3 or (year != 1998)", "where 作者 = 孟建柱", "where 作者 在 （孟建柱，江泽民）",
    "where date = 1999", "where date in 1999..2003", "where date >= 1999-10-12", "where year in (1998, 1999)", "where len in 10..200", "where title has 社区", "where title ~ /社区|党建/",
    "where count(党员 or 群众) > 3", "where has(从…入手) and len > 30", "where len(text) > 30", "where len * 2 + 1 > 100 - 3", "where len ÷ 2 % 3 == 1",
    "where max(len, 30) > 40", "where before(党员) has 社区", "where year(date) = 1999 and month(date) = 10", "where abs(len - 100) < 10", "where start(从) or end(增强)",
    "where author = \"孟建柱\"", "where section = '新的任务'", "条件 字数 ＞ １００ 且 标题 含 社区", "条件 计数（党员） ＞＝ ２", "where round(len ÷ 10) = 3",
    "near 党组织 群众", "near 党组织 群众 within=10 unit=paragraph", "near within=10 党组织 群众", "near (党员 or 群众) /机制/", "邻近 党组织 群众 距＝１０ 单位＝句",
    "find 党员 | expand sentence", "find 以…为… | expand paragraph | count", "找 党员 ｜ 扩 节", "kwic 战斗力", "kwic 战斗力 width=10 sort=right", "find 党员 | kwic", "索引 战斗力 宽＝１０ 排序＝左",
    "quotes", "quotes | where speaker = 江泽民总书记", "quotes | select speaker, len", "引文 ｜ 选 说话人，字数", "titles", "titles | count", "书名", "parens | uniq", "括注 ｜ 去重",
    // Rows
    "sents | head 3", "sents | head 三", "sents | tail 2", "sents | sample 5 seed=42", "句 ｜ 抽样 ５ 种子＝４２", "sents | sort len desc | head 1", "sents | sort section, len desc",
    "句 ｜ 排序 字数 降 ｜ 前 1", "sents | uniq", "sents | uniq by=section,para", "句 ｜ 去重 按＝节名", "sents | grep 党员 | count by=section", "count by=section,year", "句 ｜ 计数 按＝节名",
    "freq 群众", "freq 群众, 党员 or 干部 by=section", "freq 群众 by=section per=units", "词频 群众，党员 按＝节名 每＝万字",
    "sents | grep 党员 | intersect (sents | grep 群众) | count", "paras | union (paras 3)", "paras | minus (grep 党员) | count", "句 ｜ 差 （句 ｜ 含 党员）",
    "select title, len", "paras | derive 次数 = count(党员)", "paras | derive 次数 = count(党员), 长 = len * 2 | sort 次数 desc", "段 ｜ 列 次数＝计数（党员） ｜ 排序 次数 降",
    "derive n = count(党员) | where n > 1 | select para, n", "count by=section | sort count desc | head 2", "select section, len | where len > 30 | to csv",
    // Showing
    "info", "outline", "概况", "大纲", "files", "show ¶13", "section 2 | show p9s1", "show 2 all=true", "显示 ¶13", "articles | cite", "cite style=short", "出处 格式＝简", "cite ¶13 style=gbt7714",
    "sections | to csv", "sections | to json", "sections | to tsv file=/tmp/a.tsv", "sections | to file=a.md markdown", "节 ｜ 输出 jsonl", "count | check 18", "check 18", "计数 ｜ 应得 18",
    "help", "help grep", "帮助 含", "apropos quotation", "history", "quit", "open seeds", "open /data/a=b add=true", "open seeds encoding=utf-8", "打开 seeds 添加＝真",
    // Names, results, statements
    "let 甲 = sents | grep 党员\n$甲 | count", "令 甲 ＝ 句 ｜ 含 党员；＄甲 ｜ 计数", "let 甲 = sents; let 甲乙 = paras; paras | union $甲乙", "let 甲 =\n  sents\n  | grep 党员",
    "def f(a) = sents | grep $a\nf(党员) | count", "def f(a, n) = grep $a | head $n\nsents | f(党员, 3)", "定义 f（a）＝ 含 $a；f（党员）", "def g(p) = paras | intersect $p\ng((grep 党员))",
    "def all() = sections; all() | count", "def big(n) = where len > $n; sents | big(100)", "use section 新的任务", "use\ncount", "use sents | grep 党员 | expand paragraph", "范围 入节 新的任务；含 党员", "use articles date=1999",
    "set", "set lang", "set lang zh", "set exact true", "set width = 72", "设 语言 中文", "set onerror continue", "set newspaper 光明日报",
    "explain", "explain sents | grep 党员", "解释 句 ｜ 含 党员", "why", "why grep 社区党健", "何以 含 社区党健", "fmt", "fmt zh section 新的任务 | grep 党员", "fmt en 入节 新的任务 ｜ 含 党员", "改写 zh let 甲 = sents",
    "_", "_1 | count", "_ | grep 党员", "| grep 党员", "| grep 党员 | count", "(sents | grep 党员) | count", "sections # all of them", "# a comment\nsections\n| count",
]
