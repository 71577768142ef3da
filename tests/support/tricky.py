"""Write docs/tricky_cases.md from the case files: what is hard, what is wanted, what today's answer is."""

import re
from pathlib import Path

from support.case_files import CASES, FOLDER, bare_facts, is_missed, read_case

_MARKS = re.compile(r"((?:\[-.*?-\]|\{\+.*?\+\})+)", re.DOTALL)
_SHOWN = 4  # words of unmarked text beside a mark
_HEAD = """\
# Tricky cases

This page lists pairs of wordings that are hard to mark. For each it shows the answer that two careful editors would
give, and the answer that stmtdiff gives today. Each entry is a case file with a sentence or two that were invented for
it. `pytest --update` writes the page from these files. One test compares the page with the files, another compares the
files with the program.

Marks are `[-old-]` and `{+new+}`. After them, in brackets, each shift has its kind, its weight if it is not news
(`routine` is folded, `minor` is shown quietly), and its direction. "The same marks" means that only the kind, the
weight or the direction differs.
"""


def tricky_page() -> str:
    """Return the page: cases where the wanted answer is missed, then those where it is given, then those of links."""
    missed = [path for path in CASES if is_missed(path)]
    given = [path for path in CASES if path not in missed]
    parts = [
        _HEAD,
        f"## Missed today ({len(missed)} of {len(CASES)})\n",
        *map(_missed, missed),
        f"\n## Answered as wanted ({len(given)})\n",
        *map(_given, given),
        "\n## Which paragraph became which\n",
        *map(_links, sorted(FOLDER.glob("align/*.txt"))),
    ]
    return "\n".join(parts) + "\n"


def _name(path: Path) -> str:
    return f"[{path.stem}](../{path.relative_to(FOLDER.parent.parent).as_posix()})"


def _missed(path: Path) -> str:
    case = read_case(path)
    kinds = bare_facts(case["facts"])
    wanted = _answer(case.get("wanted", case["shifts"]), case.get("wanted facts", kinds))
    today = _answer(case["shifts"], kinds) if "wanted" in case else f"the same marks ({_listed(kinds)})"
    return f"- {_name(path)}: {case['about']}\n  - wanted: {wanted}\n  - today: {today}"


def _given(path: Path) -> str:
    case = read_case(path)
    return f"- {_name(path)}: {case['about']}\n  {_answer(case['shifts'], bare_facts(case['facts']))}"


def _links(path: Path) -> str:
    about = re.search(r"--- about\n(.*?)\n--- ", path.read_text(encoding="utf-8"), re.DOTALL)
    return f"- {_name(path)}: {' '.join(about[1].split()) if about else ''}"


def _answer(marks: str, kinds: str) -> str:
    shown = " / ".join(_excerpt(paragraph) for paragraph in marks.split("\n\n") if _MARKS.search(paragraph))
    return f"`{shown}` ({_listed(kinds)})" if shown else "nothing marked"


def _listed(kinds: str) -> str:
    return "; ".join(kinds.split("\n"))


def _excerpt(paragraph: str) -> str:
    """Return a marked paragraph with no more than a few unmarked words beside each mark."""
    pieces = _MARKS.split(" ".join(paragraph.split()))
    last = len(pieces) - 1
    return "".join(
        piece if at % 2 else _shortened(piece, head=_SHOWN * (at > 0), tail=_SHOWN * (at < last))
        for at, piece in enumerate(pieces)
    )


def _shortened(text: str, *, head: int, tail: int) -> str:
    """Return `text` with no more than its first and last words; spaces at its ends stay."""
    words = text.split(" ")
    if len(words) <= head + tail + 3:
        return text
    return " ".join([*(words[: head + 1] if head else []), "…", *(words[-tail - 1 :] if tail else [])])
