#!/usr/bin/env python3
"""build_fts5.py FOLDER DATABASE: a full-text index of trigrams, a row an article. A process of its own, so that its memory is known."""
import sqlite3
import sys
from pathlib import Path

from articles import articles, text_files

connection = sqlite3.connect(sys.argv[2])
# The database is thrown away when the machine fails; journals would only slow it down.
connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;")
connection.execute("CREATE VIRTUAL TABLE articles USING fts5(year UNINDEXED, body, tokenize = trigram)")
rows = ((year, body.decode(errors="replace")) for year, body in articles(text_files(Path(sys.argv[1]))))
connection.executemany("INSERT INTO articles VALUES (?, ?)", rows)
connection.commit()
connection.close()
