"""Show what is in the library, on a terminal."""

from collections.abc import Iterable, Sequence

from stmtdiff.renderers.lines import cells
from stmtdiff.renderers.visible import visible
from stmtdiff.report import plural
from stmtdiff.series.audit import Trouble
from stmtdiff.series.index import Found, Searched
from stmtdiff.series.manifest import Release, Series

_HEAD = ("series", "known", "texts", "latest", "title")
_RELEASE_HEAD = ("date", "no.", "place", "chair", "text")


def all_series(found: Sequence[Series], damaged: Sequence[str] = ()) -> str:
    """Return a line for each series; `damaged` are the ids of those whose manifest or lock file cannot be read."""
    broken = [(name, "?", "?", "?", f"damaged: stmtdiff series check {name}") for name in damaged]
    return _table([_HEAD, *sorted([*map(_summary, found), *broken])])


def one_series(series: Series) -> str:
    """Return what is known of a series, and a line for each release."""
    facts = {
        "series": series.id,
        "title": series.title,
        "also": ", ".join(series.aliases),
        "by": series.publisher,
        "comes": series.cadence,
        "packs": ", ".join(series.packs),
        "licence": series.licence,
        "note": " ".join(series.reading.notes),
    }
    lines = [f"{name:8} {visible(value)}\n" for name, value in facts.items() if value]
    return "".join(lines) + "\n" + _table([_RELEASE_HEAD, *(_row(series, release) for release in series.releases)])


def damage(troubles: Sequence[Trouble], *, where: str) -> str:
    """Return what was found, and a line that counts it; `where` says in how many texts of what library."""
    count = sum(trouble.is_damage for trouble in troubles)
    said = f"{count or 'nothing'} damaged, {plural(len(troubles) - count, 'remark')}"
    return "".join(map(_trouble, troubles)) + f"{said}; {visible(where)}\n"


def matches(searched: Searched) -> str:
    """Return the paragraphs with a phrase, a line that counts them, and what could not be read."""
    found = searched.found
    texts = len({(one.series.id, one.release.day) for one in found})
    counted = f"{plural(len(found), 'paragraph')} in {plural(texts, 'text')}\n"
    unread = (f"not searched: {visible(one.reference)}: {visible(one.said)}\n" for one in searched.unread)
    return "".join([*map(_match, found), counted, *unread])


def _summary(series: Series) -> tuple[str, ...]:
    at_hand = [release for release in series.releases if release.status == "at hand"]
    latest = at_hand[-1].day if at_hand else ""
    known = series.releases[-1].day if series.releases else ""
    both = latest if latest == known else f"{latest or 'none'} (of {known})"
    return series.id, str(len(series.releases)), str(len(at_hand)), both, series.title


def _row(series: Series, release: Release) -> tuple[str, ...]:
    number = str(release.ordinal) if release.ordinal is not None else ""
    return release.day, number, release.place, release.chair, _where(series, release)


def _where(series: Series, release: Release) -> str:
    """Return what is in the library, or else where the text may be and what is known without it."""
    if release.status == "at hand":
        beside = sum(not entry.settled for entry in release.texts if entry.beside)
        return "in the library" + (f", and {beside} beside it" if beside else "")
    addresses = series.addresses(release)
    where = f"{addresses[0].url} ({addresses[0].basis})" if addresses else "no address known"
    return f"wording reported; {where}" if release.status == "reported" else where


def _trouble(trouble: Trouble) -> str:
    where = f"{trouble.series}:{trouble.day}" if trouble.day else trouble.series
    hint = f"\n    {visible(trouble.hint)}" if trouble.hint else ""
    return f"{'damage' if trouble.is_damage else 'remark'} {where}: {visible(trouble.said)}{hint}\n"


def _match(found: Found) -> str:
    """Return a paragraph's reference, and its words with the phrase in brackets."""
    text, words = found.paragraph.body.of(found.statement.text), found.paragraph.words
    shown, at = "", 0
    for match in found.matches:
        start, end = words.starts[match.first], words.ends[match.last - 1]
        shown += f"{visible(text[at:start])}[{visible(text[start:end])}]"
        at = end
    return f"{found.reference}\n    {shown}{visible(text[at:])}\n"


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    """Return `rows` in columns; the last one is as wide as it is."""
    shown = [[visible(value) for value in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)][:-1]
    lines = []
    for row in shown:
        padded = [value + " " * (width - cells(value)) for value, width in zip(row, widths, strict=False)]
        lines.append("  ".join([*padded, row[-1]]).rstrip())
    return "\n".join(lines) + "\n"
