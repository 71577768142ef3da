"""Run the examples of a page and put in what they print, so that the page shows nothing else."""

import contextlib
import doctest
import io


def with_outputs(page: str) -> str:
    """Return a Markdown page with the output of each of its examples as it is today.

    >>> with_outputs(">>> 1 + 1\\n3\\n\\nText.\\n")
    '>>> 1 + 1\\n2\\n\\nText.\\n'
    """
    names: dict[str, object] = {}
    return "".join(
        piece if isinstance(piece, str) else _rerun(piece, names) for piece in doctest.DocTestParser().parse(page)
    )


def _rerun(example: doctest.Example, names: dict[str, object]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example.source, "<page>", "single"), names)
    first, *more = example.source.splitlines(keepends=True)
    return "".join([f">>> {first}", *(f"... {line}" for line in more), printed.getvalue()])
