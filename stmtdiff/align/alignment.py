"""Link the paragraphs of two statements, then their sentences."""

from collections.abc import Sequence

from stmtdiff.align.crossing import alike_across, carried
from stmtdiff.align.engine import pair_units
from stmtdiff.align.kindred import kindred
from stmtdiff.align.known import by_what_they_are
from stmtdiff.align.link import Alignment, Link
from stmtdiff.align.links import Rivals, in_reading_order, make_links
from stmtdiff.align.moves import moved_tops, off_chain
from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.sentence_links import link_sentences
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Alphabet, Units, paragraph_units, sentence_units
from stmtdiff.model import Sentence, Statement


def alignment(old: Statement, new: Statement) -> Alignment:
    """Return the links of the paragraphs and of the sentences of two statements."""
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
    groups = _with_carried(groups, alike, units, sentences, statements, scale)
    groups = sorted([*groups, *by_what_they_are(statements, groups, units, scale)])
    loose = kindred(*units, groups, compared, scale)

    links = _paragraph_links(statements, groups, loose, units, compared)
    return Alignment(links, link_sentences(statements, links, sentences, alike, sentence_scale, alphabet.weights()))


def _unsettled(statement: Statement, groups: Sequence[Group], side: int) -> list[int]:
    """Return the sentences of one side that do not stand in a paragraph with an equal counterpart."""
    settled = {at for group in groups if group.score == 1 for at in (group.old, group.new)[side]}
    return [
        sentence.index
        for paragraph in statement.paragraphs
        if paragraph.index not in settled
        for sentence in paragraph.sentences
    ]


def _with_carried(
    groups: list[Group],
    alike: Sequence[Pair],
    units: Units,
    sentences: Units,
    statements: tuple[Statement, Statement],
    scale: Scale,
) -> list[Group]:
    """Return the groups and those of paragraphs without a partner that their sentences link."""
    linked = {at for group in groups for at in group.old}, {at for group in groups for at in group.new}
    homes = _homes(statements[0].sentences), _homes(statements[1].sentences)
    free = [pair for pair in alike if homes[0][pair.old] not in linked[0] and homes[1][pair.new] not in linked[1]]
    found = []
    for old, new in carried(free, sentences, homes):
        score = scale.similarity(units[0][old].code, units[1][new].code)
        found.append(Group((old,), (new,), score, "sentences"))
    return sorted([*groups, *found])


def _homes(sentences: Sequence[Sentence]) -> list[int]:
    return [sentence.paragraph for sentence in sentences]


def _paragraph_links(
    statements: tuple[Statement, Statement],
    groups: Sequence[Group],
    loose: Sequence[Group],
    units: Units,
    compared: Sequence[Pair],
) -> tuple[Link, ...]:
    """Return the links of `groups` and of the `loose` ones, which keep no order and never count as moved."""
    off = off_chain(groups, *units)
    links = make_links(
        "paragraph",
        (len(units[0]), len(units[1])),
        [*groups, *loose],
        moved_tops(groups, off, units[0]),
        Rivals(compared),
        lambda one, other: _is_same(statements, one, other),
    )
    unordered = [*off, *range(len(groups), len(groups) + len(loose))]
    return in_reading_order(links, {links[at].id for at in unordered})


def _is_same(statements: tuple[Statement, Statement], one: int, other: int) -> bool:
    first, second = statements[0].paragraphs[one], statements[1].paragraphs[other]
    if first.words is second.words and first.words.norms:
        return True
    return first.body.of(statements[0].text).split() == second.body.of(statements[1].text).split()
