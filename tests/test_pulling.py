"""Texts come from the network into the library: every address tried, nothing lost, what is no statement kept out."""

import datetime
import gzip
from pathlib import Path

import pytest
from support.server import STATEMENT, Server, first, page, serving, status, truncated

from stmtdiff import load
from stmtdiff.errors import FetchError, LibraryError, LoadError, MissingPageError, ReferenceError  # noqa: A004
from stmtdiff.loaders.reading import Reading
from stmtdiff.series.adding import Incoming, add, set_checked
from stmtdiff.series.holdings import Library
from stmtdiff.series.pulling import pull, wanted
from stmtdiff.series.watching import Watch, day_in
from stmtdiff.settings import ReadOptions
from stmtdiff.web import Client, Limits
from stmtdiff.web.listings import Entry

NOW = datetime.datetime(2025, 6, 14, 9, 30, tzinfo=datetime.UTC)
NEXT = NOW.replace(year=2026)
LAST_YEAR = STATEMENT.replace("41st", "40th").replace("2025", "2024").replace("grave concern", "deep concern")
NEXT_YEAR = (
    STATEMENT.replace("41st", "42nd").replace("14 June 2025", "13 June 2026").replace("grave concern", "concern")
)
NOT_FOUND = (
    "<!doctype html><title>Quill Bay</title><body><h1>Page not found</h1>" + "<p>Try the list of statements.</p>" * 20
)


@pytest.fixture
def server():
    with serving() as server:
        yield server


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


def client() -> Client:
    limits = Limits(connect=2, read=1, total=2, wait=2, pause=0, retries=1, size=1_000_000)
    return Client(allowed=frozenset({"127.0.0.1"}), limits=limits)


def describe(
    library: Library, server: Server, *, source: str = "", addresses: tuple[tuple[str, str], ...] = ()
) -> None:
    """Write the manifest of a series with a release in 2024 and 2025, the second with `addresses` of path and basis."""
    lines = ['schema = "stmtdiff-series/1"', 'id = "quill"', 'title = "Quill Bay Dialogue"', source]
    lines += ["[[release]]", "date = 2024-06-14", "[[release]]", "date = 2025-06-14"]
    for path, basis in addresses:
        lines += ["[[release.address]]", f'url = "{server.at(path)}"', f'basis = "{basis}"']
    folder = library.place("quill")
    folder.mkdir(parents=True)
    (folder / "series.toml").write_text("\n".join(lines), encoding="utf-8")


def pulled(library: Library, *years: str, **choices):
    series = library.find("quill")
    return list(pull(library, series, wanted(series, years), client(), now=NOW, **({"archive": ""} | choices)))


def test_a_release_is_pulled_once(server: Server, library: Library) -> None:
    server.answers["/2025.html"] = page(ETag='"v1"')
    describe(library, server, addresses=(("/2025.html", "official"),))
    outcomes = pulled(library)
    assert [item.outcome for item in outcomes] == ["no address", "pulled"]
    kept = library.find("quill").releases[1].texts[0]
    assert (kept.address, kept.etag, kept.fetched) == (server.at("/2025.html"), '"v1"', NOW)
    assert (library.place("quill") / "2025-06-14" / kept.file).read_bytes() == STATEMENT.encode()
    assert [item.outcome for item in pulled(library, "2025")] == ["at hand"]
    assert server.paths() == ["/2025.html"]


def test_a_refresh_asks_by_validators_and_keeps_what_changed_beside(server: Server, library: Library) -> None:
    changed = STATEMENT.replace("grave concern", "concern")
    server.answers["/2025.html"] = first(page(ETag='"v1"'), status(304), page(changed, ETag='"v2"'))
    describe(library, server, addresses=(("/2025.html", "official"),))
    assert [pulled(library, "2025", refresh=True)[0].outcome for _ in range(3)] == ["pulled", "unchanged", "changed"]
    assert server.asked[-1][1]["If-None-Match"] == '"v1"'
    release = library.find("quill").releases[1]
    assert [kept.beside for kept in release.texts] == [False, True]
    assert "grave concern" in library.statement(library.find("quill"), release).text


