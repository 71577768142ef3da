"""What goes into the library stays as it came: nothing is overwritten, lost, doubled or led astray."""

import datetime
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import stmtdiff
from stmtdiff.errors import FetchError, LibraryError, LoadError, SettingsError
from stmtdiff.series import adding, holdings, library, lock, writing
from stmtdiff.series.adding import Incoming, add, use
from stmtdiff.series.audit import audit
from stmtdiff.series.holdings import Library

DAY = datetime.date(2024, 9, 12)
NOW = datetime.datetime(2024, 9, 12, 16, 2, tzinfo=datetime.UTC)
TEXT = "1. The Forum met in Saltmere on 12 September 2024.\n\n2. Ministers voiced grave concern.\n"
LATER = TEXT.replace("grave concern", "concern")


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """Return a library that is not there yet."""
    return Library(tmp_path / "statements")


def put(own: Library, text: str = TEXT, date: datetime.date | None = DAY, **told: object) -> adding.Added:
    incoming = Incoming(text.encode(), name="statement.txt", date=date, fetched=NOW, **told)  # type: ignore[arg-type]
    return add(own, "harbour", [incoming])[0]


def folder(own: Library) -> Path:
    assert own.folder is not None
    return own.folder / "harbour"


def test_a_text_is_kept_as_it_came_with_what_it_is_known_by(own: Library) -> None:
    added = put(own, address="https://harbour.example/17", ordinal=17, place="Saltmere")
    assert (added.status, added.is_new_series, added.kept.date) == ("added", True, DAY)
    day = folder(own) / "2024-09-12"
    assert (day / "original.txt").read_bytes() == TEXT.encode()
    assert hashlib.sha256((day / "text.txt").read_bytes()).hexdigest() == added.kept.text_sha256
    (entry,) = lock.read_lock(folder(own) / "lock.toml")
    assert entry == added.kept
    assert (entry.address, entry.fetched) == ("https://harbour.example/17", NOW)
    assert entry.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    (release,) = own.releases("harbour")
    assert (release.ordinal, release.place, release.status) == (17, "Saltmere", "at hand")


def test_what_was_put_in_is_read_by_reference(own: Library) -> None:
    put(own)
    put(own, LATER.replace("2024", "2025"), DAY.replace(year=2025))
    assert library.read("harbour:2024", library=own.folder).text == TEXT
    assert library.read("harbour:latest", library=own.folder).name == "harbour:2025"
    assert library.read("harbour:previous", library=own.folder).name == "harbour:2024"
    assert [release.year for release, _ in own.statements("harbour")] == [2024, 2025]
    assert library.read("harbour:2024#2", library=own.folder).text == "Ministers voiced grave concern."


