"""What a shell makes of a line and a Tab, at a pseudo-terminal: completion.py ROOT FOLDER SHELL TYPED EXPECTED.

The shell runs below ROOT, in FOLDER there. Status 0 where EXPECTED comes to stand on the screen."""

import os
import pty
import re
import select
import sys
import time

COMMANDS = {
    "bash": (["bash", "--norc", "-i"], ". /usr/share/bash-completion/bash_completion\r"),
    "zsh": (["zsh", "-f", "-i"], "autoload -U compinit; compinit -D\r"),
    "fish": (["fish", "-i"], ""),
}
ESCAPES = re.compile(r"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\")


def spawn(root, folder, command):
    process, terminal = pty.fork()
    if process:
        return process, terminal
    os.chroot(root)
    os.chdir(folder)
    os.execve(
        "/usr/bin/env",
        ["env", "-i", "PATH=/usr/bin:/bin", "HOME=/root", "TERM=xterm", "LC_ALL=C.UTF-8", "PS1=$ ", *command],
        {},
    )


class Screen:
    """What a terminal was sent, as text; questions for what it is are answered."""

    def __init__(self, terminal):
        self.terminal, self.sent = terminal, b""

    def wait(self, seconds, reached=lambda text: False):
        end = time.monotonic() + seconds
        while time.monotonic() < end and not reached(self.text):
            ready, _, _ = select.select([self.terminal], [], [], 0.1)
            if not ready:
                continue
            try:
                piece = os.read(self.terminal, 65536)
            except OSError:
                return
            self.sent += piece
            if re.search(rb"\x1b\[0?c", piece):
                os.write(self.terminal, b"\x1b[?62c")

    @property
    def text(self):
        return ESCAPES.sub("", self.sent.decode("utf-8", "replace"))


def main():
    root, folder, shell, typed, expected = sys.argv[1:]
    command, begin = COMMANDS[shell]
    process, terminal = spawn(root, folder, command)
    screen = Screen(terminal)
    # What is typed, with Return, is echoed; the shell is there when it answers.
    os.write(terminal, (begin + "echo $((6 * 7))$((6 * 7))\r" if shell != "fish" else "math 4200 + 42\r").encode())
    screen.wait(20, lambda text: "4242" in text)
    screen.wait(0.5)
    screen.sent = b""
    os.write(terminal, (typed + "\t").encode())
    # Shells redraw pieces of a line: what they wrote is compared without blanks at its joints.
    reached = lambda text: expected.strip() in text or only_letters(expected) in only_letters(text)
    screen.wait(10, reached)
    found = reached(screen.text)
    os.write(terminal, b"\x03\x15exit\r")
    screen.wait(0.3)
    os.kill(process, 9)
    os.waitpid(process, 0)
    if not found:
        print(repr(screen.text))
    return 0 if found else 1


def only_letters(text):
    return re.sub(r"[\s\x07\x08]", "", text)


if __name__ == "__main__":
    sys.exit(main())