def test_a_text_of_which_git_kept_the_lock_file_alone_is_pulled_again(server: Server, library: Library) -> None:
    server.answers["/2025.html"] = page(ETag='"v1"')
    describe(library, server, addresses=(("/2025.html", "official"),))
    pulled(library, "2025")
    kept = library.find("quill").releases[1].texts[0]
    folder = library.place("quill") / "2025-06-14"
    for name in (kept.file, kept.text):
        (folder / name).unlink()
    assert pulled(library, "2025")[0].outcome == "pulled"
    assert (folder / kept.file).read_bytes() == STATEMENT.encode()
    assert library.find("quill").releases[1].texts == (kept,)
    (folder / kept.file).unlink()
    (folder / kept.text).unlink()
    server.answers["/2025.html"] = STATEMENT.replace("grave concern", "concern")
    assert pulled(library, "2025")[0].outcome == "changed"  # what the lock file lists is not what is published now


def test_every_address_is_tried_and_said(server: Server, library: Library) -> None:
    server.answers |= {"/a": status(500), "/b": NOT_FOUND, "/c": truncated, "/d": LAST_YEAR, "/e": STATEMENT}
    bases = ("official", "official", "official", "mirror", "mirror")
    describe(library, server, addresses=tuple(zip(("/a", "/b", "/c", "/d", "/e"), bases, strict=True)))
    (found,) = pulled(library, "2025")
    assert found.outcome == "pulled"
    assert found.address
    assert found.address.basis == "mirror"
    reasons = ("answers 500", "says 'Page not found'", "too early", "statement of 2024-06-14, not of 2025-06-14")
    assert [reason in said for reason, said in zip(reasons, found.tried, strict=True)] == [True] * 4


def test_an_archived_copy_is_the_last_resort(server: Server, library: Library) -> None:
    server.answers["/web/20250614/copy"] = STATEMENT
    describe(library, server, addresses=(("/gone.html", "official"),))
    (found,) = pulled(library, "2025", archive=server.at("/web/{day}/copy"))
    assert found.outcome == "pulled"
    assert found.address
    assert found.address.note == "archived copy"
    assert "answers 404" in found.tried[0]


def test_a_pull_that_fails_leaves_nothing(server: Server, library: Library) -> None:
    server.answers["/2025.html"] = "short"
    describe(library, server, addresses=(("/2025.html", "official"),))
    (found,) = pulled(library, "2025")
    assert found.outcome == "failed"
    assert not found.is_whole
    assert "not a statement: it has 1 words" in found.tried[0]
    assert sorted(path.name for path in library.place("quill").iterdir()) == ["series.toml"]


def test_half_a_page_is_not_pulled(server: Server, library: Library) -> None:
    """Half of it would read as a whole statement, and its length is the one that the server says."""
    whole = gzip.compress(STATEMENT.encode())
    server.answers["/2025.html"] = page(whole[: len(whole) - 40], Content_Encoding="gzip")
    describe(library, server, addresses=(("/2025.html", "official"),))
    (found,) = pulled(library, "2025")
    assert found.outcome == "failed"
    assert "closed the connection too early" in found.tried[0]
    assert not (library.place("quill") / "2025-06-14").exists()


