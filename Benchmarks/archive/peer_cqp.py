"""CQP of the Corpus Workbench, one character a token, where it is installed."""
import shutil
import subprocess
import time

from articles import articles, text_files
from measuring import LineTimes, run_with_peak, size_of
from peers import Answer, Build, Indexed

END = b"-::-EOL-::-"


class CQP(Indexed):
    """Articles and paragraphs are its structural attributes."""

    key, name, counts = "cqp", "CQP", "bodies"

    def missing(self):
        absent = [tool for tool in ("cwb-encode", "cwb-makeall", "cqp") if not shutil.which(tool)]
        return f"no {', '.join(absent)}: the Corpus Workbench is not in Debian" if absent else ""

    def index(self):
        return self.work / "cqp"

    def registry(self):
        return self.index() / "registry"

    def make(self):
        data = self.index() / "data"
        data.mkdir(parents=True)
        self.registry().mkdir()
        encode = ["cwb-encode", "-d", str(data), "-R", str(self.registry() / "archive"), "-c", "utf8", "-xsB"]
        first = self.finish(*run_with_peak([*encode, "-S", "text:0+year", "-S", "p"], feed=self.vertical()))
        second = self.finish(*run_with_peak(["cwb-makeall", "-r", str(self.registry()), "-V", "ARCHIVE"]))
        return Build(first.seconds + second.seconds, max(first.peak or 0, second.peak or 0) or None, size_of(self.index()))

    def vertical(self):
        """A character a line, as cwb-encode reads it. It would drop blanks, and join what they part."""
        escapes = str.maketrans({"&": "&amp;\n", "<": "&lt;\n", ">": "&gt;\n", " ": "␣\n", "　": "␣\n", "\t": "␣\n"})
        for year, body in articles(text_files(self.folder)):
            paragraphs = body.decode(errors="replace").split("\n")
            lines = ("<p>\n" + "\n".join(p.strip("　 ")).translate(escapes).replace("\n\n", "\n") + "\n</p>\n" for p in paragraphs if p)
            yield f'<text year="{year}">\n{"".join(lines)}</text>\n'.encode()

    def command(self, *more):
        return ["cqp", *more, "-r", str(self.registry()), "-D", "ARCHIVE"]

    def process(self, text):
        return ["sh", "-c", 'printf "%s\\n" "$1" | { shift; "$@"; }', "sh", text, *self.command("-c")]

    def session(self, texts):
        process = subprocess.Popen(self.command("-c"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        arriving = iter(LineTimes(process.stdout))
        found = []
        # In this mode a line `.EOL.` is answered with a mark; the first text opens the corpus, so that this is not counted.
        for text in ["set MatchingStrategy shortest;", *texts]:
            start = time.perf_counter()
            process.stdin.write(f"{text}\n.EOL.;\n".encode())
            process.stdin.flush()
            lines = []
            for now, line in arriving:
                if line == END:
                    break
                lines.append(line.decode(errors="replace"))
            found.append(Answer(now - start, "\n".join(lines)))
        process.stdin.close()
        process.wait()
        return found[1:]

    def files(self):
        return [file for file in self.index().rglob("*") if file.is_file()]
