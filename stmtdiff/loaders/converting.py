"""Have another program turn a format that is not read here into one that is: LibreOffice, or pandoc.

Which one is taken is decided by what is installed; the doubt names it, for what it makes of a document is its own.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from stmtdiff.errors import LoadError
from stmtdiff.loaders.sniff import Format
from stmtdiff.settings import ReadLimits

_NAMES: dict[Format, str] = {
    "odt": "an OpenDocument text",
    "rtf": "a text in RTF",
    "doc": "a file of Word 2003 or older",
    "epub": "an e-book (EPUB)",
}
_TO = {"epub": ".html"}  # every other becomes a Word document, which keeps tracked changes, numbers and notes
_OFFICE, _PANDOC = "LibreOffice", "pandoc"
_KNOWS: dict[Format, tuple[str, ...]] = {  # the best first
    "odt": (_OFFICE, _PANDOC),
    "rtf": (_OFFICE, _PANDOC),
    "doc": (_OFFICE,),
    "epub": (_PANDOC,),
}
_INSTALL = {_OFFICE: "Debian: apt-get install libreoffice-writer-nogui", _PANDOC: "Debian: apt-get install pandoc"}


def convert(raw: bytes, kind: Format, limits: ReadLimits) -> tuple[bytes, str, str]:
    """Return the document in `raw` in a format that is read, the suffix of that, and the doubt that says who did it.

    Raises:
        LoadError: when no program that can do it is installed, or the one that is fails or takes too long.
    """
    suffix = _TO.get(kind, ".docx")
    for program in _KNOWS[kind]:
        with TemporaryDirectory(prefix="stmtdiff-") as folder:
            made = _run(program, raw, kind, suffix, Path(folder), limits)
            if made is None:
                continue
            if not made:
                raise LoadError(
                    f"this is {_NAMES[kind]}, and {program} could not read it", hint="open it and save it as .docx"
                )
            return made, suffix, f"This is {_NAMES[kind]}; {program} turned it into {suffix} to be read."
    wanted = " or ".join(f"{program} ({_INSTALL[program]})" for program in _KNOWS[kind])
    raise LoadError(
        f"this is {_NAMES[kind]}, and another program is needed to read it",
        hint=f"install {wanted}, or save it as .docx",
    )


def _run(program: str, raw: bytes, kind: Format, suffix: str, folder: Path, limits: ReadLimits) -> bytes | None:
    """Return what `program` makes of the document, nothing when it fails, None when it is not installed."""
    source, target = folder / f"statement.{kind}", folder / "made" / f"statement{suffix}"
    source.write_bytes(raw)
    target.parent.mkdir()
    command = _office(source, target) if program == _OFFICE else _pandoc(source, target, kind)
    try:
        subprocess.run(command, capture_output=True, timeout=limits.seconds, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        return None
    except subprocess.TimeoutExpired:
        raise LoadError(
            f"turning this document into another format takes {program} longer than {limits.seconds} seconds",
            hint="open it and save it as .docx",
        ) from None
    if not target.exists():
        return b""
    with target.open("rb") as file:
        return file.read(limits.size)


def _office(source: Path, target: Path) -> Sequence[str]:
    """Return the call of LibreOffice: with a profile of its own, beside one that may be open; macros do not run."""
    profile = (source.parent / "profile").as_uri()
    return [
        "soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo", "--convert-to",
        target.suffix[1:], "--outdir", str(target.parent), str(source),
    ]  # fmt: skip


def _pandoc(source: Path, target: Path, kind: Format) -> Sequence[str]:
    """Return the call of pandoc, which may read nothing but the file."""
    return ["pandoc", "--sandbox", "--from", str(kind), "--standalone", "--output", str(target), str(source)]
