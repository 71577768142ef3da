"""What each kind of entry finds, and what it lets pass."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from support.strategies import units
from support.verdicts import CVID, judged, kinds, policy

import stmtdiff
from stmtdiff.checking import Finding, Verdict
from stmtdiff.checking.baseline import Baseline, accept
from stmtdiff.checking.policy import Policy
from stmtdiff.errors import SettingsError

AIM = "12. The Council of Lamps held to the complete, verifiable, and irreversible denuclearization of the reefs."
WATCH_GRAVE = '[[watch]]\nid = "grave"\nphrase = "grave concern"\nmessage = "m"\n'


def only(verdict: Verdict) -> Finding:
    (finding,) = verdict.findings
    return finding


def test_a_formula_with_a_serial_comma_is_seen_to_lose_its_words(tmp_path: Path):
    """The shape of the sentence that this program was written for."""
    new = "12. The Council of Lamps held to the complete denuclearisation of the reefs."
    finding = only(judged(tmp_path, CVID, AIM, new))
    assert finding.old is not None
    assert finding.new is not None
    assert finding.shift is not None
    assert (finding.kind, finding.direction) == ("altered", "softer")
    assert (finding.old.text, finding.new.text) == ("complete, verifiable, and irreversible", "complete")
    assert finding.said[0].startswith("SEC101: softer: ")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("It voiced grave concern over the reefs.", "It voiced grave  concern over the reefs.", []),
        ("It voiced grave concern over the reefs.", "It voiced concern over the reefs.", ["altered"]),
        ("It voiced concern over the reefs.", "It voiced grave concern over the reefs.", ["altered"]),
        ("It met. It voiced grave concern over the reefs.", "It met.", ["dropped"]),
        ("It met.", "It met. It voiced grave concern over the reefs.", ["added"]),
        (
            "It voiced grave concern over the reefs.\n\nIt voiced grave concern at the price of oil.",
            "It voiced grave concern over the reefs.\n\nIt noted the price of oil.",
            ["altered"],
        ),
        (
            "It voiced grave concern over the reefs.\n\nIt met. It voiced grave concern at the price of oil.",
            "It voiced grave concern over the reefs.\n\nIt met.",
            ["count changed"],
        ),
        ("It voiced concern.", "It voiced deep concern.", ["unknown phrase"]),
        (
            "Many Ministers voiced grave concern over the reefs.",
            "The Meeting voiced grave concern over the reefs.",
            ["other speaker"],
        ),
        (
            "The Ministers met. They voiced grave concern over the reefs.",
            "The Ministers met. Ministers also voiced grave concern over the reefs.",
            [],
        ),
        (
            "1. The Panel voiced grave concern over the raids in the strait.\n\n2. Oil is dear this year.",
            "1. Oil is dear this year.\n\n2. Nobody lit the lamps of Osk, a cause of grave concern to pilots.",
            ["moved"],
        ),
        (
            "1. The lamps are lit. Ministers voiced grave concern over the reefs.\n\n2. Oil is dear this year.",
            "1. Oil is dear this year.\n\n2. The lamps are lit. Ministers voiced grave concern over the reefs.",
            [],
        ),
    ],
)
def test_a_watched_formula(old: str, new: str, found: list[str], tmp_path: Path):
    assert kinds(judged(tmp_path, WATCH_GRAVE, old, new)) == found


@pytest.mark.parametrize("goes_far", [False, True], ids=["within its paragraph", "to another"])
def test_a_formula_in_a_sentence_that_moved_is_altered_and_not_dropped(goes_far: bool, tmp_path: Path):
    """Its other wording is found where the sentence went, and a rule's finding quotes both places."""
    said, rest = "The Panel voiced grave concern over the raids in the strait.", "Oil was dear all through the winter."
    lamps, edited = "Nobody lit the lamps of Osk before the feast.", said.replace("grave ", "")
    old = f"{said} {rest}\n\n{lamps}"
    new = f"{rest}\n\n{lamps} {edited}" if goes_far else f"{rest} {edited}\n\n{lamps}"
    finding = only(judged(tmp_path, WATCH_GRAVE, old, new))
    assert finding.old is not None
    assert finding.new is not None
    assert (finding.kind, finding.old.text, finding.new.text) == ("altered", "grave concern", "concern")
    assert (finding.old.paragraph, finding.new.paragraph) == (0, int(goes_far))


