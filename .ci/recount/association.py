#!/usr/bin/env python3
"""Recounts collocates, keyness and dispersion by the formulas of docs/measures.md. Usage: association.py WEN FOLDER"""
import math
import re
import sys

import archive


def strings(text, length):
    """Where the strings of n characters without a mark begin."""
    return [start + place for start, run in archive.runs(text) for place in range(len(run) - length + 1)]


def surprise(observed, expected):
    return observed * math.log(observed / expected) if observed > 0 and expected > 0 else 0.0


def scores(together, beside, total, everything, hits):
    """The columns from `expected` on: E, logDice, log-likelihood, mutual information, t."""
    chance = beside * total / everything
    cells = [
        (together, chance), (beside - together, beside * (everything - total) / everything),
        (total - together, (everything - beside) * total / everything),
        (everything - beside - total + together, (everything - beside) * (everything - total) / everything),
    ]
    likelihood = 2 * sum(surprise(*cell) for cell in cells)
    return [
        chance, 14 + math.log2(2 * together / (hits + total)), -likelihood if together < chance else likelihood,
        math.log2(together / chance), (together - chance) / math.sqrt(together),
    ]


def beside_hits(text, phrase, length, window):
    """The places of the strings beside the node, each once: wholly within the window on one side."""
    starts = [match.start() for match in re.finditer(re.escape(phrase), text)]
    places = set()
    for start in strings(text, length):
        end = start + length
        for hit in starts:
            behind = hit + len(phrase)
            if (hit - window <= start and end <= hit) or (behind <= start and end <= behind + window):
                places.add(start)
                break
    return len(starts), sorted(places)


def check_collocates(report, folder, phrase, window, length):
    pieces, width = folder.pieces, window
    if window in ("sentence", "paragraph"):
        width = 10 ** 9
    if window == "sentence":
        pieces = [(number, each) for number, text in pieces for each in archive.sentences(text)]
    totals, together, articles, hits = {}, {}, {}, 0
    for number, text in pieces:
        for start in strings(text, length):
            string = text[start:start + length]
            totals[string] = totals.get(string, 0) + 1
        if phrase not in text:
            continue
        found, places = beside_hits(text, phrase, length, width)
        hits += found
        for start in places:
            string = text[start:start + length]
            together[string] = together.get(string, 0) + 1
            articles.setdefault(string, set()).add(number)
    beside, everything = sum(together.values()), sum(totals.values())
    expected = {
        string: [count, totals[string], len(articles[string])] + scores(count, beside, totals[string], everything, hits)
        for string, count in together.items() if count > 1
    }
    query = f"collocates {phrase} window={window} unit={length} exact=true"
    columns = ("count", "total", "articles", "expected", "logdice", "ll", "mi", "t")
    rows = folder.ask(query)
    report.compare(query, {row["collocate"]: [row[c] for c in columns] for row in rows}, expected)
    for score in ("ll", "count") if length == 2 and window == 5 else ():
        values = [row[score] for row in folder.ask(f"{query} score={score}")]
        report.compare(f"{query} score={score}, order", values, sorted(values, reverse=True))


def compared(count, size, reference, reference_size):
    """Log-likelihood, signed, and log ratio."""
    share = (count + reference) / (size + reference_size)
    ratio = math.log2(((count or 0.5) / size) / ((reference or 0.5) / reference_size)) if count or reference else 0
    likelihood = 2 * (surprise(count, size * share) + surprise(reference, reference_size * share))
    return [-likelihood if ratio < 0 else likelihood, ratio]


def tally(side, length):
    counts, articles = {}, {}
    for number, text in side:
        for start in strings(text, length):
            string = text[start:start + length]
            counts[string] = counts.get(string, 0) + 1
            articles.setdefault(string, set()).add(number)
    return counts, articles


