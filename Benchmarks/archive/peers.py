"""What every program that is measured can do: say why it is not there, build what it needs, answer questions in a session, and answer one
as a process of its own."""
import json
import shutil
from dataclasses import asdict, dataclass

from articles import text_files
from measuring import run_process, say, size_of


@dataclass
class Build:
    """What it took to make an index."""

    seconds: float
    peak: int
    size: int


@dataclass
class Answer:
    """Seconds to an answer, and the answer as text."""

    seconds: float
    text: str


class Peer:
    """A program to be measured. `counts` says what its counts are of."""

    name = ""
    counts = "hits"

    def __init__(self, folder, work):
        self.folder, self.work = folder, work

    def missing(self):
        """Why it is not measured; nothing where it is."""
        return ""

    def build(self):
        """Makes its index; nothing where it has none."""

    def asked(self, question):
        """The question in its own words; empty where it cannot be asked."""
        return question.peers.get(self.key, "")

    def session(self, texts):
        """Answers to all texts from one process."""
        return [Answer((run := run_process(self.process(text))).seconds, run.output.decode(errors="replace")) for text in texts]

    def process(self, text):
        """The command of a process that answers one text."""
        raise NotImplementedError

    def files(self):
        """What it reads, to be brought into the page cache."""
        return text_files(self.folder)


class Indexed(Peer):
    """A peer with an index that takes minutes to build: it is kept with its figures, until the texts change."""

    def build(self):
        kept = self.work / f"{self.key}.json"
        if kept.exists() and self.index().exists():
            say(f"{self.name}: the index of an earlier run")
            return Build(**json.loads(kept.read_text()))
        self.remove()
        built = self.make()
        kept.write_text(json.dumps(asdict(built)))
        return built

    def remove(self):
        if self.index().is_dir():
            shutil.rmtree(self.index())
        self.index().unlink(missing_ok=True)

    def finish(self, run, peak):
        if run.status:
            raise RuntimeError(f"{self.name}: {run.error.decode(errors='replace')[-500:]}")
        return Build(run.seconds, peak, size_of(self.index()))
