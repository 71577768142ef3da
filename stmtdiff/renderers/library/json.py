"""Show what is in the library as JSON, by the schema `library-1.json`, wherever the library is."""

import json
from collections.abc import Sequence
from typing import Any

from stmtdiff.series.audit import Trouble
from stmtdiff.series.index import Found, Searched
from stmtdiff.series.lock import Kept
from stmtdiff.series.manifest import Release, Series

SCHEMA = "stmtdiff-library/1"


def all_series(found: Sequence[Series], damaged: Sequence[str] = ()) -> str:
    """Return every series without its releases; `damaged` are the ids of those that cannot be read."""
    return _text({"series": [_series(series) for series in found], "damaged": list(damaged)})


def one_series(series: Series) -> str:
    """Return a series with its releases, their addresses, what is reported of them and what is kept."""
    releases = [_release(series, release) for release in series.releases]
    return _text({"series": [{**_series(series), "releases": releases}], "damaged": []})


def damage(troubles: Sequence[Trouble]) -> str:
    """Return what was found wrong."""
    rows = [
        {
            "series": trouble.series,
            "day": trouble.day or None,
            "kind": trouble.kind,
            "damage": trouble.is_damage,
            "said": trouble.said,
            "hint": trouble.hint,
        }
        for trouble in troubles
    ]
    return _text({"troubles": rows})


def matches(searched: Searched) -> str:
    """Return the paragraphs with a phrase, with the range of each match, and what could not be read."""
    unread = [{"reference": one.reference, "said": one.said} for one in searched.unread]
    return _text({"found": [_match(one) for one in searched.found], "unread": unread})


def _text(table: dict[str, Any]) -> str:
    shown = json.dumps({"schema": SCHEMA, **table}, ensure_ascii=False, indent=1)
    return shown.encode("utf-8", "backslashreplace").decode() + "\n"


def _series(series: Series) -> dict[str, Any]:
    at_hand = [release.day for release in series.releases if release.status == "at hand"]
    return {
        "id": series.id,
        "title": series.title,
        "aliases": list(series.aliases),
        "publisher": series.publisher,
        "licence": series.licence,
        "known": len(series.releases),
        "at_hand": len(at_hand),
        "latest_known": series.releases[-1].day if series.releases else None,
        "latest_at_hand": at_hand[-1] if at_hand else None,
    }


def _release(series: Series, release: Release) -> dict[str, Any]:
    return {
        "reference": series.reference(release),
        "date": release.date.isoformat() if release.date else None,
        "year": release.year,
        "ordinal": release.ordinal,
        "place": release.place or None,
        "chair": release.chair or None,
        "title": release.title or None,
        "status": release.status,
        "addresses": [{"url": address.url, "basis": address.basis} for address in series.addresses(release)],
        "context": [{"fact": context.fact, "source": context.source} for context in release.context],
        "reported": [
            {
                "formula": report.formula,
                "qualifiers": list(report.qualifiers),
                "manner": report.manner or None,
                "object": report.object or None,
                "verb": report.verb or None,
                "speaker": report.speaker or None,
                "draft": report.draft,
                "basis": report.basis,
                "source": report.source,
            }
            for report in release.reported
        ],
        "texts": [_kept(entry) for entry in release.texts],
    }


def _kept(entry: Kept) -> dict[str, Any]:
    return {
        "file": entry.file,
        "sha256": entry.sha256,
        "text_sha256": entry.text_sha256,
        "loader": entry.loader,
        "loader_version": entry.loader_version,
        "address": entry.address or None,
        "fetched": entry.fetched.isoformat() if entry.fetched else None,
        "beside": entry.beside,
    }


def _match(found: Found) -> dict[str, Any]:
    words, label = found.paragraph.words, found.paragraph.label
    return {
        "reference": found.reference,
        "series": found.series.id,
        "day": found.release.day,
        "label": label.value if label else None,
        "text": found.paragraph.body.of(found.statement.text),
        "matches": [[words.starts[match.first], words.ends[match.last - 1]] for match in found.matches],
    }
