#!/usr/bin/env python3
"""Kills, full disks, altered and cut archives: what must never come of them is a wrong answer, a crash, or damage without a name.

    torture.py WEN [--n 10000] [--jobs 2] [--only kills,writers,disk,alterations,truncations,shrinking] [--work .build-torture]

N bytes are altered, one at a time; of the other trials there are fewer in proportion (N / 20 kills). Prints a table; the status is 1 where
something was that must not be. Damaged archives that showed it stay in WORK/findings. Random places are the same in each run; moments are not.
"""
import argparse
import os
import shutil
import sys
from pathlib import Path

from damage import Damage
from full_disk import full_disk, limited_size
from kills import Kills
from shrinking import shrinking
from subject import Subject
from syncing import syncing
from tally import Tally
from texts import ROOT, before_and_after, draw
from writers import two_writers, undisturbed_reader

TRIALS = ["kills", "writers", "disk", "alterations", "truncations", "shrinking"]
# An archive that is asked ten thousand times is small; one that is killed takes long enough to be hit; one that shrinks is larger than a pipe.
ALTERED = [("one block", 30_000, None), ("many segments", 2_000_000, "500K")]
KILLED, SHRUNK = 1_500_000, 4_000_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wen", type=Path)
    parser.add_argument("--n", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", default=",".join(TRIALS))
    parser.add_argument("--work", type=Path, default=ROOT / ".build-torture")
    return parser.parse_args()


def say(text):
    print(text, file=sys.stderr, flush=True)


def writing(subject, tally, work, wanted, n):
    """The trials of those who write."""
    kills = Kills(subject, tally, work, *before_and_after(work, KILLED))
    if "kills" in wanted:
        say("kills")
        kills.run(max(n // 20, 3))
        syncing(kills, tally)
    if "writers" in wanted:
        say("writers")
        two_writers(kills, tally, max(n // 200, 2))
        undisturbed_reader(kills, tally, max(n // 200, 2))
    if "disk" in wanted:
        say("full disk")
        full_disk(kills, tally, work, max(n // 200, 2))
        limited_size(kills, tally, work, max(n // 200, 2))


def reading(subject, tally, work, wanted, n, jobs):
    """The trials of those who read: half of them on an archive of one block of checksums, half on one of several segments, where queries
    that touch no damage are answered."""
    for name, size, segment in ALTERED:
        archive = work / f"{name}.wenku"
        texts = draw(work / name, size, 4, name)
        subject.make(texts, archive, segment)
        right = subject.answers(texts)
        if subject.answers(archive) != right:
            tally.violation(f"whole archive, {name}", "its answers are not those of the files", archive)
            continue
        damage = Damage(subject, tally, work, archive, right, jobs)
        if "alterations" in wanted:
            say(f"alterations, {name}")
            damage.alterations(n // 2)
        if "truncations" in wanted:
            say(f"truncations, {name}")
            damage.truncations(max(n // 40, 3))


def shrunk(subject, tally, work, n):
    say("shrinking")
    archive = work / "large.wenku"
    subject.make(draw(work / "large", SHRUNK, 4, "large"), archive)
    shrinking(subject, tally, work, archive, max(n // 100, 3))


def main():
    options = arguments()
    subject = Subject(options.wen.resolve())
    if not subject.can_index():
        sys.exit(f"{options.wen} has no subcommand `index`: there is nothing to torture")
    wanted = set(options.only.split(","))
    if unknown := wanted - set(TRIALS):
        sys.exit(f"no such trials: {', '.join(sorted(unknown))}; there are {', '.join(TRIALS)}")
    # Names in what others open stay short, and nothing of an earlier run is taken for this one's.
    work = options.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    tally = Tally(work / "findings")
    if wanted & {"kills", "writers", "disk"}:
        writing(subject, tally, work, wanted, options.n)
    if wanted & {"alterations", "truncations"}:
        reading(subject, tally, work, wanted, options.n, options.jobs)
    if "shrinking" in wanted:
        shrunk(subject, tally, work, options.n)
    print(tally.report())
    return 1 if tally.violations else 0


if __name__ == "__main__":
    sys.exit(main())
