"""Every file in cases/align/ is a pair and its links; `--update` rewrites them.

A paragraph may begin with its number in brackets. Links are written with positions counted from 1:
``2 -> 3 changed moved similar``; a dash stands for the side that is empty.
"""

import re
from pathlib import Path

import pytest

from stmtdiff.align import align
from stmtdiff.align.link import Link
from stmtdiff.model import Statement
from stmtdiff.outline import from_paragraphs
from stmtdiff.settings import Settings

CASES = sorted((Path(__file__).parent / "cases" / "align").glob("*.txt"))
_PART = re.compile(r"^--- (about|old|new|links|sentences)\n", re.MULTILINE)
_LABEL = re.compile(r"\[(\w+)\] ")


def _statement(text: str) -> Statement:
    units, labels = [], []
    for unit in text.removesuffix("\n").split("\n\n"):
        label = _LABEL.match(unit)
        labels.append(label[1] if label else None)
        units.append(unit[label.end() :] if label else unit)
    return from_paragraphs(units, labels=labels)


def _line(link: Link) -> str:
    sides = ["+".join(str(at + 1) for at in side) or "-" for side in (link.old, link.new)]
    words = [link.kind, *(["moved"] if link.moved else []), *([link.method] if link.method != "none" else [])]
    return f"{sides[0]} -> {sides[1]} {' '.join(words)}\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_links_are_those_of_the_case(path: Path, update: bool) -> None:
    pieces = _PART.split(path.read_text(encoding="utf-8"))
    case = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    alignment = align(_statement(case["old"]), _statement(case["new"]), Settings())
    found = {
        "links": "".join(map(_line, alignment.links)),
        "sentences": "".join(map(_line, alignment.sentence_links)),
    }
    if update:
        path.write_text("".join(f"--- {name}\n{text}" for name, text in (case | found).items()), encoding="utf-8")
        return
    assert found == {name: case[name] for name in found}
