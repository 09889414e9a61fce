"""An archive that shrinks while it is open: pages of a mapping that are gone are no reason to crash."""
import os
import random
import shutil
import subprocess

from subject import right_as_far_as_it_goes

TRIAL = "shrinks while open"
# Held at a full pipe by the first, the others are asked of what is left.
HELD_QUERIES = ["paras", "find 党 | count", "find 以…为… | count", "find 社区党建 | count by=year", "kwic 组织 | head 5"]


def shrinking(subject, tally, work, archive, count):
    draw = random.Random(13)
    place = work / "shrinking"
    place.mkdir()
    copy = place / "people.wenku"
    command = subject.query_command(copy, HELD_QUERIES)
    shutil.copy(archive, copy)
    whole = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout.decode()
    for number in range(count):
        shutil.copy(archive, copy)
        size = 0 if number == 0 else draw.randrange(archive.stat().st_size)
        shrink_once(tally, command, copy, size, whole)


def shrink_once(tally, command, copy, size, whole):
    reader = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # The first bytes are out: the archive is open and has been read from.
    output = os.read(reader.stdout.fileno(), 100)
    os.truncate(copy, size)
    try:
        more, error = reader.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        reader.kill()
        reader.communicate()
        return tally.violation(TRIAL, f"to {size} bytes: it hangs")
    output, error = (output + more).decode(errors="replace"), error.decode(errors="replace")
    if reader.returncode == 0 and output == whole:
        tally.count(TRIAL, "right answers")
    elif reader.returncode == 3 and copy.name in error and right_as_far_as_it_goes(output, whole):
        tally.count(TRIAL, "named errors")
    else:
        wrong = "" if right_as_far_as_it_goes(output, whole) else "a wrong answer, "
        tally.violation(TRIAL, f"to {size} bytes: {wrong}status {reader.returncode}: {error.strip()[:200]}")
