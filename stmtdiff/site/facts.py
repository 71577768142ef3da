"""What is said of releases and pairs beside their wording: facts of the manifest, counts, ways through the site."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stmtdiff.model import Statement
from stmtdiff.renderers.site.facts import Counts, Dot, Fact, Phrase, Summary
from stmtdiff.renderers.site.feed import Change
from stmtdiff.renderers.site.frame import Way
from stmtdiff.report import Report, plural
from stmtdiff.series.manifest import Release
from stmtdiff.site.planning import file_of, file_of_pair
from stmtdiff.site.published import Published, Text

HOME = "../index.html"
WITHOUT_TEXT = (
    "This series shows only facts, counts and dates. Its texts are in a private library, and their licence may not "
    "allow publication."
)


def above(one: Published) -> list[Way]:
    """Return the ways up from a page in the folder of a series."""
    return [Way("All releases", HOME), Way(one.title, f"{HOME}#series-{one.id}")]


def past(one: Published, at: int, *, old: int | None = None) -> list[Way]:
    """Return the ways to the pages around a release, or with `old` around a pair: before, the pairs, after."""
    texts, pairs = one.texts, one.pairs
    if old is not None:
        ways = [Way(f"old: {texts[old].name}", file_of(texts[old])), Way(f"new: {texts[at].name}", file_of(texts[at]))]
        ways += [Way("pair before", _file(one, pair)) for pair in pairs if pair[1] == old]
        return ways + [Way("pair after", _file(one, pair)) for pair in pairs if pair[0] == at]
    ways = [Way(f"Before: {texts[at - 1].name}", file_of(texts[at - 1]))] if at else []
    ways += [Way(f"What changed since {texts[pair[0]].name}", _file(one, pair)) for pair in pairs if pair[1] == at]
    ways += [Way(f"What changed by {texts[pair[1]].name}", _file(one, pair)) for pair in pairs if pair[0] == at]
    return ways + ([Way(f"After: {texts[at + 1].name}", file_of(texts[at + 1]))] if at + 1 < len(texts) else [])


def _file(one: Published, pair: tuple[int, int]) -> str:
    return file_of_pair(*(one.texts[at] for at in pair))


def title_of(one: Published, at: int) -> str:
    """Return what the page of a release is called."""
    return f"{one.title}, {one.texts[at].name}"


def title_of_pair(one: Published, old: int, new: int) -> str:
    """Return what the page of a pair is called that shows counts alone."""
    return f"{one.title}: {one.texts[old].name} to {one.texts[new].name}"


def facts_of(one: Published, text: Text, statement: Statement | None) -> list[Fact]:
    """Return what is known of a release: of its day and place, where its text came from, how long it is."""
    release, found = text.release, []
    if release is not None:
        found += [Fact(name, value) for name, value in _told(release) if value]
        found += [Fact("Source", url, url) for url in _addresses(one, release)[:1]]
        found += [Fact("Known from", source, source if _is_address(source) else "") for source in release.sources]
    elif text.path is not None:
        found.append(Fact("File", text.path.name))
    if statement is not None:
        words = sum(len(paragraph.words) for paragraph in statement.paragraphs)
        length = f"{plural(len(statement.paragraphs), 'paragraph')}, {plural(words, 'word')} and marks"
        found.append(Fact("Length", length))
        found.append(Fact("Read as", f"{statement.source.loader} {statement.source.loader_version}"))
        found.append(Fact("sha256", statement.source.sha256, is_code=True))
    elif release is not None and release.texts:
        found.append(Fact("sha256", release.texts[0].sha256, is_code=True))
    if one.known is not None:
        found += [Fact("Packs", ", ".join(one.known.packs))] if one.known.packs else []
        licence = (release.licence if release else "") or one.known.licence
        found += [Fact("Licence", licence)] if licence else []
    return found


def _told(release: Release) -> Iterator[tuple[str, str]]:
    yield "Title", release.title
    yield "Day", release.day
    yield "Published", release.released.isoformat() if release.released else ""
    yield "Number", str(release.ordinal) if release.ordinal is not None else ""
    yield "Place", release.place
    yield "Chair", ", ".join(filter(None, (release.chair, release.chair_person)))


def _addresses(one: Published, release: Release) -> list[str]:
    """Return where a text came from, or else where it is published; only what is an address of the web."""
    kept = [text.address for text in release.texts[:1]]
    known = [address.url for address in one.known.addresses(release)] if one.known else []
    return [url for url in (*kept, *known) if _is_address(url)]


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))


def counts_of(report: Report) -> Counts:
    """Return the counts of a report that the first page shows."""
    told = report.summary
    return Counts(told.substantive, told.minor, told.routine, told.softer, told.firmer, told.mixed)


def counted(report: Report) -> list[tuple[str, int]]:
    """Return all that is counted of a pair, each with its name."""
    told = report.summary
    rows = [("substantive changes", told.substantive), ("minor changes", told.minor), ("routine changes", told.routine)]
    rows += [("softer", told.softer), ("firmer", told.firmer), ("both ways", told.mixed)]
    return rows + [(f"paragraphs {kind}", count) for kind, count in told.paragraphs.items()]


def summary_of(one: Published, records: Mapping[str, Mapping[str, Any]]) -> Summary:
    """Return a series as the first page shows it; `records` are those of the parts, by the parts' names."""
    phrases = [
        Phrase(told["phrase"], f"{one.id}/{told['file']}", told["finding"])
        for told in records.get(f"{one.id}/phrases", {}).get("phrases", ())
    ]
    more = [Way("Years by phrases", f"{one.id}/matrix.html")] if phrases else []
    more += [Way("Recurring formulas", f"{one.id}/formulas.html")] if one.shows_text and one.pairs else []
    feed = f"{one.id}/feed.xml"
    known = one.known
    return Summary(
        one.id,
        one.title,
        (known.about if known else ""),
        (known.licence if known else ""),
        () if one.shows_text or not one.pairs else (WITHOUT_TEXT,),
        tuple(_dots(one, records)),
        tuple(phrases),
        (*more, Way("Feed of changes (Atom)", feed)),
        feed,
    )


def _dots(one: Published, records: Mapping[str, Mapping[str, Any]]) -> Iterator[Dot]:
    before = {new: old for old, new in one.pairs}
    for at, text in enumerate(one.texts):
        page = records.get(f"{one.id}/{file_of(text)}", {})
        status = "unreadable" if page.get("error") else page.get("status", "unknown")
        day = text.date or datetime.date(text.year or 1, 12, 31)
        href = f"{one.id}/{file_of(text)}"
        if at not in before:
            yield Dot(text.name, day.toordinal(), status, href, why=page.get("error", ""))
            continue
        old = one.texts[before[at]]
        pair = f"{one.id}/{file_of_pair(old, text)}"
        record = records.get(pair, {})
        counts = Counts(**record["counts"]) if "counts" in record else None
        why = page.get("error") or record.get("error", "")
        yield Dot(text.name, day.toordinal(), status, href, pair, old.name, counts, record.get("headline", ""), why)


def changes_of(one: Published, dots: Sequence[Dot]) -> list[Change]:
    """Return the changes of a series for its feed, the newest first."""
    return [
        Change(
            datetime.date.fromordinal(dot.day).isoformat(),
            f"{one.title}, {dot.when}: {dot.counts.told}",
            dot.pair.removeprefix(f"{one.id}/"),
            f"Against {dot.before}: {dot.counts.told}. {dot.headline}".strip(),
        )
        for dot in reversed(dots)
        if dot.counts
    ]
