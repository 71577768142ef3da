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
_COLUMNS = ("what is measured", "measure", "simple method", "stmtdiff", "two people")
_MARKED_BY_TWO = frozenset({"shifts.dev", "shifts.open", "shifts.blind"})  # their ceiling is how far two people agree
# What the README shows, with the set's name in plain words.
_HEADLINES = {
    ("shifts.blind", "exact F1"): "phrases in series that nobody looked at while the rules were made",
    ("shifts.blind", "relaxed F1"): "the same, half of a phrase counts",
    ("shifts.blind", "substantive found"): "substantive phrases there",
    ("shifts.blind", "routine or not"): "routine or substantive there",
    ("shifts.blind", "kind"): "kind of change there",
    ("shifts.open", "exact F1"): "phrases in other series, looked at and not tuned on",
    ("shifts.open", "routine or not"): "routine or substantive there",
    ("shifts.dev", "exact F1"): "phrases in the three series that the rules were made with",
    ("shifts.dev", "substantive found"): "substantive phrases there",
    ("shifts.dev", "routine or not"): "routine or substantive there",
    ("argrewrite.alignment", "non-identical F1"): "sentences of redrafted essays",
    ("argrewrite.alignment", "split/merge F1"): "sentences split or merged there",
    ("nist80053.alignment", "non-identical F1"): "paragraphs of two revisions of a standard",
    ("redlines_bench", "moves"): "paragraphs moved in contracts",
    ("tetra.spans", "exact F1"): "phrases edited by professionals",
    ("arxivedits.spans.dev", "exact F1"): "phrases edited in papers (fine grain)",
    ("by construction", "recall of moves"): "paragraphs moved, by construction",
    ("by construction", "recall of splits"): "paragraphs split, by construction",
    ("by construction", "recall of merges"): "paragraphs merged, by construction",
    ("by construction", "wrong moves"): "paragraphs said to have moved that did not (less is better)",
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
    return as_markdown(_COLUMNS, [_row(*key, results, floors) for key in _HEADLINES])


def _row(name: str, measure: str, results: Mapping[str, SetResults], floors: Mapping[str, SetFloors]) -> list[str]:
    floor = floors[name].measures[measure]
    people = floor.ceiling if name in _MARKED_BY_TWO else None
    figures = (floor.baseline, results[name].measures[measure], people)
    return [_HEADLINES[name, measure], measure, *("-" if figure is None else f"{figure:.2f}" for figure in figures)]
