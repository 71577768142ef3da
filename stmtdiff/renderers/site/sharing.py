"""What many pages of a site have in common, their style and their script, as files of their own beside them.

The ugly case: a page that is whole by itself carries 60 kB of style and script, and a site of 78 statements has 184
pages. So a page is made whole, and here its style and script go out of it, into files that are called by what is in
them: pages with the same style share a file, and a page that was made by another version keeps its own.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from stmtdiff.renderers import base

OWN = "/* stmtdiff site */"  # near the begin of each shared file
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"')
_LETTERS = 12  # of the digest, in the name of a file
Kind = Literal["css", "js"]


@dataclass(frozen=True, slots=True)
class Parted:
    """A page without its style and script, and the files that hold them, by their names."""

    page: str
    files: dict[str, str]


def parted(page: str, root: str) -> Parted:
    """Return a page of HTML with its style and script in files; `root` leads from the page to the folder of the site.

    What is no such page, a feed, stays as it is. Texts cannot be taken for style or script, for the templates escape
    the signs that begin them.
    """
    style, script = _STYLE.search(page), _SCRIPT.search(page)
    if style is None:
        return Parted(page, {})
    files = {}
    name, text = _file("css", style[1])
    files[name] = text
    made = page.replace(style[0], f'<link rel="stylesheet" href="{root}{name}">', 1)
    if script is not None:
        name, text = _file("js", script[1])
        files[name] = text
        made = made.replace(script[0], f'<script src="{root}{name}"></script>', 1)
    policy = base.policy_of_files(has_script=script is not None)
    return Parted(_POLICY.sub(lambda found: f'{found[1]}{policy}"', made, count=1), files)


def is_whole(name: str, raw: bytes) -> bool:
    """Say whether these bytes are those of the shared file of that name."""
    return _named(name.rpartition(".")[2], raw) == name


def _file(kind: Kind, text: str) -> tuple[str, str]:
    """Return the name and the text of a shared file; a style sheet says first in which letters it is written."""
    text = f'@charset "utf-8";\n{OWN}\n{text}' if kind == "css" else f"{OWN}\n{text}"
    return _named(kind, text.encode("utf-8", "backslashreplace")), text


def _named(kind: str, raw: bytes) -> str:
    return f"stmtdiff-{hashlib.sha256(raw).hexdigest()[:_LETTERS]}.{kind}"
