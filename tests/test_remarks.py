"""What a check could not see is said: a doubt, a language, a verb on no scale, a partner that is hardly alike."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.verdicts import judged, policy

import stmtdiff
from stmtdiff.checking import Verdict

LAMPS = '[[watch]]\nid = "lamps"\nphrase = "Lampen an der Küste"\nmessage = "m"\n'
RULES = '[[severity]]\nid = "all"\nrule = "*"\nseverity = "note"\n'
OLD = "Der Rat hat die Bitte der Minister zu den Lampen an der Küste und zu dem Hafen der Stadt zur Kenntnis genommen."
CLOSURE = '[[watch]]\nid = "mine"\nphrase = "complete closure of the mine"\nmessage = "m"\n'


def told(verdict: Verdict) -> list[str]:
    return [finding.detail for finding in verdict.remarks]


def test_a_language_that_no_rule_speaks_and_no_act_is_read_in(tmp_path: Path):
    new = OLD.replace("zur Kenntnis genommen", "begrüßt")
    assert told(judged(tmp_path, LAMPS, OLD, new)) == [
        "acts, speakers and denials are not read in German: only the wording is judged"
    ]
    assert "of German the rules know negation alone: nothing in it is judged softer or firmer" in told(
        judged(tmp_path, LAMPS + RULES, OLD, new)
    )
    assert judged(tmp_path, LAMPS, OLD, new, strict=True).exit_code == 1


def test_a_doubt_of_the_reading_is_said_of_its_side(tmp_path: Path):
    old = stmtdiff.parse("The Council called for the complete closure of the mine.")
    new = replace(old, source=replace(old.source, doubts=("Page 2 holds no text.",)))
    verdict = stmtdiff.check(stmtdiff.compare(old, new), policy(tmp_path, CLOSURE))
    assert told(verdict) == ["the new statement may have been misread: Page 2 holds no text."]


@pytest.mark.parametrize(
    ("new", "remarks"),
    [
        ("The Council painted the complete closure of the mine.", ["whose strength is not known"]),
        ("The Council urged the complete closure of the mine.", []),
    ],
)
def test_a_verb_on_no_scale_is_said(new: str, remarks: list[str], tmp_path: Path):
    found = told(judged(tmp_path, CLOSURE, "The Council called for the complete closure of the mine.", new))
    assert [one.rsplit(", ", 1)[-1] for one in found] == remarks


def test_a_partner_that_is_hardly_alike_is_said_with_how_alike_it_is(tmp_path: Path):
    old = stmtdiff.parse(
        "1. The Council called for the complete closure of the mine.\n\n2. Bells ring at noon in Orlo."
    )
    report = stmtdiff.compare(old, old)
    far = replace(report, links=tuple(replace(link, score=260) for link in report.links))
    (remark,) = stmtdiff.check(far, policy(tmp_path, CLOSURE)).remarks
    assert remark.entry == "mine"
    assert "its paragraph is only 26 % like its counterpart" in remark.detail
    assert stmtdiff.check(report, policy(tmp_path, CLOSURE)).remarks == ()
