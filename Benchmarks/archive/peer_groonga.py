"""Groonga."""
import json
import shutil
import subprocess
import time

from articles import articles, text_files
from measuring import run_with_peak
from peers import Answer, Indexed


class Groonga(Indexed):
    """Groonga with TokenBigram, a record an article."""

    key, name, counts = "groonga", "Groonga", "articles"

    schema = [
        "table_create Articles TABLE_NO_KEY",
        "column_create Articles year COLUMN_SCALAR UInt16",
        "column_create Articles body COLUMN_SCALAR LongText",
    ]
    # The index comes after the texts: built at once it takes less time than record by record.
    terms = [
        "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram",
        "column_create Terms body COLUMN_INDEX|WITH_POSITION Articles body",
    ]

    def missing(self):
        return "" if shutil.which("groonga") else "no groonga: Debian's groonga-bin"

    def index(self):
        return self.work / "groonga"

    def make(self):
        self.index().mkdir()
        run, peak = run_with_peak(["groonga", "-n", str(self.index() / "db")], feed=self.feed())
        if b"[[0," not in run.output or b"[[-" in run.output:
            raise RuntimeError(f"groonga: {run.output.decode(errors='replace')[:500]}")
        return self.finish(run, peak)

    def feed(self):
        yield "\n".join(self.schema).encode() + b'\nload --table Articles\n[["year","body"]'
        for year, body in articles(text_files(self.folder)):
            yield b",\n" + json.dumps([year, body.decode(errors="replace")], ensure_ascii=False).encode()
        yield b"]\n" + "\n".join(self.terms).encode() + b"\n"

    def process(self, text):
        return ["groonga", str(self.index() / "db"), text]

    def session(self, texts):
        process = subprocess.Popen(["groonga", str(self.index() / "db")], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        found = []
        # A first question, so that opening the database is not counted.
        for text in ["status", *texts]:
            start = time.perf_counter()
            process.stdin.write(text.encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
            found.append(Answer(time.perf_counter() - start, groonga_answer(line)))
        process.stdin.close()
        process.wait()
        return found[1:]

    def files(self):
        return [file for file in self.index().iterdir() if file.is_file()]


def groonga_answer(line):
    """The number of records; of a drilldown its rows, as FTS5 gives them."""
    header, *results = json.loads(line)
    if header[0] or not results or not isinstance(results[0], list):
        return ""
    records, *drilldowns = results[0]
    if drilldowns:
        return "\n".join(f"{year} {count}" for year, count in drilldowns[0][2:])
    return str(records[0][0]) if len(records) < 3 else "\n".join(str(row) for row in records[2:])
