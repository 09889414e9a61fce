@testable import QuerySyntax

/// A table with a few names of each shape.
let vocabulary = Vocabulary(
    commands: [
        "open": .paths, "打开": .paths,
        "sections": .patterns, "节": .patterns, "articles": .patterns, "文章": .patterns,
        "section": .values, "入节": .values, "paras": .values, "段": .values, "sents": .values, "句": .values,
        "find": .patterns, "找": .patterns, "grep": .patterns, "含": .patterns, "kwic": .patterns, "索引": .patterns,
        "near": .twoPatterns, "邻近": .twoPatterns, "where": .expression, "条件": .expression,
        "freq": .series, "词频": .series, "crosstab": .series, "derive": .assignments, "列": .assignments,
        "expand": .values, "扩": .values, "head": .values, "sort": .values, "排序": .values, "count": .values,
        "计数": .values, "select": .values, "keyness": .values, "intersect": .values, "to": .values, "show": .values,
        "check": .values, "plot": .values, "help": .values, "heat": .patterns,
    ],
    patternFunctions: ["count", "has", "start", "end", "before", "after", "计数"])

/// Queries without anything wrong.
let validQueries: [String] = [
    "", "  ", "# 注释", "＃ 注释", "sections", "sections # all", "sections;count", "sections\ncount", ";; sections ;",
    "section 新的任务 | grep 党员", "section　新的任务　｜　含　党员", "入节 新的任务 ｜ 含 党员", "open seeds", "open /data/rmrb",
    "open /data/a=b add=true", "open 报告（一）.txt", "(open 报告（一）.txt)", "open a, b", "open /data/x,y /data/ encoding=gb18030",
    "open ~/文/1999 ‘a b’", "articles 社区", "articles author=孟建柱 date=1999-10", "articles 社区 date=1999..2003 page=十一",
    "sections 任务 or 目标", "paras 11", "paras 3..5", "sents | count", "find 从…入手", "find 以…为…", "find 党建 except=社区党建",
    "find except=社区党建 党建 exact=true", "find 从......入手", "grep 党员", "grep 党员 群众", "grep 党员 and 群众", "grep 党员 且 群众 或 机制",
    "grep not 党员", "grep 非 党员 群众", "grep not not 党员", "grep (a or b) c", "grep （党员 或 群众） 机制", "grep 党员 (not 群众 or 机制)",
    "grep \"党 员\"", "grep “党“员”啊”", "grep 「党「员」」", "grep '消除“空白点”'", "grep ‘a‘b’c’", "grep 『消除“空白点”』",
    "grep \"a\\\"b\\n\\t\\\\\\u{4E2D}\"", "grep “说：\\”好\\””", "grep \"等\\……从…\"", "grep “a\nb”", "grep /党.员/", "grep /党 (员|建)/i",
    "grep /a\\/b/ims c", "grep /a/|count", "grep (/a b/ or 党)", "find …入手", "find 入手…", "grep 在", "grep 《中共上海市委", "grep 中共中央、国务院",
    "grep a#b", "grep C++ 99% -5", "where len > 100", "where len>100", "where len＞１００", "where len >= 100 and len <= 200",
    "where not len = 3 or (year != 1999)", "where 作者 = 孟建柱", "where date = 1999", "where date = 1999-10-12", "where date in 1999..2003",
    "where year in (1999, 2000，2001)", "where 作者 在 （孟建柱，江泽民）", "where title ~ /社区|党建/", "where title has 社区", "where title 含 社区",
    "where len * 2 + 1 > 100 - 3", "where len ÷ 2 % 3 == 1", "where len ＋ １ ！＝ ３", "where count(党员 or 群众) > 3", "where has(从…入手)",
    "where has(not 党员) and len > 3", "where len(text) > 3", "where max(len, 3) > year(date)", "where round() = 1", "where len > $n * 2",
    "where title = \"社区 党建\"", "where title = '社区（一）'", "where len > 100 and\nyear = 1999", "where len >\n 100", "where 非 len ＜ 3",
    "near 党组织 群众", "near 党组织 群众 within=10", "near within=10 (a or b) /c d/ unit=sentence", "邻近 “党 组织” 从…入手",
    "freq 群众", "freq 群众, 党员 or 干部 by=section", "freq by=section per=万字 群众，党员", "freq 党员,\n群众", "crosstab 党员,群众,机制 by=section",
    "derive 次数 = count(党员)", "derive a=len, b = len * 2", "derive a = len,\n b = 3 | sort a desc", "列 次数＝计数（党员）",
    "sort len desc", "sort len desc, date", "sort len 降 | head 1", "count by=section", "count by=year,column", "count by=\nyear",
    "select title, date, 次数", "keyness (section 新的探索) terms=党员", "sents | grep 党员 | intersect (sents | grep 群众) | count",
    "intersect $甲", "intersect (\n  sents # x\n  | grep 群众\n)", "to csv file=/data/a.csv", "show ¶13", "show a7¶13s2", "check 2",
    "check -5",
    "plot file='a b.svg'", "help grep", "let 甲 = sents | grep 党员", "令 甲 ＝ 句 ｜ 含 党员", "let 甲 =\n sents\n| grep 党员", "$甲 | count",
    "＄甲 ｜ 计数", "def f(a, b) = sents | grep $a | head $b", "定义 f（a，b）＝ 含 $a", "def f() = sections", "f(党员, 3)", "sents | f(“党 员”，/a b/)",
    "f() | count", "use section 新的任务", "use", "范围 sections", "use\nsections", "set exact true", "set exact = true", "set exact=true",
    "set exact",
    "set", "设 语言 中文", "explain sents | count", "explain", "why", "何以 含 党员", "fmt", "fmt zh section 新的任务 | grep 党员", "fmt en",
    "改写 en 令 甲 ＝ 句", "_", "_3 | count", "_ | grep _", "| grep 党员", "sections\n| count", "sections\n# c\n\n  | count\nsents",
    "sections |\n count",
    "(sections)", "((sections | head 3) | count)", "sections\r\ncount", "gerp 党员 x=3 | count", "filter len > 100", "foo (a | b)",
]
