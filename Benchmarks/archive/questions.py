"""The questions: phrases of wanted frequencies, found in the text, and what is asked of them."""
import math
import re
from dataclasses import dataclass, field

# Words of laws and of newspapers, common and rare; those that come nearest to the wanted frequencies are asked.
WORDS = """
人民 规定 应当 国务院 社会主义 国家 人民政府 中华人民共和国 企业 经济 发展 社会 改革 建设 党员 群众 社区 中国共产党 社会主义市场经济
管理 部门 机关 法律 安全 教育 科学技术 农业 工业 农民 工人 解放军 全国人民代表大会 国际 和平 环境保护 个人信息 知识产权 生产 劳动 合同
行政处罚 人民法院 共产主义 民主集中制 马克思列宁主义 毛泽东思想 精神文明 少数民族 民族自治地方 拖拉机 人民公社 自力更生 艰苦奋斗 实事求是
一国两制 社区党建 街道党工委 基层组织 思想政治工作 战斗力 凝聚力 领导核心 精神文明建设 外商投资企业 中国人民银行 证券监督管理机构
""".split()
# Hits in a gigabyte. A smaller archive has fewer in proportion.
WANTED_IN_GIGABYTE = [650_000, 127_000, 30_000, 10_000, 1_000, 100, 10]
COUNTED = 128 << 20
DRAWN = 40
CHARACTER = "民"

PLAIN_TEXT = re.compile("[\u4e00-\u9fff]{12,}")


@dataclass
class Question:
    """What is asked, of each program in its own words; `peers` lacks those that cannot be asked it."""

    name: str
    kind: str
    wen: str
    peers: dict = field(default_factory=dict)
    phrases: tuple = ()
    pattern: str = ""
    within: int = 0


