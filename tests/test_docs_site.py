"""The site that is made of docs/ is whole, and opens without network."""

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from conftest import ROOT

pytest.importorskip("material", reason="mkdocs-material is not installed: pip install '.[docs]'")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built with every warning an error."""
    folder = tmp_path_factory.mktemp("site")
    made = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(ROOT / "mkdocs.yml")]
    done = subprocess.run([*made, "--site-dir", str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class _Page(HTMLParser):
    """What a page asks for, where it leads, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.anchors |= {told["id"]} if "id" in told else set()
        if tag == "a" and "href" in told:
            self.leads.append(told["href"])
        elif tag == "link" and told.get("rel") not in ("canonical", "prev", "next", "me", "edit"):
            self.loads.append(told.get("href", ""))
        elif "src" in told:
            self.loads.append(told["src"])


def _pages(site: Path) -> Iterator[tuple[Path, _Page]]:
    for path in sorted(site.rglob("*.html")):
        yield path, _Page(path.read_text(encoding="utf-8"))


def test_no_page_asks_another_host_for_a_font_script_or_picture(site: Path) -> None:
    asked = [(path.name, name) for path, page in _pages(site) for name in page.loads if re.match(r"(https?:)?//", name)]
    styles = [
        (path.name, name)
        for path in site.rglob("*.css")
        for name in re.findall(r"url\(['\"]?((?:https?:)?//[^)]+)", path.read_text(encoding="utf-8"))
    ]
    assert asked + styles == []


def test_every_link_of_the_site_leads_to_a_page_and_place_that_is_there(site: Path) -> None:
    pages = dict(_pages(site))
    assert len(pages) > 20
    lost = []
    for path, page in pages.items():
        for link in page.leads:
            name, anchor = urldefrag(unquote(link))
            if re.match(r"[a-z]+:", name) or (path.name == "404.html"):
                continue
            target = (path.parent / name).resolve() if name else path
            target = target / "index.html" if target.is_dir() else target
            if not target.exists() or (anchor and target in pages and anchor not in pages[target].anchors):
                lost.append((path.name, link))
    assert lost == []
