"""Measure the reader of who says what against its table in tests/cases/saying.

    python -m benchmarks.saying [--misses] [--half studied|other] [FILE...]

Every other file, by the alphabet, was studied while the rules were written; the others tell what the rules are worth.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import stmtdiff
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.reading import clauses
from stmtdiff.spans import Span

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from support.saying_cases import FOLDER, NOBODY, SLOTS, SayingCase, pieces, read_saying

FILES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
HALVES = {"studied": FILES[::2], "other": FILES[1::2]}
_FIELDS = {
    "not": "negation", "modal": "modal", "act": "act", "by": "strength", "object": "object", "head": "head",
    "qualifiers": "qualifiers", "scope": "scope", "if": "conditions", "when": "times",
}  # fmt: skip


@dataclass(slots=True)
class Score:
    """How often a slot stands in the table, was read, and was read right."""

    wanted: int = 0
    read: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Return how many of those that were read are right."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Return how many of those in the table were read right."""
        return self.right / self.wanted if self.wanted else 1.0


@dataclass(slots=True)
class Outcome:
    """The scores of all slots, and the rows that were missed."""

    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in SLOTS})
    misses: list[str] = field(default_factory=list)


def measure(files: Iterable[str] = FILES) -> Outcome:
    """Read every sentence of some files and compare it with the table, slot by slot."""
    outcome = Outcome()
    for name in files:
        for case in read_saying(FOLDER / f"{name}.txt"):
            _compare(case, outcome)
    return outcome


def told(case: SayingCase) -> list[tuple[tuple[int, int], dict[str, str]]]:
    """Return what is read in a case: where each act stands in its sentence, and its slots as the table has them."""
    statement = stmtdiff.parse(case.text, name=case.name)
    paragraph = statement.paragraphs[-1]
    sentence = paragraph.sentences[-1]
    found = clauses(statement, paragraph, sentence)
    base = sentence.span.start
    return [
        ((clause.act[0].start - base, clause.act[-1].end - base), dict(_row(statement.text, clause)))
        for clause in found
    ]


def _row(text: str, clause: Clause) -> Iterator[tuple[str, str]]:
    speaker = _words(text, clause.speaker, " ... ") or NOBODY
    yield "speaker", f"{speaker} = {clause.stands_for.of(text)}" if clause.stands_for else speaker
    if clause.many:
        yield "many", clause.many
    for name, spans in _FIELDS.items():
        joint = " ... " if name in ("act", "object", "modal", "not") else " / "
        if told := _words(text, getattr(clause, spans), joint):
            yield name, told


def _words(text: str, spans: Iterable[Span], joint: str) -> str:
    return joint.join(span.of(text) for span in spans)


def _same(name: str, wanted: str, read: str) -> bool:
    if name in ("speaker", "many", "act", "object"):
        return wanted == read
    return sorted(pieces(wanted)) == sorted(pieces(read))


def _compare(case: SayingCase, outcome: Outcome) -> None:
    found = told(case)
    left = list(found)
    place = 0
    for clause in case.clauses:
        wanted = dict(clause)
        start = case.sentence.find(pieces(wanted["act"])[0], place)
        place = start + 1
        end = start + len(pieces(wanted["act"])[0])
        near = next((one for one in left if one[0][0] < end and start < one[0][1]), None)
        if near:
            left.remove(near)
        _count(case, wanted, near[1] if near else {}, outcome)
    for _, row in left:
        _count(case, {}, row, outcome)


def _count(case: SayingCase, wanted: dict[str, str], read: dict[str, str], outcome: Outcome) -> None:
    wrong = []
    for name, score in outcome.scores.items():
        score.wanted += name in wanted
        score.read += name in read
        is_right = name in wanted and name in read and _same(name, wanted[name], read[name])
        score.right += is_right
        if not is_right and (name in wanted or name in read):
            wrong.append(f"    {name}: {wanted.get(name, '')!r} but read {read.get(name, '')!r}")
    if wrong:
        outcome.misses.append("\n".join([f"{case.name}: {case.sentence}", *wrong]))


def table(outcome: Outcome) -> str:
    """Return the table of slots."""
    rows = [f"{'slot':<12}{'wanted':>8}{'read':>8}{'right':>8}{'precision':>11}{'recall':>8}"]
    for name, score in outcome.scores.items():
        rows.append(
            f"{name:<12}{score.wanted:>8}{score.read:>8}{score.right:>8}{score.precision:>11.3f}{score.recall:>8.3f}"
        )
    return "\n".join(rows)


def main(arguments: list[str] | None = None) -> None:
    """Print the tables of both halves and of the whole."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.saying", description="Measure who says what.")
    parser.add_argument("--misses", action="store_true", help="print the rows of the table that were missed")
    parser.add_argument("--half", choices=sorted(HALVES), help="one half of the files alone")
    parser.add_argument("files", nargs="*", choices=[*FILES, []], help="some files alone")
    options = parser.parse_args(arguments)
    parts = {"the files named": options.files} if options.files else {"all": FILES, **HALVES}
    if options.half:
        parts = {options.half: HALVES[options.half]}
    for name, files in parts.items():
        outcome = measure(files)
        print(f"{name}: {', '.join(files)}\n{table(outcome)}\n")
        if options.misses:
            print("\n".join(outcome.misses), Counter(miss.split("-")[0] for miss in outcome.misses), sep="\n\n")


if __name__ == "__main__":
    main()
