"""Link the paragraphs of two statements, then their sentences."""

from stmtdiff.align.engine import pair_units
from stmtdiff.align.link import Alignment, Link
from stmtdiff.align.links import Rivals, in_reading_order, make_links
from stmtdiff.align.moves import moved_tops, off_chain
from stmtdiff.align.sentence_links import link_sentences
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Alphabet, Unit, paragraph_units, sentence_units
from stmtdiff.model import Statement


def alignment(old: Statement, new: Statement) -> Alignment:
    """Return the links of the paragraphs and of the sentences of two statements."""
    alphabet = Alphabet()
    units = paragraph_units(old, alphabet), paragraph_units(new, alphabet)
    links = _link_paragraphs(old, new, units, alphabet.marks())
    sentences = sentence_units(old.paragraphs, units[0]), sentence_units(new.paragraphs, units[1])
    return Alignment(links, link_sentences(old, new, links, sentences, alphabet.marks()))


def _link_paragraphs(
    old: Statement, new: Statement, units: tuple[list[Unit], list[Unit]], marks: frozenset[str]
) -> tuple[Link, ...]:
    scale = Scale((unit.code for side in units for unit in side), marks)
    groups, compared = pair_units(units[0], units[1], scale)
    off = off_chain(groups, *units)
    links = make_links(
        "paragraph",
        (len(units[0]), len(units[1])),
        groups,
        moved_tops(groups, off),
        Rivals(compared),
        lambda one, other: _is_same(old, new, one, other),
    )
    return in_reading_order(links, {links[at].id for at in off})


def _is_same(old: Statement, new: Statement, one: int, other: int) -> bool:
    first, second = old.paragraphs[one], new.paragraphs[other]
    if first.words is second.words and first.words.norms:
        return True
    return first.body.of(old.text).split() == second.body.of(new.text).split()
