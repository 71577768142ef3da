"""JUnit XML for servers that show tests: each entry of the policy is a case, and so is each rule that spoke."""

import re
from collections import defaultdict
from xml.etree import ElementTree

from stmtdiff.checking.verdict import Finding, SetAside, Verdict
from stmtdiff.renderers.verdict import Options
from stmtdiff.renderers.verdict.passages import remarked, told
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import called

_NOT_XML = re.compile("[\ufffe\uffff]")  # visible() spells out all else that XML cannot carry


def render(verdict: Verdict, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the verdict as a test suite; findings below the severity that fails are output of their case."""
    cases = _cases(verdict)
    suite = ElementTree.Element("testsuite", name=_safe(f"stmtdiff check {called(verdict.report.new)}"))
    for name, (findings, aside) in cases.items():
        _write(suite, verdict, name, findings, aside)
    totals: dict[str, str] = {
        "tests": str(len(cases)),
        "failures": str(len(suite.findall("testcase/failure/.."))),
        "errors": "0",
        "skipped": str(len(suite.findall("testcase/skipped"))),
    }
    if told := (*verdict.report.notices, *(f"remark: {one}" for one in remarked(verdict))):
        ElementTree.SubElement(suite, "system-out").text = "\n".join(map(_safe, told))
    suite.attrib.update(totals)
    root = ElementTree.Element("testsuites", {"name": "stmtdiff"} | totals)
    root.append(suite)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _cases(verdict: Verdict) -> dict[str, tuple[list[Finding], list[SetAside]]]:
    cases: dict[str, tuple[list[Finding], list[SetAside]]] = defaultdict(lambda: ([], []))
    for entry in verdict.entries:
        if entry.kind not in ("severity", "ignore"):
            _ = cases[entry.id]
    for finding in verdict.findings:
        cases[finding.entry][0].append(finding)
    for one in (*verdict.accepted, *verdict.ignored):
        cases[one.finding.entry][1].append(one)
    return cases


def _write(
    suite: ElementTree.Element, verdict: Verdict, name: str, findings: list[Finding], aside: list[SetAside]
) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname=_safe(verdict.policy), name=_safe(name))
    failing = [finding for finding in findings if verdict.is_failing(finding)]
    others = [finding for finding in findings if not verdict.is_failing(finding)]
    if failing:
        first = failing[0]
        failure = ElementTree.SubElement(case, "failure", type=first.severity, message=_safe(first.message))
        failure.text = "\n".join(map(_line, failing))
    elif aside and not others:
        ElementTree.SubElement(case, "skipped", message=_safe("; ".join(one.reason for one in aside)))
    if others:
        ElementTree.SubElement(case, "system-out").text = "\n".join(map(_line, others))


def _line(finding: Finding) -> str:
    return _safe(f"{finding.severity}: {told(finding)} [{finding.id}]")


def _safe(text: str) -> str:
    return _NOT_XML.sub(lambda match: f"<U+{ord(match[0]):04X}>", visible(text))
