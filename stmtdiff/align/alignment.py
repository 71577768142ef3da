"""Link the paragraphs of two statements, then their sentences."""

from collections.abc import Sequence
from typing import NamedTuple

from stmtdiff.align.called import Called, by_their_callers
from stmtdiff.align.crossing import alike_across
from stmtdiff.align.engine import pair_units
from stmtdiff.align.joining import Joining
from stmtdiff.align.known import by_what_they_are
from stmtdiff.align.leads import Leads, has_subject
from stmtdiff.align.link import RELATED, Alignment, Link
from stmtdiff.align.links import Rivals, in_reading_order, make_links
from stmtdiff.align.moves import moved_tops, off_chain
from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.sentence_links import link_sentences
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Alphabet, Units, paragraph_units, sentence_units
from stmtdiff.model import Statement


def alignment(old: Statement, new: Statement, called: Sequence[Called] = ()) -> Alignment:
    """Return the links of the paragraphs and of the sentences of two statements, in the order of the new side.

    `called` are the notes that linked paragraphs refer to, as `align` explains.
    """
    statements = old, new
    alphabet = Alphabet()
    units = paragraph_units(old, alphabet), paragraph_units(new, alphabet)
    marks = alphabet.marks()
    scale = Scale((unit.code for side in units for unit in side), marks)
    groups, compared = pair_units(*units, scale)

    sentences = sentence_units(old.paragraphs, units[0]), sentence_units(new.paragraphs, units[1])
    sentence_scale = Scale((unit.code for side in sentences for unit in side), marks)
    unsettled = [_unsettled(statement, groups, side) for side, statement in enumerate(statements)]
    alike = alike_across(sentences, unsettled[0], unsettled[1], sentence_scale)
    groups = sorted([*groups, *by_what_they_are(statements, groups, units, scale)])
    groups = sorted([*groups, *by_their_callers(called, groups, units, scale)])
    found = _rewritten(groups, units, scale, alphabet)

    links = _paragraph_links(statements, found, units, compared)
    related = None if found.relatedness is None else round(1000 * found.relatedness)
    sentence_links = link_sentences(statements, links, sentences, alike, sentence_scale, alphabet.weights())
    return Alignment(links, sentence_links, related)


def _unsettled(statement: Statement, groups: Sequence[Group], side: int) -> list[int]:
    """Return the sentences of one side that do not stand in a paragraph with an equal counterpart."""
    settled = {at for group in groups if group.score == 1 for at in (group.old, group.new)[side]}
    return [
        sentence.index
        for paragraph in statement.paragraphs
        if paragraph.index not in settled
        for sentence in paragraph.sentences
    ]


class _Rewritten(NamedTuple):
    """The groups with those of rewritten paragraphs, what rivalled these, and how related the two texts are."""

    groups: list[Group]
    rivals: list[Pair]
    relatedness: float | None


def _rewritten(groups: list[Group], units: Units, scale: Scale, alphabet: Alphabet) -> _Rewritten:
    """Return the groups and what was found for the longer paragraphs that are in none, if there are any."""
    linked = {at for group in groups for at in group.old}, {at for group in groups for at in group.new}
    if not any(at not in linked[side] and has_subject(unit) for side in (0, 1) for at, unit in enumerate(units[side])):
        return _Rewritten(groups, [], None)
    letters, alphabet_of_stems = alphabet.stems()
    stems = [[unit.code.translate(letters) for unit in side] for side in units]
    scale_of_stems = Scale((code for side in stems for code in side), alphabet_of_stems.marks())
    leads = Leads(units, stems, scale_of_stems, groups)
    loose = [
        Group((old,), (new,), scale.similarity(units[0][old].code, units[1][new].code), method, lead)
        for old, new, _, lead, method in leads.pairs()
    ]
    joined = Joining(leads, [*groups, *loose], units, stems, (scale, scale_of_stems)).join()
    return _Rewritten(joined, leads.rivals(joined, units, scale), leads.relatedness)


def _paragraph_links(
    statements: tuple[Statement, Statement], found: _Rewritten, units: Units, compared: Sequence[Pair]
) -> tuple[Link, ...]:
    """Return the links of all groups and of the paragraphs in none."""
    groups = found.groups
    off = off_chain(groups, *units)
    tops = moved_tops(groups, off, units[0])
    if found.relatedness is not None and found.relatedness < RELATED / 1000:
        # What may be strangers share an order by chance; only what stands there word for word was carried elsewhere.
        tops = {at for at in tops if groups[at].score == 1}
    links = make_links(
        "paragraph",
        (len(units[0]), len(units[1])),
        groups,
        tops,
        Rivals([*compared, *found.rivals]),
        lambda one, other: _is_same(statements, one, other),
    )
    return in_reading_order(links, {links[at].id for at in off})


def _is_same(statements: tuple[Statement, Statement], one: int, other: int) -> bool:
    first, second = statements[0].paragraphs[one], statements[1].paragraphs[other]
    if first.words is second.words and first.words.norms:
        return True
    return first.body.of(statements[0].text).split() == second.body.of(statements[1].text).split()
