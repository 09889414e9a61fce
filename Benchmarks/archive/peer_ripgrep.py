"""ripgrep."""
import shlex
import shutil

from peers import Peer


class Ripgrep(Peer):
    """ripgrep: each question is a process. It reads titles and headings too."""

    key, name = "rg", "ripgrep"

    def missing(self):
        return "" if shutil.which("rg") else "no rg: Debian's ripgrep"

    def process(self, text):
        if isinstance(text, list):
            return ["rg", *text, str(self.folder)]
        return ["sh", "-c", text.replace("FOLDER", shlex.quote(str(self.folder)))]
