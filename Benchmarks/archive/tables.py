"""The report: Markdown tables."""


def markdown(head, rows):
    """A table; the first column is text, the others are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def milliseconds(seconds):
    """Three figures are enough for a clock."""
    if seconds is None:
        return "–"
    value = seconds * 1000
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def beside(seconds, base):
    """A time with its ratio to that of wen."""
    if seconds is None or not base:
        return milliseconds(seconds)
    ratio = seconds / base
    written = f"{ratio:.2g}" if ratio < 1 else f"{ratio:.1f}" if ratio < 10 else f"{ratio:,.0f}"
    return f"{milliseconds(seconds)} ({written}×)"


def megabytes(size):
    return "–" if size is None else f"{size / 1e6:,.0f}"


def figure(number):
    return f"{number:,}" if isinstance(number, int) else "–"