def test_a_speaker_renamed_throughout_is_said_once_elsewhere_and_no_finding(tmp_path: Path):
    """What runs through the text is the report's to say, not that of every formula."""
    names = ["reefs", "lamps", "wicks", "lenses", "stairs"]
    old, new = (
        "\n\n".join(
            f"{n}. {who} voiced grave concern over the {name} of the strait." for n, name in enumerate(names, 1)
        )
        for who in ("The Ministers", "The Meeting")
    )
    assert kinds(judged(tmp_path, WATCH_GRAVE, old, new)) == []


REQUIRE = '[[require]]\nid = "law"\nphrase = "law of the sea"\nallowed = ["UNCLOS"]\nmessage = "m"\n'


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("The Meeting recalled the law of the sea.", "The Meeting recalled UNCLOS.", []),
        ("The Meeting recalled the law of the sea.", "The Meeting recalled the law.", ["missing"]),
        ("The Meeting met.", "The Meeting recalled the law of the sea.", []),
        ("The Meeting met.", "The Meeting met again.", ["unknown phrase"]),
    ],
)
def test_a_required_wording(old: str, new: str, found: list[str], tmp_path: Path):
    assert kinds(judged(tmp_path, REQUIRE, old, new)) == found


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("The Meeting recalled the law of the sea.", []),
        ("The Meeting met. It also recalled the law of the sea.", []),
        ("Many Ministers recalled the law of the sea.", ["other speaker"]),
        ("The ships kept to the law of the sea.", ["other speaker"]),
        ("Some Ministers recalled the law of the sea, and the Meeting recalled the law of the sea.", []),
    ],
)
def test_a_required_wording_has_its_speakers(new: str, found: list[str], tmp_path: Path):
    policy = REQUIRE + 'speakers = ["Meeting | Ministers"]\n'
    assert kinds(judged(tmp_path, policy, "The Meeting recalled the law of the sea.", new)) == found


@pytest.mark.parametrize(
    ("speaker", "new", "found"),
    [
        ("Members of the Council", "Members of the Council recalled the law of the sea.", []),
        ("Council", "Members of the Council recalled the law of the sea.", ["other speaker"]),
        ("Foreign Ministers", "The Foreign Ministers and the Secretary-General recalled UNCLOS.", ["other speaker"]),
        (
            "Foreign Ministers and the Secretary-General",
            "The Foreign Ministers and the Secretary-General recalled UNCLOS.",
            [],
        ),
        ("some Ministers", "The Meeting welcomed the truce, and some Ministers recalled the law of the sea.", []),
        ("Meeting", "The Meeting welcomed the truce, and some Ministers recalled UNCLOS.", ["other speaker"]),
        ("Meeting", "Recalling the law of the sea, the Meeting welcomed the truce.", []),
        ("Ministers", "The law of the sea was recalled by the Ministers.", []),
        ("Chair", "The Chair, Ms Orda Lind, recalled the law of the sea.", []),
        ("Meeting", "The Meeting noted that trade follows the law of the sea.", []),
        ("Assembly Council", "The Assembly Council,\n\nMindful of the law of the sea,\n\nDemands peace;", []),
        ("Ministers", "The Ministers agreed to:\n\n(a) keep to the law of the sea; and\n\n(b) meet.", []),
        ("Parties", "The Meeting agreed that all Parties should keep to the law of the sea.", ["other speaker"]),
    ],
)
def test_a_speaker_is_whoever_the_clause_says(speaker: str, new: str, found: list[str], tmp_path: Path):
    policy = REQUIRE + f'speakers = ["{speaker}"]\n'
    assert kinds(judged(tmp_path, policy, "The Meeting recalled the law of the sea.", new)) == found


