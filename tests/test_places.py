"""A statement answers what stands where: paragraphs, sentences and tokens at a place, and the other way round."""

from hypothesis import given
from hypothesis import strategies as st
from support.strategies import statement_text

import stmtdiff
from stmtdiff.model import Paragraph
from stmtdiff.spans import Span

TEXT = "1. Ports stay open. Ferries run!\n\n2. The lights were lit.\n"


def paragraphs() -> tuple[Paragraph, ...]:
    return stmtdiff.parse(TEXT).paragraphs


def test_a_place_belongs_to_the_paragraph_that_it_stands_in_or_behind() -> None:
    statement = stmtdiff.parse(TEXT)
    first, second = statement.paragraphs
    assert statement.paragraph_at(TEXT.index("open")) == first
    assert statement.paragraph_at(TEXT.index("\n\n")) == first
    assert statement.paragraph_at(TEXT.index("2.")) == second
    assert statement.paragraph_at(len(TEXT)) == second
    assert stmtdiff.parse("").paragraph_at(0) is None


def test_tokens_that_share_a_letter_with_a_span_and_those_that_lie_inside_it() -> None:
    first, _ = paragraphs()
    cut = Span(TEXT.index("orts"), TEXT.index("pen"))
    assert first.words.norms[slice(*first.tokens_at(cut))] == ("ports", "stay", "open")
    assert first.words.norms[slice(*first.tokens_inside(cut))] == ("stay",)
    between = TEXT.index(" open")
    assert first.tokens_at(Span(between, between)) == (2, 2)
    assert first.span_of(1, 3).of(TEXT) == "stay open"


def test_the_sentences_at_a_span() -> None:
    first, _ = paragraphs()
    one, other = first.sentences
    assert first.sentences_at(Span(TEXT.index("stay"), TEXT.index("run"))) == (one, other)
    gap = TEXT.index(" Ferries")
    assert first.sentences_at(Span(gap, gap)) == (other,)
    assert first.sentences_at(Span(one.span.start, one.span.start)) == (one,)
    assert first.sentences_at(Span(other.span.end, other.span.end)) == (other,)
    assert first.sentence_of(0) == one
    assert first.sentence_of(one.last) == other
    assert first.sentence_of(len(first.words)) == other


def test_whole_sentences_are_whole_with_and_without_their_closing_marks() -> None:
    statement = stmtdiff.parse(TEXT)
    one, other, _ = statement.sentences
    assert statement.is_whole(one.span)
    assert statement.is_whole(Span(one.span.start, one.span.end - 1))
    assert statement.is_whole(Span(one.span.start, other.span.end))
    assert not statement.is_whole(Span(one.span.start + 1, one.span.end))
    assert not statement.is_whole(Span(one.span.start, other.span.end - 2))


@given(statement_text, st.integers(0, 400), st.integers(0, 60))
def test_places_answer_each_other(text: str, start: int, length: int) -> None:
    statement = stmtdiff.parse(text)
    for paragraph in statement.paragraphs:
        for sentence in paragraph.sentences:
            if sentence.first < sentence.last:
                span = paragraph.span_of(sentence.first, sentence.last)
                assert span.is_inside(sentence.span)
                assert paragraph.tokens_at(span) == paragraph.tokens_inside(span) == (sentence.first, sentence.last)
                assert paragraph.sentences_at(span) == (sentence,)
        assert statement.paragraph_at(paragraph.span.start) == paragraph
        span = Span(start, start + length)
        first, last = paragraph.tokens_at(span)
        inner = paragraph.tokens_inside(span)
        assert 0 <= first <= last <= len(paragraph.words)
        assert inner[0] == inner[1] or first <= inner[0] <= inner[1] <= last
