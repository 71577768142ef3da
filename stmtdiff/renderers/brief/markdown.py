"""Markdown for a note or a mail: the headline in bold, then a list."""

from stmtdiff.brief import Brief
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import Told, headline, notices, pair, rest, told
from stmtdiff.renderers.markdown import escape


def render(brief: Brief, options: Options) -> str:  # noqa: ARG001  # there is nothing to choose
    """Return the brief as GitHub-flavoured Markdown."""
    blocks = [f"**{escape(headline(brief))}**", escape(pair(brief))]
    blocks += [f"> **{escape(notice)}**" for notice in notices(brief)]
    blocks.append("\n".join(_item(told(brief, fact)) for fact in brief.facts))
    return "\n\n".join(filter(None, [*blocks, rest(brief)])) + "\n"


def _item(line: Told) -> str:
    first, *others = line.between
    quoted = (f'"{escape(quote)}"{escape(after)}' for quote, after in zip(line.quotes, others, strict=True))
    where = f"({escape(line.where)})" if line.where else ""
    said = " ".join(
        part for part in (escape(first) + "".join(quoted), where, escape(line.rules), escape(line.lives)) if part
    )
    lives = f"; *{escape(line.lives)}*" if line.lives else ""
    return f"- **{escape(line.label)}:** {said}{lives}"
