"""HTML: one page that needs no network, no server and no script, and is better with the script that it carries."""

from functools import cache
from typing import TYPE_CHECKING

from stmtdiff.renderers import base
from stmtdiff.renderers.html.view import page
from stmtdiff.renderers.options import Options
from stmtdiff.report import Report

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_SCRIPT = (
    "tools",
    "model",
    "address",
    "words",
    "apart",
    "views",
    "room",
    "list",
    "map",
    "change",
    "copying",
    "actions",
)


def render(report: Report, options: Options) -> str:
    """Return the report as a page of HTML that a browser opens from a file, under a strict policy of its own.

    Style and script are the only things that may work in it, each named by its hash; the text of
    the statements is escaped by the template and can become neither.
    """
    style, script = base.sheet(base.BASE, "html/page.css", "html/print.css"), _script()
    policy = base.policy_of(style, script)
    made = _template().render(page=page(report, options), style=style, script=script, policy=policy)
    return made.replace("&#39;", "'")  # no attribute of the template is between apostrophes


@cache
def _template() -> "Template":
    return base.environment().from_string(base.read(base.MACROS) + base.read("html/page.html.jinja"))


@cache
def _script() -> "Markup":
    """Return the script: one function, so that it leaves no name behind in the page."""
    return base.script(*(f"html/script/{name}.js" for name in _SCRIPT))
