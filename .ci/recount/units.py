#!/usr/bin/env python3
"""Recounts ngrams, repeats and variants by their definitions, with plain counting, and compares. Usage: units.py WEN FOLDER"""
import sys

import archive


def grams(folder, length):
    """Each string of n characters with its places, as (article, position in the whole text), in text order."""
    found, offset = {}, 0
    for number, text in folder.pieces:
        for start, run in archive.runs(text):
            for place in range(len(run) - length + 1):
                found.setdefault(run[place:place + length], []).append((number, offset + start + place))
        offset += len(text) + 1
    return found


def check_ngrams(report, folder, length):
    found = grams(folder, length)
    expected = sorted((-len(places), places[0][1], string, len({a for a, _ in places})) for string, places in found.items() if len(places) > 1)
    given = [(row["string"], row["count"], row["articles"]) for row in folder.ask(f"ngrams {length}")]
    report.compare(f"ngrams {length}", given, [(string, -count, articles) for count, _, string, articles in expected])


def check_repeats(report, folder, least):
    """A string is a maximal repeat where no string that is one character longer and holds it occurs as often."""
    expected, length = [], least
    level = {s: p for s, p in grams(folder, length).items() if len(p) > 1}
    while level:
        longer = {s: p for s, p in grams(folder, length + 1).items() if len(p) > 1}
        full = set()
        for string, places in longer.items():
            for part in (string[1:], string[:-1]):
                if len(level[part]) == len(places):
                    full.add(part)
        expected += [(-len(p), -length, p[0][1], s, len({a for a, _ in p})) for s, p in level.items() if s not in full]
        level, length = longer, length + 1
    given = [(row["string"], row["count"], row["len"], row["articles"]) for row in folder.ask(f"repeats {least}")]
    report.compare(f"repeats {least}", given, [(s, -c, -n, a) for c, n, _, s, a in sorted(expected)])


def is_near(a, b):
    """The edit distance of two different strings, where it is 1."""
    if len(a) > len(b):
        a, b = b, a
    first = 0
    while first < len(a) and a[first] == b[first]:
        first += 1
    return a[first + (len(a) == len(b)):] == b[first + 1:]


def check_variants(report, folder, phrase):
    """Every stretch of the text is tried; of those that overlap the nearest counts, then the longest, then the first."""
    near, offset = [], 0
    for number, text in folder.pieces:
        for start, run in archive.runs(text):
            for length in (len(phrase) - 1, len(phrase), len(phrase) + 1):
                for place in range(len(run) - length + 1):
                    string = run[place:place + length]
                    if string == phrase or is_near(string, phrase):
                        near.append((int(string != phrase), -length, offset + start + place, string, number))
        offset += len(text) + 1
    taken, forms = set(), {}
    for distance, length, place, string, number in sorted(near):
        covered = range(place, place - length)
        if taken.isdisjoint(covered):
            taken.update(covered)
            forms.setdefault((string, distance), []).append(number)
    expected = {}
    for (string, distance), numbers in forms.items():
        dates = sorted(folder.articles[n].date for n in numbers if folder.articles[n].date)
        expected[string] = [distance, len(numbers), len(set(numbers)), dates[0] if dates else None, dates[-1] if dates else None]
    fields = ("distance", "count", "articles", "first", "last")
    rows = folder.ask(f"variants {phrase} exact=true")
    report.compare(f"variants {phrase}", {row["variant"]: [row[f] for f in fields] for row in rows}, expected)
    ranked = [(row["distance"], -row["count"], -len(row["variant"])) for row in rows]
    report.compare(f"variants {phrase}, order", ranked, sorted(ranked))


def check(report, folder):
    for length in (1, 2, 4):
        check_ngrams(report, folder, length)
    for least in (2, 8) if folder.is_seed else (8, 12):
        check_repeats(report, folder, least)
    own = ["为人民服务宗旨", "党的建设", "社区党组织"] if folder.is_seed else ["人民代表大会", "社会主义", "县级以上人民政府"]
    for phrase in own:
        check_variants(report, folder, phrase)
    if folder.is_seed:
        report.compare("variants in the other script", folder.ask("variants 為人民服務宗旨"), folder.ask("variants 为人民服务宗旨"))


if __name__ == "__main__":
    sys.exit(archive.run("units", sys.argv, check, sample=40))
