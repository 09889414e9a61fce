"""The clocks of the report: sessions and whole processes of all programs, in turns."""
from collections import defaultdict

from measuring import drop_caches, run_process, run_with_peak, say
from questions import Question


def ask_in_turns(peers, asked, runs):
    """Sessions in turns, each question twice in each: `first` and `again` by question and program, and the answers."""
    first, again, answers = defaultdict(list), defaultdict(list), {}
    for run in range(runs):
        say(f"sessions: round {run + 1} of {runs}")
        for peer in peers:
            mine = [question for question in asked if peer.asked(question)]
            texts = [peer.asked(question) for question in mine for _ in range(2)]
            found = peer.session(texts)
            for question, one, two in zip(mine, found[::2], found[1::2]):
                first[question.name, peer.name].append(one.seconds)
                again[question.name, peer.name].append(two.seconds)
                answers[question.name, peer.name] = one.text
    return first, again, answers


def process_questions(asked):
    """The kinds that whole processes are asked: an open archive, the first of each kind, and the concordance."""
    chosen = [next(question for question in asked if question.kind == kind) for kind in ("count", "year", "gap", "near", "screen")]
    return [Question("open, nothing asked", "open", "fmt count"), *chosen]


def whole_processes(peers, asked, runs, cold_runs):
    """Warm and cold times, and peak memory, by question and program; no cold times where the cache may not be emptied."""
    tasks = [(question, peer) for question in process_questions(asked) for peer in peers if peer.asked(question)]
    peaks = {(question.name, peer.name): run_with_peak(peer.process(peer.asked(question)))[1] for question, peer in tasks}
    say("whole processes, warm")
    warm_times = timed(tasks, runs, lambda: True)
    say("whole processes, cold")
    cold_times = timed(tasks, cold_runs, drop_caches)
    return warm_times, cold_times, peaks


def timed(tasks, runs, before):
    """The times of all tasks in turns. `before` is called before each; nothing is timed where it may not do its work."""
    times = defaultdict(list)
    for _ in range(runs):
        for question, peer in tasks:
            if not before():
                return None
            times[question.name, peer.name].append(time_process(peer, peer.asked(question)))
    return times


def time_process(peer, text):
    run = run_process(peer.process(text))
    # 1 is ripgrep's way to say that there was nothing.
    if run.status not in (0, 1):
        raise RuntimeError(f"{peer.name}: {text}: {run.error.decode(errors='replace')}")
    return run.seconds
