"""What was tried, how it ended, and what should not have been."""
import re
import shutil
import sys
import threading
from collections import Counter, defaultdict


class Tally:
    """Outcomes by trial; violations with what is needed to see them again."""

    def __init__(self, findings):
        self.findings = findings
        self.outcomes = defaultdict(Counter)
        self.violations = []
        self.skipped = []
        self.lock = threading.Lock()

    def count(self, trial, outcome):
        with self.lock:
            self.outcomes[trial][outcome] += 1

    def violation(self, trial, what, archive=None):
        """Something that must never be. The archive is kept, as it was, for whoever looks into it."""
        with self.lock:
            number = len(self.violations) + 1
            kept = ""
            if archive is not None and archive.exists() and number <= 50:
                self.findings.mkdir(parents=True, exist_ok=True)
                kept = self.findings / f"{number:03d}-{re.sub('[^a-z]+', '-', trial)}.wenku"
                shutil.copy(archive, kept)
            self.outcomes[trial]["VIOLATION"] += 1
            self.violations.append(f"{trial}: {what}{f' ({kept})' if kept else ''}")
        print(f"VIOLATION {self.violations[-1]}", file=sys.stderr, flush=True)

    def skip(self, trial, reason):
        self.skipped.append(f"{trial}: {reason}")

    def report(self):
        """A table, a row a trial, and a line for each thing left out or wrong."""
        lines = ["| trial | tried | ended | violations |", "|---|---:|---|---:|"]
        for trial, outcomes in self.outcomes.items():
            ended = ", ".join(f"{outcome} {count:,}" for outcome, count in sorted(outcomes.items()) if outcome != "VIOLATION")
            lines.append(f"| {trial} | {sum(outcomes.values()):,} | {ended} | {outcomes['VIOLATION']} |")
        lines += [f"Left out: {line}" for line in self.skipped]
        lines += [f"VIOLATION {line}" for line in self.violations]
        return "\n".join(lines)