def drawn_phrases(files):
    """Rare candidates: strings of five and six characters out of the midst of texts, always the same ones."""
    drawn = []
    for number in range(DRAWN):
        data = files[number * len(files) // DRAWN].read_bytes()
        place = len(data) * (number % 7 + 1) // 8
        runs = PLAIN_TEXT.findall(data[place : place + 6_000].decode(errors="ignore"))
        if runs:
            drawn.append(max(runs, key=len)[3 : 8 + number % 2])
    return drawn


def counts_in_gigabyte(candidates, files):
    """How often each candidate stands in a gigabyte, judged by the first files."""
    counts, read = dict.fromkeys(candidates, 0), 0
    for file in files:
        data = file.read_bytes()
        read += len(data)
        for candidate in counts:
            counts[candidate] += data.count(candidate.encode())
        if read >= COUNTED:
            break
    return {candidate: count * 1e9 / read for candidate, count in counts.items() if count}


def choose_phrases(files):
    """For each wanted frequency the nearest phrase not yet taken, the most frequent first."""
    frequencies = counts_in_gigabyte(dict.fromkeys(WORDS + drawn_phrases(files)), files)

    def distance(phrase, wanted):
        # A word is preferred to a string that was drawn, which says nothing to a reader, by a factor of three.
        return abs(math.log(frequencies[phrase] / wanted)) + (0 if phrase in WORDS else math.log(3))

    chosen = []
    for wanted in WANTED_IN_GIGABYTE:
        left = [phrase for phrase in frequencies if phrase not in chosen]
        if left:
            chosen.append(min(left, key=lambda phrase: distance(phrase, wanted)))
    return sorted(chosen, key=lambda phrase: -frequencies[phrase])


def near_pair(phrases):
    """Two of the phrases that can stand apart: without a common character, none very rare."""
    for first in phrases[1:]:
        for second in phrases[:4]:
            if not set(first) & set(second):
                return first, second
    return phrases[0], phrases[-1]


def questions(phrases):
    """All questions, in the order of the table."""
    asked = [count_question(phrase) for phrase in dict.fromkeys(["社会主义", *phrases])]
    asked += [year_question(phrase) for phrase in phrases[:2]]
    asked += [gap_question(), *near_questions(*near_pair(phrases))]
    asked += regex_questions(phrases[min(3, len(phrases) - 1)])
    return asked + [screen_question(phrases[0]), screen_question(phrases[1]), character_question()]


def count_question(phrase):
    return Question(
        f"count {phrase}", "count", f"find {phrase} | count", {
            "rg": ["-c", phrase], "fts5": match_count(phrase), "groonga": select(phrase), "cqp": f"A = {tokens(phrase)} within p; size A;",
        }, (phrase,))  # fmt: skip


def year_question(phrase):
    by_year = "SELECT year, count(*) FROM articles WHERE articles MATCH '\"{}\"' GROUP BY year"
    return Question(
        f"by year {phrase}", "year", f"find {phrase} | count by=year", {
            # A file holds articles of one year, which its name begins with: ripgrep need not look for dates.
            "rg": f"rg --count-matches {phrase} FOLDER | "
            "awk -F: '{ sub(/.*\\//, \"\", $1); n[substr($1, 1, 4)] += $2 } END { for (y in n) print y, n[y] }' | sort",
            "fts5": by_year.format(phrase) if len(phrase) > 2 else "",
            "groonga": select(phrase) + " --drilldown year --drilldown_limit -1",
            "cqp": f"A = {tokens(phrase)} within p; group A match text_year;",
        }, (phrase,))  # fmt: skip


def gap_question():
    return Question(
        "gap 以…为…", "gap", "find 以…为… | count", {
            "rg": ["-c", "以[^。！？；]{1,20}?为[^，。！？；：、—]"],
            "cqp": 'A = "以" [word!="[。！？；]"]{1,20} "为" [word!="[，。！？；：、—]"]+ within p; size A;',
        }, pattern="以[^。！？；]{1,20}?为[^，。！？；：、—]+")  # fmt: skip


def near_questions(first, second, within=20):
    """The same pair within sentences, as is the rule, and within paragraphs, which a plain recount can follow."""
    inside = "[^。！？；]{0,%d}" % within
    peers = {
        "fts5": match_count(f'NEAR("{first}" "{second}", {within})', quoted=False) if min(len(first), len(second)) > 2 else "",
        "groonga": f"select Articles --cache no --limit 0 --match_columns body --query '*NP{within}\"{first} {second}\"'",
        "cqp": f"A = ({tokens(first)} []{{0,{within}}} {tokens(second)}) | ({tokens(second)} []{{0,{within}}} {tokens(first)})"
        " within p; size A;",
    }
    near = f"near {first} {second} within={within}"
    return [
        Question(f"near {first} {second}, in a sentence", "near", f"{near} | count",
                 {**peers, "rg": ["-c", f"{first}{inside}{second}|{second}{inside}{first}"]}, (first, second)),
        Question(f"near {first} {second}, in a paragraph", "near", f"{near} unit=paragraph | count",
                 {"rg": ["-c", f"{first}.{{0,{within}}}{second}|{second}.{{0,{within}}}{first}"]}, (first, second), within=within),
    ]  # fmt: skip


def regex_questions(phrase):
    """One that cannot match without the phrase; one of classes alone, for both engines of ripgrep."""
    literal = phrase + "[^，。、]{1,6}的"
    classes = "[二三四五六七八九十][个项条种]"
    return [
        Question(f"regex /{literal}/", "regex", f"find /{literal}/ | count", {"rg": ["-c", literal]}, pattern=literal),
        Question(f"regex /{classes}/", "regex", f"find /{classes}/ | count", {"rg": ["-c", classes]}, pattern=classes),
        Question(f"regex /{classes}/, rg -P", "regex", f"find /{classes}/ | count", {"rg": ["-P", "-c", classes]}, pattern=classes),
    ]


def screen_question(phrase):
    snippets = f"SELECT snippet(articles, 1, '[', ']', '…', 40) FROM articles WHERE articles MATCH '\"{phrase}\"' LIMIT 40"
    return Question(
        f"first screen of a concordance, {phrase}", "screen", f"kwic {phrase} | head 40", {
            "rg": f"rg -oN '.{{0,20}}{phrase}.{{0,20}}' FOLDER | head -n 40",
            "fts5": snippets if len(phrase) > 2 else "",
            "groonga": select(phrase).replace("--limit 0", "--limit 40 --command_version 2 --output_columns snippet_html(body)"),
            "cqp": f"A = {tokens(phrase)} within p; set Context 20 words; cat A 0 39;",
        })  # fmt: skip


def character_question():
    asked = count_question(CHARACTER)
    asked.name = f"count {CHARACTER}, one character"
    asked.kind = "count"
    return asked


def match_count(phrase, quoted=True):
    """FTS5 counts rows. What has fewer than three characters has no trigram: the answer is a silent 0."""
    if quoted and len(phrase) < 2:
        return ""
    query = f'"{phrase}"' if quoted else phrase
    return f"SELECT count(*) FROM articles WHERE articles MATCH '{query}'"


def select(phrase):
    return f"select Articles --cache no --limit 0 --match_columns body --query '\"{phrase}\"'"


def tokens(phrase):
    return " ".join(f'"{character}"' for character in phrase)
