"""Text for a terminal or a log: the verdict first, then each finding with both wordings and how to accept it."""

from collections.abc import Iterator

from stmtdiff.checking.verdict import Finding, Verdict
from stmtdiff.renderers.brief import Options as Rows
from stmtdiff.renderers.brief.text import line
from stmtdiff.renderers.lines import unmarked
from stmtdiff.renderers.marks import brackets
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
from stmtdiff.renderers.visible import isolated, visible
from stmtdiff.renderers.wording import called

INDENT = "    "


def render(verdict: Verdict, options: Options) -> str:
    """Return the verdict as text; no program that reads the log can take a line for a command."""
    return "".join(f"{no_command(one).rstrip()}\n" for one in _lines(verdict, options))


def no_marker(line: str) -> str:
    r"""Return a line of a log without what GitHub's runner takes for a command anywhere in it, "##[".

    >>> print(no_marker("##[add-mask]the"))
    ##\[add-mask]the
    """
    return line.replace("##[", "##\\[")


def no_command(line: str) -> str:
    r"""Return a line of a log that is no command, not at its start either, where the name of a statement can be.

    >>> print(no_command(" ::error::the"))
     \::error::the
    """
    rest = line.lstrip()
    return no_marker(f"{line[: len(line) - len(rest)]}\\{rest}" if rest.startswith("::") else line)


def _lines(verdict: Verdict, options: Options) -> Iterator[str]:
    yield verdict.headline
    yield from map(visible, verdict.report.notices)
    yield f"{called(verdict.report.old)} -> {called(verdict.report.new)}, by {visible(verdict.policy)}"
    headline, news = news_of(verdict)
    if news:
        yield from ("", f"What changed: {headline}", *(INDENT + line(row, Rows()) for row in news))
    findings = shown(verdict, options)
    for finding in findings:
        yield ""
        yield from _finding(verdict, finding, options)
    aside_lines = list(_aside(verdict, left_out(verdict, len(findings))))
    if aside_lines:
        yield ""
        yield from aside_lines


def _finding(verdict: Verdict, finding: Finding, options: Options) -> Iterator[str]:
    yield visible(f"{finding.severity}: {finding.message} [{finding.entry}]")
    yield INDENT + told(finding)
    for passage in passages(finding):
        yield INDENT + _passage(passage)
    for said in finding.said:
        yield INDENT + visible(f"rule: {said}")
    if life := life_of(verdict, finding):
        yield INDENT + life
    if finding.why:
        yield INDENT + visible(f"why: {finding.why}")
    if command := acceptance(finding, options):
        yield INDENT + visible(f"accept: {command}")


def _passage(passage: Passage) -> str:
    opening, closing = brackets(passage.side, quiet=False)
    wording = f"{opening}{visible(passage.wording)}{closing}" if passage.wording else "[nothing]"
    before, after = unmarked(visible(passage.before)), unmarked(visible(passage.after))
    return f"{passage.side} {passage.paragraph}: {isolated(f'{before.lstrip()}{wording}{after.rstrip()}')}"


def _aside(verdict: Verdict, more: str) -> Iterator[str]:
    if more:
        yield f"{more} (--max-findings)"
    yield from (f"accepted: {aside(one)}" for one in verdict.accepted)
    yield from (f"ignored: {aside(one)}" for one in verdict.ignored)
    yield from (visible(f"look again: {lapse.sentence} ({lapse.reason})") for lapse in verdict.lapses)
    yield from (f"remark: {one}" for one in remarked(verdict))
    yield from (visible(f"phrase of {reading}") for reading in verdict.readings)
    if verdict.skipped:
        yield visible(f"entries for other series, not asked: {', '.join(verdict.skipped)}")