FORBID = '[[forbid]]\nid = "force"\nphrase = "all options"\nmessage = "m"\n'


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("All options remain open. It recalled all options again.", ["forbidden", "forbidden"]),
        ("Nothing is open.", []),
    ],
)
def test_a_forbidden_wording(new: str, found: list[str], tmp_path: Path):
    assert kinds(judged(tmp_path, FORBID, "It kept all options.", new)) == found


def test_a_forbidden_phrase_that_never_stood_is_told_of_until_an_example_shows_that_it_fires(tmp_path: Path):
    assert kinds(judged(tmp_path, FORBID, "It met.", "It rose.")) == ["unknown phrase"]
    proof = 'fires = [{ old = "It met.", new = "It kept all options." }]\n'
    assert kinds(judged(tmp_path, FORBID + proof, "It met.", "It rose.")) == []
    wrong = 'fires = [{ old = "It met.", new = "It kept all option." }]\n'
    assert kinds(judged(tmp_path, FORBID + wrong, "It met.", "It rose.")) == ["unknown phrase"]


LADDER = """\
[[ladder]]
id = "concern"
topic = "reef*"
rungs = ["concern", "serious|deep concern", "grave concern"]
message = "m"
"""
FLOOR = LADDER + 'floor = "serious|deep concern"\n'


@pytest.mark.parametrize(
    ("policy", "old", "new", "found"),
    [
        (LADDER, "grave concern", "deep concern", ["below"]),
        (LADDER, "deep concern", "grave concern", []),
        (LADDER, "deep concern", "serious concern", []),
        (LADDER, "concern", "interest", ["below"]),
        (FLOOR, "grave concern", "deep concern", []),
        (FLOOR, "grave concern", "concern", ["below"]),
        (FLOOR, "concern", "concern", ["below"]),
        (LADDER, "interest", "interest", ["unknown phrase"]),
    ],
)
def test_a_ladder(policy: str, old: str, new: str, found: list[str], tmp_path: Path):
    """Another paragraph holds the highest rung on both sides, and is not about the topic."""
    texts = (f"1. It voiced {one} over the reefs.\n\n2. It voiced grave concern over oil." for one in (old, new))
    assert kinds(judged(tmp_path, policy, *texts)) == found


def test_a_ladder_whose_topic_stands_nowhere_is_told_of(tmp_path: Path):
    assert kinds(judged(tmp_path, LADDER, "It voiced concern.", "It voiced concern.")) == ["unknown phrase"]


OLD_CITY = "1. The Meeting urged the parties to talk.\n\n2. The Meeting condemned the raids on the reefs."
NEW_CITY = "1. The Meeting encouraged the parties to talk.\n\n2. The Meeting deplored the raids on the reefs."


@pytest.mark.parametrize(
    ("count", "topic", "found"),
    [(2, "", []), (1, "", ["exceeded"]), (0, "reef*", ["exceeded"]), (1, "reef*", []), (0, "moon", ["unknown phrase"])],
)
def test_a_maximum_of_softer_shifts(count: int, topic: str, found: list[str], tmp_path: Path):
    policy = f'[[max]]\nid = "few"\ndirection = "softer"\ncount = {count}\ntopic = "{topic}"\nmessage = "m"\n'
    assert kinds(judged(tmp_path, policy, OLD_CITY, NEW_CITY)) == found
    firmer = policy.replace("softer", "firmer")
    assert kinds(judged(tmp_path, firmer, NEW_CITY, OLD_CITY)) == found


