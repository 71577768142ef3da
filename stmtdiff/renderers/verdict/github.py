"""Annotations of GitHub Actions: workflow commands that put a finding beside the line of the file.

GitHub shows ten of each level and drops the rest without a word, so no more are written and the rest
are counted; the summary of the job has all. How values are escaped:
https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from collections import Counter
from collections.abc import Iterator

from stmtdiff.checking.verdict import Finding, Verdict
from stmtdiff.renderers.verdict import Options
from stmtdiff.renderers.verdict.passages import acceptance, is_line_true, line_in_file, remarked, shown, told
from stmtdiff.renderers.verdict.text import no_command, no_marker
from stmtdiff.renderers.visible import visible
from stmtdiff.report import plural
from stmtdiff.rules.annotation import Severity

MOST = 10  # annotations of one level in one step
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(verdict: Verdict, options: Options) -> str:
    """Return the verdict as workflow commands, a line each, then notices and headline as plain lines."""
    written = Counter[Severity]()
    lines = []
    for finding in shown(verdict, options):
        if written[finding.severity] < MOST:
            written[finding.severity] += 1
            lines.append(_command(verdict, finding, options))
    rest = len(verdict.findings) - len(lines)
    more = [f"{plural(rest, 'more finding')} in the summary of this job"] if rest else []
    aside = [f"remark: {one}" for one in remarked(verdict)]
    plain = [*map(visible, verdict.report.notices), *aside, verdict.headline, *more]
    return "".join(f"{line}\n" for line in [*map(no_marker, lines), *map(no_command, plain)])


def _command(verdict: Verdict, finding: Finding, options: Options) -> str:
    properties = {**_location(verdict, finding, options), "title": visible(finding.message)}
    told = ",".join(f"{name}={_escape(str(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{LEVELS[finding.severity]} {told}::{_escape(chr(10).join(_message(finding, options)), _DATA)}"


def _message(finding: Finding, options: Options) -> Iterator[str]:
    yield told(finding)
    yield from (visible(said) for said in finding.said)
    if finding.why:
        yield visible(finding.why)
    if command := acceptance(finding, options):
        yield visible(f"accept: {command}")


def _location(verdict: Verdict, finding: Finding, options: Options) -> dict[str, str | int]:
    """Return the file and, where its lines are those of the text, the lines of a finding."""
    if not options.new_path:
        return {}
    found: dict[str, str | int] = {"file": options.new_path}
    if finding.new is not None and (number := line_in_file(finding.new, options.new_lines)):
        return found | {"line": number}
    if finding.new is None or not is_line_true(verdict.report.new):
        return found
    line, column, end_line, end_column = finding.new.ends
    found |= {"line": line, "endLine": end_line}
    return found | {"col": column, "endColumn": end_column} if line == end_line else found


def _escape(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
