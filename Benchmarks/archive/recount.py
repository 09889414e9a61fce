"""The answers counted again, by plain searches in Python: hits within paragraphs for wen, hits and articles in what the files hold for the
peers. What is a paragraph is asked of wen, since the form of the text leaves it open; all else is counted here."""
import itertools
import re
import subprocess
from bisect import bisect_left, bisect_right
from collections import Counter

from articles import articles, text_files
from measuring import run_process

BLOCK = 16 << 20
FOLD = re.compile(r"folds (\S)→(\S+)")


class Recount:
    """What each question's answer must be: `hits` within paragraphs; in what the files hold `plain`, in the bodies of articles `bodies`; `articles`."""

    def __init__(self, wen, folder, questions):
        self.wen, self.folder = wen, folder
        self.phrases = list(dict.fromkeys(phrase for question in questions for phrase in question.phrases))
        self.years = {phrase: Counter() for phrase in self.phrases}
        self.patterns = {question.pattern: 0 for question in questions if question.pattern}
        self.pairs = {(*question.phrases, question.within): 0 for question in questions if question.within}
        self.plain, self.bodies, self.articles = Counter(), Counter(), Counter()
        self.classes = self.folding()

    def folding(self):
        """Which characters stand for each other, as `explain` says: the questions are asked as a user asks them, folded."""
        characters = {c for text in (*self.phrases, *self.patterns) for c in text if "\u4e00" <= c <= "\u9fff"}
        # One character at a time, since it names only the first few.
        asked = [part for character in sorted(characters) for part in ("-e", f"explain find {character}")]
        told = run_process([self.wen, "-q", *asked]).output.decode()
        return dict(FOLD.findall(told))

    def spellings(self, phrase):
        """All ways to write a phrase that the question counts."""
        return ["".join(way).encode() for way in itertools.product(*(self.classes.get(c, c) for c in phrase))]

    def folded(self, pattern):
        """A regular expression with each character as all its class, bracketed unless it stands in brackets."""
        parts = re.split(r"(\[[^\]]*\])", pattern)
        return "".join(
            "".join(self.classes.get(c, c) if part[:1] == "[" else f"[{self.classes[c]}]" if c in self.classes else c for c in part)
            for part in parts
        )

    def count(self):
        """One pass over the files, one over the paragraphs. Cost: about a minute and a half a gigabyte."""
        years = []
        for year, body in articles(text_files(self.folder)):
            years.append(year)
            for phrase in self.phrases:
                found = body.count(phrase.encode())
                self.bodies[phrase] += found
                self.articles[phrase] += found > 0
        for file in text_files(self.folder):
            data = file.read_bytes()
            for phrase in self.phrases:
                self.plain[phrase] += data.count(phrase.encode())
        for year, block in self.blocks(years):
            self.count_block(year, block)
        return self

    def blocks(self, years):
        """The paragraphs as wen lists them, a line each, many of one year together."""
        process = subprocess.Popen([self.wen, "-q", "-e", "paras", str(self.folder)], stdout=subprocess.PIPE)
        block, held, year = [], 0, None
        for line in process.stdout:
            address, _, text = line.partition(b"\t")
            of = years[int(address[1 : address.index("¶".encode())]) - 1]
            if block and (of != year or held > BLOCK):
                yield year, b"".join(block)
                block, held = [], 0
            year = of
            block.append(text)
            held += len(text)
        if block:
            yield year, b"".join(block)
        if process.wait():
            raise RuntimeError("wen could not list the paragraphs")

    def count_block(self, year, block):
        for phrase in self.phrases:
            self.years[phrase][year] += sum(map(block.count, self.spellings(phrase)))
        text = block.decode(errors="replace")
        for pattern in self.patterns:
            self.patterns[pattern] += sum(1 for _ in re.finditer(self.expression(pattern), text))
        for first, second, within in self.pairs:
            self.pairs[first, second, within] += self.near(text, first, second, within)

    def expression(self, pattern):
        # A class that begins with ^ would run over the end of the paragraph.
        return self.folded(pattern).replace("[^", "[^\n")

    def near(self, text, first, second, within):
        """Pairs of hits in one paragraph with at most `within` characters between them."""
        ones, others = ([m.span() for m in re.finditer(self.folded(phrase), text)] for phrase in (first, second))
        starts = [start for start, _ in others]
        reach, pairs = within + len(second), 0
        for start, end in ones:
            for other in range(bisect_left(starts, start - reach), bisect_right(starts, end + within)):
                low, high = sorted([(start, end), others[other]])
                pairs += 0 <= high[0] - low[1] <= within and "\n" not in text[low[1] : high[0]]
        return pairs

    def expected(self, question, counts):
        """The answer as a number or a table of years; None where nothing was recounted."""
        if question.kind == "count":
            phrase = question.phrases[0]
            hits = sum(self.years[phrase].values())
            return {"hits": hits, "bodies": self.bodies[phrase], "articles": self.articles[phrase], "plain": self.plain[phrase]}[counts]
        if question.kind == "year" and counts == "hits":
            return {year: n for year, n in sorted(self.years[question.phrases[0]].items()) if n}
        if question.pattern and counts == "hits":
            return self.patterns[question.pattern]
        if question.within and counts == "hits":
            return self.pairs[*question.phrases, question.within]
        return None


def answered(question, text):
    """An answer as `expected` gives it."""
    lines = text.strip().splitlines()
    if question.kind == "year":
        rows = (line.split() for line in lines if line[:1].isdigit())
        return {int(row[0]): int(row[1]) for row in rows}
    return int(lines[0]) if lines and lines[0].isdigit() else None
