"""The page that histories, matrices and threads share: one file without network or script, graphics drawn by hand."""

from functools import cache
from typing import TYPE_CHECKING, Any

from stmtdiff.renderers import base
from stmtdiff.renderers.marks import FATES

if TYPE_CHECKING:
    from markupsafe import Markup


def page(template: str, *, title: str, kicker: str, headline: str, finding: str = "", **values: Any) -> str:
    """Return a page whose main part `template` (a file below `stmtdiff/renderers`) writes from `values`.

    `title` names what is shown; `finding`, where there is one, says what it shows, in the largest letters.

    Nothing but its own style may work in it, named by its hash; all values are escaped by the templates.
    """
    from markupsafe import Markup

    style = _style()
    body = base.environment().from_string(
        base.read(base.MACROS) + base.read("overtime/macros.jinja") + base.read(template)
    )
    main = Markup(body.render(values, headline=headline, finding=finding or title))
    frame = base.environment().from_string(base.read("overtime/page.html.jinja"))
    return frame.render(
        title=title,
        kicker=kicker,
        finding=finding or title,
        headline=headline,
        main=main,
        style=style,
        policy=base.policy_of(style),
    )


@cache
def _style() -> "Markup":
    from markupsafe import Markup

    fates = "".join(f"--{name}:{mark.page};" for name, mark in FATES.items())
    return Markup(f":root{{{fates}}}\n") + base.sheet(base.BASE, "overtime/page.css")
