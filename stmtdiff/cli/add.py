"""`stmtdiff add`: put statements into the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    import datetime

    from stmtdiff.series.adding import Added


def add(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files to add; - is standard input.")],
    series: Annotated[
        str, typer.Option(metavar="NAME", help="Series of the files. A series that does not exist is created.")
    ],
    date: Annotated[
        str,
        typer.Option(
            metavar="DAY",
            help="Date of the release, like 2025-07-11. Default: the date in the file name or in the text.",
        ),
    ] = "",
    ordinal: Annotated[int | None, typer.Option(metavar="N", min=1, help="Number of the meeting: 32.")] = None,
    place: Annotated[str, typer.Option(metavar="PLACE", help="Place of the meeting.")] = "",
    title: Annotated[str, typer.Option(metavar="TITLE", help="Title of the statement.")] = "",
    source: Annotated[str, typer.Option(metavar="URL", help="Address where it was published.")] = "",
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
) -> None:
    """Add statements to the library. It keeps the file as it is, the text that was read, and the sha256 of both."""
    from dataclasses import replace

    from stmtdiff.cli.library import library_of
    from stmtdiff.cli.network import now
    from stmtdiff.cli.output import write_text
    from stmtdiff.errors import LibraryError
    from stmtdiff.series.adding import Incoming
    from stmtdiff.series.adding import add as put_in
    from stmtdiff.series.notation import is_address

    single = {"--date": date, "--ordinal": ordinal, "--place": place, "--title": title, "--source": source}
    of_one = [name for name, value in single.items() if value]
    if len(files) > 1 and of_one:
        raise LibraryError(
            f"{of_one[0]} is for one release, and there are {len(files)} files", hint="add the files one by one"
        )
    if source and not is_address(source):
        from stmtdiff.web.address import masked

        raise LibraryError(f"'{masked(source)}' is not a web address", hint="it begins with https:// or http://")
    own = library_of(library)
    day = _day(date) if date else None
    told = Incoming(
        b"", date=day, address=source, fetched=now(), selector=selector or "", ordinal=ordinal, place=place, title=title
    )
    texts = [replace(told, raw=_bytes(file), name=_name(file)) for file in files]
    added = put_in(own, series, texts)
    write_text("".join(_said(file, one) for file, one in zip(files, added, strict=True)) + _count(added, own.folder))


def _day(text: str) -> "datetime.date":
    import datetime

    from stmtdiff.errors import LibraryError

    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise LibraryError(f"'{text}' is not a date", hint="write it as 2025-07-11") from None


def _bytes(file: str) -> bytes:
    from stmtdiff.loaders.raw import read_bytes, read_standard_input

    return read_standard_input() if file == "-" else read_bytes(Path(file))


def _name(file: str) -> str:
    return "" if file == "-" else Path(file).name


def _said(file: str, added: "Added") -> str:
    """Return what became of one file, with what may be wrong on lines of its own."""
    from stmtdiff.renderers.visible import visible

    named = f"{added.series}:{added.kept.date.isoformat()}"
    bases = {"given": "", "file name": " (day from the file's name)", "dateline": " (day from its dateline)"}
    what = {
        "added": f"is {named}{bases.get(added.date_basis, '')}",
        "same": f"is already in the library, as {named}",
        "restored": f"is in the library again, as {named}",
        "beside": f"differs from the text of {named} in the library; kept beside it as {added.kept.file}",
    }
    lines = [f"{visible(file)} {what[added.status]}\n"]
    lines += [f"  ? {visible(doubt)}\n" for doubt in added.doubts]
    return "".join(lines)


def _count(added: "tuple[Added, ...]", folder: Path | None) -> str:
    from stmtdiff.renderers.visible import visible
    from stmtdiff.report import plural

    new = sum(one.status != "same" for one in added)
    made = f", a new series '{added[0].series}'" if added[0].is_new_series else ""
    return f"{plural(new, 'text')} added to {visible(str(folder))}{made}\n"
