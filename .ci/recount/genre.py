#!/usr/bin/env python3
"""Recounts items, roles, shifts, quotes and crosstab by other means and compares.

Usage: genre.py WEN FOLDER

The readings here are this script's own: regular expressions over lines, no word lists shared with the program. On a folder
of one article in the form of the seed everything is compared; on others what is well defined without reading the genre:
quotations (the marks), crosstab against plain counting, and that every row of items, roles and shifts stands in the text.
Exit status: 0 where all agree, 1 where something differs.
"""
import re
import sys
from collections import OrderedDict

import archive

PAIRS = {"“": "”", "「": "」", "『": "』"}


def paragraphs(folder):
    """The paragraphs with their headings, as wen divides the files; `archive.py` compares that with the lines."""
    return [(row["section"] or "", row["text"]) for row in folder.ask("paras")]


def outermost(text):
    """Quotations by the definition: the outermost closed pairs of each paragraph."""
    stack, found = [], []
    for place, mark in enumerate(text):
        if mark in PAIRS:
            stack.append((PAIRS[mark], place))
        elif any(closer == mark for closer, _ in stack):
            while True:
                closer, start = stack.pop()
                if closer == mark:
                    break
            found = [(a, b) for a, b in found if a < start] + [(start, place + 1)]
    return [text[a:b] for a, b in found]


# ---- everywhere ----

def check_quotes(report, folder, paras):
    expected = [q for _, text in paras for q in outermost(text)]
    rows = folder.ask("quotes")
    report.compare("quotes", [r["text"] for r in rows], expected)
    texts = "\n".join(text for _, text in paras)
    strange = [r["attributes"]["speaker"] for r in rows if r["attributes"]["speaker"] and r["attributes"]["speaker"] not in texts]
    report.compare("speakers stand in the text", strange, [])


def plain_phrases(paras):
    """Some phrases of the folder itself: frequent and rare strings of two characters that cannot overlap themselves."""
    counts = {}
    for _, text in paras:
        for pair in re.findall(r"(?=([\u4e00-\u9fff]{2}))", text):
            if pair[0] != pair[1]:
                counts[pair] = counts.get(pair, 0) + 1
    ranked = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return [ranked[0], ranked[len(ranked) // 20], ranked[-1]] if len(ranked) > 40 else ranked[:3]


def check_crosstab(report, folder, paras, phrases):
    table = OrderedDict()
    for section, text in paras:
        row = table.setdefault(section, [0] * len(phrases))
        for index, phrase in enumerate(phrases):
            row[index] += text.count(phrase)
    query = "crosstab " + ", ".join(phrases) + " by=section exact=true"
    rows = folder.ask(query)
    given = [[r["section"] or ""] + [r[p] for p in phrases] + [r["total"]] for r in rows]
    report.compare(query, given, [[name] + row + [sum(row)] for name, row in table.items()])


def check_places(report, folder, paras):
    """Every cell of what was read stands in one paragraph."""
    texts = "\n".join(text for _, text in paras)
    for query, fields in (("roles", ("who", "role")), ("shifts", ("what", "from", "to")), ("items", ("announcement",))):
        rows = folder.ask(query)
        strange = [r[f] for r in rows for f in fields if r[f] is not None and r[f] not in texts]
        report.compare(f"{query} stand in the text", strange, [])


# ---- an article in the form of the seed ----

NUMBER = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}


def recount_items(paras):
    """A number with a measure word before a colon, and what follows it: parts between ；, or the rest of the section."""
    found = []
    for index, (section, text) in enumerate(paras):
        for match in re.finditer(r"([二两三四五六七八九])(?:个|项|方面|点)[^，。：；、“”]*：", text):
            rest = text[match.end():]
            if rest:
                sentence = re.split(r"[。！？]", rest)[0]
                count = len([part for part in sentence.split("；") if part])
            else:
                count = 0
                for other, _ in paras[index + 1:]:
                    if other != section:
                        break
                    count += 1
            found.append((match.group(0)[:-1], NUMBER[match.group(1)], count))
    return found


def recount_roles(paras):
    """The long sentence of the new pattern, taken apart at its marks; and the functions, 在…中的…作用."""
    found = []
    for _, text in paras:
        rows = []
        for match in re.finditer(r"在([^，。；：在]+?)领导下", text):
            rows.append((match.start(), match.group(1), "领导"))
        for match in re.finditer(r"(?:以|(?<=[核基主]心、)|(?<=基础、)|(?<=主体、))([^，。；：、以]+)为(核心|基础|主体)(?=[、，。的])", text):
            rows.append((match.start(1), match.group(1), match.group(2)))
        for match in re.finditer(r"(?<=、)([^，。；：、]+)(共同参与)", text):
            rows.append((match.start(1), match.group(1), match.group(2)))
        for match in re.finditer(r"(?:发挥|，|；|^)([^，。；：、]{2,8}党[^，。；：、]{1,2})在[^，。；：]+?中的(领导核心|政治核心|主导)作用", text):
            rows.append((match.start(1), re.sub("^(充分)?发挥", "", match.group(1)), match.group(2)))
        for match in re.finditer(r"和([^，。；：、和]{2,4})的(示范表率)作用", text):
            rows.append((match.start(1), match.group(1), match.group(2)))
        for match in re.finditer(r"(?:^|。)([^，。；：、是]+)是[^，。；：、是]+的(基础)(?=，)", text):
            rows.append((match.start(1), match.group(1), match.group(2)))
        found += [(who, role) for _, who, role in sorted(rows)]
    return found


def recount_shifts(paras):
    return [
        match.groups()
        for _, text in paras
        for match in re.finditer(r"([^，。；：]+)从([^，。；：]+)向([^，。；：]+?)转变", text)
    ]


def recount_speakers(paras):
    found = []
    for _, text in paras:
        for quote in outermost(text):
            before = text[:text.index(quote)]
            saying = re.search(r"(?:^|[。；])([^。，；：]{2,10}?)(?:最近)?(?:指出|强调|说)[，：](?:[^。；“]*[，：])?$", before)
            found.append(saying.group(1) if saying else None)
    return found


def check_seed(report, folder, paras):
    rows = folder.ask("items")
    given = [(r["announcement"], r["announced"], r["found"]) for r in rows]
    report.compare("items", given, recount_items(paras))
    report.compare("items agree", [r["agrees"] for r in rows], [a == b for _, a, b in recount_items(paras)])
    report.compare("roles", [(r["who"], r["role"]) for r in folder.ask("roles")], recount_roles(paras))
    report.compare("shifts", [(r["what"], r["from"], r["to"]) for r in folder.ask("shifts")], recount_shifts(paras))
    speakers = [r["attributes"]["speaker"] for r in folder.ask("quotes")]
    report.compare("speakers", speakers, recount_speakers(paras))
    check_crosstab(report, folder, paras, ["党员", "群众", "机制"])


def check(report, folder):
    paras = paragraphs(folder)
    check_quotes(report, folder, paras)
    check_crosstab(report, folder, paras, plain_phrases(paras))
    check_places(report, folder, paras)
    if folder.is_seed:
        check_seed(report, folder, paras)


if __name__ == "__main__":
    sys.exit(archive.run("genre", sys.argv, check))
