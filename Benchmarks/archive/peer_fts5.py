"""SQLite with its full-text index."""
import shutil
import sqlite3
import sys
import time
from pathlib import Path

from measuring import run_with_peak
from peers import Answer, Indexed

HERE = Path(__file__).parent


class FTS5(Indexed):
    """SQLite's full-text index of trigrams, a row an article."""

    key, name, counts = "fts5", "SQLite FTS5", "articles"

    def missing(self):
        try:
            sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(body, tokenize = trigram)")
        except sqlite3.Error as error:
            return f"python's sqlite3: {error}"
        return "" if shutil.which("sqlite3") else "no sqlite3: Debian's sqlite3"

    def index(self):
        return self.work / "articles.sqlite"

    def make(self):
        return self.finish(*run_with_peak([sys.executable, "-B", str(HERE / "build_fts5.py"), str(self.folder), str(self.index())]))

    def process(self, text):
        return ["sqlite3", str(self.index()), text]

    def session(self, texts):
        connection = sqlite3.connect(self.index())
        # Its own cache is 2 MB; mapped, it reads from the page cache as the others do.
        connection.execute(f"PRAGMA mmap_size = {1 << 40}")
        found = []
        for text in texts:
            start = time.perf_counter()
            rows = connection.execute(text).fetchall()
            found.append(Answer(time.perf_counter() - start, "\n".join(" ".join(map(str, row)) for row in rows)))
        connection.close()
        return found

    def files(self):
        return [self.index()]
