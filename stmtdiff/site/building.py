"""Build a site: make what changed, leave what did not, remove what is no more.

A build that was stopped goes on with the next one. What was made is written down every few parts, and a page that was
written and not yet written down is known by its head, so it is made again and never taken for somebody else's.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stmtdiff.processes import Processes
from stmtdiff.renderers.site.sharing import parted
from stmtdiff.rules.library import load_packs
from stmtdiff.series.writing import alone_in
from stmtdiff.site.folder import Folder
from stmtdiff.site.front import front_files, front_of
from stmtdiff.site.making import Made, Making
from stmtdiff.site.planning import Part, Site, key_of_front, parts_of
from stmtdiff.site.published import check_names
from stmtdiff.site.state import Done

_FRONT = "front"
_AT_ONCE = 16  # parts after which it is written down what was made


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a site: how many pages it has, how many of them were made now, how many others were removed.

    `errors` are the parts that could not be made, each with why.
    """

    pages: int
    made: int
    removed: int
    errors: tuple[tuple[str, str], ...]


def build(
    site: Site, folder: Path, *, jobs: int = 1, anew: bool = False, begin: Callable[[int], None] | None = None,
    tell: Callable[[str], None] | None = None,
) -> Built:  # fmt: skip
    """Make the pages of `site` in `folder` and return what became of it.

    `jobs` is how many processes work; `anew` makes all pages again. `begin` is told how many parts there are to make,
    `tell` the name of each before it is made.

    Raises:
        RenderError: when something that no site made stands where a page should, or a page cannot be written.
        SettingsError: when two series have one name, or a phrase is no phrase.
    """
    check_names(site.series)
    place = Folder(folder)
    place.open()
    with alone_in(folder):
        return _Build(site, place, anew=anew).run(jobs, begin or (lambda _: None), tell or (lambda _: None))


class _Build:
    """One run over the folder of a site."""

    def __init__(self, site: Site, place: Folder, *, anew: bool) -> None:
        self.site, self.place = site, place
        self.parts = parts_of(site)
        self.key = key_of_front(site, self.parts)
        before = place.open()
        wanted = {part.name: part.key for part in self.parts} | {_FRONT: self.key}
        self.folders = {name.split("/")[0] for done in before.values() for name in done.pages if "/" in name}
        self.folders |= {one.id for one in site.series}
        self.done = {
            name: done
            for name, done in before.items()
            if not anew and wanted.get(name) == done.key and place.is_whole(done)
        }
        self.made = 0

    def run(self, jobs: int, begin: Callable[[int], None], tell: Callable[[str], None]) -> Built:
        stale = [part for part in self.parts if part.name not in self.done]
        if stale or _FRONT not in self.done:
            load_packs(self.site.settings)  # what is wrong with them is said once, and not of every pair
            self.place.check(part.name for part in stale if part.kind != "phrases")
            self.place.check(front_files(self.site))
            begin(len(stale) + 1)
            try:
                self._make(stale, jobs, tell)
                self.done.pop(_FRONT, None)
                tell("the first page")
                records = {name: done.record for name, done in self.done.items()}
                self._keep(_FRONT, self.key, Made(front_of(self.site, records), {}))
            finally:
                self.place.save(self.done)
        pages = [name for done in self.done.values() for name in done.pages]
        shared = {name for done in self.done.values() for name in done.shared}
        removed = self.place.clear([*pages, *shared], self.folders)
        return Built(len(pages), self.made, removed, tuple(self._errors()))

    def _make(self, stale: list[Part], jobs: int, tell: Callable[[str], None]) -> None:
        coming = Processes(jobs).lines(stale, Making(self.site))
        for number, part in enumerate(stale, 1):
            tell(part.name)
            self._keep(part.name, part.key, Made(**json.loads(next(coming))))
            if number % _AT_ONCE == 0:
                self.place.save(self.done)

    def _keep(self, name: str, key: str, made: Made) -> None:
        pages, shared = {}, set()
        for path, whole in made.pages.items():
            page = parted(whole, "../" * path.count("/"))
            for file, text in page.files.items():
                if not self.place.has_shared(file):
                    self.place.write(file, text)
                shared.add(file)
            pages[path] = self.place.write(path, page.page)
        record = {**made.record, "error": made.error} if made.error else made.record
        self.done[name] = Done(key, pages, record, tuple(sorted(shared)))
        self.made += len(pages)

    def _errors(self) -> Iterator[tuple[str, str]]:
        for name, done in sorted(self.done.items()):
            if "error" in done.record:
                yield name, done.record["error"]
