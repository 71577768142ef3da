"""The shifts that are named first."""

from dataclasses import replace

from reports import COUNCIL, Said, Written, report_of

from stmtdiff.renderers.foremost import foremost
from stmtdiff.report import Report


def wordings(report: Report, count: int = 3) -> list[tuple[str, str]]:
    return [
        (shift.old.of(report.old.text) if shift.old else "", shift.new.of(report.new.text) if shift.new else "")
        for shift in (found.shift for found in foremost(report, count=count))
    ]


def test_severity_comes_first_then_a_direction_then_the_order_of_the_text():
    report = report_of(
        Written("1", "1", "It [-urged-]{+invited+} all.", said=(Said("urged", "softer", "one"),)),
        Written("2", "2", "It [-never-]{+seldom+} met.", said=(Said("never", "none", "two", "TST102"),)),
        Written("3", "3", "It [-may-]{+will+} act.", said=(Said("may", "firmer", "three", "TST103"),)),
    )
    notes = [replace(report.annotations[0], severity="note"), *report.annotations[1:]]
    assert wordings(replace(report, annotations=tuple(notes))) == [
        ("may", "will"), ("never", "seldom"), ("urged", "invited")
    ]  # fmt: skip


def test_a_rule_is_heard_once_and_no_shift_is_named_twice():
    said = [Said("lamps", "softer", "one"), Said("lamps", "softer", "again", "TST102")]
    report = report_of(
        Written("1", "1", "It lit [-all lamps-]{+lamps+}.", said=tuple(said)),
        Written("2", "2", "It cleaned [-all lamps-]{+few lamps+}.", said=(said[0],)),
        Written("3", "3", "It met [-daily-]{+weekly+}."),
    )
    assert wordings(report) == [("all lamps", "lamps"), ("all lamps", "few lamps"), ("daily", "weekly")]
    assert [found.annotation is None for found in foremost(report)] == [False, True, True]


def test_without_a_rule_a_short_replacement_comes_before_a_long_passage():
    passage = (
        "Keepers of all shores shall carry their lamps to the northern reefs before the first storm of the year " * 2
    )
    report = report_of(Written("1", "", f"[-{passage.strip()}-]"), Written("2", "1", "It met [-daily-]{+weekly+}."))
    assert wordings(report, 1) == [("daily", "weekly")]


def test_routine_shifts_are_never_named_and_nothing_makes_nothing():
    assert wordings(report_of(Written("1", "1", "The (-11th-)(+12th+) Council met."))) == []
    assert not any(found.shift.routine for found in foremost(COUNCIL, count=99))
