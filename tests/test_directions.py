"""Directions that must not be said: a wrong one is worse than none."""

import pytest

import stmtdiff

NONE = {
    "an abbreviation written out in part": ("We seek CVID of Kaveth.", "We seek the complete disarmament of Kaveth."),
    "a contraction is no lost negation": ("We do not recognise the vote.", "We don't recognise the vote."),
    "nor is one beside another word": ("We do not recognise the vote.", "We don't accept the vote."),
    "cannot": ("We cannot accept it.", "We can't accept it."),
    "from one named to all": ("The Forum urged that Ostrel withdraw.", "The Forum urged that all parties withdraw."),
    "a fact of the past": ("The code was adopted by 2010.", "The code was adopted by 2012."),
    "the same sum": ("We will provide $1.5bn to the fund.", "We will provide $1.5 billion to the fund."),
    "under a lost negation": (
        "The levy may never be cut without a count.",
        "The levy may be cut without delay.",
    ),
}

SAID = {
    "an intensifier before the same noun": (
        "We seek full withdrawal from the shoals.",
        "We seek withdrawal from the shoals.",
        "softer",
    ),
    "an adverb beside another act": ("We welcome the pact.", "We strongly support the pact.", "firmer"),
    "a deadline of a promise": ("We will close the port by 2030.", "We will close the port by 2032.", "softer"),
    "a smaller sum": ("We will provide $1.5bn to the fund.", "We will provide $1.4 billion to the fund.", "softer"),
}


def directions(old: str, new: str) -> set[str]:
    report = stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    return {shift.direction for shift in report.shifts} - {"none"}


@pytest.mark.parametrize(("old", "new"), NONE.values(), ids=list(NONE))
def test_no_direction_is_made_up(old: str, new: str) -> None:
    assert directions(old, new) == set()
    assert directions(new, old) == set()


@pytest.mark.parametrize(("old", "new", "direction"), SAID.values(), ids=list(SAID))
def test_a_direction_that_stands_is_said_both_ways(old: str, new: str, direction: str) -> None:
    turned = {"softer": "firmer", "firmer": "softer"}[direction]
    assert directions(old, new) == {direction}
    assert directions(new, old) == {turned}


def test_strangers_get_no_direction() -> None:
    """Two statements that share no wording are no versions of one: nothing in the one answers the other."""
    demands = [
        f"The Forum demands that port {number} be opened without delay and condemns the blockade."
        for number in "abcdef"
    ]
    recipes = [
        f"Stir {number} spoons of honey into warm milk, and leave the jar to cool by the window." for number in "uvwxyz"
    ]
    report = stmtdiff.compare(stmtdiff.from_paragraphs(demands), stmtdiff.from_paragraphs(recipes))
    assert [notice for notice in report.notices if "No direction is given" in notice]
    assert {shift.direction for shift in report.shifts} == {"none"}
