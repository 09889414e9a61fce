"""The program under torture: its subcommands, and the answers that it must give."""
import subprocess
from dataclasses import dataclass

# Nothing here takes a second; what takes this long hangs.
PATIENCE = 60

QUERIES = [
    "articles | count",
    "find 社区党建 | count",
    "find 党 | count",
    "find 以…为… | count",
    "near 社区 党员 | count",
    "find 党员 | count by=year",
    "kwic 组织 | head 5",
    "find /[一二三四五六七八九十][个项]/ | count",
    "sections | count",
    "articles 社区 | count",
    "show a1",
]


# Printed between the answers, so that each can be judged by itself: a query rewritten, which reads no archive.
MARK = "fmt grep MARK"
MARKED = "grep MARK\n"


@dataclass
class Ending:
    """How a process ended; `status` is negative for a signal and None where it hung and was killed."""

    status: int | None
    output: str
    error: str

    @property
    def crashed(self):
        return self.status is not None and self.status < 0


def run(command, **options):
    """Runs a process to its end, or for as long as patience lasts."""
    try:
        done = subprocess.run(
            [str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, **options
        )
    except subprocess.TimeoutExpired:
        return Ending(None, "", "")
    return Ending(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def right_as_far_as_it_goes(output, right):
    """Whether each answer is the right one, or the beginning of it where an error came between, or not there."""
    return all(whole.startswith(part) for part, whole in zip(output.split(MARKED), right.split(MARKED)))


class Subject:
    """One binary."""

    def __init__(self, binary):
        self.binary = binary

    def can_index(self):
        return "\n  index " in run([self.binary, "--help"]).output

    def index_command(self, folder, archive, update=False, segment=None):
        more = ["--update"] if update else ["--segment", segment] if segment else []
        return [str(self.binary), "index", str(folder), "-o", str(archive), *more]

    def index(self, folder, archive, update=False, **options):
        return run(self.index_command(folder, archive, update), **options)

    def make(self, folder, archive, segment=None):
        """An archive that must come about."""
        ending = run(self.index_command(folder, archive, segment=segment))
        if ending.status != 0:
            raise SystemExit(f"wen index {folder}: status {ending.status}: {ending.error}")

    def query_command(self, opened, queries=QUERIES):
        """One process that answers all it can: a query that fails does not keep the next from being asked."""
        asked = ["set onerror continue", *(part for query in queries for part in (query, MARK))]
        return [str(self.binary), "-q", *(part for query in asked for part in ("-e", query)), str(opened)]

    def ask(self, opened):
        """All answers, with marks between."""
        return run(self.query_command(opened))

    def answers(self, opened):
        """The answers of what is certainly whole."""
        ending = self.ask(opened)
        if ending.status != 0:
            raise SystemExit(f"the queries fail on {opened}: status {ending.status}: {ending.error}")
        return ending.output

    def verify(self, archive):
        return run([self.binary, "verify", archive])

    def wrong_about_damage(self, archive, right):
        """Asks a damaged archive: why that is a violation, or nothing; and what came of it.

        An answer must be right. Where there is none, the status is 3 and the file is named; what came before is right.
        """
        ending = self.ask(archive)
        if ending.status is None:
            return "the queries hang", ""
        if ending.crashed:
            return f"the queries end by signal {-ending.status}", ""
        if ending.status == 0:
            return ("" if ending.output == right else "a wrong answer"), "right answers"
        if ending.status != 3:
            return f"status {ending.status} of the queries: {ending.error.strip()[:200]}", ""
        if archive.name not in ending.error:
            return f"an error that does not name the file: {ending.error.strip()[:200]}", ""
        if not right_as_far_as_it_goes(ending.output, right):
            return "a wrong answer beside the error", ""
        return "", "named errors and right answers" if ending.output.replace(MARKED, "") else "named errors"

    def unnoticed_by_verify(self, archive):
        """Why what `verify` says of a damaged archive is a violation, or nothing."""
        ending = self.verify(archive)
        if ending.status is None:
            return "verify hangs"
        if ending.crashed:
            return f"verify ends by signal {-ending.status}"
        if ending.status == 0:
            return "verify does not notice"
        if ending.status != 3:
            return f"status {ending.status} of verify: {ending.error.strip()[:200]}"
        return "" if (ending.output + ending.error).strip() else "verify names no damage"
