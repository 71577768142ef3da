"""Markdown for the summary of a job: findings as a list, dropped and gained words as <del> and <ins>."""

from collections.abc import Iterator

from stmtdiff.checking.verdict import Finding, Verdict
from stmtdiff.renderers.brief import Options as Rows
from stmtdiff.renderers.brief.markdown import table
from stmtdiff.renderers.markdown import ELEMENTS, escape
from stmtdiff.renderers.verdict import Options
from stmtdiff.renderers.verdict.passages import (
    Passage,
    acceptance,
    aside,
    left_out,
    life_of,
    news_of,
    passages,
    remarked,
    shown,
    told,
)
from stmtdiff.renderers.wording import called

_ROOM = 900_000  # bytes; GitHub drops a summary of more than 1 MiB
_SIGNS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}


def render(verdict: Verdict, options: Options) -> str:
    """Return the verdict as GitHub-flavoured Markdown; text of statements stays text in it."""
    blocks = [
        f"## stmtdiff check {escape(verdict.headline)}",
        *(f"> **{escape(one)}**" for one in verdict.report.notices),
    ]
    blocks.append(f"{escape(called(verdict.report.old))} -> {escape(called(verdict.report.new))}")
    headline, news = news_of(verdict)
    if news:
        blocks += [f"**{escape(headline)}**", table(news, Rows())]
    used, count = len("".join(blocks).encode()), 0
    for finding in shown(verdict, options):
        block = "\n".join(_finding(verdict, finding, options))
        used += len(block.encode("utf-8", "backslashreplace"))
        if used > _ROOM:
            break
        blocks.append(block)
        count += 1
    return "\n\n".join([*blocks, *_tail(verdict, left_out(verdict, count))]) + "\n"


def _finding(verdict: Verdict, finding: Finding, options: Options) -> Iterator[str]:
    yield f"- {_SIGNS[finding.severity]} **{escape(finding.message)}** ({escape(finding.entry)})  "
    yield f"  {escape(told(finding))}"
    for passage in passages(finding):
        yield f"  - {_passage(passage)}"
    yield from (f"  - rule: {escape(said)}" for said in finding.said)
    if life := life_of(verdict, finding):
        yield f"  - {escape(life)}"
    if finding.why:
        yield f"  - why: {escape(finding.why)}"
    if command := acceptance(finding, options):
        yield f"  - accept: {escape(command)}"


def _passage(passage: Passage) -> str:
    element = ELEMENTS[passage.side]
    wording = f"<{element}>{escape(passage.wording)}</{element}>" if passage.wording else "*nothing*"
    gaps = [
        " " if part[:1].isspace() or part[-1:].isspace() else "" for part in (passage.before[-1:], passage.after[:1])
    ]
    before, after = escape(passage.before.strip()), escape(passage.after.strip())
    return f"{passage.side} {escape(passage.paragraph)}: {before}{gaps[0]}{wording}{gaps[1]}{after}"


def _tail(verdict: Verdict, more: str) -> Iterator[str]:
    lines = [f"- {more}"] if more else []
    lines += [f"- accepted: {escape(aside(one))}" for one in verdict.accepted]
    lines += [f"- ignored: {escape(aside(one))}" for one in verdict.ignored]
    lines += [f"- look again: {escape(lapse.sentence)} ({escape(lapse.reason)})" for lapse in verdict.lapses]
    lines += [f"- remark: {escape(one)}" for one in remarked(verdict)]
    lines += [f"- phrase of {escape(reading)}" for reading in verdict.readings]
    if verdict.skipped:
        lines.append(f"- entries for other series, not asked: {escape(', '.join(verdict.skipped))}")
    if lines:
        yield "\n".join(lines)
