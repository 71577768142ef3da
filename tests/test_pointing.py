"""A reference to a paragraph follows the paragraph to its new number; one that does not is said before the diff."""

from stmtdiff import compare, parse
from stmtdiff.model import Statement
from stmtdiff.report import Report

BODY = (
    "The Council bans fishing in the bay at night.",
    "The Council closes the old pier to all ships.",
    "Pilots are free of the ban in {reference}.",
)
FIRST = "The Council thanks the keepers of the lights."


def statement(*paragraphs: str, reference: str) -> Statement:
    return parse("\n\n".join(f"{n}. {text.format(reference=reference)}" for n, text in enumerate(paragraphs, 1)))


def renumbered(old: str, new: str) -> Report:
    """Return what is said of a text that gained a first paragraph, with `old` and `new` as its reference."""
    return compare(statement(*BODY, reference=old), statement(FIRST, *BODY, reference=new))


def proofs(report: Report) -> list[tuple[bool, str]]:
    return [(shift.routine, shift.proof) for shift in report.shifts if shift.old and shift.new]


def test_a_reference_that_follows_is_routine() -> None:
    report = renumbered("paragraph 1 above", "paragraph 2 above")
    assert proofs(report) == [(True, "the paragraph pointed at has a new number")]
    assert report.notices == ()


def test_a_reference_that_points_elsewhere_is_news() -> None:
    assert proofs(renumbered("paragraph 1 above", "paragraph 3 above")) == [(False, "")]
    old, new = (statement(*BODY, reference=f"paragraph {number} above") for number in (1, 2))
    assert proofs(compare(old, new)) == [(False, "")]


def test_the_number_of_a_paragraph_elsewhere_is_not_looked_up_here() -> None:
    report = renumbered("paragraph 1 of the charter", "paragraph 3 of the charter")
    assert proofs(report) == [(True, "another paragraph of the text")]


def test_a_reference_that_stayed_is_said_before_the_diff() -> None:
    report = renumbered("paragraph 1 above", "paragraph 1 above")
    assert report.notices == ("Paragraph 4 still says 'paragraph 1 above', which is now 2.",)
    report = renumbered("paragraphs 1 and 2 above", "paragraphs 1 and 2 above")
    assert report.notices == ("Paragraph 4 still says 'paragraphs 1 and 2 above', which are now 2 and 3.",)


def test_a_reference_to_what_is_gone_is_said_before_the_diff() -> None:
    old = statement(*BODY, reference="paragraph 2 above")
    new = statement(BODY[0], BODY[2], reference="paragraph 2 above")
    assert compare(old, new).notices == ("Paragraph 2 still says 'paragraph 2 above', which no longer exists.",)


def test_many_references_are_counted() -> None:
    rest = [f"Article {word} names {{reference}} and {word}." for word in ("gull", "tern", "skua", "heron", "crane")]
    old = statement(*BODY[:2], *rest, reference="paragraph 1 above")
    new = statement(FIRST, *BODY[:2], *rest, reference="paragraph 1 above")
    assert len(compare(old, new).notices) == 4
    assert compare(old, new).notices[3] == "2 more references did not change with the new numbers."


def test_a_reference_to_another_text_is_never_stale() -> None:
    assert renumbered("paragraph 1 of the charter", "paragraph 1 of the charter").notices == ()


def test_two_paragraphs_with_one_number_are_no_target() -> None:
    text = "1. The ban stays.\n\n1. The pier is closed.\n\n2. Pilots are free of the ban in paragraph 1 above."
    assert compare(parse(text), parse(text.replace("2.", "3."))).notices == ()
