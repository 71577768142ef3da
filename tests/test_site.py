"""A site: whole from a folder and on any host, made again only where something changed, nobody's file touched."""

import json
import re
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import feedparser
import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator
from support.command import run
from support.sites import TEXTS, Page, files, harbours, lost_links, site_of, write
from test_schema import SCHEMAS

from stmtdiff import from_paragraphs
from stmtdiff.errors import RenderError, SettingsError
from stmtdiff.renderers.anchors import ids_of
from stmtdiff.renderers.site.drawing import draw
from stmtdiff.renderers.site.facts import Counts, Dot
from stmtdiff.settings import ReadLimits, Settings
from stmtdiff.site import build, making
from stmtdiff.site.planning import parts_of
from stmtdiff.site.published import readings, slug
from stmtdiff.site.state import FILE_NAME

LAST = "2034-05-03"
SHARING = ("link", "script")  # elements that may lead to a file beside the pages


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return harbours(tmp_path / "harbours")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of two series, made once."""
    folder = tmp_path_factory.mktemp("two")
    build(site_of("sample", harbours(folder / "harbours"), phrases=("concern",)), folder / "out")
    return folder / "out"


def pages(folder: Path) -> dict[str, str]:
    return {name: raw.decode() for name, raw in files(folder).items() if name.endswith((".html", ".xml"))}


def test_every_link_of_every_page_leads_somewhere(two: Path) -> None:
    assert lost_links(two) == []
    assert len(pages(two)) > 40


def test_each_series_has_its_pages_and_two_say_who_says_what(two: Path) -> None:
    made = set(pages(two))
    own = {*(f"harbours/{day}.html" for day in TEXTS), "harbours/2031-05-07--2032-05-05.html", "harbours/feed.xml"}
    own |= {"harbours/matrix.html", "harbours/formulas.html", "harbours/phrase_concern.html"}
    assert own | {"index.html", "search.html", "who-says-what.html", "sample/2019-08-02--2020-08-14.html"} <= made
    assert "harbours: concern" in pages(two)["who-says-what.html"]


def test_no_page_asks_for_more_than_the_style_and_script_beside_it_or_allows_more(two: Path) -> None:
    for name, text in pages(two).items():
        if name.endswith(".html"):
            page = Page(text)
            beside = "'self' file:"
            script = f"; script-src {beside}" if "<script src" in text else ""
            allowed = f"default-src 'none'; style-src {beside}{script}; base-uri 'none'; form-action 'none'"
            assert page.policy == allowed, name
            assert not [tag for tag, _ in page.elements if tag in ("img", "iframe", "base", "style")], name
            found = [(tag, of.get("src") or of.get("href") or "") for tag, of in page.elements if tag in SHARING]
            asked = [address for tag, address in found if tag == "script" or address.endswith(".css")]
            assert all((two / name).parent.joinpath(address).is_file() for address in asked if address), name
            assert all(re.fullmatch(r"(\.\./)?stmtdiff-[0-9a-f]{12}\.(css|js)", one) for one in asked if one), name
            assert len(set(page.ids)) == len(page.ids), name


def test_the_first_page_counts_what_changed_and_leads_to_it(two: Path) -> None:
    first = pages(two)["index.html"]
    assert "4 releases, 2031-05-07 to 2034-05-03" in first
    assert "The wording changed most on 4 May 2033:" in first
    assert re.search(r'href="harbours/2033-05-04--2034-05-03.html" aria-label="2034-05-03: \d+ changes?', first)


def test_nothing_changed_reads_and_writes_nothing(texts: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(site_of(texts), out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    monkeypatch.setattr(making, "readings", None)  # whoever reads a text fails
    again = build(site_of(texts), out)
    assert (again.made, again.removed) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == before


def changed(out: Path, before: dict[str, bytes]) -> set[str]:
    after = files(out)
    return {name for name in after.keys() | before.keys() if after.get(name) != before.get(name)}


def test_a_new_release_leaves_the_pages_of_older_ones(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "harbours"
    for day in list(TEXTS)[:3]:
        write(folder, day)
    build(site_of(folder), out)
    before = files(out)
    write(folder, LAST)
    build(site_of(folder), out)
    after = changed(out, before)
    assert {f"harbours/{LAST}.html", f"harbours/2033-05-04--{LAST}.html", "harbours/feed.xml"} <= after
    assert not {"harbours/2031-05-07.html", "harbours/2031-05-07--2032-05-05.html"} & after
    fresh = tmp_path / "fresh"
    build(site_of(folder), fresh)
    assert files(fresh) == files(out)


def test_a_text_that_changed_is_followed_into_all_later_pairs(texts: Path, out: Path) -> None:
    """How long a wording stood is asked of all releases before a pair."""
    build(site_of(texts), out)
    told: list[str] = []
    write(texts, "2031-05-07", (*TEXTS["2031-05-07"], "4. The Council thanked Tern."))
    build(site_of(texts), out, tell=told.append)
    pairs = {"2031-05-07--2032-05-05", "2032-05-05--2033-05-04", "2033-05-04--2034-05-03"}
    assert set(told) == {
        *(f"harbours/{pair}.html" for pair in pairs),
        "harbours/2031-05-07.html",
        "harbours/phrases",
        "the first page",
    }


PACK = """id = "bar"
name = "Harbour bar"
about = "Notices on the bar."
axis = "bar"
softer = "looser"
firmer = "stricter"
[[rule]]
code = "BAR101"
name = "bar-duty-changed"
kind = "ladder"
severity = "warning"
message = "'{old}' -> '{new}'"
why = "WHY"
ranks = ["may stay", "must stay"]
fires = [{ old = "All pilots must stay.", new = "All pilots may stay.", direction = "softer" }]
quiet = [{ old = "All pilots must stay.", new = "All boats must stay." }]
"""


def test_what_was_chosen_counts_and_so_do_the_bytes_of_a_rule_file(texts: Path, out: Path, tmp_path: Path) -> None:
    rules = tmp_path / "own.toml"

    def made(*options: str | Path) -> int:
        done = run("site", texts, "-o", out, *options, folder=tmp_path)
        assert done.returncode == 0, done.said
        return int(done.out.split(", ")[1].split()[0])

    pages_of_all = made()
    assert made("--sure") == pages_of_all
    assert made("--sure") == 0
    rules.write_text(PACK)
    assert made("--rules", rules) >= pages_of_all
    assert made("--rules", rules) == 0
    rules.write_text(PACK.replace("WHY", "A pilot who stays is paid."))
    assert made("--rules", rules) >= pages_of_all
    assert made("--rules", rules, "--anew") >= pages_of_all


def test_a_rule_file_that_is_not_there_or_wrong_is_named_once(texts: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("id = 3")
    for name in ("none.toml", "wrong.toml"):
        done = run("site", texts, "-o", out, "--rules", tmp_path / name, folder=tmp_path)
        assert (done.returncode, done.said.count(name)) == (2, 1), done.said


def test_pages_no_longer_made_go_and_files_of_others_stay(texts: Path, out: Path) -> None:
    build(site_of(texts), out)
    own = {out / "CNAME": "site.invalid", out / "harbours" / "notes.html": "<p>Mine</p>", out / "about.html": "Mine"}
    for path, text in own.items():
        path.write_text(text)
    (texts / f"{LAST}.txt").unlink()
    built = build(site_of(texts), out)
    assert built.removed >= 2
    assert not (out / "harbours" / f"{LAST}.html").exists()
    assert {path: path.read_text() for path in own} == own
    assert lost_links(out) == []
    build(site_of("sample"), out)
    assert [path.name for path in (out / "harbours").iterdir()] == ["notes.html"]


@pytest.mark.parametrize("name", ["index.html", f"harbours/{LAST}.html", "harbours/feed.xml"])
def test_a_file_that_no_site_made_is_never_written_over(texts: Path, out: Path, name: str, tmp_path: Path) -> None:
    path = out / name
    path.parent.mkdir(parents=True)
    path.write_text("<p>Mine, by stmtdiff and me</p>")
    done = run("site", texts, "-o", out, folder=tmp_path)
    assert done.returncode == 2
    assert "does not belong to the site" in done.said
    assert done.said.count("\n") <= 1
    assert path.read_text() == "<p>Mine, by stmtdiff and me</p>"
    assert [found for found in out.rglob("*") if found.is_file()] == [path]


def test_a_folder_that_cannot_be_one_gives_one_sentence(texts: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / FILE_NAME).write_text('{"schema": "another/9"}')
    for folder, said in (
        (taken, "cannot be the folder"),
        (foreign, "not written by a site"),
        (texts, "among the texts"),
    ):
        done = run("site", texts, "-o", folder, folder=tmp_path)
        assert (done.returncode, said in done.said) == (2, True), done.said
    assert taken.read_text() == "a file"


def test_a_link_that_leads_out_of_the_folder_is_not_followed(texts: Path, out: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out.mkdir()
    (out / "harbours").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(RenderError, match="leads out"):
        build(site_of(texts), out)
    assert list(elsewhere.iterdir()) == []


def test_a_page_that_was_lost_or_damaged_is_made_again(texts: Path, out: Path) -> None:
    build(site_of(texts), out)
    before = files(out)
    (out / "harbours" / f"{LAST}.html").unlink()
    cut = out / "harbours" / "2031-05-07.html"
    cut.write_bytes(cut.read_bytes()[:2_000])
    assert build(site_of(texts), out).made > 1
    assert files(out) == before


def test_pages_share_their_style_and_script_and_none_is_left_behind(two: Path) -> None:
    """Styles and scripts are as many files as there are kinds of pages, however many pages there are."""
    shared = [name for name in files(two) if name.endswith((".css", ".js"))]
    named = {name for text in pages(two).values() for name in re.findall(r"stmtdiff-[0-9a-f]{12}\.\w+", text)}
    assert set(shared) == named
    assert len(shared) <= 6 < len(pages(two))
    assert not [name for name, text in pages(two).items() if "<style" in text or "<script>" in text]


@pytest.mark.parametrize("spoiled", ["", "body { display: none }"])
def test_a_shared_file_that_was_lost_or_changed_is_made_again(texts: Path, out: Path, spoiled: str) -> None:
    build(site_of(texts), out)
    before = files(out)
    path = next(out.glob("*.css"))
    path.write_text(f"{path.read_text()}{spoiled}") if spoiled else path.unlink()
    assert build(site_of(texts), out).made > 0
    assert files(out) == before


def test_a_style_sheet_of_others_stays_and_one_of_an_older_site_goes(texts: Path, out: Path) -> None:
    build(site_of(texts), out)
    (out / "mine.css").write_text("body { color: red }")
    (out / "stmtdiff-000000000000.css").write_text('@charset "utf-8";\n/* stmtdiff site */\nbody{}')
    build(site_of(texts), out)
    assert (out / "mine.css").is_file()
    assert not (out / "stmtdiff-000000000000.css").exists()


@pytest.mark.parametrize("after", [1, 5])
def test_a_build_that_was_stopped_goes_on(texts: Path, tmp_path: Path, after: int) -> None:
    fresh, out = tmp_path / "fresh", tmp_path / "out"
    build(site_of(texts), fresh)
    told: list[str] = []

    def stop(name: str) -> None:
        told.append(name)
        if len(told) > after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(site_of(texts), out, tell=stop)
    again: list[str] = []
    build(site_of(texts), out, tell=again.append)
    assert not set(told[:after]) & set(again)
    assert files(out) == files(fresh)


def test_pages_that_were_not_written_down_are_known_by_their_heads(texts: Path, out: Path) -> None:
    """The process was killed before it could write down what it had made."""
    build(site_of(texts), out)
    before = files(out)
    (out / FILE_NAME).unlink()
    build(site_of(texts), out)
    assert files(out) == before


def test_several_processes_make_what_one_makes(texts: Path, tmp_path: Path) -> None:
    build(site_of(texts), tmp_path / "one")
    build(site_of(texts), tmp_path / "more", jobs=2)
    assert files(tmp_path / "one") == files(tmp_path / "more")


def library_of(folder: Path) -> Path:
    """Return a library whose series `quarrel` has three texts, and a release without one."""
    home = folder / "library" / "quarrel"
    home.mkdir(parents=True)
    days = [*list(TEXTS)[:3], "2036-05-07"]
    (home / "series.toml").write_text(
        'schema = "stmtdiff-series/1"\nid = "quarrel"\ntitle = "Quarrel Bay"\nlicence = "Ask the Bay."\n'
        + "".join(f"[[release]]\ndate = {day}\nplace = 'Tern'\n" for day in days)
    )
    for day in days[:3]:
        path = write(folder / "in", day)
        assert run("add", path, "--series", "quarrel", "--library", folder / "library").returncode == 0
    return folder / "library"


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


def test_a_library_publishes_facts_alone_until_its_user_says_otherwise(tmp_path: Path, out: Path) -> None:
    library = library_of(tmp_path)
    wording = set().union(*(runs_of_words(" ".join(TEXTS[day][1:])) for day in list(TEXTS)[:3]))
    build(site_of("quarrel", library=library), out)
    for name, raw in files(out).items():
        shown = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", raw.decode(), flags=re.DOTALL)
        assert not wording & runs_of_words(re.sub(r"<[^>]*>", " ", shown)), name
    assert not any("phrase" in name or "search" in name for name in files(out))
    counts = pages(out)["quarrel/2031-05-07--2032-05-05.html"]
    assert "substantive changes" in counts
    assert "Ask the Bay." in pages(out)["index.html"]
    assert "Ask the Bay." in pages(out)["quarrel/2032-05-05.html"]
    assert "shows only facts, counts and dates" in pages(out)["index.html"]
    assert lost_links(out) == []
    build(site_of("quarrel", library=library, with_text=True), out)
    assert "grave concern" in pages(out)["quarrel/2031-05-07.html"]
    assert "Ask the Bay." in pages(out)["quarrel/2031-05-07.html"]
    build(site_of("quarrel", library=library), out)
    assert not any(b"grave concern" in raw for raw in files(out).values())


def test_a_release_without_a_text_is_hatched_and_says_so(tmp_path: Path, out: Path) -> None:
    build(site_of("quarrel", library=library_of(tmp_path)), out)
    first, page = (pages(out)[name] for name in ("index.html", "quarrel/2036-05-07.html"))
    assert 'fill="url(#quarrel-hatch)"' in first
    assert "no text of 1 in the library" in first
    assert "The text of this release is not in the library." in page


def test_texts_that_git_left_out_are_not_at_hand_and_no_failure(tmp_path: Path, out: Path) -> None:
    library = library_of(tmp_path)
    for path in (library / "quarrel" / "2032-05-05").iterdir():
        path.unlink()
    assert build(site_of("quarrel", library=library), out).errors == ()
    assert "quarrel/2031-05-07--2033-05-04.html" in pages(out)


def test_a_text_that_cannot_be_read_is_said_on_its_pages_and_at_the_end(texts: Path, out: Path, tmp_path: Path) -> None:
    (texts / "2032-05-05.txt").write_bytes(b"%PDF-1.7 nothing")
    done = run("site", texts, "-o", out, folder=tmp_path)
    assert done.returncode == 2
    assert "harbours/2032-05-05.html" in done.said
    assert "could not be made" in pages(out)["harbours/2032-05-05.html"]
    assert "could not be made" in pages(out)["harbours/2031-05-07--2032-05-05.html"]
    assert 'fill="url(#harbours-hatch)"' in pages(out)["index.html"]
    assert not any(str(tmp_path).encode() in raw for raw in files(out).values())
    assert lost_links(out) == []
    write(texts, "2032-05-05")
    assert run("site", texts, "-o", out, folder=tmp_path).returncode == 0


ATTACK = '</script><script>document.hacked=1</script> <img src=x onerror="alert(1)"> \x1b[2J {{ 7*7 }} &lt;b&gt;'


def test_a_hostile_statement_is_text_everywhere(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "<b>harbours"
    for day in TEXTS:
        write(folder, day, (*TEXTS[day], f"4. The Council voiced grave concern over {ATTACK} in {day[:4]}."))
    build(site_of(folder, phrases=("grave concern",)), out)
    for name, text in pages(out).items():
        assert "\x1b" not in text, name
        if name.endswith(".xml"):
            assert not feedparser.parse(text).bozo, name
            continue
        page = Page(text)
        tags = [tag for tag, _ in page.elements]
        assert "img" not in tags, name
        assert tags.count("script") <= 2, name
        assert not [key for _, found in page.elements for key in found if key.startswith("on")], name
    held = json.loads(re.findall(r'id="held">(.*?)</script>', pages(out)["search.html"])[0])
    assert any("<img src=x" in sentence for sentence, _ in held["said"])
    assert lost_links(out) == []


def test_the_search_holds_each_sentence_once_with_all_of_its_places(two: Path) -> None:
    held = json.loads(re.findall(r'id="held">(.*?)</script>', pages(two)["search.html"])[0])
    found = dict(held["said"])
    places = found["The Council will keep the dues at 4 percent for a long period."]
    assert [(held["releases"][release][1], paragraph) for release, paragraph in places] == [
        ("2031-05-07", "3"),
        ("2032-05-05", "3"),
    ]
    assert len(found) == len(held["said"])


def test_a_feed_is_valid_and_its_ids_last(texts: Path, out: Path) -> None:
    build(site_of(texts), out)
    feed = feedparser.parse(pages(out)["harbours/feed.xml"])
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert feed.feed.id.startswith("urn:uuid:")
    assert feed.entries[0].updated == f"{LAST}T00:00:00Z"
    ids = [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids) == 3
    assert all((out / "harbours" / entry.link).is_file() for entry in feed.entries)
    write(texts, "2035-05-02", ("1. The Harbour Council of Ostrel met in Loy on 2 May 2035.", *TEXTS[LAST][1:]))
    build(site_of(texts), out)
    assert [entry.id for entry in feedparser.parse(pages(out)["harbours/feed.xml"]).entries][1:] == ids


def test_links_to_paragraphs_are_the_names_of_references() -> None:
    made = from_paragraphs(
        ["One.", "Two.", "Again two.", "Alone.", "Odd."], labels=["1", "2", "2", None, "p1"], name="x"
    )
    assert ids_of(made) == ("1", "2", "p3", "p4", "p5")


def test_the_state_fits_its_schema(two: Path, texts: Path, out: Path) -> None:
    (texts / "2032-05-05.txt").write_bytes(b"%PDF-1.7 nothing")
    build(site_of(texts), out)
    for folder in (two, out):
        state: dict[str, Any] = json.loads((folder / FILE_NAME).read_text())
        Draft202012Validator(SCHEMAS["site-1.json"]).validate(state)
        assert not Draft202012Validator(SCHEMAS["site-1.json"]).is_valid(state | {"surprise": 1})


def test_two_series_of_one_name_and_a_phrase_that_is_none_are_refused(texts: Path, tmp_path: Path, out: Path) -> None:
    other = harbours(tmp_path / "b" / "Harbours")
    with pytest.raises(SettingsError, match="two series would have the folder 'harbours'"):
        build(site_of(texts, other), out)
    done = run("site", texts, "-o", out, "--phrase", "...", folder=tmp_path)
    assert done.returncode == 2
    assert not out.exists()


def test_a_time_line_shows_counts_to_scale_and_hatches_what_is_not_known() -> None:
    dots = [
        Dot("2031", 741_000, "read", "a.html"),
        Dot("2032", 741_365, "read", "b.html", "a--b.html", "2031", Counts(substantive=10, firmer=4)),
        Dot("2033", 741_730, "unknown", "c.html"),
        Dot("2034", 742_095, "read", "d.html", "b--d.html", "2032", Counts(substantive=5, softer=2)),
    ]
    drawing = draw(dots)
    assert [column.is_unknown for column in drawing.columns] == [False, False, True, False]
    assert [column.href for column in drawing.columns] == ["a.html", "a--b.html", "c.html", "b--d.html"]
    heights = [{bar.row: bar.height for bar in column.bars} for column in drawing.columns]
    assert heights[1] == {"changes": 2 * heights[3]["changes"], "firmer": 2 * heights[3]["softer"]}
    assert [peak.text for peak in drawing.peaks] == ["10", "5"]
    places = [column.x for column in drawing.columns]
    assert {later - earlier for earlier, later in pairwise(places)} <= {294, 295}


def test_names_of_files_are_plain() -> None:
    assert [slug(name) for name in ("Été 2031", "../../etc", "会議", "grave concern")] == [
        "ete-2031",
        "etc",
        "",
        "grave-concern",
    ]


def test_two_files_of_one_day_have_a_page_each(tmp_path: Path, out: Path) -> None:
    folder = harbours(tmp_path / "harbours")
    write(folder, LAST).rename(folder / f"{LAST} late.txt")
    write(folder, LAST)
    build(site_of(folder), out)
    assert f"harbours/{LAST}-2.html" in pages(out)
    assert lost_links(out) == []


def test_what_is_read_is_remembered_by_the_bytes_of_the_files(texts: Path) -> None:
    first = site_of(texts)
    write(texts, LAST, ("1. Another text of the Council.",))
    second = site_of(texts)
    shown = [readings(site.series[0], site.options)[0][-1].statement for site in (second, second)]
    assert shown[0] is shown[1]
    assert first.series[0] != second.series[0]


def test_the_command_of_the_example_workflow_works_and_its_folder_is_what_is_published(tmp_path: Path) -> None:
    workflow = (ROOT / "docs" / "examples" / "site.yml").read_text(encoding="utf-8")
    command = re.findall(r"run: stmtdiff (site .*)", workflow)[0]
    series = re.findall(r"SERIES: (\S+)", workflow)[0]
    harbours(tmp_path / series)
    assert run(*command.replace("$SERIES", series).replace(" --jobs 2", "").split(), folder=tmp_path).returncode == 0
    assert re.findall(r"path: (\S+)", workflow) == ["site", "site"]
    assert (tmp_path / "site" / "index.html").is_file()


def test_no_choice_is_forgotten_in_the_keys(texts: Path) -> None:
    """Whatever is added to the settings or to the ways to read counts without anybody thinking of it."""
    site = site_of(texts)
    keys = {parts_of(site)[0].key}
    other: dict[str, Any] = {"grain": "fine", "sure": 75, "packs": ("general",), "rules": (texts / f"{LAST}.txt",)}
    chosen = [entry.name for entry in fields(Settings)]
    for name in chosen:
        keys.add(parts_of(replace(site, settings=replace(Settings(), **{name: other.get(name, ("envoys",))})))[0].key)
    for change in ({"selector": "main"}, {"ocr_language": "fra"}, {"original": True}, {"limits": ReadLimits(size=9)}):
        keys.add(parts_of(replace(site, options=replace(site.options, **change)))[0].key)
    keys.add(parts_of(replace(site, phrases=("dues",)))[0].key)
    assert len(keys) == 1 + len(chosen) + 5
