"""Keep the comments on a series in one file beside its texts, in the form of a W3C Web Annotation collection.

`<library>/<series>.comments.json` is JSON-LD (https://www.w3.org/TR/annotation-model/): each comment has a text quote
selector and a text position selector, so that other programs of annotation read it too. It is written under the
library's lock, whole or not at all.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from stmtdiff.comment import Comment
from stmtdiff.comments.making import id_of
from stmtdiff.errors import LibraryError, ReferenceError  # noqa: A004
from stmtdiff.json_lines import to_lines
from stmtdiff.series.holdings import Library
from stmtdiff.series.writing import locked, write_whole

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_SOURCE = "urn:stmtdiff:"
_ID = "urn:stmtdiff:comment:"
_WANTED = "a W3C annotation collection in JSON"
_MOST = 50_000_000  # bytes of a file of comments


def read(library: Library, series: str) -> tuple[Comment, ...]:
    """Return the comments on the releases of `series`, by its id, in the order in which they were made.

    Raises:
        LibraryError: when their file cannot be read or is none of comments.
    """
    path = _path(library, series)
    if path is None or not path.exists():
        return ()
    try:
        if path.stat().st_size > _MOST:
            raise LibraryError("this file of comments is too large", path=path, hint="split it into several files")
        return imported(path.read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryError("the comments cannot be read", path=path, hint="check the file") from error


def add(library: Library, series: str, comments: Iterable[Comment]) -> int:
    """Add comments to those on `series`, by its id, and return how many were new.

    Raises:
        LibraryError: when there is no library, or it cannot be written.
    """
    folder = _folder(library)
    with locked(folder):
        known = {comment.id: comment for comment in read(library, series)}
        new = {comment.id: comment for comment in comments if comment.id not in known}
        if new:
            _write(library, series, [*known.values(), *new.values()])
    return len(new)


def remove(library: Library, series: str, wanted: str) -> Comment:
    """Remove the comment on `series` whose id begins with `wanted`, and return it.

    Raises:
        ReferenceError: when there is none, or more than one.
        LibraryError: when there is no library, or it cannot be written.
    """
    with locked(_folder(library)):
        known = read(library, series)
        found = [comment for comment in known if comment.id.startswith(wanted)] if wanted else []
        if len(found) != 1:
            raise ReferenceError(
                f"'{wanted}' names {len(found) or 'no'} {'comments' if len(found) > 1 else 'comment'} on {series}",
                hint=f"stmtdiff comments {series} lists them with their ids",
            )
        _write(library, series, [comment for comment in known if comment is not found[0]])
    return found[0]


def exported(comments: Iterable[Comment], name: str) -> str:
    """Return comments as a W3C annotation collection called `name`, stable to the byte."""
    items = [_annotation(comment) for comment in comments]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    return to_lines(
        {
            "@context": CONTEXT,
            "id": f"{_SOURCE}{name}:comments",
            "type": "AnnotationCollection",
            "label": f"Comments on {name}",
            "total": len(items),
            "first": page,
        }
    )


def imported(text: str, path: Path | None = None) -> tuple[Comment, ...]:
    """Return the comments of a W3C annotation collection, or page, or list of annotations.

    An annotation needs a text as its body, a release of stmtdiff as its source and a text quote selector; without a
    position the words alone are looked for.

    Raises:
        LibraryError: when it is none, with the number of the annotation that is wrong.
    """
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise LibraryError("this is not a file of comments", path=path, hint=_WANTED) from error
    items = _items(data)
    if items is None:
        raise LibraryError("this file has no annotations", path=path, hint=_WANTED)
    return tuple(_comment(item, number, path) for number, item in enumerate(items, 1))


def _items(data: Any) -> list[Any] | None:
    if isinstance(data, dict) and isinstance(data.get("first"), dict):
        data = data["first"]
    if isinstance(data, dict):
        data = data.get("items", [data] if data.get("type") == "Annotation" else None)
    return data if isinstance(data, list) else None


def _annotation(comment: Comment) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": comment.exact, "prefix": comment.prefix, "suffix": comment.suffix}
    position = {"type": "TextPositionSelector", "start": comment.start, "end": comment.end}
    made: dict[str, Any] = {"id": f"{_ID}{comment.id}", "type": "Annotation", "motivation": "commenting"}
    made |= {"created": comment.created} if comment.created else {}
    made |= {"creator": {"type": "Person", "name": comment.by}} if comment.by else {}
    return made | {
        "body": {"type": "TextualBody", "value": comment.text, "format": "text/plain"},
        "target": {"source": f"{_SOURCE}{comment.release}", "selector": [quote, position]},
    }


def _comment(item: Any, number: int, path: Path | None) -> Comment:
    def wrong(what: str) -> LibraryError:
        return LibraryError(f"annotation {number} has no {what}", path=path, hint="see docs/comments.md")

    if not isinstance(item, dict):
        raise wrong("fields")
    body, target = _first(item.get("body")), _first(item.get("target"))
    if not isinstance(body, dict) or not isinstance(body.get("value"), str):
        raise wrong("text as its body")
    source = target.get("source") if isinstance(target, dict) else None
    if not isinstance(source, str) or not source.startswith(_SOURCE):
        raise wrong("release of stmtdiff as its source")
    selectors = target["selector"] if isinstance(target.get("selector"), list) else [target.get("selector")]
    by_type = {one.get("type"): one for one in selectors if isinstance(one, dict)}
    quote, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector", {})
    if not isinstance(quote, dict) or not isinstance(quote.get("exact"), str) or not quote["exact"].strip():
        raise wrong("text quote selector")
    start, end = position.get("start"), position.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        start = end = 0  # the words alone are known
    creator = _first(item.get("creator"))
    made = Comment(
        "",
        source.removeprefix(_SOURCE),
        body["value"],
        quote["exact"],
        str(quote.get("prefix") or ""),
        str(quote.get("suffix") or ""),
        start,
        end,
        str(item.get("created") or ""),
        str(creator.get("name") or "") if isinstance(creator, dict) else str(creator or ""),
    )
    own = str(item.get("id") or "").removeprefix(_ID)
    return replace(made, id=own or id_of(made))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _folder(library: Library) -> Path:
    if library.folder is None:
        raise LibraryError("comments are kept in a library, and there is none", hint="name a folder: --library")
    return library.folder


def _path(library: Library, series: str) -> Path | None:
    return library.folder / f"{series}.comments.json" if library.folder is not None else None


def _write(library: Library, series: str, comments: Iterable[Comment]) -> None:
    path = _path(library, series)
    assert path is not None, "a library without a folder is refused before"
    write_whole(path, exported(comments, series).encode("utf-8", "backslashreplace"))
