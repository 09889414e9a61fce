"""No room: the old archive stays as it was, and the error says so."""
import resource
import shutil
import subprocess
from contextlib import contextmanager

FULL = "full disk"
LIMITED = "limit of the file's size"


def full_disk(kills, tally, work, count):
    """A small tmpfs with the old archive and room for part of a new one; where it may not be mounted, a limit takes its place."""
    for number in range(count):
        # From room for nothing to room for almost all of it.
        room = kills.old.stat().st_size * number // count
        with mounted(work / "full", kills.old.stat().st_size + room) as place:
            if place is None:
                tally.skip(FULL, "a tmpfs may not be mounted here; the limit of the file's size stands for it")
                return
            try_without_room(kills, tally, FULL, place, update=number % 2 == 1)


@contextmanager
def mounted(place, size):
    """A tmpfs of a size, whole pages; None where that is not permitted."""
    place.mkdir(exist_ok=True)
    # A page more for the folder itself.
    pages = size // 4096 + 3
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={pages * 4096}", "tmpfs", place], capture_output=True)
    try:
        yield place if made.returncode == 0 else None
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", place], check=True)


def limited_size(kills, tally, work, count):
    """The same by RLIMIT_FSIZE, at which writing fails with EFBIG."""
    place = work / "limited"
    place.mkdir()
    for number in range(count):
        for left in place.iterdir():
            left.unlink()
        limit = kills.old.stat().st_size * number // count

        def limited():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        # Python ignores SIGXFSZ, and the child shall, so that it gets the error and not the signal.
        try_without_room(kills, tally, LIMITED, place, update=number % 2 == 1, preexec_fn=limited, restore_signals=False)


def try_without_room(kills, tally, trial, place, update, **options):
    archive = place / kills.archive.name
    shutil.copy(kills.old, archive)
    ending = kills.subject.index(kills.folder, archive, update, **options)
    if ending.status is None or ending.crashed:
        wrong = f"it ends by {'patience' if ending.status is None else f'signal {-ending.status}'}"
    elif ending.status == 0:
        # It needed less than was thought; then it must be the new one.
        wrong = "" if kills.subject.ask(archive).output == kills.new_answers else "status 0, and not the new archive"
    elif archive.read_bytes() != kills.old.read_bytes():
        wrong = "the old archive is not as it was"
    elif archive.name not in ending.error:
        wrong = f"an error that does not name the file: {ending.error.strip()[:200]}"
    else:
        left = sorted(file.name for file in place.iterdir() if file != archive)
        wrong = f"it leaves {', '.join(left)}" if left else ""
    if wrong:
        tally.violation(trial, wrong, archive)
    else:
        tally.count(trial, "there was room" if ending.status == 0 else "named error, old archive whole")