def test_a_maximum_names_every_shift_and_changes_its_id_with_them(tmp_path: Path):
    policy = '[[max]]\nid = "none"\ndirection = "softer"\ncount = 0\nmessage = "m"\n'
    two = only(judged(tmp_path, policy, OLD_CITY, NEW_CITY))
    assert "'urged' -> 'encouraged'; 'condemned' -> 'deplored'" in two.detail
    one = only(judged(tmp_path, policy, OLD_CITY, NEW_CITY.replace("deplored", "condemned")))
    assert one.id != two.id


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("It noted the moon.\n\nIt met.", "It met.", ["topic gone"]),
        ("It noted the moon.", "The moon is far.", []),
        ("It met.", "It met.", ["unknown phrase"]),
    ],
)
def test_a_topic_keeps_a_paragraph(old: str, new: str, found: list[str], tmp_path: Path):
    assert kinds(judged(tmp_path, '[[topic]]\nid = "moon"\nphrase = "moon"\nmessage = "m"\n', old, new)) == found


def rule_entry(rule: str, severity: str = "") -> str:
    grave = f'severity = "{severity}"\n' if severity else ""
    return f'[[severity]]\nid = "s{len(rule)}"\nrule = "{rule}"\n{grave}'


def test_rules_speak_only_where_an_entry_calls_them_and_the_closest_entry_counts(tmp_path: Path):
    def severities(policy: str) -> list[tuple[str, str]]:
        verdict = judged(tmp_path, policy, OLD_CITY, NEW_CITY)
        return [(finding.entry, finding.severity) for finding in verdict.findings]

    assert severities(rule_entry("SEC*")) == []
    own = severities(rule_entry("*"))
    assert [code for code, _ in own] == ["GEN104", "GEN105"]
    assert severities(rule_entry("GEN104", "error")) == [("GEN104", "error")]
    assert severities(rule_entry("GEN*", "error") + rule_entry("GEN105", "note")) == [
        ("GEN104", "error"),
        ("GEN105", "note"),
    ]


def test_what_a_formula_already_tells_is_not_told_by_a_rule_again(tmp_path: Path):
    new = AIM.replace("complete, verifiable, and irreversible", "complete")
    assert kinds(judged(tmp_path, CVID + rule_entry("*"), AIM, new)) == ["altered"]
    quieter = CVID + 'severity = "note"\n' + rule_entry("SEC101", "error")
    assert kinds(judged(tmp_path, quieter, AIM, new)) == ["rule", "altered"], "a note must not silence an error"


IGNORE = '[[ignore]]\nid = "known"\nentry = "cvid"\nreason = "agreed"\nuntil = 2032-05-03\n'
PAIR = (
    "Osk, 2 May 2031\n\n" + AIM,
    "Osk, 3 May 2032\n\n" + AIM.replace("complete, verifiable, and irreversible", "complete"),
)


@pytest.mark.parametrize(
    ("on", "counts", "lapses"),
    [(None, 0, []), (datetime.date(2032, 5, 3), 0, []), (datetime.date(2032, 5, 4), 1, ["expired"])],
)
def test_an_ignore_ends_with_its_day_by_the_date_of_the_new_statement(
    on: datetime.date | None, counts: int, lapses: list[str], tmp_path: Path
):
    verdict = judged(tmp_path, CVID + IGNORE, *PAIR, on=on)
    assert (len(verdict.findings), len(verdict.ignored)) == (counts, 1 - counts)
    assert [lapse.kind for lapse in verdict.lapses] == lapses


def test_without_a_date_an_ignore_with_a_last_day_does_not_count(tmp_path: Path):
    verdict = judged(tmp_path, CVID + IGNORE, AIM, PAIR[1].partition("\n\n")[2])
    assert verdict.is_failed
    assert [lapse.kind for lapse in verdict.lapses] == ["not judged"]


def test_an_ignore_may_be_for_one_wording_only(tmp_path: Path):
    ignore = '[[ignore]]\nid = "known"\nrule = "GEN104"\nphrase = "{}"\nreason = "agreed"\n'
    rules = rule_entry("GEN104", "error")
    assert not judged(tmp_path, rules + ignore.format("urged"), OLD_CITY, NEW_CITY).is_failed
    assert judged(tmp_path, rules + ignore.format("begged"), OLD_CITY, NEW_CITY).is_failed


