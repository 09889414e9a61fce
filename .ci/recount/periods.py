#!/usr/bin/env python3
"""Recounts freq, trend, lifespan and heat by plain counting. Usage: periods.py WEN FOLDER"""
import sys

import archive


def group(articles, key):
    """The articles by a key, those without one left out."""
    groups = {}
    for each in articles:
        if key(each) is not None:
            groups.setdefault(key(each), []).append(each)
    return groups


def rates(texts, phrase):
    """hits, with, units, share, characters, per million."""
    hits, size = sum(text.count(phrase) for text in texts), sum(map(archive.size, texts))
    having = sum(phrase in text for text in texts)
    share = having * 100 / len(texts) if texts else None
    return [hits, having, len(texts), share, size, hits * 1_000_000 / size if size else None]


def filled(groups, by):
    """Periods in order, those in the middle that no article is of among them."""
    if by == "year":
        return range(min(groups), max(groups) + 1)
    if by == "month":
        months = [int(key[:4]) * 12 + int(key[5:]) - 1 for key in groups]
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(min(months), max(months) + 1)]
    return sorted(groups)


def check_trend(report, folder, phrase, other):
    keys = {"year": lambda each: each.year, "month": lambda each: each.date and each.date[:7], "day": lambda each: each.date}
    for by, key in keys.items():
        groups = group(folder.articles, key)
        texts = {period: [each.text for each in groups.get(period, [])] for period in filled(groups, by)}
        given = [list(row.values()) for row in folder.ask(f"trend {phrase} by={by} exact=true")]
        report.compare(f"trend {phrase} by={by}", given, [[period] + rates(each, phrase) for period, each in texts.items()])
        if by != "year":
            continue
        for per, column, factor in (("articles", 3, 1), ("million", 5, 1), ("万字", 5, 0.01), ("hits", 0, 1)):
            given = [list(row.values()) for row in folder.ask(f"trend {phrase}, {other} per={per} exact=true")]
            expected = []
            for period, each in texts.items():
                cells = [rates(each, one)[column] for one in (phrase, other)]
                expected.append([period] + [c if c is None or factor == 1 else c * factor for c in cells] + [len(each), sum(map(archive.size, each))])
            report.compare(f"trend {phrase}, {other} per={per}", given, expected)
    if folder.is_seed:
        given = [list(row.values()) for row in folder.ask(f"trend {phrase} by=section exact=true")]
        report.compare(f"trend {phrase} by=section", given, [[name] + rates([text], phrase) for name, text in folder.articles[0].sections.items()])


def check_freq(report, folder, phrases):
    texts = [each.text for each in folder.articles]
    size = sum(map(archive.size, texts))
    expected = [[p, sum(t.count(p) for t in texts), size, sum(t.count(p) for t in texts) * 10_000 / size] for p in phrases]
    query = f"freq {', '.join(phrases)}"
    report.compare(query, [list(row.values()) for row in folder.ask(f"{query} exact=true")], expected)
    groups = group(folder.articles, lambda each: each.year)
    expected = []
    for year in sorted(groups):
        texts = [each.text for each in groups[year]]
        size, counts = sum(map(archive.size, texts)), [sum(text.count(phrase) for text in texts) for phrase in phrases]
        expected.append([year] + counts + [size] + [count * 10_000 / size for count in counts])
    given = [list(row.values()) for row in folder.ask(f"{query} by=year exact=true") if row["year"] is not None]
    report.compare(f"{query} by=year", given, expected)


def ranges(years):
    found = []
    for year in years:
        if found and found[-1][1] + 1 == year:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in found)


def check_lifespan(report, folder, phrase):
    having = [each for each in folder.articles if phrase in each.text]
    dated = sorted((each for each in having if each.date), key=lambda each: each.date)
    hits = group(dated, lambda each: each.year)
    hits = {year: sum(each.text.count(phrase) for each in some) for year, some in hits.items()}
    peak = max(hits, key=lambda year: (hits[year], -year))
    silent = sorted({each.year for each in folder.articles if each.year and hits and min(hits) < each.year < max(hits)} - hits.keys())
    ends = [[text for _, text in each.paras if phrase in text] for each in (dated[0], [e for e in dated if e.date == dated[-1].date][-1])]
    row = folder.ask(f"lifespan {phrase} exact=true")[0]
    fields = ("first", "last", "years", "silent", "peak", "peak-hits", "hits", "with", "articles")
    expected = [
        dated[0].date, dated[-1].date, len(hits), ranges(silent), peak, hits[peak], sum(each.text.count(phrase) for each in having),
        len(having), len(folder.articles),
    ]
    report.compare(f"lifespan {phrase}", [[row[field] for field in fields]], [expected])
    first, last = row["first-sentence"], row["last-sentence"]
    if folder.is_seed:
        own = [[s for s in archive.sentences(text) if phrase in s] for text in (ends[0][0], ends[1][-1])]
        report.compare(f"lifespan {phrase}, sentences", [first, last], [own[0][0], own[1][-1]])
    else:
        found = [phrase in first and first in ends[0][0], phrase in last and last in ends[1][-1]]
        report.compare(f"lifespan {phrase}, sentences stand in the first and last paragraph", found, [True, True])


def check_heat(report, folder, phrase):
    groups = group(folder.articles, lambda each: each.year)
    expected = []
    for year in sorted(groups):
        hits, having, count, share, _, _ = rates([each.text for each in groups[year]], phrase)
        expected.append([year, "沸" if having >= 2000 else None, having, count, share, hits])
    report.compare(f"heat {phrase}", [list(row.values()) for row in folder.ask(f"heat {phrase} exact=true")], expected)


def check(report, folder):
    phrases = archive.phrases(folder)
    check_freq(report, folder, phrases)
    for phrase, other in zip(phrases, phrases[1:]):
        check_trend(report, folder, phrase, other)
    for phrase in phrases:
        check_lifespan(report, folder, phrase)
        check_heat(report, folder, phrase)


if __name__ == "__main__":
    sys.exit(archive.run("periods", sys.argv, check, sample=400))
