"""SIGKILL at random moments of indexing and updating: what is left under the name is the old archive, the new one, or none."""
import random
import shutil
import signal
import subprocess
import time

TRIAL = "kill"


class Kills:
    """One folder changes; archives of it are made, replaced and updated, and the program is killed meanwhile."""

    def __init__(self, subject, tally, work, before, after):
        self.subject, self.tally = subject, tally
        self.after = after
        self.place = work / "kills"
        self.place.mkdir()
        self.archive = self.place / "people.wenku"
        # The folder has one name, as that may be kept in the archive; its contents are swapped.
        self.folder = work / "folder"
        self.fill(before)
        self.old = work / "old.wenku"
        subject.make(self.folder, self.old)
        self.old_answers = subject.answers(self.folder)
        self.fill(after)
        self.new_answers = subject.answers(self.folder)
        if self.old_answers == self.new_answers:
            raise SystemExit("the texts before and after the change have the same answers")

    def fill(self, texts):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(texts, self.folder)

    def begin(self, existing):
        """The place as it is before a trial."""
        for left in self.place.iterdir():
            left.unlink()
        if existing:
            shutil.copy(self.old, self.archive)

    def kinds(self):
        """Name, whether an archive is there, whether it is updated."""
        return [("make", False, False), ("replace", True, False), ("update", True, True)]

    def usual_time(self, existing, update):
        times = []
        for _ in range(3):
            self.begin(existing)
            start = time.monotonic()
            ending = self.subject.index(self.folder, self.archive, update)
            times.append(time.monotonic() - start)
            if ending.status != 0:
                raise SystemExit(f"wen index: status {ending.status}: {ending.error}")
        return sorted(times)[1]

    def run(self, count):
        draw = random.Random(5)
        usual = {kind: self.usual_time(*kind[1:]) for kind in self.kinds()}
        for number in range(count):
            kind = self.kinds()[number % 3]
            self.kill(kind, draw.uniform(0, 1.1) * usual[kind])

    def kill(self, kind, moment):
        name, existing, update = kind
        trial = f"{TRIAL}, {name}"
        self.begin(existing)
        process = subprocess.Popen(
            self.subject.index_command(self.folder, self.archive, update),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        ended = process.wait() != -signal.SIGKILL
        self.judge(trial, existing, ended)

    def judge(self, trial, existing, ended):
        wrong, outcome = self.state(existing)
        if ended and outcome != "new":
            wrong = wrong or f"the process had ended, and the archive is {outcome}"
        if wrong:
            self.tally.violation(trial, wrong, self.archive)
        else:
            self.tally.count(trial, f"{outcome}, ended before" if ended else outcome)
        self.clean_up(trial)

    def state(self, existing):
        """What is wrong with what is there, or nothing; and what it is."""
        if not self.archive.exists():
            return ("the old archive is gone" if existing else ""), "none"
        verified = self.subject.verify(self.archive)
        if verified.status != 0:
            return f"verify: status {verified.status}: {(verified.output + verified.error).strip()[:200]}", ""
        ending = self.subject.ask(self.archive)
        if ending.status == 0 and ending.output == self.new_answers:
            return "", "new"
        if existing and ending.status == 0 and ending.output == self.old_answers:
            return "", "old"
        return f"neither the old answers nor the new, status {ending.status}: {ending.error.strip()[:200]}", ""

    def left_beside(self):
        return sorted(file.name for file in self.place.iterdir() if file != self.archive)

    def clean_up(self, trial):
        """What a killed run leaves beside the name the next one takes away, and works."""
        left = self.left_beside()
        if not left:
            return
        ending = self.subject.index(self.folder, self.archive, update=self.archive.exists())
        if ending.status != 0:
            self.tally.violation(trial, f"the next run fails beside {', '.join(left)}: status {ending.status}: {ending.error.strip()[:200]}")
        elif still := self.left_beside():
            self.tally.violation(trial, f"the next run leaves {', '.join(still)}")
        elif self.state(True)[1] != "new":
            self.tally.violation(trial, "the next run does not give the new archive", self.archive)
        else:
            self.tally.count("left beside the name by a kill", "cleaned by the next run")