def test_a_page_that_breaks_its_reader_ends_one_release_and_no_pull(
    server: Server, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stmtdiff.loaders import html

    truly = html.read

    def read(raw: bytes, options: ReadOptions) -> Reading:
        if b"40th" in raw:
            raise AttributeError("no such thing as a quay")
        return truly(raw, options)

    monkeypatch.setattr(html, "read", read)
    server.answers |= {"/2024.html": LAST_YEAR, "/2025.html": STATEMENT}
    pattern = f'[[source.pattern]]\nurl = "{server.at("/{year}.html")}"'
    describe(library, server, source=pattern)
    broken, whole = pulled(library)
    assert [broken.outcome, whole.outcome] == ["failed", "pulled"]
    (said,) = broken.tried
    assert said.startswith("2024.html: the html reader failed on this document (AttributeError: no such thing")


def test_a_pull_goes_on_behind_a_page_without_a_body(server: Server, library: Library) -> None:
    server.answers |= {"/2024.html": "<html><head></head></html>", "/2025.html": STATEMENT}
    describe(library, server, source=f'[[source.pattern]]\nurl = "{server.at("/{year}.html")}"')
    empty, whole = pulled(library)
    assert [empty.outcome, whole.outcome] == ["failed", "pulled"]
    assert "this page has no text" in empty.tried[0]


def test_a_year_that_the_series_does_not_know_is_an_error(server: Server, library: Library) -> None:
    describe(library, server)
    with pytest.raises(ReferenceError, match=r"quill:2031.*2024 to 2025"):
        wanted(library.find("quill"), ["2031"])


FEED = """<rss version="2.0"><channel><title>Press</title>
<item><title>Photographs</title><link>/photos</link><pubDate>Sat, 13 Jun 2026 18:00:00 GMT</pubDate></item>
{}
<item><title>Chair's Statement</title><link>/2025.html</link><pubDate>Sat, 14 Jun 2025 18:00:00 GMT</pubDate></item>
</channel></rss>"""
ITEM = """<item><title>Chair's Statement</title><link>/2026.html</link>
<pubDate>Mon, 15 Jun 2026 18:00:00 GMT</pubDate></item>"""


def watching(library: Library, server: Server, source: str) -> Watch:
    describe(library, server, source=source)
    add(library, "quill", [Incoming(STATEMENT.encode(), name="2025.html", address=server.at("/2025.html"))])
    return Watch(library, "quill", client())


def test_a_release_that_appears_between_two_looks_is_found(server: Server, library: Library) -> None:
    server.answers["/feed"] = first(page(FEED.format("")), page(FEED.format(ITEM)))
    server.answers["/2026.html"] = NEXT_YEAR
    watch = watching(library, server, f'[source]\nfeed = "{server.at("/feed")}"\nmatch = "chair\'s statement"')
    assert watch.new(now=NEXT) == ()
    (release,) = watch.new(now=NEXT)
    assert release.date == datetime.date(2026, 6, 13)  # the day of the dateline, not of the announcement
    assert library.find("quill").reference(release) == "quill:2026"
    assert watch.new(now=NEXT) == (release,)  # as long as nobody has judged it
    set_checked(library, "quill", release.date)
    assert watch.new(now=NEXT) == ()
    assert server.paths() == ["/feed", "/feed", "/2026.html", "/feed", "/feed"]


def test_a_listing_is_watched_by_year_and_address(server: Server, library: Library) -> None:
    listing = '<body><ul><a href="/1999.html">Statement 1999</a>{}<a href="/2025.html">Statement 2025</a></ul></body>'
    newest = '<a href="/chair.html">Statement</a>'
    server.answers |= {"/list": first(page(listing.format("")), page(listing.format(newest))), "/chair.html": NEXT_YEAR}
    watch = watching(library, server, f'[source]\nlisting = "{server.at("/list")}"\nselector = "ul"')
    assert watch.new(now=NEXT) == ()
    assert [release.day for release in watch.new(now=NEXT)] == ["2026-06-13"]


def test_a_foretold_address_is_watched(server: Server, library: Library) -> None:
    """An address built from the day of a release that is due is asked for; that it is not there yet is no error."""
    server.answers["/2026-06-13.html"] = first(status(404), page(NEXT_YEAR))
    pattern = f'[[source.pattern]]\nurl = "{server.at("/{year}-{month}-{day}.html")}"'
    watch = watching(library, server, f"{pattern}\n[[release]]\ndate = 2026-06-13")
    assert watch.new(now=NOW) == ()  # not due yet: not even asked for
    assert server.paths() == []
    assert watch.new(now=NEXT) == ()
    assert [release.day for release in watch.new(now=NEXT)] == ["2026-06-13"]


@pytest.mark.parametrize(
    ("answers", "kind", "sentence"),
    [
        ({"/feed": status(503)}, FetchError, "answers 503"),
        ({"/feed": NOT_FOUND}, FetchError, "this is not a feed"),
        ({"/feed": FEED.format(ITEM)}, MissingPageError, "answers 404"),
        ({"/feed": FEED.format(ITEM), "/2026.html": NOT_FOUND}, LoadError, "Page not found"),
    ],
)
def test_a_source_that_fails_is_never_nothing_new(server: Server, library: Library, answers, kind, sentence) -> None:
    server.answers |= answers
    watch = watching(library, server, f'[source]\nfeed = "{server.at("/feed")}"\nmatch = "statement"')
    with pytest.raises(kind, match=sentence):
        watch.new(now=NEXT)
    assert library.find("quill").releases[-1].day == "2025-06-14"


def test_a_series_without_a_source_or_a_text_is_an_error(server: Server, library: Library) -> None:
    with pytest.raises(FetchError, match=r"does not say where its releases appear"):
        watching(library, server, "").new(now=NEXT)
    bare = library.place("bare")
    bare.mkdir()
    (bare / "series.toml").write_text('schema = "stmtdiff-series/1"\nid = "bare"\ntitle = "Bare"', encoding="utf-8")
    with pytest.raises(LibraryError, match=r"no text of bare to compare with"):
        Watch(library, "bare", client()).new(now=NEXT)


@pytest.mark.parametrize(
    ("title", "address", "day"),
    [
        ("Statement, 3 May 2024", "https://a.example/x", datetime.date(2024, 5, 3)),
        ("Statement", "https://a.example/2024/05/03/chair", datetime.date(2024, 5, 3)),
        ("Statement", "https://a.example/20241399/chair", None),
        ("Statement 2024", "https://a.example/2024", None),
    ],
)
def test_the_day_of_an_entry_is_read_from_title_and_address(title: str, address: str, day) -> None:
    assert day_in(Entry(title, address)) == day


def test_an_address_stands_wherever_a_file_can(server: Server) -> None:
    server.answers |= {"/2025.html": STATEMENT, "/empty.html": "<html><body></body></html>"}
    statement = load(server.at("/2025.html"), allowed=frozenset({"127.0.0.1"}))
    assert statement.name == server.at("/2025.html")
    assert statement.dateline.date == datetime.date(2025, 6, 14)
    with pytest.raises(FetchError, match="private address"):
        load(server.at("/2025.html"))
    with pytest.raises(LoadError, match=r"empty\.html: there is no text"):
        load(server.at("/empty.html"), allowed=frozenset({"127.0.0.1"}))


def dated(title: str, link: str, day: str) -> str:
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{day} 18:00:00 GMT</pubDate></item>"


def feed(library: Library, server: Server, *items: str) -> Watch:
    """Return a watch on a feed of `items`, all of them statements by their titles."""
    server.answers["/feed"] = f'<rss version="2.0"><channel><title>Press</title>{"".join(items)}</channel></rss>'
    return watching(library, server, f'[source]\nfeed = "{server.at("/feed")}"\nmatch = "statement"')


def test_a_day_that_has_not_come_is_not_believed(server: Server, library: Library) -> None:
    """Put in under a day of next year, a text would let every release before that day pass as old."""
    server.answers["/draft"] = STATEMENT.replace("14 June 2025", "in June").replace("41st", "42nd")
    watch = feed(library, server, dated("Statement for the record", "/draft", "Sat, 12 Jun 2027"))
    (release,) = watch.new(now=NEXT)
    assert release.date == NEXT.date() + datetime.timedelta(days=1)  # somewhere it is tomorrow


def test_a_text_that_bears_a_day_to_come_is_an_error(server: Server, library: Library) -> None:
    server.answers["/2026.html"] = NEXT_YEAR.replace("13 June 2026", "13 July 2026")
    watch = feed(library, server, dated("Statement", "/2026.html", "Sun, 14 Jun 2026"))
    with pytest.raises(LoadError, match=r"has a date in the future, 2026-07-13"):
        watch.new(now=NEXT)
    assert library.find("quill").releases[-1].day == "2025-06-14"


def test_nothing_is_newer_than_a_text_of_a_day_to_come(server: Server, library: Library) -> None:
    watch = feed(library, server)
    add(library, "quill", [Incoming(NEXT_YEAR.encode(), date=datetime.date(2062, 6, 14))])
    with pytest.raises(LibraryError, match=r"is of 2062-06-14, which is in the future"):
        watch.new(now=NEXT)


def test_a_second_text_of_the_newest_day_is_kept_beside_and_told(server: Server, library: Library) -> None:
    server.answers |= {"/again": STATEMENT.replace("grave concern", "concern"), "/2025.html": STATEMENT}
    items = [
        dated("Statement, corrected", "/again", "Sat, 14 Jun 2025"),
        dated("Statement", "/2025.html", "Sat, 14 Jun 2025"),
    ]
    watch = feed(library, server, *items)
    assert watch.new(now=NEXT) == ()
    assert [(kept.address, kept.beside) for kept in watch.doubled] == [(server.at("/again"), True)]
    assert server.paths() == ["/feed", "/again"]  # the other is the one at hand


def test_a_source_that_names_very_much_is_an_error(server: Server, library: Library) -> None:
    """Looked at one dozen at a time, the newest of them might never be reached."""
    watch = feed(library, server, *(dated(f"Statement {n}", f"/{n}", "Sat, 13 Jun 2026") for n in range(13)))
    with pytest.raises(FetchError, match="name 13 releases after 2025-06-14"):
        watch.new(now=NEXT)


def test_a_foretold_address_that_stays_empty_is_an_error(server: Server, library: Library) -> None:
    pattern = f'[[source.pattern]]\nurl = "{server.at("/{year}-{month}-{day}.html")}"'
    watch = watching(library, server, f"{pattern}\n[[release]]\ndate = 2026-06-13")
    assert watch.new(now=NEXT.replace(day=16)) == ()
    with pytest.raises(MissingPageError, match="answers 404"):
        watch.new(now=NEXT.replace(day=17))


def test_the_text_of_another_year_is_no_pulled_text(server: Server, library: Library) -> None:
    """A server that answers every year with the same page, which bears no date, must not pass for the new release."""
    undated = STATEMENT.replace(" on 14 June 2025", "").replace("14 June 2025", "June")
    server.answers["/2025.html"] = undated
    describe(library, server, addresses=(("/2025.html", "official"),))
    add(library, "quill", [Incoming(undated.encode(), date=datetime.date(2024, 6, 14))])
    (found,) = pulled(library, "2025")
    assert (found.outcome, found.is_whole) == ("failed", False)
    assert "this is the text of 2024-06-14, not of 2025-06-14" in found.tried[0]


def test_a_refresh_asks_no_other_address(server: Server, library: Library) -> None:
    """What a mirror or an archive holds does not say that the publisher has changed anything."""
    server.answers |= {
        "/2025.html": first(page(), status(503), status(503)),
        "/mirror": STATEMENT.replace("grave ", ""),
    }
    describe(library, server, addresses=(("/2025.html", "official"), ("/mirror", "mirror")))
    assert pulled(library, "2025")[0].outcome == "pulled"
    (found,) = pulled(library, "2025", refresh=True)
    assert (found.outcome, len(found.tried)) == ("failed", 1)
    assert "/mirror" not in server.paths()
