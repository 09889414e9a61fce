"""What the recounts share: a reader of documents, questions to wen, and the count of what agrees.

The reader is this script's own: `### TITLE` blocks, header lines, body lines. Which body lines are head matter or headings it decides
by plain rules on the seed; on other folders it takes wen's division into paragraphs and checks it line by line.
"""
import json
import math
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

DATE = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
PAGE = re.compile(r"^第\d+版\(.*\)$")
COLUMN = re.compile(r"^专栏[:：]")
ENDS = "。！？；：，、”）…"


class Article:
    """One block: its header and the lines of its body, without indents and blank lines."""

    def __init__(self, title, date, author, body):
        self.title, self.date, self.author, self.body = title, date, author, body
        self.paras = []

    @property
    def year(self):
        return self.date and int(self.date[:4])

    @property
    def text(self):
        """The paragraphs, a line each: nothing is found across their ends."""
        return "\n".join(text for _, text in self.paras)

    @property
    def sections(self):
        """The texts of the sections by their names, as `text`."""
        found = {}
        for section, text in self.paras:
            found.setdefault(section, []).append(text)
        return {section: "\n".join(texts) for section, texts in found.items()}


class Folder:
    """The articles of a folder, and wen to ask about them."""

    def __init__(self, wen, path, sample=None):
        self.wen, self.source = wen, Path(path)
        self.name = self.source.name
        self.is_seed = self.source.resolve().name == "seeds"
        self.kept = None
        self.path = self.source
        files = sorted(self.source.glob("*.txt"))
        blocks = [block for file in files for block in split(file.read_text(encoding="utf-8-sig"))]
        if sample and len(blocks) > sample:
            blocks = spread(blocks, sample)
            self.kept = tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8")
            self.kept.write("\n".join(line for block in blocks for line in block) + "\n")
            self.kept.flush()
            self.path = Path(self.kept.name)
            self.name += f", {sample} articles"
        self.articles = [article(block) for block in blocks]

    def ask(self, query):
        """The rows of a query as dictionaries."""
        done = subprocess.run([self.wen, "--json", "-q", "-e", query, str(self.path)], capture_output=True, check=False)
        if done.returncode not in (0, 3):
            raise SystemExit(f"{query}: status {done.returncode}\n{done.stderr.decode(errors='replace')}")
        return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]

    def read(self, report):
        """Sets the paragraphs of all articles, as (section, text), and compares them with wen's."""
        rows = self.ask("paras")
        if self.is_seed:
            for each in self.articles:
                each.paras = plain_paragraphs(each)
            expected = [(section, text) for each in self.articles for section, text in each.paras]
            report.compare("paragraphs", [(row["section"] or "引言", row["text"]) for row in rows], expected)
            return self
        taken = [[] for _ in self.articles]
        for row in rows:
            number = re.match(r"a(\d+)", row["address"])
            taken[int(number.group(1)) - 1 if number else 0].append((row["section"] or "", row["text"]))
        strange, long = [], []
        for each, paras in zip(self.articles, taken):
            each.paras = paras
            rest = iter(each.body)
            for _, text in paras:
                for line in rest:
                    if line == text:
                        break
                    if len(line) > 120:
                        long.append(line)
                else:
                    strange.append(text)
        report.compare("paragraphs are body lines in their order", strange, [])
        report.compare("what is left out is short", long, [])
        return self

    @property
    def pieces(self):
        """(article number, text) of each paragraph."""
        return [(number, text) for number, each in enumerate(self.articles) for _, text in each.paras]


def split(text):
    """The blocks of a file: a `### ` line begins one where a date or a page follows within four lines."""
    lines = text.splitlines() if "\r" in text else text.split("\n")
    blocks = []
    for index, line in enumerate(lines):
        near = []
        if line.startswith("### "):
            for other in lines[index + 1:index + 5]:
                if other.startswith("### "):
                    break
                near.append(other.strip())
        if any(DATE.match(other) or PAGE.match(other) for other in near):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    return blocks


