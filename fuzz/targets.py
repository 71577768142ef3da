"""Everything that reads what others wrote, as targets: readers, outline, comparing, phrases, settings, the web."""

import io
import itertools
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import stmtdiff
from fuzz import seeds
from fuzz.target import Feed, Target
from stmtdiff.checking.baseline import read_baseline
from stmtdiff.checking.reading import read_policy
from stmtdiff.errors import FetchError, LoadError
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.text import from_text
from stmtdiff.loaders.wrapping import unwrap
from stmtdiff.model import Statement
from stmtdiff.outline import parse
from stmtdiff.phrases import compile_phrase, find
from stmtdiff.renderers import render
from stmtdiff.rules.reading import read_pack
from stmtdiff.series.lock import lock_text, read_lock
from stmtdiff.series.manifest_reading import read_manifest
from stmtdiff.settings import AS_USUAL, ReadLimits
from stmtdiff.toml import Cursor, read_toml
from stmtdiff.web.address import read_address
from stmtdiff.web.listings import read_feed, read_listing
from stmtdiff.web.robots import Robots
from stmtdiff.web.unpacking import unpacked
from stmtdiff.words import words

_OPTIONS = replace(AS_USUAL, limits=ReadLimits(size=1_000_000, letters=200_000, pages=20, seconds=20))
_BASE = "https://forum.example/list/"
_LONGEST = 20_000  # characters of a text that is compared here: what is long is a matter of speed, not of breaking
_HEAD = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_FOLDER = Path(tempfile.mkdtemp(prefix="stmtdiff-fuzz-"))
_numbers = itertools.count()


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _reader(name: str, packed: Callable[[bytes], bytes] = bytes) -> Feed:
    """Return what feeds the reader of one format directly: the registry would turn what breaks down into a refusal."""

    def feed(data: bytes) -> None:
        reading = import_module(f"stmtdiff.loaders.{name}").read(packed(data), _OPTIONS)
        length = len(reading.text)
        for mark in reading.marks:
            assert 0 <= mark.span.start <= mark.span.end <= length, f"a mark outside the text: {mark}"
        if reading.text.strip():
            load_bytes(packed(data), _OPTIONS)

    return feed


