"""Clocks: whole processes with their peak memory, sessions that answer many questions, the page cache."""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

GNU_TIME = "/usr/bin/time"


@dataclass
class Run:
    """One process from its start to its end."""

    seconds: float
    status: int
    output: bytes
    error: bytes


def say(text):
    """Progress, which is no part of the report."""
    print(text, file=sys.stderr, flush=True)


def run_process(command, feed=None):
    """Runs a command to its end. `feed` is an iterable of bytes for its standard input."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE if feed else subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    if feed:
        feed_process(process, feed)
    output, error = process.communicate()
    return Run(time.perf_counter() - start, process.returncode, output, error)


def run_with_peak(command, feed=None):
    """The run and the most memory it had, in bytes, mapped files included; None where GNU time is not installed.

    The kernel's own figure for a child is never less than that of the process that started it, so a small one must start it.
    """
    if not os.path.exists(GNU_TIME):
        return run_process(command, feed), None
    with tempfile.NamedTemporaryFile("r") as told:
        run = run_process([GNU_TIME, "-q", "-f", "%M", "-o", told.name, *map(str, command)], feed)
        return run, int(told.read().split()[-1]) * 1024


def feed_process(process, feed):
    """Writes to a process that says little meanwhile. One that ends early says why itself."""
    try:
        for part in feed:
            process.stdin.write(part)
        process.stdin.close()
    except BrokenPipeError:
        pass
    process.stdin = None


def drop_caches():
    """Empties the page cache; whether that was permitted."""
    os.sync()
    try:
        with open("/proc/sys/vm/drop_caches", "w") as file:
            file.write("3\n")
        return True
    except OSError:
        return False


def warm(paths):
    """Reads files into the page cache."""
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 24):
                pass


def median(values):
    """The median; None where there are no values."""
    values = list(values)
    return statistics.median(values) if values else None


def size_of(path):
    """The bytes of a file, or of all files of a folder."""
    if not path.is_dir():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


class LineTimes:
    """Lines of a pipe with the time at which each arrived."""

    def __init__(self, pipe):
        self.descriptor = pipe.fileno()
        self.rest = b""

    def __iter__(self):
        while part := os.read(self.descriptor, 1 << 20):
            now = time.perf_counter()
            *lines, self.rest = (self.rest + part).split(b"\n")
            for line in lines:
                yield now, line
        if self.rest:
            yield time.perf_counter(), self.rest
