"""Cite a statement, or a paragraph of it, in the forms that reference managers read."""

import json
import re
from typing import Any, Literal, get_args

from stmtdiff.errors import SettingsError
from stmtdiff.model import Paragraph, Statement
from stmtdiff.series.holdings import Library

Style = Literal["bibtex", "csl-json"]
_TEX = {"\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}"}
_SPECIAL = re.compile(r"[\\{}%&#$_~^]")


def cite(statement: Statement, paragraph: Paragraph | int | None = None, *, style: Style = "bibtex") -> str:
    """Return a citation of a statement, or of one paragraph of it (or of the one at that index).

    Title and date are those of the statement. For a release, the series gives publisher and address. For another text,
    its name is the address if it is one. A note has the sha256 of the bytes that were read.

    Args:
        statement: what is cited.
        paragraph: the paragraph to cite; None cites the whole statement.
        style: "bibtex", or "csl-json" for a list with one item.

    Raises:
        SettingsError: for another style.
        ReferenceError: when the series of a release is not known any more.
    """
    if style not in get_args(Style):
        raise SettingsError(f"there is no style '{style}'", hint=f"styles: {', '.join(get_args(Style))}")
    if isinstance(paragraph, int):
        paragraph = statement.paragraphs[paragraph]
    item = _item(statement, paragraph)
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n" if style == "csl-json" else _bibtex(item)


def _item(statement: Statement, paragraph: Paragraph | None) -> dict[str, Any]:
    """Return a citation in the terms of CSL (https://docs.citationstyles.org/en/stable/specification.html)."""
    title = " ".join(statement.title.of(statement.text).split()) if statement.title else statement.name
    publisher, address = _published(statement)
    day = statement.dateline.date
    item: dict[str, Any] = {"id": _key(statement, paragraph), "type": "document", "title": title}
    item |= {"author": [{"literal": publisher}], "publisher": publisher} if publisher else {}
    item |= {"issued": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}
    item |= {"URL": address} if address else {}
    item |= {"locator": _place(paragraph), "label": "paragraph"} if paragraph else {}
    return item | {"note": f"sha256 {statement.source.sha256}"}


def _published(statement: Statement) -> tuple[str, str]:
    """Return who published a statement, and where; "" for what is not known."""
    release = statement.release
    if release is None:
        name = statement.source.name
        return "", name if name.lower().startswith(("http://", "https://")) else ""
    series = Library(release.library).find(release.series)
    known = next((one for one in series.releases if one.order == release.order), None)
    addresses = series.addresses(known) if known else ()
    return series.publisher, addresses[0].url if addresses else ""


def _place(paragraph: Paragraph) -> str:
    return paragraph.label.value if paragraph.label else f"#p{paragraph.index + 1}"


def _key(statement: Statement, paragraph: Paragraph | None) -> str:
    place = f"-{_place(paragraph)}" if paragraph else ""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", f"{statement.name or 'statement'}{place}").strip("-")


def _bibtex(item: dict[str, Any]) -> str:
    fields = {"title": f"{{{_safe(item['title'])}}}"}
    if "publisher" in item:
        fields |= {"author": f"{{{_safe(item['publisher'])}}}", "institution": _safe(item["publisher"])}
    if "issued" in item:
        year, month, day = item["issued"]["date-parts"][0]
        fields |= {"year": str(year), "month": str(month), "day": str(day)}
    fields |= {"url": item["URL"]} if "URL" in item else {}
    place = f"paragraph {_safe(item['locator'])}; " if "locator" in item else ""
    fields["note"] = f"{place}{item['note']}"
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{item['id']},\n{lines}}}\n"


def _safe(text: str) -> str:
    """Return text in which nothing is a command of TeX."""
    return _SPECIAL.sub(lambda match: _TEX.get(match[0], f"\\{match[0]}"), text)