def word_document(data: bytes) -> bytes:
    """Return the parts in `data`, each a line with its name and its XML, parted by =====, as a Word document."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("[Content_Types].xml", _HEAD)
        taken = set()
        for part in data.split(b"\n=====\n"):
            name, _, inner = part.partition(b"\n")
            called = "".join(letter for letter in name.decode("ascii", "ignore") if letter.isprintable())[:60]
            if called and called not in taken:
                taken.add(called)
                archive.writestr(zipfile.ZipInfo(called), inner)
    return raw.getvalue()


def _any_file(data: bytes) -> None:
    """Read bytes of any format as a user does; a reader that broke down is a find."""
    try:
        source = load_bytes(data, _OPTIONS, name="x")
    except LoadError as error:
        if "broke down" in error.message:
            raise AssertionError(error.message) from error
        raise
    assert source.text.strip()


def _wrapped(data: bytes) -> None:
    from stmtdiff.loaders.sniff import WRAPPED, sniff

    kind = sniff(data, "")
    if kind not in WRAPPED or kind in {"odt", "rtf", "doc", "epub"}:  # other programs turn these
        raise LoadError("not of a wrapped format")
    unwrap(data, kind, _OPTIONS.limits)


def _pages(data: bytes) -> None:
    """Lay out pages of PDF as the child process hands them over."""
    from stmtdiff.loaders.pdf.flow import read_flow
    from stmtdiff.loaders.pdf.pages import Page
    from stmtdiff.loaders.pdf.process import _decoded

    pages = [_decoded(line, Page) for line in data.splitlines()]
    if any(word.size < 1 or word.right < word.left or not word.text.strip() for page in pages for word in page.words):
        raise LoadError("the child leaves such words out")
    reading = read_flow([page for page in pages if page.words], (), 200_000)
    for mark in reading.marks:
        assert 0 <= mark.span.start <= mark.span.end <= len(reading.text)


def _statement(text: str) -> Statement:
    return parse(from_text(text[:_LONGEST]))


def _parse(data: bytes) -> None:
    statement = _statement(_text(data))
    counts = [0] * len(statement.text)
    labels = [part.label.span for part in statement.paragraphs if part.label and part.label.span]
    for span in (*(one.span for one in statement.sentences), *labels, *statement.notes, *statement.furniture):
        for position in range(span.start, span.end):
            counts[position] += 1
    lost = [at for at, letter in enumerate(statement.text) if not letter.isspace() and counts[at] != 1]
    assert not lost, f"in no unit, or in two: {lost[:3]}"


def _pair(data: bytes) -> tuple[Statement, Statement]:
    old, _, new = _text(data).partition(seeds.PAIR)
    return _statement(old), _statement(new)


def _compare(data: bytes) -> None:
    old, new = _pair(data)
    report = stmtdiff.compare(old, new)
    for side, statement in (("old", old), ("new", new)):
        linked = sorted(at for link in report.links for at in getattr(link, side))
        assert linked == list(range(len(statement.paragraphs))), "a paragraph is in no link, or in two"
    assert not stmtdiff.compare(new, new).shifts, "a statement differs from itself"


def _render(data: bytes) -> None:
    report = stmtdiff.compare(*_pair(data))
    for form in ("terminal", "plain", "json", "html", "markdown", "criticmarkup", "csv", "svg", "docx"):
        assert render(report, form)


def _phrases(data: bytes) -> None:
    pattern, _, text = _text(data).partition("\n")
    phrase = compile_phrase(pattern)
    tokens = words(text[:_LONGEST])
    for match in find((phrase,), tokens):
        assert 0 <= match.first < match.last <= len(tokens.norms)


def _file(read: Callable[[Path], Any]) -> Feed:
    """Return what feeds a reader of files: each input under a name of its own, for what was read is remembered."""

    def feed(data: bytes) -> None:
        path = _FOLDER / f"{next(_numbers)}.toml"
        path.write_bytes(data)
        try:
            read(path)
        finally:
            path.unlink()

    return feed


def _lock(path: Path) -> None:
    kept = read_lock(path)
    again = path.with_suffix(".again")
    again.write_text(lock_text(kept), encoding="utf-8")
    try:
        assert read_lock(again) == kept, "what is written is not what was read"
    finally:
        again.unlink()


def _toml(data: bytes) -> None:
    """Read TOML and ask where everything in it stands."""
    waiting = [read_toml(_text(data))]
    while waiting:
        cursor = waiting.pop()
        line, column = cursor.place
        assert line >= 1
        assert column >= 1
        waiting += _inner(cursor)


def _inner(cursor: Cursor) -> list[Cursor]:
    if isinstance(cursor.value, dict):
        return [cursor[key] for key in cursor.value]
    return [cursor[index] for index in range(len(cursor.value))] if isinstance(cursor.value, list) else []


def _listing(data: bytes) -> None:
    selector, _, page = data.partition(b"\n")
    read_listing(page, base=_BASE, selector=_text(selector))


def _addresses(data: bytes) -> None:
    first, _, second = _text(data).partition("\n")
    address = read_address(first)
    assert read_address(str(address)) == address, "an address is another when it is read again"
    assert address.joined(second).host


def _robots(data: bytes) -> None:
    rules = Robots(lambda _: (200, data), "stmtdiff")
    here = read_address(_BASE)
    assert rules.delay(here) == rules.delay(here)
    rules.check(here)


def _packing(data: bytes) -> None:
    from urllib3.exceptions import HTTPError

    try:
        for number, _ in enumerate(unpacked([data[1:]], "gzip" if data[:1] == b"g" else "deflate")):
            if number > 100:
                break
    except HTTPError as error:
        raise FetchError("not whole") from error


def _encoded(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)


_PAIR = f"{seeds.OLD}{seeds.PAIR}{seeds.NEW}"
TARGETS = {
    target.name: target
    for target in (
        Target("text", _reader("text"), _encoded(*seeds.TEXTS)),
        Target("markdown", _reader("markdown"), _encoded(seeds.MARKDOWN)),
        Target("html", _reader("html"), _encoded(seeds.HTML)),
        Target("xml", _reader("xml"), _encoded(seeds.XML)),
        Target("docx", _reader("docx", word_document), (seeds.WORD_PARTS,)),
        Target("zip", _reader("docx"), (word_document(seeds.WORD_PARTS),)),
        Target("pages", _pages, (seeds.PAGES,)),
        Target("pdf", _reader("pdf"), (seeds.PDF,), is_process=True),
        Target("wrapped", _wrapped, (seeds.MAIL.encode(), seeds.gzipped(seeds.OLD))),
        Target("any", _any_file, _encoded(seeds.OLD, seeds.MARKDOWN, seeds.HTML, seeds.XML, seeds.MAIL)),
        Target("parse", _parse, _encoded(*seeds.TEXTS)),
        Target("compare", _compare, _encoded(_PAIR)),
        Target("render", _render, _encoded(_PAIR)),
        Target("phrases", _phrases, _encoded(*seeds.PHRASES)),
        Target("toml", _toml, _encoded(seeds.TOML, seeds.POLICY)),
        Target("manifests", _file(read_manifest), _encoded(seeds.MANIFEST)),
        Target("policies", _file(read_policy), _encoded(seeds.POLICY)),
        Target("packs", _file(read_pack), _encoded(seeds.PACK)),
        Target("baselines", _file(read_baseline), _encoded(seeds.BASELINE)),
        Target("lock", _file(_lock), _encoded(seeds.LOCK)),
        Target("feeds", lambda data: read_feed(data, base=_BASE) and None, _encoded(seeds.FEED, seeds.ATOM)),
        Target("listings", _listing, _encoded(seeds.LISTING)),
        Target("addresses", _addresses, _encoded(*seeds.ADDRESSES)),
        Target("robots", _robots, _encoded(seeds.ROBOTS)),
        Target("packing", _packing, (b"g" + seeds.gzipped(seeds.OLD), b"d" + seeds.deflated(seeds.OLD))),
    )
}
