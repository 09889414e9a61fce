"""The articles of a made folder, read back by plain rules: for the peers' indexes and for the recount."""


def articles(files):
    """Year and body of each article, as bytes, in the order of the files. The body is as it stands, headings and all."""
    for file in files:
        # An article ends with a blank line, and only there: paragraphs that were drawn hold none.
        for block in (b"\n\n" + file.read_bytes()).split(b"\n\n### ")[1:]:
            _title, _author, date, _page, _column, _blank, body = block.split(b"\n", 6)
            yield int(date[:4]), body


def text_files(folder):
    return sorted(folder.glob("*.txt"))
