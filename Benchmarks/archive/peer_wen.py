"""wen, on a folder and on an archive that it has indexed."""
import subprocess
import time
from pathlib import Path

from measuring import LineTimes, run_process, run_with_peak, size_of
from peers import Answer, Build, Peer


class WenFiles(Peer):
    """wen on the folder, without an archive of its own."""

    key, name = "wen", "wen, files"

    def __init__(self, folder, work, wen):
        super().__init__(folder, work)
        self.wen, self.opened, self.private = wen, folder, None

    def asked(self, question):
        return question.wen

    def process(self, text):
        return [self.wen, "-q", "-e", text, str(self.opened)]

    def session(self, texts):
        """All queries go in at once, since a script is checked before it runs. Between the answers come marks: a query rewritten,
        which costs next to nothing. The time of an answer is that from mark to mark as they arrive."""
        script = ["set onerror continue", "fmt grep MARK"]
        for text in texts:
            script += [text, "fmt grep MARK"]
        process = subprocess.Popen(
            [self.wen, "-q", str(self.opened)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        process.stdin.write("\n".join(script).encode() + b"\n")
        process.stdin.close()
        found, lines, last = [], [], None
        for now, line in LineTimes(process.stdout):
            if line != b"grep MARK":
                lines.append(line.decode(errors="replace"))
                continue
            if last is not None:
                found.append(Answer(now - last, "\n".join(lines)))
            lines, last = [], now
        process.stdout.close()
        process.wait()
        return found

    def private_memory(self, text):
        """The memory that is this process's alone after an answer: it is held where it writes more than a pipe takes."""
        script = f"{text}\nfmt grep MARK\nparas | head 20000\n"
        process = subprocess.Popen([self.wen, "-q", str(self.opened)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write(script.encode())
        process.stdin.close()
        for _, line in LineTimes(process.stdout):
            if line == b"grep MARK":
                break
        time.sleep(0.5)
        smaps = Path(f"/proc/{process.pid}/smaps_rollup")
        private = sum(int(line.split()[1]) for line in smaps.read_text().splitlines() if line.startswith("Private_Dirty")) * 1024
        process.kill()
        process.stdout.close()
        process.wait()
        return private


class WenArchive(WenFiles):
    """wen on an indexed archive."""

    name = "wen, archive"

    def __init__(self, folder, work, wen):
        super().__init__(folder, work, wen)
        self.opened = work / "archive.wenku"

    def missing(self):
        listed = run_process([self.wen, "--help"]).output.decode()
        return "" if "\n  index " in listed else f"{self.wen} has no subcommand `index`"

    def build(self):
        self.opened.unlink(missing_ok=True)
        run, peak = run_with_peak([self.wen, "index", str(self.folder), "-o", str(self.opened)])
        if run.status:
            raise RuntimeError(f"wen index: {run.error.decode()}")
        return Build(run.seconds, peak, size_of(self.opened))

    def files(self):
        return [self.opened]