def spread(blocks, count):
    """Some blocks evenly from all, those of ordinary length."""
    fitting = [block for block in blocks if 200 < sum(map(len, block)) < 20_000]
    return [fitting[index * len(fitting) // count] for index in range(count)]


def article(block):
    date, author, place = None, None, 1
    for place in range(1, len(block)):
        line = block[place].strip()
        if DATE.match(line) and not date:
            date = "{:04}-{:02}-{:02}".format(*map(int, DATE.match(line).groups()))
        elif COLUMN.match(line):
            place += 1
            break
        elif line and not date and not author:
            author = line
        elif line and not PAGE.match(line):
            break
    body = [line.strip() for line in block[place:]]
    return Article(block[0][4:].strip(), date, author, [line for line in body if line])


def plain_paragraphs(each):
    """Paragraphs by plain rules: leading lines that repeat title or author are head matter, short lines without a mark at the end headings."""
    lines = list(each.body)
    while lines and (lines[0].strip("—") in each.title or lines[0] == each.author):
        lines.pop(0)
    section, paras = "引言", []
    for line in lines:
        if len(line) <= 20 and line[-1] not in ENDS:
            section = line
        else:
            paras.append((section, line))
    return paras


def size(text):
    """The characters of a text, without what divides its paragraphs."""
    return len(text) - text.count("\n")


def is_unit(character):
    """Whether a character can be part of a string that is counted."""
    return unicodedata.category(character)[0] in "LNM" or unicodedata.category(character) == "Co" or character in "○□×%％‰℃"


def runs(text):
    """Stretches without marks, as (start, string)."""
    found, start = [], None
    for place, character in enumerate(text + "。"):
        if is_unit(character):
            start = place if start is None else start
        elif start is not None:
            found.append((start, text[start:place]))
            start = None
    return found


def sentences(text):
    """Sentences by a plain rule: after 。！？ and the closing marks behind them; ！” goes on."""
    found = re.findall(r".*?(?:。[”’」』）》]*|[！？]+(?![”’」』）》])|$)", text, flags=re.S)
    return [each for each in found if each]


def phrases(folder):
    """Some phrases of the folder itself, from frequent to rare, that cannot overlap themselves."""
    if folder.is_seed:
        return ["党员", "群众", "社区党建", "战斗力"]
    counts = {}
    for _, text in folder.pieces:
        for pair in re.findall(r"(?=([\u4e00-\u9fff]{2}))", text):
            if pair[0] != pair[1]:
                counts[pair] = counts.get(pair, 0) + 1
    ranked = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return list(dict.fromkeys(ranked[min(place, len(ranked) - 1)] for place in (0, 30, 300, len(ranked))))


class Report:
    """Says of each comparison whether both agree, and where not, what differs."""

    def __init__(self, name, folder):
        self.name, self.folder, self.failed = name, folder, 0

    def compare(self, what, given, expected):
        sys.stdout.flush()
        if same(given, expected):
            size = f"{len(expected)} row{'s' * (len(expected) > 1)}" if isinstance(expected, (list, dict)) and expected else "nothing else"
            print(f"agrees   {self.name}: {what} ({self.folder}): {size}")
            return
        self.failed += 1
        print(f"DIFFERS  {self.name}: {what} ({self.folder})")
        left, right = rows(given), rows(expected)
        for row in [f"  wen only:     {r}" for r in left if r not in right][:5]:
            print(row)
        for row in [f"  recount only: {r}" for r in right if r not in left][:5]:
            print(row)
        if sorted(map(str, left)) == sorted(map(str, right)):
            print("  the same rows in another order")


def rows(value):
    return [f"{k}: {v}" for k, v in value.items()] if isinstance(value, dict) else list(map(str, value))


def same(a, b):
    """Equality; of decimals within 1e-9 of their size."""
    if isinstance(a, float) or isinstance(b, float):
        return a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def run(name, argv, check, sample=None):
    """The body of each script: NAME WEN FOLDER. Status 1 where something differs."""
    if len(argv) != 3:
        raise SystemExit(f"usage: {name}.py WEN FOLDER")
    folder = Folder(argv[1], argv[2], sample)
    report = Report(name, folder.name)
    check(report, folder.read(report))
    return 1 if report.failed else 0