IN_NOTE = "It met.\u00b9\n\n\u00b9 It voiced grave concern."
IN_TEXT = "It met. It voiced grave concern."
MILDER = IN_NOTE.replace("grave ", "")
NOWHERE = "It met."


@pytest.mark.parametrize(
    ("kind", "keys", "old", "new", "found", "said"),
    [
        ("watch", 'phrase = "grave concern"', IN_NOTE, NOWHERE, "dropped", "'grave concern' was dropped"),
        ("watch", 'phrase = "grave concern"', IN_NOTE, MILDER, "altered", "'grave concern' became 'concern'"),
        ("watch", 'phrase = "grave concern"', IN_TEXT, IN_NOTE, "dropped", "; it is in a note of the new statement"),
        ("watch", 'phrase = "grave concern"', IN_NOTE, IN_TEXT, "added", "; it is in a note of the old statement"),
        ("require", 'phrase = "grave concern"', IN_TEXT, IN_NOTE, "missing", "; it is in a note of the new statement"),
        ("require", 'phrase = "grave concern"', IN_NOTE, MILDER, "missing", "'grave concern' became 'concern'"),
        ("forbid", 'phrase = "grave concern"', NOWHERE, IN_NOTE, "forbidden", "is in a note of the new statement"),
        ("topic", 'phrase = "grave concern"', IN_TEXT, IN_NOTE, "topic gone", "; it is in a note of the new statement"),
        ("topic", 'phrase = "grave concern"', IN_NOTE, MILDER, "topic gone", "no paragraph contains"),
        ("ladder", 'rungs = ["concern", "grave concern"]', IN_TEXT, IN_NOTE, "below", "one is in a note"),
        ("ladder", 'rungs = ["concern", "grave concern"]', IN_NOTE, MILDER, "below", "to 'concern' (rung 1 of 2)"),
        ("max", 'direction = "softer"\ncount = 0', IN_NOTE, MILDER, "exceeded", "1 shift softer, at most 0 allowed"),
    ],
)
def test_what_a_phrase_in_a_note_became_is_judged_as_in_a_paragraph(
    kind: str, keys: str, old: str, new: str, found: str, said: str, tmp_path: Path
):
    finding = only(judged(tmp_path, f'[[{kind}]]\nid = "grave"\n{keys}\nmessage = "m"\n', old, new))
    assert finding.kind == found
    assert said in finding.detail


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("watch", 'phrase = "grave concern"'),
        ("require", 'phrase = "grave concern"'),
        ("topic", 'phrase = "grave concern"'),
        ("ladder", 'rungs = ["concern", "grave concern"]'),
    ],
)
def test_a_phrase_that_a_note_keeps_is_no_finding(kind: str, keys: str, tmp_path: Path):
    policy = f'[[{kind}]]\nid = "grave"\n{keys}\nmessage = "m"\n'
    assert kinds(judged(tmp_path, policy, IN_NOTE, IN_NOTE.replace("It met.", "It met again."))) == []


def test_what_a_rule_says_of_a_note_is_a_finding_with_the_place_of_the_note(tmp_path: Path):
    finding = only(judged(tmp_path, rule_entry("GEN105", "error"), IN_NOTE, MILDER))
    assert (finding.kind, finding.direction) == ("rule", "softer")
    assert finding.new
    assert finding.new.of.role == "note"


