"""Find the line of a file on which a wording is, if the text that was read has other lines than the file.

A place in plain text is on the line where it is. Of Markdown each line of the text is looked for in the file, by its
first letters and figures, which no sign of Markdown parts from one another. A Word document has no lines: there the
number of the paragraph stands for one.
"""

from stmtdiff.model import Statement

_ENOUGH = 24  # letters and figures that tell a line from its neighbours


def lines_of(statement: Statement, raw: str) -> tuple[int, ...]:
    """Return for each line of the statement's text its line in the file whose text is `raw`, from 1; 0 where unknown.

    A Word document (`raw` is of no use there) has the numbers of its paragraphs; every other format has none.
    """
    if statement.source.loader == "docx":
        return _numbers(statement.text)
    return _found(statement.text, raw) if statement.source.loader == "markdown" else ()


def _numbers(text: str) -> tuple[int, ...]:
    numbers, count = [], 0
    for line in text.split("\n"):
        count += bool(line.strip())
        numbers.append(count if line.strip() else 0)
    return tuple(numbers)


def _found(text: str, raw: str) -> tuple[int, ...]:
    """Return the lines by walking through both; one that does not stand further on is looked for from the start."""
    signs, places = [], []
    for number, line in enumerate(raw.split("\n"), 1):
        own = _bare(line)
        signs.append(own)
        places += [number] * len(own)
    stream, at, found = "".join(signs), 0, []
    for line in text.split("\n"):
        wanted = _bare(line)[:_ENOUGH]
        place = stream.find(wanted, at) if wanted else -1
        place = stream.find(wanted) if wanted and place < 0 else place
        found.append(places[place] if place >= 0 else 0)
        at = place + len(wanted) if place >= 0 else at
    return tuple(found)


def _bare(line: str) -> str:
    return "".join(filter(str.isalnum, line.lower()))
