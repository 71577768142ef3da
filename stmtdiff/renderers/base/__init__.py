"""What all pages of HTML share: a base style with the colours of the marks, a policy, and a template's safety.

A page of any result is put together like this:

    style = sheet("base/base.css", "html/page.css")
    policy = policy_of(style, script)
    environment().from_string(...).render(style=style, script=script, policy=policy, ...)

`base.css` holds fonts, light, dark and printed colours, the look of dropped and added words, buttons,
focus and hidden words; it names no part of any one page. The colours of the classes come from `marks`.
"""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from stmtdiff.renderers.marks import MARKS
from stmtdiff.renderers.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

BASE = "base/base.css"
MACROS = "base/macros.jinja"  # what pages of several kinds write alike
_IDLE = re.compile(r"(?m)^[ \t]+|/\*(?s:.*?)\*/\n?")  # indents and comments
_SPACE = re.compile(
    r"\s*([{};,>])\s*|(?<=:)\s+|;(?=\s*})"
)  # what a style sheet can do without, outside of quotation marks


@cache
def environment() -> "Environment":
    """Return the makers of templates in which text can become neither markup nor an invisible character."""
    from jinja2 import Environment, StrictUndefined

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def sheet(*names: str) -> "Markup":
    """Return style sheets as one, with a variable for the colour of each class: `--softer`, `--firmer` and so on.

    `names` are files below `stmtdiff/renderers`; "base/base.css" comes first.
    """
    from markupsafe import Markup

    colours = " ".join(f"--{name}: {mark.page};" for name, mark in MARKS.items())
    text = f":root {{ {colours} }}\n" + "".join(re.sub(r"\n{2,}", "\n", _IDLE.sub("", read(name))) for name in names)
    pieces = re.split(r'("[^"]*")', text)
    made = (piece if piece[:1] == '"' else _SPACE.sub(_kept, piece).replace(";}", "}") for piece in pieces)
    return Markup("".join(made))


@cache
def script(*names: str) -> "Markup":
    """Return files of JavaScript below `stmtdiff/renderers` as one function, without what only their authors need."""
    from markupsafe import Markup
    from rjsmin import jsmin

    parts = "".join(map(read, names))
    made = re.sub(r"(?<=[\w\]]);}", "}", jsmin(f'"use strict";\n(() => {{\n{parts}}})();\n'))
    return Markup(re.sub(r"\bconst (?=[\w\[{])", "let ", made))  # shorter, and nobody writes to it any more


def read(name: str) -> str:
    """Return a file below `stmtdiff/renderers`."""
    return files("stmtdiff.renderers").joinpath(name).read_text(encoding="utf-8")


def policy_of(style: str, script: str = "") -> str:
    """Return a Content-Security-Policy under which `style` and `script` work and nothing else does, or loads."""
    allowed = f"style-src {_hash(style)}" + (f"; script-src {_hash(script)}" if script else "")
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def policy_of_files(*, has_script: bool) -> str:
    """Return a policy under which style and script work that stand in files beside the page, and nothing else.

    On a host these are the files of the page's own origin. A page that is opened from the file system has no origin
    that all browsers compare, so its scheme stands beside it; no host can serve anything by that scheme.
    """
    beside = "'self' file:"
    allowed = f"style-src {beside}" + (f"; script-src {beside}" if has_script else "")
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _harmless(value: object) -> object:
    """Return what the template writes, controls spelled out; parts of the page itself stay as they are."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _kept(space: re.Match[str]) -> str:
    return space[1] or ""


def _hash(text: str) -> str:
    """Return the source expression that allows exactly `text` (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
