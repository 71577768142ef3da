"""HTML: one page that needs no network, no server and no script, and is better with the script that it carries."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from stmtdiff.renderers.html.view import page
from stmtdiff.renderers.marks import MARKS
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report

if TYPE_CHECKING:
    from jinja2 import Template

_SCRIPT = ("tools", "model", "address", "words", "views", "list", "change", "copying", "actions")
_INDENT = re.compile(r"(?m)^[ \t]*//[^\n]*\n|^[ \t]+|/\*(?s:.*?)\*/\n?")
_SPACE = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")  # that a style sheet can do without, outside of quotation marks


def render(report: Report, options: Options) -> str:
    """Return the report as a page of HTML that a browser opens from a file, under a strict policy of its own.

    Style and script are the only things that may work in it, each named by its hash; the text of
    the statements is escaped by the template and can become neither.
    """
    style, script = _style(), _script()
    return _template().render(
        page=page(report, options),
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
    )


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_read("page.html.jinja"))


def _harmless(value: object) -> object:
    """Return what the template writes, controls spelled out; parts of the page itself stay as they are."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@cache
def _script() -> str:
    """Return the script: one function, so that it leaves no name behind in the page."""
    from markupsafe import Markup

    parts = Markup("").join(_part(f"script/{name}.js") for name in _SCRIPT)
    return Markup('"use strict";\n(() => {{\n{}}})();\n').format(parts)


@cache
def _style() -> str:
    """Return the style sheet, with the colours of the classes from the table that the terminal shares."""
    from markupsafe import Markup

    colours = " ".join(f"--{name}: {mark.page};" for name, mark in MARKS.items())
    parts = re.split(r'("[^"]*")', f":root {{ {colours} }}\n{_part('page.css')}")
    return Markup("".join(part if part[:1] == '"' else _SPACE.sub(_kept, part) for part in parts))


def _kept(space: re.Match[str]) -> str:
    return space[1] or ""


@cache
def _part(name: str) -> str:
    """Return a part of the page without comments and indents, which only its authors need."""
    from markupsafe import Markup

    return Markup(re.sub(r"\n{2,}", "\n", _INDENT.sub("", _read(name))))


def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return the source expression that allows exactly `text` (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
