#!/usr/bin/env python3
"""Makes a folder of newspaper articles of any size by drawing paragraphs from the articles of another folder.

    make-archive.py FOLDER [--size 1G] [--source seeds] [--files 60] [--seed 1946]

The articles have the form of the newspaper's archive: `### TITLE`, author, date, page, column, body. Their dates go from 1946 to 2003, file by
file. A heading of the source comes along with the paragraph below it. The same arguments give the same bytes, on any machine.
"""
import argparse
import concurrent.futures
import datetime
import itertools
import os
import random
import re
import sys
from pathlib import Path

FIRST_DAY = datetime.date(1946, 5, 15)
LAST_DAY = datetime.date(2003, 12, 31)
# 1 GB is 345,000 articles; the newspaper has about as many in that.
ARTICLE_BYTES = 2_865
# A source may have a file that is one line; such a paragraph would be an article a thousand times over.
LONGEST_PARAGRAPH = 32_000
DRAWN_AT_ONCE = 100_000
INDENT = "　　"

TITLE = re.compile(r"^### (.+)$")
HEADER = re.compile(r"^(\d{4}-\d{1,2}-\d{1,2}|第\d+版\(.*\)|专栏[:：].*|)$")
NUMBERED = re.compile(r"^(第[一二三四五六七八九十百零〇]+[编章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])")
SENTENCE_ENDS = "。！？；：，、”）…"

PAGES = ["要闻", "国内", "国际", "经济", "政治·法律·社会", "教育·科技·文化", "理论", "副刊", "党的建设"]
COLUMNS = ["", "", "", "", "本期特稿", "读者来信", "国际评论", "学术动态", "各地简讯"]
AUTHORS = ["", "", "", "", "", "孟建柱", "本报记者", "新华社记者", "本报评论员", "李文", "王国强", "张建华"]


def bytes_of(size):
    """The number of bytes that `100M` or `4G` means; decimal, as of disks."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([KMGkmg]?)B?", size)
    if not match:
        raise argparse.ArgumentTypeError(f"{size} is no size: write 100M, 1G, 4G")
    return int(float(match[1]) * {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}[match[2].upper()])


def is_heading(line, following):
    """Whether a short line of the source stands as headings do. The program to be measured decides for itself."""
    if not following or not line or len(line) > 30 or line[-1] in SENTENCE_ENDS:
        return False
    return bool(NUMBERED.match(line)) or (len(line) <= 20 and len(following) > 60)


def body_lines(lines):
    """The lines of a file that belong to the bodies of articles, without indents and blank lines, and the titles."""
    titles, body, in_header = [], [], 0
    for line in lines:
        if title := TITLE.match(line):
            titles.append(title[1])
            # The author, the date, the page and the column; the author only stands on the line below the title.
            in_header = 4
            continue
        line = line.strip(" 　\t\r\ufeff")
        in_header -= 1
        if line and not (in_header >= 0 and (in_header == 3 or HEADER.match(line))):
            body.append(line)
    return titles, body


def pieces_of(body):
    """What is drawn: paragraphs, as bytes with indent and line end, each with the heading above it."""
    pieces, heading = [], ""
    for line, following in itertools.zip_longest(body, body[1:], fillvalue=""):
        if is_heading(line, following):
            heading += f"{INDENT}{line}\n"
        elif len(line) <= LONGEST_PARAGRAPH:
            pieces.append(f"{heading}{INDENT}{line}\n".encode())
            heading = ""
    return pieces


def read_source(folder):
    """All titles and pieces of a folder of texts, in the order of the files' names."""
    titles, pieces = [], []
    for file in sorted(Path(folder).rglob("*.txt")):
        found, body = body_lines(file.read_text(encoding="utf-8", errors="replace").splitlines())
        titles += found
        pieces += pieces_of(body)
    if not pieces:
        sys.exit(f"{folder}: no paragraphs in its .txt files")
    return titles or ["无题"], pieces


def header(draw, titles, day):
    """The lines above a body."""
    page = draw.randint(1, 12)
    return (
        f"### {draw.choice(titles)}\n{draw.choice(AUTHORS)}\n{day.isoformat()}\n"
        f"第{page}版({draw.choice(PAGES)})\n专栏：{draw.choice(COLUMNS)}\n\n"
    ).encode()


def endless(draw, pieces):
    """Pieces drawn with equal chances; many at a time, since one at a time is ten times slower."""
    while True:
        yield from draw.choices(pieces, k=DRAWN_AT_ONCE)


def write_file(path, draw, source, days, size):
    """Writes articles up to the size; the days pass as the file fills."""
    titles, pieces = source
    drawn = endless(draw, pieces)
    usual = sum(map(len, pieces)) // len(pieces)
    first, count = days
    written, articles = 0, 0
    with open(path, "wb") as file:
        while written < size:
            day = first + datetime.timedelta(days=written * count // size)
            head = header(draw, titles, day)
            # The last piece goes beyond what is wanted by half a piece on average.
            wanted = int(ARTICLE_BYTES * draw.uniform(0.5, 1.5)) - len(head) - usual // 2
            body = []
            while wanted > 0:
                body.append(next(drawn))
                wanted -= len(body[-1])
            article = b"".join([head, *body, b"\n"])
            file.write(article)
            written += len(article)
            articles += 1
    return written, articles


def days_of(number, files):
    """The first day of a file and how many it spans: a part of one year where there are as many files as years, else some years."""
    years = LAST_DAY.year - FIRST_DAY.year + 1
    if files < years:
        span = (LAST_DAY - FIRST_DAY).days + 1
        start, end = span * number // files, span * (number + 1) // files
        return FIRST_DAY + datetime.timedelta(days=start), max(1, end - start)
    year = number * years // files
    beside = [other for other in range(files) if other * years // files == year]
    first = max(FIRST_DAY, datetime.date(FIRST_DAY.year + year, 1, 1))
    span = (datetime.date(FIRST_DAY.year + year, 12, 31) - first).days + 1
    start, end = (span * (number - beside[0] + step) // len(beside) for step in (0, 1))
    return first + datetime.timedelta(days=start), max(1, end - start)


def write_part(job):
    """One file of the folder, in a process of its own: its dates and its chances depend on its number alone."""
    number, options, source = job
    days = days_of(number, options.files)
    path = options.folder / f"{days[0].isoformat()}_{number:03d}.txt"
    draw = random.Random(f"{options.seed} {number}")
    size = options.size * (number + 1) // options.files - options.size * number // options.files
    return write_file(path, draw, source, days, size)


_source = None


def remember_source(source):
    """The source goes to each process once, not with each file."""
    global _source
    _source = source


def write_numbered(job):
    return write_part((*job, _source))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder to make; its .txt files are replaced")
    parser.add_argument("--size", type=bytes_of, default=bytes_of("1G"))
    parser.add_argument("--source", default="seeds")
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", default="1946")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for old in options.folder.glob("*.txt"):
        old.unlink()
    source = read_source(options.source)
    jobs = [(number, options) for number in range(options.files)]
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count(), initializer=remember_source, initargs=(source,)) as pool:
        made = list(pool.map(write_numbered, jobs))
    size, articles = map(sum, zip(*made))
    print(f"{options.folder}: {size:,} bytes, {articles:,} articles, {len(made)} files, from {len(source[1]):,} paragraphs of {options.source}")


if __name__ == "__main__":
    main()
