"""A power cut cannot be tried here. What withstands one is an order of calls: the new file is synced, then renamed, then its folder synced."""
import re
import shutil

from subject import run

TRIAL = "order of syncing and renaming"
CALL = re.compile(r"(fsync|fdatasync)\(\d+<([^>]*)>\)\s+= 0|rename\w*\(.*?\"([^\"]+)\".*?\"([^\"]+)\".*= 0|(write|pwrite64|writev|pwritev)\(\d+<([^>]*)>")


def syncing(kills, tally):
    """Both ways of writing, under strace."""
    if not shutil.which("strace"):
        return tally.skip(TRIAL, "no strace: Debian's strace")
    for existing, update in ((False, False), (True, False), (True, True)):
        kills.begin(existing)
        trace = kills.place.parent / "calls.txt"
        calls = "trace=write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2"
        command = kills.subject.index_command(kills.folder, kills.archive, update)
        ending = run(["strace", "-f", "-y", "-s", "200", "-e", calls, "-o", trace, *command])
        if ending.status != 0:
            tally.skip(TRIAL, f"strace may not be used here: {ending.error.strip()[:100]}")
        elif wrong := wrong_order(events(trace.read_text(errors="replace")), kills.archive):
            tally.violation(TRIAL, wrong)
        else:
            tally.count(TRIAL, "synced, renamed, folder synced")


def events(trace):
    """Kind and paths of each call that succeeded."""
    for match in CALL.finditer(trace):
        sync, synced, source, target, written, path = match.groups()
        if sync:
            yield "sync", synced, ""
        elif written:
            yield "write", path, ""
        else:
            yield "rename", source, target


def wrong_order(calls, archive):
    """Why an archive might be lost or torn by a power cut, or nothing."""
    synced, renamed, folder_synced = set(), False, False
    for kind, path, target in calls:
        if kind == "sync":
            synced.add(path.rsplit("/", 1)[-1])
            folder_synced = folder_synced or (renamed and path == str(archive.parent))
        elif kind == "write":
            synced.discard(path.rsplit("/", 1)[-1])
        elif target.rsplit("/", 1)[-1] == archive.name:
            renamed = True
            if path.rsplit("/", 1)[-1] not in synced:
                return f"{path} is renamed, and was written to after it was last synced"
    if not renamed:
        return "nothing is renamed to the archive's name"
    return "" if folder_synced else "the folder is not synced after the renaming"
