"""The index of a library says where to look and never decides: with it, without it, or damaged, the answer is one."""

import contextlib
import datetime
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stmtdiff.errors import ReferenceError, SettingsError  # noqa: A004
from stmtdiff.series import index
from stmtdiff.series.adding import Incoming, add
from stmtdiff.series.holdings import Library
from stmtdiff.series.index import INDEX, rebuild, search

TEXTS = (
    "1. Ministers urged the complete, verifiable, and irreversible denuclearization of the Peninsula.",
    "1. The Meeting noted well-anchored expectations of the U.S. and its neighbours.\n\n2. It was patient.",
    "1. The Meeting took a long view.\n\n2. Rates stay exceptionally\nlow for a considerable time. \u6d77\u5cb8\u3002",
)
PHRASES = (
    *("complete, verifiable and irreversible", "denuclearis*", "well anchored", "u.s.", "neighbor*", "patient"),
    *("exceptionally low", "rates ... low", "patient|low", "the meeting * a", "exceptional", "\u6d77", "nothing"),
)


@pytest.fixture
def own(tmp_path: Path) -> Library:
    library = Library(tmp_path)
    days = [datetime.date(2020 + number, 3, 4) for number in range(len(TEXTS))]
    texts = [Incoming(text.encode(), name="a.txt", date=day) for text, day in zip(TEXTS, days, strict=True)]
    add(library, "harbour", texts)
    return library


def answers(library: Library) -> dict[str, list[tuple[str, int]]]:
    return {
        phrase: [(found.release.day, found.paragraph.index) for found in search(library, phrase).found]
        for phrase in PHRASES
    }


def test_a_phrase_is_found_where_the_matcher_finds_it_and_nowhere_else(own: Library) -> None:
    found = answers(own)
    assert found["complete, verifiable and irreversible"] == found["denuclearis*"] == [("2020-03-04", 0)]
    assert found["well anchored"] == found["u.s."] == found["neighbor*"] == [("2021-03-04", 0)]
    assert found["patient|low"] == [("2021-03-04", 1), ("2022-03-04", 1)]
    assert found["exceptionally low"] == found["rates ... low"] == found["\u6d77"] == [("2022-03-04", 1)]
    assert found["exceptional"] == found["nothing"] == []


def test_without_full_text_search_the_answers_are_the_same(own: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = answers(own)

    class Plain(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            if "fts5(" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *values)  # type: ignore[arg-type]

    real = sqlite3.connect
    monkeypatch.setattr(index.sqlite3, "connect", lambda path, **told: real(path, factory=Plain, **told))
    assert rebuild(own) == 5
    assert answers(own) == wanted
    with contextlib.closing(real(own.folder / INDEX)) as connection:
        sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'unit'").fetchone()[0]
    assert "fts5" not in sql


def test_an_index_that_is_damaged_or_cannot_be_kept_changes_nothing(own: Library) -> None:
    wanted = answers(own)
    assert own.folder is not None
    (own.folder / INDEX).write_bytes(b"this is no database, and long enough to be taken for one" * 40)
    assert answers(own) == wanted
    (own.folder / INDEX).unlink()
    (own.folder / INDEX).mkdir()
    assert answers(own) == wanted
    (own.folder / INDEX).rmdir()
    assert answers(own) == wanted


def test_a_text_that_comes_in_later_is_found(own: Library) -> None:
    assert len(search(own, "patient").found) == 1
    later = Incoming(b"1. It will be patient still.", name="a.txt", date=datetime.date(2024, 1, 1))
    add(own, "harbour", [later])
    assert [found.release.year for found in search(own, "patient").found] == [2021, 2024]


def test_a_series_that_ships_with_its_texts_is_searched_when_it_is_named(own: Library) -> None:
    assert search(own, "denuclearization of the Kaveth").found == ()
    assert search(own, "denuclearization of the Kaveth", series=("sample",)).found
    assert search(Library(None), "denuclearization of the Kaveth", series=("sample",)).found
    with pytest.raises(ReferenceError, match="there is no series 'smple'"):
        search(own, "patient", series=("smple",))
    with pytest.raises(SettingsError, match="begins or ends with a gap"):
        search(own, "... low")


WORDS = st.sampled_from(
    "meeting honour-bound organise labour U.S. co-operate, denuclearization low. 12 S/RES/1701".split()
)


@settings(max_examples=30)
@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_a_run_of_words_that_stands_in_a_text_is_found_through_the_index(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], data: st.DataObject
) -> None:
    library = Library(tmp_path_factory.mktemp("statements"))
    text = " ".join(words)
    add(library, "harbour", [Incoming(text.encode(), name="a.txt", date=datetime.date(2024, 1, 1))])
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    phrase = " ".join(words[first : last + 1])
    assert len(search(library, phrase).found) == 1
