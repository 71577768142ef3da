"""`stmtdiff pull` and addresses on the command line, from a server on loopback."""

from pathlib import Path

import pytest
from support import command
from support.command import Done
from support.server import STATEMENT, Server, serving, status

NEXT_YEAR = STATEMENT.replace("41st", "42nd").replace("14 June 2025", "13 June 2026").replace("grave ", "")


@pytest.fixture
def server():
    with serving() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path, server: Server) -> Path:
    """Return a library with the manifest of a series of three releases, the last without an address."""
    releases = [f'[[release]]\ndate = {year}-06-14\n[[release.address]]\nurl = "{server.at(f"/{year}.html")}"\n'
                'basis = "official"' for year in (2025, 2026)]  # fmt: skip
    head = 'schema = "stmtdiff-series/1"\nid = "quill"\ntitle = "Quill Bay Dialogue"\n'
    (tmp_path / "quill").mkdir()
    manifest = "\n".join([head, *releases, "[[release]]\ndate = 2027-06-14"])
    (tmp_path / "quill" / "series.toml").write_text(manifest, encoding="utf-8")
    return tmp_path


def run(*arguments: str, library: Path, **environment: str) -> Done:
    known = {"STMTDIFF_LIBRARY": str(library), "STMTDIFF_ALLOW_HOSTS": "127.0.0.1"}
    return command.run(*arguments, **known | environment)


def test_a_partial_pull_keeps_what_came_and_goes_on_next_time(server: Server, folder: Path) -> None:
    server.answers |= {"/2025.html": STATEMENT, "/2026.html": status(404)}
    done = run("pull", "quill", "--no-archive", library=folder)
    assert done.returncode == 2
    assert f"quill:2025: pulled from {server.at('/2025.html')} (official)\n" in done.out
    assert "quill:2026: failed\n" in done.out
    assert "127.0.0.1 answers 404" in done.out
    assert "quill:2027: no address is known: stmtdiff add FILE --series quill --date 2027-06-14\n" in done.out
    assert done.out.endswith("1 pulled, 1 failed, 1 no address\n")
    assert done.said == "stmtdiff: 1 of 3 could not be pulled; the others are in the library\n"
    server.answers["/2026.html"] = NEXT_YEAR
    again = run("pull", "quill", "--no-archive", library=folder)
    assert again.returncode == 0
    assert again.out.endswith("1 in the library already, 1 pulled, 1 no address\n")
    assert server.paths() == ["/2025.html", "/2026.html", "/2026.html"]
    shown = run("diff", "quill:2025", "quill:2026", library=folder)
    assert "[-grave-] concern" in shown.out


def test_a_year_that_cannot_be_pulled_is_a_failure_when_it_was_asked_for(folder: Path) -> None:
    assert run("pull", "quill", "2027", library=folder).returncode == 2
    unknown = run("pull", "quill", "1999", library=folder)
    assert (unknown.returncode, unknown.out) == (2, "")
    assert "'quill:1999' does not name a release (releases: 2025 to 2027)" in unknown.said


def test_an_address_can_be_compared_and_outlined(server: Server, folder: Path) -> None:
    server.answers |= {"/a": STATEMENT, "/b": NEXT_YEAR}
    shown = run("diff", server.at("/a"), server.at("/b"), library=folder)
    assert "[-grave-] concern" in shown.out
    assert server.at("/a") in shown.out
    assert "2025-06-14" in run("outline", server.at("/a"), library=folder).out


def test_a_private_host_has_to_be_named(server: Server, folder: Path) -> None:
    refused = run("diff", server.at("/a"), "sample:2025", library=folder, STMTDIFF_ALLOW_HOSTS="")
    assert refused.returncode == 2
    assert "127.0.0.1 is a private address" in refused.said
    assert "STMTDIFF_ALLOW_HOSTS" in refused.said
    assert server.asked == []


COOKIES = (
    "<body><div id='consent'><h2>Our use of cookies</h2><p>We use necessary cookies to make this site of the Dialogue "
    "work, and would like to set further ones, which measure how its pages are read and which are found through "
    "a search. Until you choose, none of these is set. The choice can be changed on the page about this site.</p></div>"
)
COMING = (
    "<body><main><h1>Statement of the Quill Bay Dialogue (to be published at noon)</h1><p>The Dialogue meets each year "
    "in the harbour town of Quill Bay. It brings together the keepers of lights, the pilots and the harbour masters of "
    "eleven coasts, and ends with a statement.</p><h2>This statement will be published on 14 June 2025.</h2></main>"
)


@pytest.mark.parametrize(
    ("page", "sign"), [(COOKIES, "Our use of cookies"), (COMING, "to be published at")], ids=["cookies", "coming"]
)
def test_a_page_that_stands_in_place_of_a_statement_is_not_pulled(
    server: Server, folder: Path, page: str, sign: str
) -> None:
    server.answers |= {"/2025.html": page, "/2026.html": NEXT_YEAR}
    done = run("pull", "quill", "2025", "2026", "--no-archive", library=folder)
    assert done.returncode == 2
    assert "quill:2025: failed\n" in done.out
    assert f"it says '{sign}'" in done.out
    assert "quill:2026: pulled" in done.out
    assert not list((folder / "quill").rglob("2025*"))
