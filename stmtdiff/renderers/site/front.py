"""The first page of a site: what each series is, its time line, its phrases, its releases."""

from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.renderers.site.drawing import Drawing, draw
from stmtdiff.renderers.site.facts import Summary
from stmtdiff.renderers.site.frame import Way, page


@dataclass(frozen=True, slots=True)
class _Drawn:
    summary: Summary
    drawing: Drawing | None


def front_page(title: str, series: Sequence[Summary], *, search: str, more: Sequence[Way]) -> str:
    """Return the first page; `search` is the page of the search, "" where no text is published to search in.

    One series has what is found of it as the largest words; of several, each has it in its own part.
    """
    alone = series[0].finding.removesuffix(".") if len(series) == 1 else ""
    return page(
        "site/front.html.jinja",
        script="site/front.js" if search else "",
        title=title,
        heading=f"{title}: {alone[:1].lower()}{alone[1:]}" if alone else title,
        ways=(),
        feeds=[Way(f"{one.title}: changes", one.feed) for one in series],
        series=[_Drawn(one, draw(one.dots) if one.dots else None) for one in series],
        is_alone=len(series) == 1,
        search=search,
        more=more,
    )