def check_keyness(report, folder):
    if folder.is_seed:
        query, reference = "section 新的任务", "section 新的探索"
        chosen = lambda _, section: {"新的任务": 0, "新的探索": 1}.get(section)
        terms = ["党员", "社区党建", "群众工作"]
    else:
        years = sorted(each.year for each in folder.articles if each.year)
        middle = years[len(years) // 2]
        query, reference = f"articles | where year >= {middle}", f"articles | where year < {middle}"
        chosen = lambda each, _: None if each.year is None else int(each.year < middle)
        terms = ["人民", "县级以上", "根据本"]
    sides = [[], []]
    for number, each in enumerate(folder.articles):
        for section, text in each.paras:
            if chosen(each, section) is not None:
                sides[chosen(each, section)].append((number, text))
    sizes = [sum(len(text) for _, text in side) for side in sides]
    for length in (2, 3):
        compare_keyness(report, folder, f"{query} | keyness ({reference}) n={length}", sides, sizes, length, None)
    for term in terms:
        compare_keyness(report, folder, f"{query} | keyness ({reference}) terms={term}", sides, sizes, len(term), term)


def compare_keyness(report, folder, query, sides, sizes, length, term):
    (own, own_articles), (other, other_articles) = (tally(side, length) for side in sides)
    expected = {}
    for string in [term] if term else own.keys() | other.keys():
        a, b = own.get(string, 0), other.get(string, 0)
        if a + b >= (0 if term else 2):
            expected[string] = [a, b] + compared(a, sizes[0], b, sizes[1]) + [
                len(own_articles.get(string, ())), len(other_articles.get(string, ()))]
    columns = ("count", "reference", "log-likelihood", "log-ratio", "articles", "reference-articles")
    rows = folder.ask(query)
    report.compare(query, {row["string"]: [row[c] for c in columns] for row in rows}, expected)
    values = [abs(row["log-likelihood"]) for row in rows]
    report.compare(f"{query}, order", values, sorted(values, reverse=True))


def dispersion(counts, sizes):
    parts, hits, size = len(counts), sum(counts), sum(sizes)
    rates = [count / length for count, length in zip(counts, sizes)]
    mean = sum(rates) / parts
    juilland = norm = None
    deviation = sum(abs(c / hits - s / size) for c, s in zip(counts, sizes)) / 2 if hits else None
    if parts > 1 and hits:
        spread = math.sqrt(sum((rate - mean) ** 2 for rate in rates) / parts)
        juilland = 1 - spread / mean / math.sqrt(parts - 1)
        norm = deviation / (1 - min(sizes) / size)
    return [hits, sum(count > 0 for count in counts), parts, juilland, deviation, norm]


def strip(text, phrase):
    """The hits in forty equal stretches, in shades of the most."""
    counts = [0] * 40
    for match in re.finditer(re.escape(phrase), text):
        counts[archive.size(text[:match.start()]) * 40 // archive.size(text)] += 1
    return "".join("·░▒▓█"[-(-count * 4 // max(counts))] if count else "·" for count in counts)


def check_dispersion(report, folder, phrase):
    everything = "\n".join(each.text for each in folder.articles)
    parts = {"paras": [text for _, text in folder.pieces], "articles": [each.text for each in folder.articles]}
    if folder.is_seed:
        parts["sections"] = list(folder.articles[0].sections.values())
        parts["sents"] = [each for _, text in folder.pieces for each in archive.sentences(text)]
    for layer, texts in parts.items():
        counts = [text.count(phrase) for text in texts]
        if not sum(counts):
            continue
        row = folder.ask(f"{layer} | dispersion {phrase} exact=true")[0]
        given = [row[field] for field in ("hits", "in", "of", "D", "DP", "DPnorm", "strip")]
        expected = dispersion(counts, [max(1, archive.size(text)) for text in texts]) + [strip(everything, phrase)]
        report.compare(f"{layer} | dispersion {phrase}", [given], [expected])


def check(report, folder):
    phrases = archive.phrases(folder)
    for phrase in phrases[:3]:
        for window, length in ((5, 2), (3, 1), (20, 4), ("paragraph", 2)):
            check_collocates(report, folder, phrase, window, length)
        if folder.is_seed:
            check_collocates(report, folder, phrase, "sentence", 2)
    check_keyness(report, folder)
    for phrase in phrases:
        check_dispersion(report, folder, phrase)


if __name__ == "__main__":
    sys.exit(archive.run("association", sys.argv, check, sample=40))
