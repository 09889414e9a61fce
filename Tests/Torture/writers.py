"""Two writers exclude each other, and a reader of the old archive is not disturbed by a writer."""
import os
import signal
import subprocess
import time

from subject import run

# So long a writer that finds another at work may wait for it before it gives up.
WAIT = 10


def two_writers(kills, tally, count):
    """The first is stopped in the midst of its work while the second tries; then the first goes on."""
    for number in range(count):
        kills.begin(existing=number % 2 == 0)
        first = start_and_stop(kills, delay=0.002 * (number % 10))
        if first is None:
            tally.count("two writers", "the first had ended")
            continue
        second = subprocess.Popen(
            kills.subject.index_command(kills.folder, kills.archive), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        judge_writers(kills, tally, first, second)


def start_and_stop(kills, delay):
    """A writer that has begun to write, stopped; nothing where it was too fast."""
    process = subprocess.Popen(
        kills.subject.index_command(kills.folder, kills.archive), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while process.poll() is None and not kills.left_beside():
        time.sleep(0.0002)
    time.sleep(delay)
    if process.poll() is not None:
        return None
    process.send_signal(signal.SIGSTOP)
    time.sleep(0.01)
    if kills.left_beside():
        return process
    # It had renamed its work already, and was about to end.
    process.send_signal(signal.SIGCONT)
    process.wait()
    return None


def judge_writers(kills, tally, first, second):
    try:
        error = second.communicate(timeout=WAIT)[1]
        outcome = "the second refuses"
        if second.returncode == 0:
            tally.violation("two writers", "both write at once", kills.archive)
        elif second.returncode < 0 or kills.archive.name not in error:
            tally.violation("two writers", f"the second: status {second.returncode}: {error.strip()[:200]}")
    except subprocess.TimeoutExpired:
        outcome = "the second waits"
    first.send_signal(signal.SIGCONT)
    first_status = first.wait()
    second.wait()
    wrong, state = kills.state(existing=True)
    if first_status != 0 or wrong or state != "new":
        tally.violation("two writers", f"the first: status {first_status}; {wrong or state}", kills.archive)
    else:
        tally.count("two writers", outcome)


def undisturbed_reader(kills, tally, count):
    """A reader is held at a full pipe while the archive is replaced; what it goes on to say is of the old one."""
    query = ["paras", "find 党 | count", "kwic 组织 | head 5"]
    command = kills.subject.query_command(kills.archive, query)
    kills.begin(existing=True)
    expected = run(command).output
    for number in range(count):
        kills.begin(existing=True)
        reader = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # The first bytes are out: the archive is open.
        got = os.read(reader.stdout.fileno(), 100)
        kills.subject.index(kills.folder, kills.archive, update=number % 2 == 0)
        output, error = reader.communicate()
        if reader.returncode == 0 and (got + output).decode(errors="replace") == expected:
            tally.count("reader of an archive that is replaced", "right answers")
        else:
            tally.violation("reader of an archive that is replaced", f"status {reader.returncode}: {error.decode(errors='replace').strip()[:200]}")