def test_a_forbidden_phrase_in_a_note_is_found_even_where_its_absence_is_proven(tmp_path: Path):
    """An example that fires keeps the entry quiet where the phrase stands nowhere; in a note it stands somewhere."""
    proven = (
        '[[forbid]]\nid = "f"\nphrase = "grave concern"\nmessage = "m"\n'
        f'fires = [{{ old = "{NOWHERE}", new = "{IN_TEXT}" }}]\n'
    )
    assert kinds(judged(tmp_path, proven, NOWHERE, NOWHERE)) == []
    first = only(judged(tmp_path, proven, NOWHERE, IN_NOTE))
    again = only(judged(tmp_path, proven, IN_NOTE, IN_NOTE.replace("\u00b9", "\u00b2")))
    assert first.id == again.id, "an acceptance survives another number of the note"
    assert first.id != only(judged(tmp_path, proven, NOWHERE, IN_NOTE.replace("voiced", "felt"))).id


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1), (None, 0)])
def test_the_verdict_decides_the_exit_code(fail_on: str | None, code: int, tmp_path: Path):
    verdict = judged(tmp_path, CVID + 'severity = "warning"\n', *PAIR, fail_on=fail_on)
    assert verdict.exit_code == code
    assert verdict.headline.startswith("FAILED" if code else "passed")


def test_entries_for_another_series_are_not_asked_and_a_check_that_asks_nothing_is_refused(tmp_path: Path):
    other = CVID.replace("cvid", "other") + 'series = "harbour"\n'
    verdict = judged(tmp_path, CVID + other, *PAIR)
    assert verdict.skipped == ("other",)
    assert kinds(verdict) == ["altered"]
    assert len(judged(tmp_path, CVID + other, *PAIR, series="harbour").findings) == 2
    with pytest.raises(SettingsError, match="is not known"):
        judged(tmp_path, other, *PAIR)
    with pytest.raises(SettingsError, match="no entry is for the series 'oil'"):
        judged(tmp_path, other, *PAIR, series="oil")
    with pytest.raises(SettingsError, match="the policy has no entry"):
        judged(tmp_path, 'library = "statements"\n', *PAIR)


def baseline_for(verdict: Verdict, **options: datetime.date) -> Baseline:
    return Baseline(accept(verdict.report, verdict.findings, reason="agreed", **options))


def test_an_acceptance_survives_renumbering_and_moves(tmp_path: Path):
    """The bytes of both statements are others; the wording, the dates and so the finding are the same."""
    accepted = baseline_for(judged(tmp_path, CVID, *PAIR))
    moved = [text.replace("12. ", "1. The lamps are lit.\n\n9. ") for text in PAIR]
    verdict = judged(tmp_path, CVID, *moved, baseline=accepted)
    assert (verdict.findings, len(verdict.accepted), verdict.lapses) == ((), 1, ())


def test_an_acceptance_is_for_its_pair_of_statements(tmp_path: Path):
    accepted = baseline_for(judged(tmp_path, CVID, *PAIR))
    later = [text.replace("2032", "2033").replace("2031", "2032") for text in PAIR]
    verdict = judged(tmp_path, CVID, *later, baseline=accepted)
    assert (kinds(verdict), verdict.accepted, verdict.lapses) == (["altered"], (), ())


def test_without_dates_an_acceptance_knows_its_pair_by_name(tmp_path: Path):
    texts = [text.partition("\n\n")[2] for text in PAIR]
    accepted = baseline_for(judged(tmp_path, CVID, *texts))
    renumbered = [text.replace("12. ", "13. ") for text in texts]
    assert not judged(tmp_path, CVID, texts[0], renumbered[1], baseline=accepted).is_failed
    assert judged(tmp_path, CVID, *renumbered, baseline=accepted).is_failed  # next year's files of the same names?
    nameless = Baseline(tuple(replace(one, new=replace(one.new, name="other.txt")) for one in accepted.accepted))
    assert judged(tmp_path, CVID, texts[0], renumbered[1], baseline=nameless).is_failed
    assert not judged(tmp_path, CVID, *texts, baseline=nameless).is_failed


def test_an_acceptance_that_is_no_longer_needed_or_has_expired_is_told_of(tmp_path: Path):
    found = judged(tmp_path, CVID, *PAIR)
    mended = judged(tmp_path, CVID, PAIR[0], PAIR[0].replace("2 May 2031", "3 May 2032"), baseline=baseline_for(found))
    assert [lapse.kind for lapse in mended.lapses] == ["no longer applies"]
    expired = judged(tmp_path, CVID, *PAIR, baseline=baseline_for(found, until=datetime.date(2032, 5, 2)))
    assert [lapse.kind for lapse in expired.lapses] == ["expired"]
    assert expired.is_failed


