#!/usr/bin/env python3
"""Checks reuse: every passage stands in both articles, and exact runs that an index of all k-grams finds are in a passage.

Usage: sharing.py WEN FOLDER
"""
import re
import sys
from collections import Counter

import archive

LEAST, RUN = 20, 40
# Eight characters that stand in more places than that lead to some of them only (docs/measures.md); of five such strings in a row one is
# looked up.
CROWD, GRAM, WINDOW = 24, 8, 5


def letters(text):
    """The text without its marks, which do not count."""
    return "".join(character for character in text if archive.is_unit(character))


def shared_runs(texts):
    """Exact runs of RUN characters and more that two articles share, grown from an index of all strings of RUN characters."""
    index = {}
    for number, text in enumerate(texts):
        for place in range(len(text) - RUN + 1):
            index.setdefault(text[place:place + RUN], []).append((number, place))
    found = set()
    for places in index.values():
        if not 1 < len(places) <= CROWD:
            continue
        for a, start in places:
            for b, other in places:
                if a < b and not (start and other and texts[a][start - 1] == texts[b][other - 1]):
                    length = RUN
                    while texts[a][start:start + length + 1] == texts[b][other:other + length + 1] and max(
                            start + length - len(texts[a]), other + length - len(texts[b])) < 0:
                        length += 1
                    found.add((a, b, texts[a][start:start + length]))
    return found


def is_bound_to_be_found(run, counts):
    """Whether a run has five strings of eight characters in a row that are not too common."""
    rare = [counts[run[place:place + GRAM]] <= CROWD for place in range(len(run) - GRAM + 1)]
    return any(all(rare[place:place + WINDOW]) for place in range(len(rare) - WINDOW + 1))


def common(a, b):
    """The length of the longest common subsequence: no alignment has more characters that are the same."""
    row = [0] * (len(b) + 1)
    for x in a:
        last = 0
        for place, y in enumerate(b):
            last, row[place + 1] = row[place + 1], last + 1 if x == y else max(row[place], row[place + 1])
    return row[-1]


def check(report, folder):
    rows = folder.ask(f"reuse min={LEAST}")
    whole = ["\n".join(text for _, text in each.paras) for each in folder.articles]
    bare = [letters(each.text) for each in folder.articles]
    passages, strange, few, turned = {}, [], [], []
    for row in rows:
        a, b = (int(re.match(r"a(\d+)", row[side]).group(1)) - 1 for side in ("source", "copy"))
        own, other = letters(row["passage"]), letters(row["copied"] or row["passage"])
        if own not in bare[a] or other not in bare[b]:
            strange.append(row)
        # Both sides are at least as long as what is the same, and no other alignment of short ones has less.
        if row["same"] < LEAST or abs(row["similarity"] - row["same"] / max(len(own), len(other))) > 1e-9 or row["similarity"] < 0.75:
            few.append(row)
        if len(own) < 300 and row["same"] > common(own, other):
            few.append(row)
        if (folder.articles[a].date or "") > (folder.articles[b].date or "9999"):
            turned.append(row)
        passages.setdefault((min(a, b), max(a, b)), []).append((own, other) if a < b else (other, own))
    report.compare(f"reuse: each of {len(rows)} passages stands in both articles", strange, [])
    report.compare("reuse: the characters that are the same, and their share", few, [])
    report.compare("reuse: the earlier is the source", turned, [])
    values = [row["same"] for row in rows]
    report.compare("reuse: the longest first", values, sorted(values, reverse=True))
    counts = Counter(text[place:place + GRAM] for text in bare for place in range(len(text) - GRAM + 1))
    runs = {each for each in shared_runs(bare) if is_bound_to_be_found(each[2], counts)}
    missing = [
        (a, b, run) for a, b, run in sorted(runs)
        if not any(run in own and run in other for own, other in passages.get((a, b), []))
    ]
    report.compare(f"reuse: {len(runs)} exact runs of {RUN} characters and more are in passages", missing, [])
    check_clusters(report, rows, len(bare))


def check_clusters(report, rows, count):
    """Two articles are in one cluster where passages lead from one to the other."""
    parent = list(range(count))

    def root(number):
        while parent[number] != number:
            number = parent[number]
        return number

    pairs = [[int(re.match(r"a(\d+)", row[side]).group(1)) - 1 for side in ("source", "copy")] for row in rows]
    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    numbers = {each: place + 1 for place, each in enumerate(sorted({root(a) for a, _ in pairs}))}
    report.compare("reuse: clusters", [row["cluster"] for row in rows], [numbers[root(a)] for a, _ in pairs])


if __name__ == "__main__":
    sys.exit(archive.run("sharing", sys.argv, check, sample=150))