@pytest.mark.parametrize(
    ("selector", "kept", "doubts"),
    [
        ("#said", "#said", ()),
        (
            "#main",
            "",
            ("Read without the selector that the series has for its pages: the selector '#main' matches nothing.",),
        ),
    ],
)
def test_a_page_that_the_usual_selector_does_not_suit_is_read_without_it_and_that_is_said(
    own: Library, selector: str, kept: str, doubts: tuple[str, ...]
) -> None:
    put(own)
    with (folder(own) / "series.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(f'\n[reading]\nselector = "{selector}"\n')
    words = "".join(f"<p>{line}</p>" for line in LATER.replace("2024", "2025").split("\n\n"))
    page = f"<!doctype html><html><body><div id='said'>{words}</div></body></html>"
    incoming = Incoming(page.encode(), name="page.html", date=DAY.replace(year=2025))
    [added] = add(own, "harbour", [incoming])
    assert (added.kept.selector, added.doubts) == (kept, doubts)
    assert "Ministers voiced concern." in added.statement.text


def test_the_same_text_twice_is_kept_once(own: Library) -> None:
    put(own)
    assert put(own).status == "same"
    other = put(own, date=DAY.replace(day=20))
    assert (other.status, other.kept.date) == ("same", DAY)
    page = Incoming(b"\xef\xbb\xbf" + TEXT.encode(), name="statement.txt", date=DAY)  # other bytes, the same text
    assert add(own, "harbour", [page])[0].status == "same"
    assert len(own.kept("harbour")) == 1
    assert [path.name for path in sorted((folder(own) / "2024-09-12").iterdir())] == ["original.txt", "text.txt"]


def test_another_text_of_a_day_is_kept_beside_and_used_once_chosen(own: Library) -> None:
    put(own)
    added = put(own, LATER, address="https://harbour.example/17")
    assert (added.status, added.kept.file, added.kept.text) == ("beside", "original.2.txt", "text.2.txt")
    assert library.read("harbour:2024", library=own.folder).text == TEXT
    (trouble,) = audit(own)
    assert (trouble.kind, trouble.is_damage) == ("beside", True)
    assert "changed at https://harbour.example/17" in trouble.said
    use(own, "harbour", DAY, 2)
    assert library.read("harbour:2024", library=own.folder).text == LATER
    assert audit(own) == ()
    assert (folder(own) / "2024-09-12" / "original.txt").read_bytes() == TEXT.encode()
    with pytest.raises(LibraryError, match=r"no version 3 of harbour:2024-09-12 .versions: 1, 2"):
        use(own, "harbour", DAY, 3)


def test_the_day_comes_from_the_name_of_the_file_else_from_the_dateline(own: Library) -> None:
    texts = [Incoming(TEXT.encode(), name="h-2024-10-01.txt"), Incoming(LATER.encode(), name="h.txt")]
    named, told = add(own, "harbour", texts)
    assert (str(named.kept.date), named.date_basis) == ("2024-10-01", "file name")
    assert "Its own dateline says 2024-09-12." in named.doubts
    assert (told.kept.date, told.date_basis) == (DAY, "dateline")
    with pytest.raises(LibraryError, match=r"note.txt: the day of this statement is not known.*--date YYYY-MM-DD"):
        add(own, "harbour", [Incoming(b"Ministers met.", name="note.txt")])


def test_nothing_is_written_when_one_of_many_cannot_be_read(own: Library) -> None:
    texts = [Incoming(TEXT.encode(), name="a.txt"), Incoming(b"\x00\x01\x02", name="b.txt", date=DAY)]
    with pytest.raises(LoadError, match=r"b\.txt"):
        add(own, "harbour", texts)
    assert own.folder is not None
    assert not own.folder.exists()


def test_a_year_that_is_known_without_its_day_gets_the_day_of_its_text(own: Library) -> None:
    text = TEXT.replace("12 September 2024", "12 July 2012")
    added = add(own, "arf", [Incoming(text.encode(), name="arf.txt")])[0]
    series = own.find("arf")
    (release,) = [release for release in series.releases if release.year == 2012]
    assert (release.date, release.ordinal, release.chair) == (added.kept.date, 19, "Cambodia")
    assert len(series.releases) == 32


def test_a_text_that_was_changed_or_lost_is_damage_and_is_read_with_a_doubt(own: Library) -> None:
    put(own)
    original = folder(own) / "2024-09-12" / "original.txt"
    original.write_text(LATER)
    statement = library.read("harbour:2024", library=own.folder)
    assert statement.text == LATER
    assert any("sha256 differs" in doubt for doubt in statement.source.doubts)
    assert [trouble.kind for trouble in audit(own)] == ["changed"]
    original.unlink()
    statement = library.read("harbour:2024", library=own.folder)
    assert statement.text == TEXT
    assert any("original cannot be read" in doubt for doubt in statement.source.doubts)
    assert [trouble.kind for trouble in audit(own)] == ["missing"]
    (folder(own) / "2024-09-12" / "text.txt").unlink()
    with pytest.raises(LoadError, match=r"no such file.*stmtdiff series check"):
        library.read("harbour:2024", library=own.folder)


def test_a_text_that_is_read_otherwise_today_carries_a_doubt(own: Library) -> None:
    entry = put(own).kept
    path = folder(own) / "lock.toml"
    stored = folder(own) / "2024-09-12" / "text.txt"
    stored.write_text("as an older loader read it")
    older = hashlib.sha256(stored.read_bytes()).hexdigest()
    locked = f'text_sha256 = "{entry.text_sha256}"'
    path.write_text(path.read_text().replace(locked, f'text_sha256 = "{older}"'))
    statement = library.read("harbour:2024", library=own.folder)
    assert statement.source.doubts == ("When this file was added to the library, text 1 read its text differently.",)
    (trouble,) = audit(own)
    assert (trouble.kind, trouble.is_damage) == ("reading", False)


def test_days_that_seem_to_be_one_meeting_and_stray_files_are_found(own: Library) -> None:
    add(own, "arf", [Incoming(TEXT.encode(), name="arf-2024-07-26.txt", ordinal=31)])
    kinds = [(trouble.day, trouble.kind) for trouble in audit(own, ("arf",))]
    assert kinds == [("2024-07-27", "overlap"), ("2024-07-26", "near")]
    put(own)
    (folder(own) / "2024-09-12" / "note.txt").write_text("mine")
    (trouble,) = audit(own, ("harbour",))
    assert (trouble.kind, trouble.is_damage) == ("stray", False)


def test_texts_whose_lock_file_is_lost_are_damage_until_they_are_put_in_again(own: Library) -> None:
    put(own)
    (folder(own) / "lock.toml").unlink()
    (trouble, other) = audit(own, ("harbour",))
    assert (trouble.kind, trouble.is_damage, other.kind) == ("unlisted", True, "stray")
    assert put(own).kept.file == "original.txt"
    assert audit(own) == ()
    (folder(own) / "lock.toml").unlink()
    assert put(own, LATER).kept.file == "original.2.txt"
    assert (folder(own) / "2024-09-12" / "original.txt").read_bytes() == TEXT.encode()


def test_a_wrong_manifest_or_lock_file_is_damage_with_its_place(own: Library) -> None:
    put(own)
    path = folder(own) / "series.toml"
    path.write_text(path.read_text() + "pubisher = 'x'\n")
    (trouble,) = audit(own, ("harbour",))
    assert trouble.kind == "manifest"
    assert "series.toml:5:1: unknown key 'pubisher'" in trouble.said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'file = "original.txt"',
            'file = "../../../secret"',
            "lock.toml:6:1: 'file' has a value that stmtdiff did not write",
        ),
        ('file = "original.txt"', 'file = "original.txt"\ntext = "/etc/passwd"', "'text' has a value"),
        ("stmtdiff-lock/1", "stmtdiff-lock/9", "this is not a lock file"),
        ("date = 2024-09-12", 'date = "../.."', "'date': "),
        ("[[text]]", "[[txet]]", "unknown key 'txet'"),
    ],
)
def test_a_lock_file_that_was_tampered_with_is_refused(own: Library, old: str, new: str, said: str) -> None:
    put(own)
    path = folder(own) / "lock.toml"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(SettingsError) as caught:
        own.find("harbour")
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["..", "../x", "a/b", "a\\b", "", "x", "NUL", "nul", "-a", "a" * 61, "ä", "a\n"])
def test_a_name_cannot_lead_out_of_the_library(own: Library, name: str) -> None:
    with pytest.raises(LibraryError, match="is not a valid id of a series"):
        add(own, name, [Incoming(TEXT.encode(), name="a.txt")])
    assert own.folder is not None
    assert not own.folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_that_lead_out_of_the_library_are_refused(own: Library, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    put(own)
    (folder(own) / "2025-01-01").symlink_to(outside)
    with pytest.raises(LibraryError, match="leads out of the library"):
        put(own, LATER, datetime.date(2025, 1, 1))
    assert not any(outside.iterdir())
    original = folder(own) / "2024-09-12" / "original.txt"
    (tmp_path / "secret.txt").write_text("secret")
    original.unlink()
    original.symlink_to(tmp_path / "secret.txt")
    with pytest.raises(LibraryError, match="leads out of the library"):
        library.read("harbour:2024", library=own.folder)
    assert "missing" in {trouble.kind for trouble in audit(own, ("harbour",))}
    manifest = folder(own) / "series.toml"
    manifest.write_text(manifest.read_text() + '[[release]]\ndate = 2020-01-01\nfile = "../../secret.txt"\n')
    with pytest.raises(LibraryError, match="leads out of the library"):
        library.read("harbour:2020", library=own.folder)
    assert own.folder is not None
    (own.folder / "elsewhere").symlink_to(outside)
    (outside / "series.toml").write_text("")
    with pytest.raises(LibraryError, match="leads out of the library"):
        own.find("elsewhere")


def test_a_write_that_fails_leaves_what_was_there(own: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    put(own)
    before = (folder(own) / "lock.toml").read_bytes()

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", fail)
    with pytest.raises(LibraryError, match="nothing was written: No space left on device"):
        put(own, LATER)
    monkeypatch.undo()
    assert (folder(own) / "lock.toml").read_bytes() == before
    assert audit(own) == ()
    assert not list(folder(own).rglob(".part-*"))
    assert put(own, LATER).status == "beside"


def test_what_a_process_left_that_was_ended_in_a_write_is_taken_away(own: Library) -> None:
    put(own)
    left = [folder(own) / ".part-1", folder(own) / "2024-09-12" / ".part-2"]
    for path in left:
        path.write_bytes(b"half a te")
    assert audit(own) == ()
    put(own, LATER, DAY.replace(year=2025))
    assert not any(path.exists() for path in left)


class Killed(BaseException):
    """What stands for a process that is ended: nothing of ours may run after it."""


def killed_at(number: int, monkeypatch: pytest.MonkeyPatch, own: Library, texts: list[Incoming]) -> bool:
    """Add `texts` and be ended at the change of the file system with that number; say whether there was one."""
    calls = 0

    def counting(name: str):
        real = getattr(os, name)

        def call(*arguments, **choices):
            nonlocal calls
            calls += 1
            if calls >= number:  # also what would be cleaned up is not any more
                raise Killed
            return real(*arguments, **choices)

        return call

    with monkeypatch.context() as patched:
        for name in ("open", "fsync", "replace", "unlink", "mkdir", "rmdir", "chmod"):
            patched.setattr(os, name, counting(name))
        try:
            add(own, "harbour", texts)
        except Killed:
            return True
    return False


def holdings_of(own: Library) -> dict[str, bytes]:
    """Return all files but those that are nobody's business, by name."""
    assert own.folder is not None
    found = {str(path.relative_to(own.folder)): path for path in own.folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if not Path(name).name.startswith(".")}


@pytest.mark.parametrize("is_there", [False, True], ids=["new", "there"])
def test_an_addition_that_is_ended_anywhere_leaves_no_damage_and_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    """What was there is whole, and the same addition comes to the same end as if nothing had been."""
    texts = [Incoming(raw.encode(), name="a.txt", fetched=NOW) for raw in (LATER, TEXT.replace("2024", "2025"))]
    number, was_there = 1, True
    ends = set()
    while was_there:
        own = Library(tmp_path / f"{is_there}-{number}")
        before = holdings_of(own) if is_there and put(own) else {}
        was_there = killed_at(number, monkeypatch, own, texts)
        assert not [trouble for trouble in audit(own) if trouble.is_damage and trouble.kind != "beside"], number
        assert all(holdings_of(own)[name] == raw for name, raw in before.items() if "lock.toml" not in name), number
        for entry in own.kept("harbour"):
            assert hashlib.sha256((folder(own) / str(entry.date) / entry.file).read_bytes()).hexdigest() == entry.sha256
        add(own, "harbour", texts)
        ends.add(str(holdings_of(own)))
        assert own.folder is not None
        assert not [path for path in own.folder.rglob(".part-*") if path.name != ".part-plan"]
        assert not (folder(own) / ".part-plan").exists()
        number += 1
    assert number > 20
    assert len(ends) == 1


def test_what_a_killed_addition_left_is_tidied_without_another(own: Library) -> None:
    """As `pull` does first: all that was to come may be at hand by then."""
    put(own)
    note, left = folder(own) / ".part-plan", folder(own) / "2024-09-12" / "original.2.txt"
    left.write_bytes(b"x")
    note.write_text(f"{hashlib.sha256(b'x').hexdigest()} 2024-09-12/original.2.txt\n")
    (remark,) = audit(own)
    assert (remark.kind, remark.is_damage) == ("stray", False)
    adding.tidy(own, "harbour")
    assert not note.exists()
    assert not left.exists()
    assert audit(own) == ()


def test_an_addition_that_fails_puts_nothing_in(own: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is true of all texts that were to go in that nothing was written, whichever the disk was full at."""
    texts = [Incoming(raw.encode(), name="a.txt") for raw in (TEXT, TEXT.replace("2024", "2025"))]
    for failing in range(1, 40):
        with monkeypatch.context() as patched:
            synced = iter(range(1, 100))
            real = os.fsync

            def sync(descriptor: int, failing: int = failing, synced=synced, real=real) -> None:
                if next(synced) >= failing:
                    raise OSError(28, "No space left on device")
                real(descriptor)

            patched.setattr(os, "fsync", sync)
            said = ""
            try:
                add(own, "harbour", texts)
            except LibraryError as error:
                said = str(error)
        if not said:
            break
        assert "nothing was written: No space left on device" in said
        assert not folder(own).exists()
    assert failing > 10
    assert len(own.kept("harbour")) == 2


def test_a_text_that_no_lock_file_lists_survives_an_addition_that_fails(
    own: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own)
    (folder(own) / "lock.toml").unlink()
    before = holdings_of(own)
    calls = []
    real = os.replace

    def replace(*paths) -> None:
        calls.append(paths)
        if str(paths[1]).endswith("lock.toml"):
            raise OSError(28, "No space left on device")
        real(*paths)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(LibraryError, match="nothing was written"):
        put(own)
    assert calls
    assert holdings_of(own) == before


def test_a_lock_that_another_process_holds_is_said_once(own: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    tried, said = iter([False] * 50 + [True]), []
    monkeypatch.setattr(writing, "try_to_hold", lambda _: next(tried))
    waited: list[float] = []
    monkeypatch.setattr(writing.time, "sleep", waited.append)
    assert own.folder is not None
    with writing.locked(own.folder, said.append):
        assert said == [own.folder]
    assert sum(waited[:40]) == pytest.approx(2)


@pytest.mark.parametrize("address", ["https://me:secret@harbour.example/17", "https://secret@[", "ftp://me:secret@h/"])
def test_an_address_with_a_password_is_not_written_down(own: Library, address: str) -> None:
    with pytest.raises(FetchError) as caught:
        put(own, address=address)
    assert "secret" not in str(caught.value)
    assert own.folder is not None
    assert not own.folder.exists()


def test_a_folder_that_cannot_be_read_hides_no_other(own: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    put(own)
    add(own, "lighthouse", [Incoming(TEXT.encode(), name="a.txt")])
    assert own.folder is not None
    real = Path.is_file

    def is_file(path: Path) -> bool:
        if path.parent.name == "harbour":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "is_file", is_file)
    assert own.own_ids() == ("harbour", "lighthouse")
    assert own.find("lighthouse").releases[0].status == "at hand"
    with pytest.raises(LibraryError, match="the folder cannot be read: Permission denied"):
        own.find("harbour")
    (trouble,) = audit(own)
    assert (trouble.series, trouble.is_damage) == ("harbour", True)


ADDER = """
import datetime, sys
from pathlib import Path
from stmtdiff.series.adding import Incoming, add
from stmtdiff.series.holdings import Library

library, who = Library(Path(sys.argv[1])), sys.argv[2]
for number in range(int(sys.argv[3])):
    day = datetime.date(2001, 1, 1) + datetime.timedelta(days=number)
    text = f"1. The Forum met. Process {who} was there for the meeting of day {number}."
    add(library, "harbour", [Incoming(text.encode(), name="a.txt", date=day)])
"""


def test_two_processes_that_add_at_once_lose_nothing(own: Library) -> None:
    """Every one of their texts is there, whole and listed, and where both had one for a day, both are."""
    count = 25
    arguments = [sys.executable, "-c", ADDER, str(own.folder)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = [subprocess.Popen([*arguments, who, str(count)], env=environment) for who in ("one", "two")]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    kept = own.kept("harbour")
    assert len(kept) == 2 * count
    assert len({entry.date for entry in kept}) == count
    assert sum(entry.beside for entry in kept) == count
    assert {trouble.kind for trouble in audit(own)} == {"beside"}
    for entry in kept:
        raw = (folder(own) / entry.date.isoformat() / entry.file).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == entry.sha256


def test_a_folder_that_cannot_be_a_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="this cannot be a library"):
        add(Library(tmp_path / "file"), "harbour", [Incoming(TEXT.encode(), name="a.txt")])
    with pytest.raises(LibraryError, match="no library to add it to"):
        add(Library(None), "harbour", [Incoming(TEXT.encode(), name="a.txt")])


def test_a_manifest_of_ones_own_stands_before_the_one_that_ships(own: Library) -> None:
    assert own.folder is not None
    (own.folder / "fomc").mkdir(parents=True)
    (own.folder / "fomc" / "series.toml").write_text('schema = "stmtdiff-series/1"\nid = "fomc"\ntitle = "Mine"\n')
    assert own.find("fomc").title == "Mine"
    (own.folder / "fomc" / "series.toml").write_text('schema = "stmtdiff-series/1"\nid = "other"\ntitle = "Mine"\n')
    with pytest.raises(SettingsError, match="the id is 'other' and the folder 'fomc'"):
        own.find("fomc")


def test_what_a_series_knows_of_two_releases_proves_that_its_hosts_rolled_forward(own: Library) -> None:
    """The texts do not say where they were adopted; the manifest does, and only where somebody hosts is it a proof."""
    text = "1. {person} was thanked for the hospitality.\n\n2. The report of {chair} on reefs was noted.\n"
    told = [("Ordan Vell", "Dravane", 2024), ("Mira Toss", "Kaveth", 2025)]
    manifest = 'schema = "stmtdiff-series/1"\nid = "harbour"\ntitle = "Harbour"\n'
    for person, chair, year in told:
        put(own, text.format(person=person, chair=chair), DAY.replace(year=year))
        row = f'ordinal = {year - 2007}\nchair = "{chair}"\nchair_person = "{person}"'
        manifest += f"\n[[release]]\ndate = {DAY.replace(year=year)}\n{row}\n"
    plain = stmtdiff.compare(*(statement for _, statement in own.statements("harbour")))
    (folder(own) / "series.toml").write_text(manifest)
    statements = [statement for _, statement in own.statements("harbour")]
    assert [statement.dateline.ordinal for statement in statements] == [17, 18]
    assert [statement.dateline.date for statement in statements] == [DAY, DAY.replace(year=2025)]
    listed = stmtdiff.compare(*statements)
    proofs = {shift.old.of(listed.old.text): shift.proof for shift in listed.shifts if shift.old}
    assert proofs["Ordan Vell"] == "the place or chair that the series lists"
    assert not proofs["Dravane"]
    assert not any(shift.proof for shift in plain.shifts)


def test_what_a_lock_file_says_is_what_was_written(own: Library) -> None:
    odd = 'a "quoted" \\ place\x7f\x01 \U0001f30a'
    entry = lock.Kept(DAY, "original.html", "0" * 64, "1" * 64, "html", "1", fetched=NOW, place=odd, beside=True)
    path = folder(own) / "lock.toml"
    writing.write_whole(path, lock.lock_text((entry,)).encode())
    assert lock.read_lock(path) == (entry,)


def test_a_library_that_is_not_there_holds_what_ships() -> None:
    assert "arf" in holdings.Library(Path("/nonexistent/library")).ids()
    assert Library(None).own_ids() == ()