def test_equal_findings_have_ids_of_their_own(tmp_path: Path):
    old = "1. It voiced grave concern over oil.\n\n2. It voiced grave concern over the reefs of the north."
    verdict = judged(tmp_path, WATCH_GRAVE, old, old.replace("grave ", ""))
    assert len({finding.id for finding in verdict.findings}) == 2


def test_the_sample_fails_with_its_formula_passes_once_accepted_and_fails_again(tmp_path: Path):
    """The policy that ships, on the two statements that ship."""
    from stmtdiff.checking.starting import starter

    asked = policy(tmp_path, starter())
    report = stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025"))
    first = stmtdiff.check(report, asked)
    assert [finding.entry for finding in first.findings if first.is_failing(finding)] == ["cvid"]
    accepted = Baseline(accept(report, first.findings, reason="agreed"))
    assert not stmtdiff.check(report, asked, baseline=accepted).is_failed
    text = stmtdiff.load("sample:2025").text.replace("by peaceful means", "in due course")
    draft = replace(stmtdiff.parse(text, name="sample:2025"), release=report.new.release)
    softer = stmtdiff.compare(report.old, draft)
    again = stmtdiff.check(softer, asked, baseline=accepted)
    assert [finding.entry for finding in again.findings if again.is_failing(finding)] == ["peaceful-means"]
    assert next(one.finding.entry for one in again.accepted) == "cvid"


def test_a_statement_against_itself_has_nothing_but_what_is_forbidden_or_unknown(tmp_path: Path):
    from stmtdiff.checking.starting import starter

    text = stmtdiff.load("sample:2025").text
    verdict = judged(tmp_path, starter(), text, text, series="sample")
    assert {finding.entry for finding in verdict.findings} <= {"cvid"}


ALL_KINDS = "".join(
    (
        '[[watch]]\nid = "w"\nphrase = "the meeting"\nmessage = "m"\n',
        '[[watch]]\nid = "p"\nphrase = "peace* ... security"\nmessage = "m"\n',
        '[[require]]\nid = "r"\nphrase = "ministers"\nspeakers = ["Meeting"]\nmessage = "m"\n',
        '[[forbid]]\nid = "f"\nphrase = "noted"\nmessage = "m"\n',
        '[[ladder]]\nid = "l"\nrungs = ["noted", "welcomed"]\ntopic = "the"\nmessage = "m"\n',
        '[[max]]\nid = "x"\ndirection = "softer"\ncount = 0\nmessage = "m"\n',
        '[[topic]]\nid = "t"\nphrase = "quarrel bay"\nmessage = "m"\n',
        '[[severity]]\nid = "s"\nrule = "*"\n',
    )
)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return policy(tmp_path_factory.mktemp("policy"), ALL_KINDS)


@given(old=units, new=units)
def test_any_two_statements_are_judged(old: list[str], new: list[str], everything: Policy):
    """Ids are unique, a wording lies in its paragraph, and of a text against itself no formula changed."""
    statements = [stmtdiff.from_paragraphs(some) for some in (old, new)]
    verdict = stmtdiff.check(stmtdiff.compare(*statements), everything)
    ids = [finding.id for finding in verdict.findings]
    assert len(set(ids)) == len(ids)
    for finding in verdict.findings:
        for place in filter(None, (finding.old, finding.new)):
            assert place.span.is_inside(place.of.span)
    same = stmtdiff.check(stmtdiff.compare(statements[0], statements[0]), everything)
    assert {finding.kind for finding in same.findings} <= {"other speaker", "forbidden", "unknown phrase"}
    assert not [finding for finding in same.findings if finding.entry in "wp" and finding.kind != "unknown phrase"]
