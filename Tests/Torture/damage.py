"""Archives with one byte altered, cut short, or with more at the end: right answers or named errors, and `verify` names it."""
import concurrent.futures
import os
import random
import shutil

from layout import boundaries

EDGE = 4096


class Damage:
    """One archive, and copies of it that are altered in place, asked, and restored."""

    def __init__(self, subject, tally, work, archive, right, jobs):
        self.subject, self.tally, self.right, self.jobs = subject, tally, right, jobs
        self.whole = archive.read_bytes()
        self.original = archive
        self.place = work / f"damage-{archive.stem}"
        self.place.mkdir()

    def copies(self):
        """An archive for each worker, in a folder of its own, so that errors name the same file."""
        for number in range(self.jobs):
            folder = self.place / f"worker-{number}"
            folder.mkdir(exist_ok=True)
            yield shutil.copy(self.original, folder / "people.wenku")

    def all_in_turn(self, trial, cases):
        """Workers take every nth case each."""
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            parts = [pool.submit(self.work, trial, copy, cases[number :: self.jobs]) for number, copy in enumerate(self.copies())]
            for part in parts:
                part.result()

    def work(self, trial, copy, cases):
        for case in cases:
            described = case.apply(copy)
            self.judge(trial, described, copy)
            case.restore(copy, self.whole)

    def judge(self, trial, described, copy):
        wrong, outcome = self.subject.wrong_about_damage(copy, self.right)
        unnoticed = self.subject.unnoticed_by_verify(copy)
        for reason in filter(None, (wrong, unnoticed)):
            self.tally.violation(trial, f"{described}: {reason}", copy)
        if not wrong and not unnoticed:
            self.tally.count(trial, outcome)

    def alterations(self, count):
        """Bytes anywhere, and more of them at both ends, where the header and the table of contents stand."""
        draw, size = random.Random(7), len(self.whole)
        edge = min(EDGE, size)
        cases = []
        for number in range(count):
            offset = draw.choice([draw.randrange(size), draw.randrange(size), draw.randrange(edge), size - 1 - draw.randrange(edge)])
            cases.append(Altered(offset, self.whole[offset] ^ draw.randrange(1, 256)))
        self.all_in_turn(f"altered byte, {self.original.stem}", cases)

    def truncations(self, count):
        """At every boundary of parts, beside it, and anywhere."""
        draw, size = random.Random(11), len(self.whole)
        beside = {place + step for place in boundaries(self.whole) for step in (-1, 0, 1)}
        self.all_in_turn(f"cut at a boundary of parts, {self.original.stem}", [Cut(place) for place in sorted(beside) if 0 <= place < size])
        self.all_in_turn(f"cut anywhere, {self.original.stem}", [Cut(draw.randrange(size)) for _ in range(count)])
        self.all_in_turn(f"more at the end, {self.original.stem}", [Cut(size + more, draw.randbytes(more)) for more in (1, 7, 8, 4096, 100_000)])


class Altered:
    """One byte that is another."""

    def __init__(self, offset, byte):
        self.offset, self.byte = offset, byte

    def apply(self, copy):
        write_at(copy, self.offset, bytes([self.byte]))
        return f"byte {self.offset} is {self.byte}"

    def restore(self, copy, whole):
        write_at(copy, self.offset, whole[self.offset : self.offset + 1])


class Cut:
    """A file of another length."""

    def __init__(self, size, more=b""):
        self.size, self.more = size, more

    def apply(self, copy):
        if self.more:
            with open(copy, "ab") as file:
                file.write(self.more)
        else:
            os.truncate(copy, self.size)
        return f"{self.size} bytes long"

    def restore(self, copy, whole):
        with open(copy, "r+b") as file:
            file.truncate(min(self.size, len(whole)))
            file.seek(min(self.size, len(whole)))
            file.write(whole[self.size :])


def write_at(path, offset, data):
    descriptor = os.open(path, os.O_WRONLY)
    os.pwrite(descriptor, data, offset)
    os.close(descriptor)
