"""What was measured, as Markdown."""
from measuring import median
from recount import answered
from tables import beside, figure, markdown, megabytes, milliseconds
from turns import process_questions

WEN = ("wen, archive", "wen, files")


def base_of(times, name):
    """The time of wen that others are compared with: with an archive where it has one."""
    return next((times[name, program] for program in WEN if times.get((name, program)) is not None), None)


def is_silent_zero(question, wen, other):
    """Whether a program says that there is nothing where there is something: its time is no time of an answer."""
    return question.kind == "count" and other is not None and answered(question, other) == 0 and bool(answered(question, wen))


def session_table(peers, asked, first, again, answers):
    """A row a question; the peers' times are those of the second asking, which favours them, beside wen's second."""
    times = {key: median(values) for key, values in again.items()}
    rows = []
    for question in asked:
        base = base_of(times, question.name)
        wen = answers.get((question.name, peers[0].name), "")
        row = [question.name, figure(answered(question, wen)) if question.kind not in ("year", "screen") else "–"]
        for peer in peers:
            if is_silent_zero(question, wen, answers.get((question.name, peer.name))):
                row.append("a silent 0")
                continue
            row.append(beside(times.get((question.name, peer.name)), base if peer is not peers[0] else None))
            if peer is peers[0]:
                row.append(milliseconds(median(first[question.name, peer.name])))
        rows.append(row)
    head = ["question", "answer", peers[0].name, "asked first", *(peer.name for peer in peers[1:])]
    return markdown(head, rows)


def process_table(peers, asked, warm_times, cold_times, peaks):
    """A row a question and program."""
    warm, cold = ({key: median(values) for key, values in (times or {}).items()} for times in (warm_times, cold_times))
    rows = []
    for question in process_questions(asked):
        for peer in peers:
            key = question.name, peer.name
            if key in warm:
                times = [beside(times.get(key), base_of(times, question.name)) for times in (warm, cold)]
                rows.append([question.name, peer.name, *times, megabytes(peaks[key])])
    return markdown(["question", "program", "warm", "cold", "peak memory, MB"], rows)


def build_table(built, size):
    rows = [
        [name, f"{b.seconds:,.1f}", f"{size / b.seconds / 1e6:,.1f}", megabytes(b.peak), megabytes(b.size), f"{b.size / size:.2f}"]
        for name, b in built.items()
    ]
    return markdown(["index", "seconds", "MB/s of text", "peak memory, MB", "size, MB", "size in texts"], rows)
