#!/usr/bin/env python3
"""wen and its peers on the same questions, in one run, side by side.

    bench.py WEN [--size 1G] [--folder seeds] [--runs 7] [--cold-runs 3] [--peers all|install|NAME,…] [--work .build-bench]

Makes an archive of the size by drawing paragraphs from the folder, builds each program's index, asks the questions in turns, and prints Markdown for
docs/performance.md. The answers are counted again in Python. What is not installed is left out and named; --peers install installs what
Debian has. Texts and the peers' indexes stay in the work folder; wen's archive is made anew each time.
"""
import argparse
import datetime
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from agreement import check_answers
from articles import articles, text_files
from measuring import say, size_of, warm
from peer_cqp import CQP
from peer_fts5 import FTS5
from peer_groonga import Groonga
from peer_ripgrep import Ripgrep
from peer_wen import WenArchive, WenFiles
from questions import choose_phrases, questions
from recount import Recount
from report import build_table, process_table, session_table
from turns import ask_in_turns, whole_processes

ROOT = Path(__file__).resolve().parents[2]
YEARS = 58
DEBIAN = ["ripgrep", "sqlite3", "groonga-bin"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wen", type=Path)
    parser.add_argument("--size", default="1G")
    parser.add_argument("--folder", type=Path, default=ROOT / "seeds")
    parser.add_argument("--files", type=int, default=60, help="how many files of text, at least one for each of the 58 years")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--cold-runs", type=int, default=3)
    parser.add_argument("--peers", default="all", help="all, install, or some of rg,fts5,groonga,cqp")
    parser.add_argument("--work", type=Path, default=ROOT / ".build-bench")
    parser.add_argument("--no-recount", action="store_true", help="do not count the answers again")
    options = parser.parse_args()
    if options.files < YEARS:
        parser.error(f"--files: at least {YEARS}, so that ripgrep can tell years by the names of files")
    return options


def make_texts(options, work):
    """The texts; the same as last time where the arguments and the maker are."""
    maker = ROOT / "Benchmarks/make-archive.py"
    sources = sorted((file.name, file.stat().st_size) for file in options.folder.rglob("*.txt"))
    stamp = f"{options.size} {options.files} {options.folder.resolve()} {sources}\n{maker.read_text()}"
    kept = work / "texts.stamp"
    if kept.exists() and kept.read_text() == stamp:
        return
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    subprocess.run(
        [sys.executable, maker, work / "texts", "--size", options.size, "--source", options.folder, "--files", str(options.files)],
        check=True, stdout=sys.stderr,
    )  # fmt: skip
    kept.write_text(stamp)


def install():
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*prefix, "apt-get", "install", "-y", "--no-install-recommends", *DEBIAN], check=True, stdout=sys.stderr)


def present(options, folder, work):
    """Who takes part, and why the others do not."""
    wen = str(options.wen.resolve())
    wanted = None if options.peers in ("all", "install") else {"wen", *options.peers.split(",")}
    everyone = [WenArchive(folder, work, wen), WenFiles(folder, work, wen), *(kind(folder, work) for kind in (Ripgrep, FTS5, Groonga, CQP))]
    peers, absent = [], []
    for peer in everyone:
        reason = "not wanted" if wanted and peer.key not in wanted else peer.missing()
        absent.append(f"{peer.name}: {reason}") if reason else peers.append(peer)
    for line in absent:
        say(f"left out: {line}")
    return peers, absent


def build_all(peers):
    """Each index, one after the other."""
    built = {}
    for peer in peers:
        say(f"building: {peer.name}")
        if figures := peer.build():
            built[peer.name] = figures
    return built


def head(options, files, loads):
    """On what it was measured."""
    count, size = sum(1 for _ in articles(files)), sum(map(size_of, files))
    return (
        f"{datetime.date.today()} · {platform.machine()}, {os.cpu_count()} cores · {size / 1e6:,.0f} MB, {count:,} articles, {len(files)} files, "
        f"drawn from {options.folder.name} · medians of {options.runs} runs, in turns · load {loads[0]:.1f} before, {loads[1]:.1f} after"
    )


def measure(options, peers, absent, asked, files):
    """Everything that takes the clock, and the report of it. Gives the answers."""
    load = os.getloadavg()[0]
    built = build_all(peers)
    for peer in peers:
        warm(peer.files())
    first, again, answers = ask_in_turns(peers, asked, options.runs)
    warm_times, cold_times, peaks = whole_processes(peers, asked, options.runs, options.cold_runs)
    print(head(options, files, (load, os.getloadavg()[0])))
    print("\nIn the session, milliseconds (ratio to wen); ripgrep is a process each time; FTS5 and Groonga count articles, the others hits.\n")
    print(session_table(peers, asked, first, again, answers))
    print("\nWhole processes, milliseconds (ratio to wen) and peak memory, mapped files included.")
    if cold_times is None:
        print("The page cache could not be emptied here (that takes root): no cold figures.")
    print("\n" + process_table(peers, asked, warm_times, cold_times, peaks))
    if built:
        print("\n" + build_table(built, sum(map(size_of, files))))
    for peer in peers:
        if peer.key == "wen":
            print(f"\n{peer.name}: {peer.private_memory(asked[0].wen) / 1e6:.1f} MB of memory are the process's alone after `{asked[0].wen}`.")
    print("".join(f"\nLeft out: {line}." for line in absent))
    return answers


def main():
    options = arguments()
    if options.peers == "install":
        install()
    work = options.work / f"{options.size}-{options.folder.resolve().name}"
    make_texts(options, work)
    folder = work / "texts"
    files = text_files(folder)
    peers, absent = present(options, folder, work)
    asked = questions(choose_phrases(files))
    answers = measure(options, peers, absent, asked, files)
    if options.no_recount:
        return 0
    say("counting again")
    lines, wrong = check_answers(peers, asked, answers, Recount(str(options.wen.resolve()), folder, asked).count())
    print("\nThe answers, counted again:\n\n" + "\n".join(lines))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
