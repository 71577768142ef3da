"""What must always hold of an alignment, whatever the two texts are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stmtdiff.align import align
from stmtdiff.align.link import Link, link_id
from stmtdiff.outline import from_paragraphs
from stmtdiff.settings import Settings

WORDS = "harbour traffic panel notes concern over the of and Norrland shoals talks early grave . ; ’ '".split()
UNITS = st.lists(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), max_size=9)


def _check(links: tuple[Link, ...], level: str, olds: int, news: int) -> None:
    assert sorted(at for link in links for at in link.old) == list(range(olds))
    assert sorted(at for link in links for at in link.new) == list(range(news))
    for link in links:
        assert link.level == level
        assert link.id == link_id(link.level, link.old, link.new)
        assert link.old == tuple(sorted(link.old))
        assert link.new == tuple(sorted(link.new))
        assert 0 <= link.score <= 1000
        assert link.method
        sides = (min(len(link.old), 2), min(len(link.new), 2))
        kinds = {(0, 1): "added", (1, 0): "removed", (1, 2): "split", (2, 1): "merged", (2, 2): "regrouped"}
        assert link.kind == kinds.get(sides, link.kind)
        if sides == (1, 1):
            assert link.kind in ("same", "changed")


@settings(max_examples=300, deadline=None)
@given(UNITS, UNITS)
def test_every_unit_is_in_exactly_one_link(old: list[str], new: list[str]) -> None:
    one, other = from_paragraphs(old), from_paragraphs(new)
    alignment = align(one, other, Settings())
    _check(alignment.links, "paragraph", len(old), len(new))
    _check(alignment.sentence_links, "sentence", len(one.sentences), len(other.sentences))


@settings(max_examples=100, deadline=None)
@given(UNITS)
def test_a_statement_against_itself_is_the_same_throughout(units: list[str]) -> None:
    statement = from_paragraphs(units)
    alignment = align(statement, statement, Settings())
    for links in (alignment.links, alignment.sentence_links):
        assert all(link.kind == "same" and not link.moved and link.old == link.new for link in links)


@settings(max_examples=200, deadline=None)
@given(UNITS, UNITS)
def test_links_come_in_the_order_of_the_new_side(old: list[str], new: list[str]) -> None:
    links = align(from_paragraphs(old), from_paragraphs(new), Settings()).links
    places = [link.new[0] for link in links if link.new]
    assert places == sorted(places)
