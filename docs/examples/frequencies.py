#!/usr/bin/env python3
"""Answers of wen as data frames of pandas.

    python3 frequencies.py [ARCHIVE ...]

Without an archive the example that is built in is asked. WEN names another program than the `wen` on the path.
The records are described in docs/schema/record.schema.json."""

import json
import os
import subprocess
import sys

import pandas as pd


def ask(query: str, *archives: str) -> pd.DataFrame:
    """The rows that a query gives, one record each. An error of wen is an exception with its message."""
    command = [os.environ.get("WEN", "wen"), "--json", "-e", query, *archives]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    # 3: a file could not be read, and the others were.
    if answer.returncode not in (0, 3):
        raise RuntimeError(answer.stderr.strip())
    if answer.returncode == 3:
        print(answer.stderr.strip(), file=sys.stderr)
    # Not by splitlines(): the text of a document may hold marks that Python takes for line ends.
    rows = pd.DataFrame([json.loads(line) for line in answer.stdout.split("\n") if line])
    if "date" in rows:
        # Periods, since an article may be dated by month or year alone.
        rows["date"] = [pd.NaT if date is None else pd.Period(date) for date in rows["date"]]
    return rows


def main(archives: list[str]) -> None:
    print("Per 10,000 characters, by section:")
    print(ask("freq 党员, 群众 by=section", *archives).set_index("section")[["党员 per 10,000", "群众 per 10,000"]].round(1))

    hits = ask("sents | grep 党员", *archives)
    # `hits` are lists of [start, end], bytes of the file.
    hits["count"] = hits["hits"].map(len)
    print("\nSentences with 党员, and how often it stands in them:")
    print(hits[["address", "date", "section", "len", "count"]].to_string(index=False))

    # The values that are found with spans stand in an object of their own.
    dates = ask("dates", *archives)
    dates = dates.join(pd.json_normalize(dates["attributes"].tolist()))
    print("\nKinds of dates:")
    print(dates["kind"].value_counts().to_string())


if __name__ == "__main__":
    main(sys.argv[1:])
