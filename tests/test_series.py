"""Releases of a series are found by year, day, ordinal or place in the order, or the error lists them."""

from pathlib import Path

import pytest

from stmtdiff.errors import LoadError, ReferenceError, SettingsError  # noqa: A004
from stmtdiff.series import library, shipped
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest_reading import read_manifest

MANIFEST = """\
schema = "stmtdiff-series/1"
id = "harbour"
title = "Harbour Forum"

[[release]]
date = 2024-12-01
file = "second.txt"

[[release]]
date = 2023-07-14
ordinal = 30
place = "Arden"
file = "first.txt"

[[release]]
date = 2024-02-03
"""


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands in for the bundled corpora, with one series in it."""
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "series.toml").write_text(MANIFEST)
    (folder / "first.txt").write_text("1. The Forum met.")
    (folder / "second.txt").write_text("1. The Forum met again.")
    monkeypatch.setattr(shipped, "series_folders", lambda: {"harbour": folder})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("reference", "name", "text"),
    [
        ("harbour:2023", "harbour:2023", "1. The Forum met."),
        ("harbour:@30", "harbour:2023", "1. The Forum met."),
        ("harbour:2023-07-14", "harbour:2023", "1. The Forum met."),
        ("harbour:latest", "harbour:2024-12-01", "1. The Forum met again."),
    ],
)
@pytest.mark.usefixtures("corpora")
def test_a_reference_is_read_and_names_the_statement(reference: str, name: str, text: str) -> None:
    statement = library.read(reference)
    assert (statement.name, statement.text) == (name, text)


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("harbour:2024", "names 2 releases .name one by its date: 2024-02-03, 2024-12-01"),
        ("harbour:1999", "does not name a release .releases: 2023-07-14, 2024-02-03, 2024-12-01"),
        ("harbour:@31", "does not name a release"),
        ("harbour:", "does not name a release .releases: 2023-07-14"),
        ("harbour:lately", "does not name a release"),
        ("harbor:2024", "no series 'harbor' .did you mean 'harbour'"),
        ("elsewhere:2024", "no series 'elsewhere' .known series: harbour"),
    ],
)
@pytest.mark.usefixtures("corpora")
def test_a_reference_that_does_not_name_one_release_lists_what_there_is(reference: str, said: str) -> None:
    with pytest.raises(ReferenceError, match=said):
        library.find(reference)


@pytest.mark.usefixtures("corpora")
def test_the_release_before_another_is_the_one_of_the_day_before_it_in_its_series() -> None:
    assert library.release_before("harbour:latest") == "harbour:2024-02-03"
    assert library.release_before("harbour:2024-02-03") == "harbour:2023"
    with pytest.raises(ReferenceError, match=r"'harbour:2023' is the first release of its series .name another with"):
        library.release_before("harbour:@30")
    with pytest.raises(ReferenceError, match=r"' is not a release of a series.*--against OLD"):
        library.release_before(__file__)
    with pytest.raises(ReferenceError, match=r"'harbour:latest#p1' is one paragraph"):
        library.release_before("harbour:latest#p1")


def test_a_release_without_its_text_says_so(corpora: Path) -> None:
    with pytest.raises(LoadError, match="harbour:2024-02-03 is not in the library"):
        library.read("harbour:2024-02-03")
    (corpora / "harbour" / "first.txt").unlink()
    with pytest.raises(LoadError, match=r"no such file"):
        library.read("harbour:2023")


def test_files_come_before_references(corpora: Path) -> None:
    (corpora / "harbour:2023").write_text("A file with a colon in its name.")
    assert library.read("harbour:2023").text.startswith("A file")
    assert library.find("C:\\statements\\2024.txt") is None
    assert library.find("2024.txt") is None
    assert library.find("https://forum.example/2024") is None


@pytest.mark.parametrize(
    ("old", "new", "said", "place"),
    [
        ("ordinal = 30", "ordnal = 30", "unknown key 'ordnal' .did you mean 'ordinal'", (11, 1)),
        ("ordinal = 30", 'ordinal = "30"', "'ordinal': expected `int", (11, 1)),
        ("2024-02-03", "2024-12-01", "2024-12-01 is listed twice", (16, 1)),
        ("series/1", "series/9", "schema 'stmtdiff-series/9' is not known to this version", (1, 1)),
        ('title = "Harbour Forum"', "", "the key 'title' is missing", (1, 1)),
        ("2024-02-03", "2024-02-30", "this is not TOML", (16, 8)),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_place(
    corpora: Path, old: str, new: str, said: str, place: tuple[int, int]
) -> None:
    path = corpora / "harbour" / "series.toml"
    path.write_text(MANIFEST.replace(old, new))
    with pytest.raises(SettingsError, match=said) as caught:
        read_manifest(path)
    assert (caught.value.path, caught.value.line, caught.value.column) == (path, *place)


ADDRESS = '\n[[release.address]]\nurl = "https://harbour.example/1"\nbasis = "official"\n'


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ('[[release]]\nplace = "Arden"\n', "18:1: a release needs a date or, if the day is unknown, a year"),
        ("[[release]]\nyear = 2020\ndate = 2020-01-01\n", "18:1: a release needs a date or"),
        ("[[release]]\nyear = 20\n", "19:1: a year has four digits"),
        ("[[release]]\nyear = 2020\n\n[[release]]\nyear = 2020\n", "2020 is listed twice"),
        ("[release.address]\n", "18:1: 'address' must be a list of tables .write \\[\\[release.address]]"),
        (ADDRESS.replace("official", "rumour"), "21:1: 'basis': there is no 'rumour' .one of: official, mirror"),
        (ADDRESS.replace("basis", "bsis"), "unknown key 'bsis' .did you mean 'basis'"),
        (ADDRESS.replace("https:", "javascript:"), "20:1: this is not a web address"),
        ('[source]\nfeed = "file:///etc/passwd"\n', "19:1: this is not a web address"),
        ("[source]\npatterns = []\n", "19:1: unknown key 'patterns' .did you mean 'pattern'"),
        ('[[source.pattern]]\nurl = "https://a.example/{yr}"\n', "nothing can be filled in for '{yr}'"),
        ('[[release.reported]]\nformula = "grave concern"\n', "the key 'basis' is missing"),
        ("[[venue]]\nyear = 2030\n", "the key 'source' is missing"),
    ],
)
def test_a_mistake_inside_a_table_of_a_manifest_is_named_with_its_place(corpora: Path, added: str, said: str) -> None:
    path = corpora / "harbour" / "series.toml"
    path.write_text(f"{MANIFEST}\n{added}")
    with pytest.raises(SettingsError, match=said):
        read_manifest(path)


def test_addresses_are_built_for_the_years_and_values_that_are_known(corpora: Path) -> None:
    path = corpora / "harbour" / "series.toml"
    pattern = '\n[[source.pattern]]\nurl = "https://h.example/{year}/{month}-{day}/{ordinal}"\nsince = 2023\n'
    path.write_text(f"{MANIFEST}\n[[release]]\nyear = 2025\nordinal = 3\n{pattern}")
    series = read_manifest(path)
    built = {release.day: [item.url for item in series.addresses(release)] for release in series.releases}
    assert built == {
        "2023-07-14": ["https://h.example/2023/07-14/30"], "2024-02-03": [], "2024-12-01": [], "2025": [],
    }  # fmt: skip
    assert series.reference(series.releases[-1]) == "harbour:2025"


def test_a_paragraph_is_named_by_its_number_or_its_position() -> None:
    whole = library.read("sample:2024")
    fifth = library.read("sample:2024#5")
    assert fifth.text in whole.text
    assert [paragraph.label and paragraph.label.value for paragraph in fifth.paragraphs] == ["5"]
    assert library.read("sample:2024#p1").text == "Chair's Statement of the 31st Meridian Seas Forum"
    with pytest.raises(ReferenceError, match="no paragraph at '#p0'"):
        library.read("sample:2024#p0")


def test_the_sample_is_bundled_and_complete() -> None:
    series = Library().find("sample")
    assert len(series.releases) == 7
    for release in series.releases:
        statement = library.read(series.reference(release))
        assert statement.dateline.date == release.date
        assert statement.dateline.ordinal == release.ordinal
        assert statement.title is not None
        assert statement.title.of(statement.text) == release.title
