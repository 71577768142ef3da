"""A statement knows the release that it is, and the library and the command line say the same of a pair."""

import ast
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from support.server import STATEMENT, Server, serving, status
from support.word_documents import TRACKED
from typer.testing import CliRunner

import stmtdiff
from stmtdiff import comparison
from stmtdiff.checking import read_policy
from stmtdiff.cli.app import app
from stmtdiff.errors import ReferenceError  # noqa: A004
from stmtdiff.model import Forum, KnownRelease
from stmtdiff.releases.judging import Judge
from stmtdiff.releases.watching import Watching
from stmtdiff.report import Report
from stmtdiff.series.adding import Incoming, add
from stmtdiff.series.holdings import Library
from stmtdiff.settings import Settings
from stmtdiff.web import Client
from stmtdiff.web.limits import Limits

YEARS = {
    2021: "The Forum on Tides met on 3 May 2021.\n\nIt noted with grave concern the silting of the canal.",
    2022: "The Forum on Tides met on 3 May 2022.\n\nIt noted with grave concern the silting of the canal.",
    2023: "The Forum on Tides met on 3 May 2023.\n\nIt noted with grave concern the silting of the canal."
    "\n\nParties agreed to phase out unabated coal in the port by 2031.",
    2024: "The Forum on Tides met on 3 May 2024.\n\nIt noted with concern the silting of the canal."
    "\n\nParties agreed to phase down unabated coal in the port by 2031.",
}
MANIFEST = """schema = "stmtdiff-series/1"
id = "tides"
title = "Forum on Tides"
packs = ["climate"]
speakers = ["Wardens"]
[[release]]
date = 2024-05-03
place = "Osk"
chair = "Tarn"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with a series of one's own, which narrows the packs."""
    made = tmp_path / "statements"
    (made / "tides").mkdir(parents=True)
    (made / "tides" / "series.toml").write_text(MANIFEST, encoding="utf-8")
    add(Library(made), "tides", [Incoming(text.encode(), name=f"{year}-05-03.txt") for year, text in YEARS.items()])
    return made


def typed(*arguments: str, **variables: str) -> dict[str, Any]:
    """Return the JSON that a command writes."""
    done = CliRunner().invoke(app, [*arguments, "--format", "json"], env=variables)
    assert done.exit_code == 0, done.exception
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def pair(folder: Path | None, old: int = 2023, new: int = 2024) -> Report:
    return stmtdiff.compare(*(stmtdiff.load(f"tides:{year}", library=folder) for year in (old, new)))


def directions(report: Report) -> list[tuple[str, str]]:
    return [(shift.kind, shift.direction) for shift in report.shifts if shift.is_news]


def test_a_statement_knows_the_release_that_it_is(folder: Path) -> None:
    hosts = ("Osk", "Tarn", "")
    known = KnownRelease(
        "tides", "tides:2024", (2024, "2024-05-03"), ("climate",), Forum(frozenset({"wardens"})), hosts, folder
    )
    assert stmtdiff.load("tides:2024", library=folder).release == known
    part = stmtdiff.load("tides:2024#p2", library=folder)
    assert part.release is not None
    assert (part.release.paragraph, part.release.packs, part.release.forum) == ("p2", known.packs, known.forum)
    assert stmtdiff.parse(YEARS[2024], name="tides:2024").release is None
    path = folder / "tides" / "2024-05-03" / "text.txt"
    assert stmtdiff.load(path, library=folder).release is None


def test_how_a_text_is_read_holds_for_what_the_library_keeps(folder: Path) -> None:
    """Its original is read as it was asked for, and that the text is another one then is no doubt."""
    case = TRACKED["words"]
    add(Library(folder), "tides", [Incoming(case.raw, name="2025-05-03.docx")])
    accepted = stmtdiff.load("tides:2025", library=folder)
    before = stmtdiff.load("tides:2025", library=folder, original=True)
    assert accepted.text != before.text
    assert before.text == stmtdiff.load(folder / "tides" / "2025-05-03" / "original.docx", original=True).text
    assert not [doubt for doubt in before.source.doubts if "sha256" in doubt or "otherwise" in doubt]


