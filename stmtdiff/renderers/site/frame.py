"""What all pages of a site have: a line of ways through it, a policy, and a mark by which its own files are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from stmtdiff.errors import InternalError
from stmtdiff.renderers import base
from stmtdiff.renderers.site.sharing import OWN

if TYPE_CHECKING:
    from markupsafe import Markup

_GENERATOR = '<meta name="generator" content="stmtdiff">'
_OWN = '<meta name="generator" content="stmtdiff site">'
_HEADER = "<header>\n"
MARKS = (_OWN.encode(), b"<generator>stmtdiff site</generator>", OWN.encode())
"""What every file of a site has near its beginning, and no other file has."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link: its text, and where it leads from the page that it is on. Without `href` it names the page itself."""

    text: str
    href: str = ""


def framed(page: str, ways: Sequence[Way]) -> str:
    """Return a page that is whole by itself with a line of ways above its head; only style that it has is used.

    Raises:
        InternalError: when the page has no head.
    """
    if _HEADER not in page or _GENERATOR not in page:
        raise InternalError("a site cannot have a page of this kind")
    line = base.environment().from_string(base.read("site/macros.jinja") + "{{ line(ways) }}").render(ways=ways)
    return page.replace(_GENERATOR, _OWN, 1).replace(_HEADER, _HEADER + line, 1)


def page(template: str, *, title: str, ways: Sequence[Way], script: str = "", **values: Any) -> str:
    """Return a page of the site's own, whose main part `template` (a file below `stmtdiff/renderers`) writes.

    `script` is the name of a file of JavaScript there. All values are escaped by the templates.
    """
    from markupsafe import Markup

    style, code = _style(), base.script(script) if script else Markup("")
    macros = base.read(base.MACROS) + base.read("overtime/macros.jinja") + base.read("site/macros.jinja")
    main = Markup(base.environment().from_string(macros + base.read(template)).render(title=title, **values))
    frame = base.environment().from_string(base.read("site/macros.jinja") + base.read("site/page.html.jinja"))
    policy = base.policy_of(style, code)
    return frame.render(title=title, ways=ways, main=main, style=style, script=code, policy=policy, **values)


@cache
def _style() -> "Markup":
    return base.sheet(base.BASE, "overtime/page.css", "site/page.css")
