"""SARIF 2.1.0 for code scanning: each entry of the policy, and each rule that spoke, is a rule with help.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

import json
from typing import Any
from urllib.parse import quote

from stmtdiff import __version__
from stmtdiff.checking.policy import Entry
from stmtdiff.checking.verdict import Finding, Place, Verdict
from stmtdiff.model import Statement
from stmtdiff.renderers.markdown import escape
from stmtdiff.renderers.rows import place as named
from stmtdiff.renderers.verdict import Options
from stmtdiff.renderers.verdict.passages import acceptance, is_line_true, line_in_file, remarked, told
from stmtdiff.renderers.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "stmtdiffFinding/v1"  # GitHub follows an alert from run to run by it
_SIGNS = str.maketrans({"{": "{{", "}": "}}", "[": "\\[", "]": "\\]"})


def render(verdict: Verdict, options: Options) -> str:
    """Return the verdict as one run; what was accepted or is ignored is no result, as alerts would come of it."""
    rules = _rules(verdict)
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    files = _Files(verdict, options)
    run = {
        "tool": {
            "driver": {"name": "stmtdiff", "version": __version__, "semanticVersion": __version__, "rules": rules}
        },
        "invocations": [{"executionSuccessful": True, **_notifications(verdict)}],
        "columnKind": "unicodeCodePoints",
        "artifacts": files.artifacts(),
        "results": [_result(finding, indexes[finding.entry], files, options) for finding in verdict.findings],
    }
    written = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
    return written + "\n"


def _text(words: str) -> str:
    """Return words for a message, where braces would name arguments and square brackets make links (3.11.5 and 6)."""
    return visible(words).translate(_SIGNS)


def _notifications(verdict: Verdict) -> dict[str, Any]:
    """Return what must be known of the pair beside the findings: what is odd about it and what could not be seen."""
    found = [{"level": "warning", "message": {"text": _text(notice)}} for notice in verdict.report.notices]
    found += [{"level": "note", "message": {"text": _text(one)}} for one in remarked(verdict)]
    return {"toolExecutionNotifications": found} if found else {}


def _rules(verdict: Verdict) -> list[dict[str, Any]]:
    """Return the entries that were asked and the rules that spoke, each with its help."""
    asked = {entry.id: _rule_of_entry(entry) for entry in verdict.entries if entry.kind not in ("severity", "ignore")}
    spoke = {finding.entry: _rule(finding.entry, finding.message, finding.why, finding.severity, "rule")
             for finding in verdict.findings if finding.entry not in asked}  # fmt: skip
    return [*asked.values(), *(spoke[code] for code in sorted(spoke))]


def _rule_of_entry(entry: Entry) -> dict[str, Any]:
    return _rule(entry.id, entry.message, entry.why, entry.severity, entry.kind)


def _rule(id: str, message: str, why: str, severity: str, kind: str) -> dict[str, Any]:  # noqa: A002  # SARIF's word
    said = visible(f"{message} {why}".strip())
    return {
        "id": id,
        "shortDescription": {"text": _text(message)},
        "fullDescription": {"text": _text(said)},
        "help": {"text": _text(said), "markdown": f"{escape(message)}\n\n{escape(why)}".strip()},
        "defaultConfiguration": {"level": severity},
        "properties": {"tags": [kind]},
    }


def _result(finding: Finding, index: int, files: "_Files", options: Options) -> dict[str, Any]:
    lines = [finding.message, told(finding), *finding.said]
    if command := acceptance(finding, options):
        lines.append(f"accept: {command}")
    made: dict[str, Any] = {
        "ruleId": finding.entry,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": "\n".join(map(_text, lines))},
        "locations": [files.location(finding.new)],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {"kind": finding.kind, "direction": finding.direction},
    }
    if finding.old:
        made["relatedLocations"] = [
            files.location(finding.old) | {"id": 1, "message": {"text": _text(f"the old wording: {finding.old.text}")}}
        ]
    return made


class _Files:
    """The two statements as artifacts."""

    def __init__(self, verdict: Verdict, options: Options) -> None:
        old, new = verdict.report.old, verdict.report.new
        self._statements = (new, old)
        self._lines = (options.new_lines, options.old_lines)
        self._addresses = (_address(new, options.new_path), _address(old, options.old_path))

    def artifacts(self) -> list[dict[str, Any]]:
        return [
            {"location": {"uri": address}, "hashes": {"sha-256": statement.source.sha256}}
            for statement, address in zip(self._statements, self._addresses, strict=True)
        ]

    def location(self, place: Place | None) -> dict[str, Any]:
        """Return a location; without a place, the new statement as a whole."""
        index = 1 if place and place.statement is self._statements[1] else 0
        physical: dict[str, Any] = {"artifactLocation": {"uri": self._addresses[index], "index": index}}
        if place is None:
            return {"physicalLocation": physical}
        if is_line_true(place.statement):
            physical["region"] = _region(place)
        elif line := line_in_file(place, self._lines[index]):
            physical["region"] = {"startLine": line, "snippet": {"text": visible(place.text)}}
        logical = {"kind": "paragraph", "name": named(place.of)}
        return {"physicalLocation": physical, "logicalLocations": [logical]}


def _region(place: Place) -> dict[str, Any]:
    """Return where a wording is in its file, in code points; an empty one is the point where it would be."""
    line, column, end_line, end_column = place.ends
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": place.span.start,
        "charLength": len(place.span),
        "snippet": {"text": visible(place.text)},
    }


def _address(statement: Statement, path: str) -> str:
    """Return a URI of the statement: its file in the repository, or what it is called."""
    if path:
        return quote(path.encode("utf-8", "surrogateescape"))
    return quote(statement.name.encode("utf-8", "replace") or b"statement", safe="/:")
