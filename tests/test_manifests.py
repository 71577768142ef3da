"""The manifests that ship hold facts with their sources: no sentence of a statement, no text, nothing made up."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stmtdiff.phrases import PhraseSet, compile_phrase
from stmtdiff.rules.library import shipped_packs
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest import Series
from stmtdiff.series.shipped import series_folders
from stmtdiff.words import words

LONGEST = 8  # words of a value: a formula, never a sentence
NAMES = ("url", "source", "sources", "title", "feed", "listing", "pattern")  # addresses and titles may be longer
OUR_OWN = ("selector",)  # not wording of anybody
SHIPPED = tuple(name for name in series_folders() if name != "sample")
EXPECTED = {
    *("arf", "fomc", "fomc-goals", "g7", "g20", "quad", "us-rok", "us-japan", "us-japan-rok"),
    *("unsc-dprk", "minurso", "unifil", "unficyp", "monusco"),
}


def shipped(name: str) -> Series:
    return Library().find(name)


def values(table: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in `table` with the key that it stands under."""
    if isinstance(table, dict):
        for name, value in table.items():
            yield from values(value, name)
    elif isinstance(table, list):
        for value in table:
            yield from values(value, key)
    elif isinstance(table, str):
        yield key, table


def test_the_series_that_were_promised_ship() -> None:
    assert set(SHIPPED) == EXPECTED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_manifest_is_read_and_its_names_lead_to_it_alone(name: str) -> None:
    series = shipped(name)
    assert series.id == name
    assert series.licence
    assert series.publisher
    assert series.cadence
    for alias in series.aliases:
        assert Library().resolve(alias) == name
    others = {alias for other in SHIPPED if other != name for alias in (other, *shipped(other).aliases)}
    assert not others & {name, *series.aliases}


@pytest.mark.parametrize("name", SHIPPED)
def test_no_value_is_a_sentence(name: str) -> None:
    table = tomllib.loads((series_folders()[name] / "series.toml").read_text(encoding="utf-8"))
    for key, value in values(table):
        if key not in (*NAMES, *OUR_OWN):
            assert len(value.split()) <= LONGEST, (key, value)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_manifest_has_no_text_beside_it(name: str) -> None:
    assert [path.name for path in series_folders()[name].iterdir()] == ["series.toml"]
    assert not any(release.file for release in shipped(name).releases)


@pytest.mark.parametrize("name", SHIPPED)
def test_packs_that_a_manifest_names_ship(name: str) -> None:
    assert {*shipped(name).packs} <= {pack.id for pack in shipped_packs()}


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_reported_names_its_source_and_no_abbreviation(name: str) -> None:
    for release in shipped(name).releases:
        for report in release.reported:
            assert report.source
            assert report.basis
            assert not re.search(r"\bCV?ID?\b", report.formula)
            for qualifier in report.qualifiers:
                assert qualifier in report.formula or report.formula.startswith("nuclear"), report
        for context in release.context:
            assert context.source


def test_the_regional_forum_has_thirty_two_years_and_says_what_is_unknown() -> None:
    series = shipped("arf")
    assert [release.year for release in series.releases] == list(range(1994, 2026))
    assert [release.ordinal for release in series.releases] == list(range(1, 33))
    assert [release.day for release in series.releases if release.date is None] == ["2002", "2012", "2015"]
    status = {release.year: release.status for release in series.releases}
    assert status[2015] == "unknown"
    assert status[2024] == "reported"
    assert [venue.chair for venue in series.venues if venue.year == 2026] == ["Philippines"]


def test_the_turns_of_the_formula_can_be_told_from_facts_alone() -> None:
    """In 2010, 2017, 2018, 2022 and 2025 the qualifiers of "denuclearisation" changed, and each has its source."""
    looked_for = PhraseSet([compile_phrase("denuclearis*")])
    told = {}
    for release in shipped("arf").releases:
        found = [report for report in release.reported if not report.draft]
        first = next((item for item in found if looked_for.stands_in(words(item.formula))), None)
        if first is not None:
            told[release.year] = ([*first.qualifiers], first.source)
    two, three = ["complete", "verifiable"], ["complete", "verifiable", "irreversible"]
    assert told[2010][0] == two
    assert told[2014][0] == told[2016][0] == []
    assert told[2017][0] == three
    assert told[2018][0] == told[2021][0] == ["complete"]
    assert told[2022][0] == told[2023][0] == told[2024][0] == three
    assert told[2025][0] == ["complete"]
    assert all(source for _, source in told.values())


def test_every_meeting_of_the_committee_is_listed_with_where_to_get_its_statement() -> None:
    series = shipped("fomc")
    assert len(series.releases) == 224
    assert str(series.releases[0].date) == "2000-02-02"
    for release in series.releases:
        assert series.addresses(release), release.day
    newest = next(release for release in series.releases if str(release.date) == "2026-07-29")
    built = series.addresses(newest)
    assert [(item.url[-22:], item.basis) for item in built] == [("/monetary20260729a.htm", "built from pattern")]
    assert series.source.feed.startswith("https://www.federalreserve.gov/")


def test_an_official_address_stands_before_a_mirror_and_both_before_one_that_was_built() -> None:
    series = shipped("arf")
    first = series.releases[0]
    assert [address.basis for address in series.addresses(first)] == ["official", "mirror"]
    older = next(release for release in shipped("fomc").releases if str(release.date) == "2002-03-19")
    assert [address.basis for address in shipped("fomc").addresses(older)] == ["built from pattern"] * 2


def test_the_page_on_manifests_names_every_key() -> None:
    page = (Path(__file__).parents[1] / "docs" / "series.md").read_text(encoding="utf-8")
    from dataclasses import fields

    from stmtdiff.series import manifest
    from stmtdiff.series.lock import Kept

    kinds = (manifest.Series, manifest.Hints, manifest.Origin, manifest.Pattern, manifest.Venue, manifest.Row)
    kinds = (*kinds, manifest.Address, manifest.Context, manifest.Reported, Kept)
    hidden = {"releases", "venues", "folder", "patterns"}
    for kind in kinds:
        for item in fields(kind):
            assert item.name in hidden or f"`{item.name}`" in page, (kind.__name__, item.name)
