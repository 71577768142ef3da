"""A folder of statements of an invented council of harbours, and the pages of a site as a visitor has them."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from stmtdiff.series.holdings import Library
from stmtdiff.site import Site, publish

TEXTS = {
    "2031-05-07": (
        "1. The Harbour Council of Ostrel met in Tern on 7 May 2031.",
        "2. The Council voiced grave concern over the closing of the outer bar, and urged all pilots to stay.",
        "3. The Council will keep the dues at 4 percent for a long period.",
    ),
    "2032-05-05": (
        "1. The Harbour Council of Ostrel met in Osk on 5 May 2032.",
        "2. The Council voiced deep concern over the closing of the outer bar, and called on all pilots to stay.",
        "3. The Council will keep the dues at 4 percent for a long period.",
    ),
    "2033-05-04": (
        "1. The Harbour Council of Ostrel met in Vell on 4 May 2033.",
        "2. The Council voiced concern over the closing of the outer bar, and invited all pilots to stay.",
        "3. The Council may lower the dues.",
    ),
    "2034-05-03": (
        "1. The Harbour Council of Ostrel met in Bree on 3 May 2034.",
        "2. The Council voiced concern over the closing of the outer bar.",
        "3. The Council lowered the dues to 3 percent.",
    ),
}


def write(folder: Path, day: str, paragraphs: tuple[str, ...] | None = None) -> Path:
    """Write a statement into a folder, the one of that day unless others are given."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{day}.txt"
    path.write_text("\n\n".join(paragraphs or TEXTS[day]) + "\n", encoding="utf-8")
    return path


def harbours(folder: Path) -> Path:
    """Return a folder with all statements of the council."""
    for day in TEXTS:
        write(folder, day)
    return folder


def site_of(
    *names: str | Path,
    library: Path | None = None,
    with_text: bool = False,
    with_comments: bool = False,
    phrases: tuple[str, ...] = (),
) -> Site:
    """Return the site of series and folders."""
    own = Library(library)
    series = (publish(str(name), own, with_text=with_text, with_comments=with_comments) for name in names)
    return Site(tuple(series), phrases=phrases)


def files(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by their names."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


class Page(HTMLParser):
    """The links, names, elements and policy of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.policy = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if (href := found.get("href")) is not None:
            self.links.append(href)
        if (id := found.get("id")) is not None:  # noqa: A001  # what HTML calls it
            self.ids.append(id)
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found.get("content") or ""


def lost_links(folder: Path) -> list[tuple[str, str]]:
    """Return each link of a page that leads to no file, or to no place in one, with the page that has it."""
    pages = {name: Page(raw.decode()) for name, raw in files(folder).items() if name.endswith(".html")}
    lost = []
    for name, page in pages.items():
        for link in page.links:
            if urlsplit(link).scheme in ("http", "https"):
                continue
            target, _, place = urljoin(f"https://site.invalid/{name}", link).partition("#")
            file = unquote(urlsplit(target).path.removeprefix("/"))
            known = not place or file not in pages or unquote(place) in pages[file].ids
            if not (folder / file).is_file() or not known:
                lost.append((name, link))
    return lost
