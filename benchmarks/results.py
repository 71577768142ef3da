"""Keep the figures of the last measurement, and lay out the README's table of them.

`results.toml` holds them beside the hash of the data they were measured on. A table typed by hand would be out of date
with the next commit and nobody would know; this one is compared with the file, and the file with the engine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.floors import SetFloors
from benchmarks.tables import as_markdown, as_toml
from stmtdiff.toml import read_toml

PATH = Path(__file__).with_name("results.toml")
_HEADER = "# The figures of the last measurement, written by `python -m benchmarks.quality --write`.\n"
_COLUMNS = ("texts", "what is measured", "simple method", "stmtdiff", "two people")
_MARKED_BY_TWO = ("shifts.", "whole.")  # their ceiling is how far two people agree
_UNSEEN = "texts that were not read while the rules were made, mostly of other institutions"
_OTHERS = "more such texts, which were read"
_RAISED_ON = "the three series with which the rules were made"
# What the README shows, in plain words: the texts, and what is measured on them. Unseen institutions stand first, the
# series that the rules were made with last: what is reached there is memory.
_HEADLINES = {
    ("shifts.blind", "exact F1"): (_UNSEEN, "changed phrases, each with the edges that an editor gives it"),
    ("shifts.blind", "relaxed F1"): (_UNSEEN, "the same, if half of the phrase is enough"),
    ("shifts.blind", "substantive found"): (_UNSEEN, "changes that are news: found"),
    ("shifts.blind", "routine or not"): (_UNSEEN, "routine or news: correct"),
    ("shifts.blind", "kind"): (_UNSEEN, "kind of change: correct"),
    ("shifts.blind", "direction right"): (_UNSEEN, "softer or firmer: given and correct"),
    ("shifts.blind", "precision of directions"): (_UNSEEN, "softer or firmer: correct, where it is given"),
    ("whole.blind", "links F1"): (_UNSEEN, "paragraphs followed through whole statements"),
    ("whole.blind", "moves F1"): (_UNSEEN, "paragraphs that moved in whole statements"),
    ("whole.blind", "news told in ten lines"): (_UNSEEN, "an editor's news that is in the ten lines of a brief"),
    ("whole.blind", "first three news told"): (_UNSEEN, "the three most important of them"),
    ("sentences.blind", "weight"): (_UNSEEN, "routine or news in single sentences with one change: correct"),
    ("shifts.open", "exact F1"): (_OTHERS, "changed phrases, each with the edges that an editor gives it"),
    ("shifts.open", "routine or not"): (_OTHERS, "routine or news: correct"),
    ("shifts.open", "direction right"): (_OTHERS, "softer or firmer: given and correct"),
    ("whole.open", "links F1"): (_OTHERS, "paragraphs followed through whole statements"),
    ("whole.open", "moves F1"): (_OTHERS, "paragraphs that moved in whole statements"),
    ("whole.open", "news told in ten lines"): (_OTHERS, "an editor's news that is in the ten lines of a brief"),
    ("rewritten year", "links F1"): ("real statements, rewritten by a program", "paragraphs followed"),
    ("rewritten year", "several to one or one to several"): (
        "real statements, rewritten by a program",
        "paragraphs merged or split",
    ),
    ("chained issues", "found"): ("issues of one series, 4 to 16 apart", "paragraphs followed"),
    ("unrelated texts", "linked paragraphs"): (
        "statements that have nothing to do with each other",
        "paragraphs linked (less is better)",
    ),
    ("argrewrite.alignment", "non-identical F1"): ("redrafted essays", "sentences followed"),
    ("argrewrite.alignment", "split/merge F1"): ("redrafted essays", "sentences split or merged"),
    ("nist80053.alignment", "non-identical F1"): ("two revisions of a standard", "paragraphs followed"),
    ("redlines_bench", "moves"): ("contracts", "paragraphs that moved"),
    ("tetra.spans", "exact F1"): ("abstracts edited by professionals", "changed phrases"),
    ("arxivedits.spans.dev", "exact F1"): ("papers (fine grain)", "changed phrases"),
    ("by construction", "recall of moves"): ("real statements, edited lightly by a program", "paragraphs that moved"),
    ("shifts.dev", "exact F1"): (_RAISED_ON, "changed phrases, each with the edges that an editor gives it"),
    ("shifts.dev", "substantive found"): (_RAISED_ON, "changes that are news: found"),
    ("shifts.dev", "routine or not"): (_RAISED_ON, "routine or news: correct"),
}


@dataclass(frozen=True, slots=True)
class SetResults:
    """The figures of one set and the hash of the data they were measured on."""

    sha256: str = ""
    measures: dict[str, float] = field(default_factory=dict)


def read_results(path: Path = PATH) -> dict[str, SetResults]:
    """Return the results by the name of their set.

    Raises:
        SettingsError: with line and column, when the file has another shape.
    """
    top = read_toml(path)
    return {name: top[name].read(SetResults) for name in top.value}


def merged(
    results: Mapping[str, SetResults], figures: Iterable[Figure], hashes: Mapping[str, str]
) -> dict[str, SetResults]:
    """Return `results` with the `figures` of the sets that were measured: those of the README, three digits each."""
    measured: dict[str, dict[str, float]] = {name: {} for name, _ in _HEADLINES if name in hashes}
    for figure in figures:
        if figure.value is not None and (figure.set, figure.measure) in _HEADLINES:
            measured[figure.set][figure.measure] = round(figure.value, 3)
    return {**results, **{name: SetResults(hashes[name], own) for name, own in measured.items()}}


def write_results(results: Mapping[str, SetResults], path: Path = PATH) -> None:
    """Write the results as TOML, one line a measure."""
    sets = {
        name: (own.sha256, {measure: str(value) for measure, value in own.measures.items()})
        for name, own in results.items()
    }
    path.write_text(as_toml(_HEADER, sets), encoding="utf-8")


def readme_table(results: Mapping[str, SetResults], floors: Mapping[str, SetFloors]) -> str:
    """Return the README's table in Markdown: beside each figure the best simple method, and two people if two did it.

    Figures have two digits: texts are few, and a third says nothing.
    """
    rows, before = [], ""
    for key, (texts, what) in _HEADLINES.items():
        rows.append(["" if texts == before else texts, what, *_figures(*key, results, floors)])
        before = texts
    return as_markdown(_COLUMNS, rows)


def _figures(name: str, measure: str, results: Mapping[str, SetResults], floors: Mapping[str, SetFloors]) -> list[str]:
    floor = floors[name].measures[measure]
    people = floor.ceiling if name.startswith(_MARKED_BY_TWO) else None
    figures = (floor.baseline, results[name].measures[measure], people)
    return ["-" if figure is None else f"{figure:.2f}" for figure in figures]
