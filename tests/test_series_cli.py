"""The library at the command line: what is said, with which exit code, and where the library is."""

import json
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.command import out, run
from test_schema import SCHEMAS

OLD = "1. The Forum met in Saltmere on 12 September 2024.\n\n2. Ministers voiced grave concern.\n"
NEW = "1. The Forum met in Velm on 3 September 2025.\n\n2. Ministers voiced concern.\n"


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "harbour-2024-09-12.txt", tmp_path / "new.txt"
    old.write_text(OLD)
    new.write_text(NEW)
    return old, new


@pytest.fixture
def own(tmp_path: Path, texts: tuple[Path, Path]) -> Path:
    """Return a library with two releases of a series that was made by adding them."""
    folder = tmp_path / "statements"
    out("add", *texts, "--series", "harbour", "--library", folder)
    return folder


def test_add_says_what_became_of_each_file(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    old, new = texts
    folder = tmp_path / "statements"
    assert out("add", old, new, "--series", "harbour", "--library", folder) == (
        f"{old} is harbour:2024-09-12 (day from the file's name)\n"
        f"{new} is harbour:2025-09-03 (day from its dateline)\n"
        f"2 texts added to {folder}, a new series 'harbour'\n"
    )
    assert out("add", old, "--series", "harbour", "--library", folder) == (
        f"{old} is already in the library, as harbour:2024-09-12\n0 texts added to {folder}\n"
    )
    said = out("add", new, "--series", "harbour", "--date", "2024-09-12", "--library", folder)
    assert said.startswith(f"{new} is already in the library, as harbour:2025-09-03\n")


def test_a_text_that_is_listed_and_not_there_is_put_back(own: Path, texts: tuple[Path, Path]) -> None:
    (own / "harbour" / "2024-09-12" / "original.txt").unlink()
    assert run("series", "check", "--library", own).returncode == 1
    said = out("add", texts[0], "--series", "harbour", "--library", own)
    assert said == f"{texts[0]} is in the library again, as harbour:2024-09-12\n1 text added to {own}\n"
    assert run("series", "check", "--library", own).returncode == 0


def test_a_release_of_ones_own_stands_wherever_a_file_can(own: Path) -> None:
    page = out("diff", "harbour:2024", "harbour:latest", "--library", own)
    assert "[-grave-]" in page
    assert "harbour:2024 (2024-09-12) -> harbour:2025 (2025-09-03)" in page
    alone = out("diff", "harbour:2024#2", "harbour:2025#2", "--library", own)
    assert "[-grave-]" in alone
    assert "harbour:2024#2 (2024-09-12) -> harbour:2025#2 (2025-09-03)" in alone
    assert "Saltmere" in out("outline", "harbour:previous", "--library", own)


def test_the_library_is_the_one_that_is_named_nearest(own: Path, tmp_path: Path) -> None:
    """The option wins over the variable, that over the settings file, that over the system's folder."""
    empty = tmp_path / "empty"
    assert "harbour " in out("series", STMTDIFF_LIBRARY=str(own))
    assert "harbour " not in out("series", "--library", empty, STMTDIFF_LIBRARY=str(own))
    inner = tmp_path / "project" / "inner"
    inner.mkdir(parents=True)
    (tmp_path / "project" / ".git").mkdir()
    (tmp_path / "project" / "stmtdiff.toml").write_text('library = "../statements"\n')
    assert "harbour " in out("series", folder=inner)
    assert "harbour " not in out("series", folder=inner, STMTDIFF_LIBRARY=str(empty))
    (tmp_path / "stmtdiff").mkdir()
    own.rename(tmp_path / "stmtdiff" / "library")
    if sys.platform == "linux":
        assert "harbour " in out("series", XDG_DATA_HOME=str(tmp_path))


def test_a_settings_file_that_names_no_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stmtdiff.toml").write_text("library = 3\n")
    done = run("series")
    assert done.returncode == 2
    assert b"stmtdiff.toml:1:1: 'library' must be the path of a folder" in done.stderr


def test_the_series_are_listed_and_one_of_them_shown(own: Path) -> None:
    listed = out("series", "--library", own)
    assert "harbour       2      2      2025-09-03" in listed
    assert "sample        7      7      2025-07-11" in listed
    shown = out("series", "harbour", "--library", own)
    assert "2024-09-12" in shown
    assert "in the library" in shown
    assert out("series", "show", "unsc_unifil", "--library", own).startswith("series   unifil\n")
    facts = out("series", "arf", "--library", own)
    assert "2002        9" in facts
    assert "no address known" in facts
    assert "wording reported; https://worldjpn.net/documents/texts/arf/20200912.D1E.html (mirror)" in facts


def test_what_is_listed_is_there_as_json_too(own: Path) -> None:
    listed = json.loads(out("series", "--format", "json", "--library", own))
    assert {"id": "harbour", "at_hand": 2}.items() <= next(
        row for row in listed["series"] if row["id"] == "harbour"
    ).items()
    (shown,) = json.loads(out("series", "arf", "--format", "json", "--library", own))["series"]
    release = shown["releases"][-1]
    assert (release["reference"], release["status"], release["texts"]) == ("arf:2025", "reported", [])
    assert release["reported"][0]["formula"] == "complete denuclearization"
    (found,) = json.loads(out("series", "find", "grave", "-f", "json", "--library", own))["found"]
    start, end = found["matches"][0]
    assert (found["reference"], found["text"][start:end]) == ("harbour:2024#p2", "grave")
    assert json.loads(out("series", "check", "-f", "json", "--library", own))["troubles"] == []
    assert run("series", "-f", "csv", "--library", own).returncode == 2


def test_check_finds_damage_and_says_so_by_its_exit_code(own: Path) -> None:
    assert out("series", "check", "--library", own) == f"nothing damaged, 0 remarks; 2 texts in {own}\n"
    (own / "harbour" / "2024-09-12" / "original.txt").write_text("other")
    done = run("series", "check", "harbour", "--library", own)
    assert done.returncode == 1
    assert done.stdout.startswith(b"damage harbour:2024-09-12: 2024-09-12/original.txt is not what the lock file says")
    assert done.stdout.endswith(f"1 damaged, 0 remarks; 2 texts in {own}\n".encode())
    assert run("series", "check", "elsewhere", "--library", own).returncode == 2
    (own / "harbour" / "lock.toml").write_text("text = 3")
    listed = out("series", "--library", own)
    assert "damaged: stmtdiff series check harbour" in listed
    assert "sample " in listed


def test_a_later_text_is_kept_beside_until_a_reader_chooses(own: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text(OLD.replace("grave", "deep"))
    said = out("add", later, "--series", "harbour", "--date", "2024-09-12", "--library", own)
    assert "differs from the text of harbour:2024-09-12 in the library; kept beside it as original.2.txt" in said
    assert run("series", "check", "--library", own).returncode == 1
    assert "grave" in out("outline", "harbour:2024", "--library", own)
    assert out("series", "use", "harbour:2024", "2", "--library", own) == (
        "harbour:2024 is now read from original.2.txt\n"
    )
    assert "deep" in out("outline", "harbour:2024", "--library", own)
    assert run("series", "check", "--library", own).returncode == 0
    assert run("series", "use", "harbour:2024", "7", "--library", own).returncode == 2


def test_find_shows_each_paragraph_with_the_phrase_marked(own: Path) -> None:
    assert out("series", "find", "grave concern", "--library", own) == (
        "harbour:2024#p2\n    Ministers voiced [grave concern].\n1 paragraph in 1 text\n"
    )
    assert out("series", "find", "concern", "--series", "sample", "--library", own).count("sample:2024#p")
    assert out("series", "find", "no such words", "--library", own) == "0 paragraphs in 0 texts\n"


def test_what_is_found_goes_into_a_spreadsheet(own: Path, tmp_path: Path) -> None:
    file = tmp_path / "found.csv"
    out("series", "find", "grave", "-o", file, "--library", own)
    assert file.read_text(encoding="utf-8").splitlines() == [
        "series,release,date,paragraph,phrase,text",
        "harbour,harbour:2024,2024-09-12,2,grave,Ministers voiced grave concern.",
    ]
    assert out("series", "find", "grave", "-f", "csv", "--library", own) == file.read_text(encoding="utf-8")


def test_find_goes_on_past_what_cannot_be_read_and_names_it(own: Path, tmp_path: Path) -> None:
    out("add", own / "harbour" / "2025-09-03" / "original.txt", "--series", "canal", "--library", own)
    (own / "canal" / "lock.toml").write_text("text = 3")
    found = out("series", "find", "concern", "--library", own)
    assert "harbour:2024#p2\n    Ministers voiced grave [concern].\n" in found
    assert "\nnot searched: canal: lock.toml" in found
    for file in (own / "harbour" / "2024-09-12").iterdir():
        file.unlink()
    found = out("series", "find", "concern", "--library", own)
    assert "\nnot searched: harbour:2024: " in found
    assert "harbour:2025#p2\n" in found
    told = json.loads(out("series", "find", "concern", "-f", "json", "--library", own))
    assert [one["reference"] for one in told["unread"]] == ["canal", "harbour:2024"]
    Draft202012Validator(SCHEMAS["library-1.json"]).validate(told)
    done = run("series", "find", "concern", "-o", tmp_path / "found.csv", "--library", own)
    assert (done.returncode, done.said) == (
        0, "stmtdiff: not searched, for it cannot be read: canal, harbour:2024\n",
    )  # fmt: skip
    done = run("series", "find", "concern", "--series", "canal", "--library", own)
    assert done.returncode == 2
    assert done.said.startswith("stmtdiff: no text can be read; canal: lock.toml")


def test_a_release_is_removed_only_when_it_is_meant(own: Path) -> None:
    done = run("series", "remove", "harbour:2024", "--library", own)
    assert done.returncode == 2
    assert "1 text of harbour:2024-09-12 would be removed for good" in done.said
    assert "grave" in out("text", "harbour:2024", "--library", own)
    assert out("series", "remove", "harbour:2024", "--yes", "--library", own) == (
        "removed 1 text of harbour:2024-09-12\n"
    )
    assert not (own / "harbour" / "2024-09-12").exists()
    assert out("series", "check", "--library", own) == f"nothing damaged, 0 remarks; 1 text in {own}\n"
    assert out("series", "find", "grave", "--library", own) == "0 paragraphs in 0 texts\n"
    assert run("series", "remove", "harbour:2024-09-12", "--yes", "--library", own).returncode == 2
    assert run("series", "remove", "sample:2024", "--yes", "--library", own).returncode == 2


def test_a_file_that_is_not_what_was_listed_is_not_removed(own: Path) -> None:
    changed = own / "harbour" / "2024-09-12" / "text.txt"
    changed.write_text("notes of my own")
    out("series", "remove", "harbour:2024", "--yes", "--library", own)
    assert changed.read_text() == "notes of my own"


def test_a_removal_that_was_ended_in_the_middle_is_finished_by_the_next(own: Path, monkeypatch) -> None:
    monkeypatch.setattr("stmtdiff.series.whole._take_away", lambda *_: None)
    monkeypatch.setattr("stmtdiff.series.whole.sweep", lambda *_: None)
    out("series", "remove", "harbour:2024", "--yes", "--library", own)
    monkeypatch.undo()
    assert (own / "harbour" / "2024-09-12" / "original.txt").exists()
    assert run("series", "check", "--library", own).returncode == 0
    out("series", "remove", "harbour:2025", "--yes", "--library", own)
    assert not (own / "harbour" / "2024-09-12").exists()


def test_a_hostile_text_cannot_reach_the_terminal(own: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("1. Ministers met.\x1b[2J\n\n2. They left \u202ebackwards\u202c.\n")
    out("add", bad, "--series", "harbour", "--date", "2023-01-01", "--title", "\x1b[31mred", "--library", own)
    shown = out("series", "find", "ministers|backwards", "--library", own) + out("series", "harbour", "--library", own)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.txt", "--series", "harbour"), "missing.txt: there is no such file"),
        (("{old}", "--series", "../x"), "'../x' is not a valid id of a series (two to sixty small letters"),
        (
            ("{old}", "--series", "harbour", "--date", "2024-13-01"),
            "'2024-13-01' is not a date (write it as 2025-07-11)",
        ),
        (("{old}", "{old}", "--series", "harbour", "--date", "2024-01-01"), "--date is for one release"),
        (("{old}", "--series", "harbour", "--source", "javascript:x"), "'javascript:x' is not a web address"),
        (("{folder}", "--series", "harbour"), "this is a directory, not a statement"),
        (("{empty}", "--series", "harbour"), "the file is empty"),
        (("{old}", "--series", "harbour", "--library", "{old}"), "the library must be a folder"),
        (("{old}", "--series", "harbour", "--library", "/proc/nothing"), "this cannot be a library"),
    ],
)
def test_what_cannot_be_added_is_said_in_one_sentence_and_nothing_is_written(
    texts: tuple[Path, Path], tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    folder, empty = tmp_path / "statements", tmp_path / "empty.txt"
    empty.write_text("")
    places = {"{old}": str(texts[0]), "{folder}": str(tmp_path), "{empty}": str(empty)}
    done = run("add", *[places.get(word, word) for word in arguments], STMTDIFF_LIBRARY=str(folder))
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert not folder.exists()


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("arf:2019", "the text of arf:2019 is not in the library (bring your own: stmtdiff add FILE --series arf"),
        (
            "arf:2020",
            "(stmtdiff pull arf 2020-09-12; or save https://worldjpn.net/documents/texts/arf/20200912.D1E.html, then",
        ),
        (
            "arf:latest",
            "'arf:latest' does not name a release: the library has no text (stmtdiff pull arf, or stmtdiff add FILE)",
        ),
        ("harbour:2024#9", "no paragraph of 'harbour:2024' has the number '9'"),
        ("harbour:2024#p9", "'harbour:2024' has no paragraph at '#p9' (there are 2)"),
        ("fomc:2008", "'fomc:2008' names 11 releases (name one by its date: 2008-01-22, 2008-01-30,"),
    ],
)
def test_a_reference_to_what_is_not_at_hand_says_what_to_do(own: Path, reference: str, said: str) -> None:
    done = run("outline", reference, "--library", own)
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_latest_says_that_a_later_release_is_known(own: Path, tmp_path: Path) -> None:
    text = tmp_path / "arf.txt"
    text.write_text(OLD.replace("12 September 2024", "27 July 2024"))
    out("add", text, "--series", "arf", "--library", own)
    shown = out("outline", "arf:latest", "--library", own)
    assert "The series lists a later release, 2025-07-11, and its text is not in the library." in shown


def test_a_shipped_manifest_finds_the_statement_in_a_page(tmp_path: Path) -> None:
    """A page of the Committee's is read by its manifest's selector, so that menus and share buttons are left out."""
    page = tmp_path / "monetary20310129a.html"
    page.write_text(
        "<html><body><div id='nav'>Menu</div><div id='article'><div class='heading col-sm-8'>"
        "<p class='article__time'>January 29, 2031</p><h3 class='title'>The Panel issues its statement</h3>"
        "<ul><li>Share</li></ul></div><div class='col-xs-12 col-sm-8 col-md-8'><p>The Panel left its rate alone.</p>"
        "</div></div></body></html>"
    )
    said = out("add", page, "--series", "fomc", "--library", tmp_path / "own")
    assert "is fomc:2031-01-29 (day from its dateline)" in said
    shown = out("outline", "fomc:latest", "--library", tmp_path / "own")
    assert "The Panel left its rate alone." in shown
    assert "Share" not in shown