def test_a_series_of_ones_own_gets_the_same_directions_everywhere(folder: Path) -> None:
    """Its manifest says `packs = ["climate"]`: "phase out" is judged and "grave" is not, whoever asks."""
    report = pair(folder)
    assert directions(report) == [("qualifier", "none"), ("verb", "softer")]
    assert report.packs == ("climate", "general")  # of the general pack its rules on negation alone
    told = typed("diff", "tides:2023", "tides:2024", "--library", str(folder))
    assert [shift["direction"] for shift in told["shifts"]] == [shift.direction for shift in report.shifts]
    assert directions(comparison.compare(report.old, report.new)) == [("qualifier", "softer"), ("verb", "softer")]


def test_the_library_and_the_command_line_make_one_report(folder: Path) -> None:
    sample = stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025"))
    assert sample.lives
    assert json.loads(sample.to_json()) == typed("diff", "sample:2024", "sample:2025")
    own = json.loads(pair(folder).to_json())
    assert own["lives"]
    assert own == typed("diff", "tides:2023", "tides:2024", "--library", str(folder))
    assert own == typed("diff", "tides:2023", "tides:2024", STMTDIFF_LIBRARY=str(folder))


def test_what_settings_say_wins_and_what_they_leave_open_the_series_says(folder: Path) -> None:
    old, new = (stmtdiff.load(f"tides:{year}", library=folder) for year in (2023, 2024))
    chosen = stmtdiff.compare(old, new, settings=Settings(packs=("general",)))
    assert directions(chosen) == [("qualifier", "softer"), ("verb", "none")]
    assert chosen.settings.packs == ("general",)
    none = stmtdiff.compare(old, new, settings=Settings(packs=()))
    assert directions(none) == [("qualifier", "none"), ("verb", "none")]
    fine = stmtdiff.compare(old, new, settings=Settings(grain="fine"))
    assert (fine.settings.packs, fine.settings.grain) == (("climate",), "fine")
    assert pair(folder).settings.packs == ("climate",)


def test_a_draft_beside_a_release_is_judged_by_its_series_and_has_no_lives(folder: Path) -> None:
    draft = folder.parent / "draft.txt"
    draft.write_text(YEARS[2024], encoding="utf-8")
    report = stmtdiff.compare(stmtdiff.load("tides:2023", library=folder), stmtdiff.load(draft))
    assert (report.settings.packs, report.lives) == (("climate",), ())
    told = typed("diff", "tides:2023", str(draft), "--library", str(folder))
    assert told == json.loads(report.to_json())


def test_one_paragraph_of_a_release_has_its_packs_and_no_lives(folder: Path) -> None:
    report = stmtdiff.compare(*(stmtdiff.load(f"tides:{year}#p2", library=folder) for year in (2023, 2024)))
    assert (directions(report), report.lives) == ([("qualifier", "none")], ())


def test_a_release_that_cannot_be_read_is_a_gap_and_said(folder: Path) -> None:
    """As in a checkout that has the lock file of a library and not its texts."""
    for name in ("text.txt", "original.txt"):
        (folder / "tides" / "2022-05-03" / name).unlink()
    report = pair(folder)
    life = next(life for life in report.lives if life.wording == "grave concern")
    assert (life.unknown, life.note) == (
        ("tides:2022",),
        "stood in every year read since 2021; 2022 unknown; nothing earlier was read",
    )
    (notice,) = report.notices
    assert notice == (
        "Earlier releases are judged without tides:2022: their texts are in the library but cannot be read."
    )
    assert json.loads(report.to_json()) == typed("diff", "tides:2023", "tides:2024", "--library", str(folder))


def test_a_library_that_went_away_is_said(folder: Path) -> None:
    old, new = (stmtdiff.load(f"tides:{year}", library=folder) for year in (2023, 2024))
    folder.rename(folder.with_name("elsewhere"))
    report = stmtdiff.compare(old, new)
    assert report.lives == ()
    assert report.notices == ("It could not be found how long a wording had stood: there is no series 'tides'.",)


