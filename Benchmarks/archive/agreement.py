"""Whether the answers are right: against the recount, and wen with an archive against wen without."""
from measuring import run_process
from recount import answered
from report import WEN
from tables import figure


UNITS = {"hits": "hits in paragraphs", "bodies": "hits in bodies", "articles": "articles"}


def check_answers(peers, asked, answers, recount):
    """Compares what can be compared; a line a program, and a line a difference."""
    lines, wrong = [], 0
    for peer in peers:
        agreed, differing = 0, []
        for question in asked:
            expected = recount.expected(question, peer.counts)
            if (question.name, peer.name) not in answers or expected is None or peer.key == "rg":
                continue
            found = answered(question, answers[question.name, peer.name])
            if found == expected:
                agreed += 1
            else:
                differing.append(f"  * {question.name}: {figure(found)} where there are {figure(expected)} {UNITS[peer.counts]}")
        if peer.key != "rg":
            lines += [f"* {peer.name}: {agreed} agree, {len(differing)} differ.", *differing]
        wrong += len(differing) if peer.key == "wen" else 0
    return lines + check_ripgrep(peers, recount) + check_each_other(peers, asked, answers), wrong


def check_ripgrep(peers, recount):
    """What it counts are lines; the places are asked of it once, beside the clock."""
    rg = next((peer for peer in peers if peer.key == "rg"), None)
    if not rg:
        return []
    differing = []
    for phrase in recount.phrases:
        out = run_process(["rg", "--count-matches", "-I", phrase, str(rg.folder)]).output
        if (found := sum(map(int, out.split()))) != recount.plain[phrase]:
            differing.append(f"  * {phrase}: {found:,} where the files have {recount.plain[phrase]:,}")
    return [f"* ripgrep: {len(recount.phrases) - len(differing)} agree, {len(differing)} differ (titles and headings included).", *differing]


def check_each_other(peers, asked, answers):
    """wen with an archive gives what it gives without, to the byte."""
    if not all(any(peer.name == name for peer in peers) for name in WEN):
        return []
    differing = [question.name for question in asked if answers[question.name, WEN[0]] != answers[question.name, WEN[1]]]
    same = len(asked) - len(differing)
    return [f"* wen with and without an archive: {same} answers are the same, {len(differing)} differ{': ' if differing else ''}{', '.join(differing)}."]
