#!/usr/bin/env python3
"""Recounts dates and numbers: on the seed all of them, by lists read off the text; elsewhere full dates and percentages.

Usage: values.py WEN FOLDER
"""
import re
import sys

import archive

SEED_DATES = re.compile(
    r"\d{4}年\d+月|(?:近几|两)年来|今后一个时期|一年左右时间|(?<!新的)(?:最近|今天|当前|今后|目前|现在)")
SEED_NUMBERS = re.compile(r"[一二三四五六七八九十]+(?=[项个支点]|方面)(?!个时期)")
DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")}


def ask(folder, command):
    return [[row["text"], row["attributes"]["value"]] for row in folder.ask(command)]


def check_seed(report, folder):
    texts = [text for _, text in folder.articles[0].paras]
    report.compare("dates", [text for text, _ in ask(folder, "dates")], [each for text in texts for each in SEED_DATES.findall(text)])
    expected = [[each, DIGITS[each]] for text in texts for each in SEED_NUMBERS.findall(text)]
    report.compare("numbers", ask(folder, "numbers"), expected)


def check_folder(report, folder):
    """Dates with year, month and day in digits, and percentages: whoever writes them leaves no choice."""
    full = re.compile(r"(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日(?![\d上下以之前后晚早清凌中至到—\-－~～])")
    texts = [text for _, text in folder.pieces]
    rows = ask(folder, "dates")
    alone = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
    given = sorted([text, value] for text, value in rows if alone.fullmatch(text))
    expected = sorted(
        [match.group(0), "{:04}-{:02}-{:02}".format(*map(int, match.groups()))] for text in texts for match in full.finditer(text))
    kept = [row for row in expected if row not in given]
    report.compare("full dates in digits are found with their values", kept, [])
    whole = {(match.group(0)) for text in texts for match in alone.finditer(text)}
    report.compare("full dates stand in the text", [row for row in given if row[0] not in whole], [])
    parts = re.compile(r"(?<![\d.．,，—\-－~～至到])(\d+(?:\.\d+)?)[%％](?![至到~～—\-－\d])")
    expected = sorted([match.group(0), float(match.group(1)) / 100] for text in texts for match in parts.finditer(text))
    given = sorted([text, value] for text, value in ask(folder, "numbers kind=percent") if parts.fullmatch(text))
    report.compare("percentages", [row for row in expected if not any(archive.same(row, other) for other in given)], [])


def check(report, folder):
    if folder.is_seed:
        check_seed(report, folder)
    else:
        check_folder(report, folder)


if __name__ == "__main__":
    sys.exit(archive.run("values", sys.argv, check, sample=400))