def test_the_library_reads_no_variable_of_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a variable says is handed down by the command line; a program says it itself."""
    monkeypatch.setenv("STMTDIFF_LIBRARY", str(folder))
    assert CliRunner().invoke(app, ["outline", "tides:2024"]).exit_code == 0
    with pytest.raises(ReferenceError, match="there is no series 'tides'"):
        stmtdiff.load("tides:2024")


# What hands the whole environment to another program, in which nothing of ours is looked up.
HANDS_ON = {"loaders/pdf/ocr.py": "{**os.environ, 'OMP_THREAD_LIMIT': '1'}"}


def test_no_module_but_those_of_the_command_line_reads_the_environment() -> None:
    for path in sorted((ROOT / "stmtdiff").rglob("*.py")):
        name = path.relative_to(ROOT / "stmtdiff").as_posix()
        if name.startswith("cli/"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        handed = [node for node in ast.walk(tree) if ast.unparse(node) == HANDS_ON.get(name)]
        allowed = {inner for node in handed for inner in ast.walk(node)}
        read = [node for node in ast.walk(tree) if _names_environment(node) and node not in allowed]
        assert not read, f"{name}:{read[0].lineno}: {ast.unparse(read[0])}"


def _names_environment(node: ast.AST) -> bool:
    wanted = {"environ", "environb", "getenv", "getenvb"}
    if isinstance(node, ast.ImportFrom):
        return node.module == "os" and any(alias.name in wanted for alias in node.names)
    return isinstance(node, ast.Attribute) and node.attr in wanted


FEED = '<rss version="2.0"><channel><title>Press</title>{}</channel></rss>'
ITEM = "<item><title>Statement</title><link>/2026</link><pubDate>Sat, 13 Jun 2026 18:00:00 GMT</pubDate></item>"
NEXT_YEAR = STATEMENT.replace("41st", "42nd").replace("14 June 2025", "13 June 2026").replace("grave ", "")
POLICY = '[[watch]]\nid = "grave"\nphrase = "grave concern"\nmessage = "The concern changed."\n'


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.answers |= {"/feed": FEED.format(""), "/2026": NEXT_YEAR}
        yield server


@pytest.fixture
def watching(server: Server, tmp_path: Path) -> Watching:
    """Return a watch over one series that has last year's text."""
    library = Library(tmp_path / "library")
    library.place("quill").mkdir(parents=True)
    head = 'schema = "stmtdiff-series/1"\nid = "quill"\ntitle = "Quill Bay Dialogue"\naliases = ["bay"]\n'
    source = f'[source]\nfeed = "{server.at("/feed")}"\nmatch = "statement"\n'
    (library.place("quill") / "series.toml").write_text(head + source, encoding="utf-8")
    add(library, "quill", [Incoming(STATEMENT.encode(), name="2025-06-14.html")])
    client = Client(allowed=frozenset({"127.0.0.1"}), limits=Limits(connect=2, read=2, total=4, pause=0, retries=0))
    now = datetime.datetime(2026, 6, 14, 9, tzinfo=datetime.UTC)
    return Watching(library, ["quill", "bay"], client, clock=lambda: now)


def test_a_release_that_comes_out_is_judged_and_waits_until_it_is_settled(
    server: Server, watching: Watching, tmp_path: Path
) -> None:
    (tmp_path / "stmtdiff.toml").write_text(POLICY, encoding="utf-8")
    judge = Judge(read_policy(tmp_path / "stmtdiff.toml"), tmp_path / "stmtdiff-baseline.toml")
    assert [found.releases for found in watching.ask()] == [()]
    assert watching.waiting == ("quill",)
    server.answers["/feed"] = FEED.format(ITEM)
    ((release,),) = [found.releases for found in watching.ask()]
    assert (release.old, release.new, watching.waiting) == ("quill:2025", "quill:2026", ())
    verdict = watching.judged(release, judge)
    assert ([finding.entry for finding in verdict.findings], verdict.series) == (["grave"], "quill")
    again = Watching(watching.library, ["quill"], watching.client, clock=watching.clock)
    assert [found.releases for found in again.ask()] == [(release,)]
    again.settle(release)
    once_more = Watching(watching.library, ["quill"], watching.client, clock=watching.clock)
    assert [found.releases for found in once_more.ask()] == [()]


def test_a_trouble_is_told_once_and_lasts_until_the_source_answers(server: Server, watching: Watching) -> None:
    server.answers["/feed"] = status(503)
    (first,) = watching.ask()
    ((whose, said),) = first.told
    assert (whose, watching.troubles) == ("quill", {"quill": said})
    assert "answers 503" in said
    (second,) = watching.ask()
    assert (second.told, second.releases, watching.troubles) == ((), (), {"quill": said})
    server.answers["/feed"] = FEED.format("")
    assert [found.told for found in watching.ask()] == [()]
    assert (watching.troubles, watching.waiting) == ({}, ("quill",))
