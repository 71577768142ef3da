"""What always holds of a statement that has been read, and how real layouts come out."""

import unicodedata

from hypothesis import given
from strategies import is_partition, texts, units

from stmtdiff.outline import from_paragraphs
from stmtdiff.series.library import parse_text


@given(texts)
def test_every_character_has_exactly_one_place(text: str) -> None:
    assert is_partition(parse_text(text))


@given(units)
def test_units_of_a_caller_are_kept_and_have_a_place(paragraphs: list[str]) -> None:
    statement = from_paragraphs(paragraphs)
    assert [paragraph.body.of(statement.text) for paragraph in statement.paragraphs] == paragraphs
    assert is_partition(statement)


@given(texts)
def test_tokens_tile_the_sentences(text: str) -> None:
    statement = parse_text(text)
    for paragraph in statement.paragraphs:
        assert [sentence.first for sentence in paragraph.sentences[1:]] == [
            sentence.last for sentence in paragraph.sentences[:-1]
        ]
        own = paragraph.body.of(statement.text)
        for sentence in paragraph.sentences:
            rest = list(sentence.span.of(statement.text))
            for start, end in zip(
                paragraph.words.starts[sentence.first : sentence.last],
                paragraph.words.ends[sentence.first : sentence.last],
                strict=True,
            ):
                offset = paragraph.body.start - sentence.span.start
                rest[offset + start : offset + end] = " " * (end - start)
                assert not any(letter.isspace() for letter in own[start:end])
            assert not "".join(rest).strip()
        assert sum(sentence.last - sentence.first for sentence in paragraph.sentences) == len(paragraph.words)


@given(texts)
def test_parents_hold_their_children_in_order(text: str) -> None:
    statement = parse_text(text)
    end = 0
    for index, paragraph in enumerate(statement.paragraphs):
        assert paragraph.index == index
        assert paragraph.span.start >= end
        assert paragraph.body.is_inside(paragraph.span)
        end = paragraph.span.end
        inner = paragraph.body.start
        for sentence in paragraph.sentences:
            assert sentence.paragraph == index
            assert sentence.span.start >= inner
            assert sentence.span.is_inside(paragraph.body)
            inner = sentence.span.end
    assert [index for section in statement.sections for index in range(section.first, section.last)] == list(
        range(len(statement.paragraphs))
    )
    assert all(
        statement.sections[paragraph.section].first <= paragraph.index < statement.sections[paragraph.section].last
        for paragraph in statement.paragraphs
    )
    assert [sentence.index for sentence in statement.sentences] == list(range(len(statement.sentences)))


@given(texts)
def test_the_text_is_composed_and_has_one_kind_of_line_end(text: str) -> None:
    read = parse_text(text).text
    assert unicodedata.is_normalized("NFC", read)
    assert not set(read) & set("\r\x0b\x0c\x85\u2028\u2029")
