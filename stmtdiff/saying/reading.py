"""Read the clauses of a sentence, once for every wording, and say what its pronouns stand for.

The ugly case: "They urged Ostrel to withdraw." has its speaker in the sentence before, and "it" is whoever spoke there,
not the body that was named last.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.patterns import later
from stmtdiff.remembering import remembered
from stmtdiff.saying.clause import Clause, Spans
from stmtdiff.saying.fronts import Draft
from stmtdiff.saying.line import Line, Range, line_of, stretches, trimmed
from stmtdiff.saying.many import many_of
from stmtdiff.saying.slots import Slots, slots_of
from stmtdiff.saying.walk import Walk
from stmtdiff.spans import Places, Span
from stmtdiff.values import values
from stmtdiff.words import words

_LABEL = later(r"(?:\([a-z\d]{1,6}\)|\d{1,3}[.)])\s")
_BACK = frozenset("they it he she".split())
_CHAIN = 20  # sentences back in which a pronoun finds its name; nobody reads a pronoun by one further up


def clauses(
    statement: Statement,
    paragraph: Paragraph,
    sentence: Sentence,
    speakers: frozenset[str] = SPEAKERS,
    *,
    has_heads: bool = True,
) -> tuple[Clause, ...]:
    """Return the clauses of one sentence of a statement, in the order of their acts.

    `speakers` are words for those who speak in the forum. A sentence in which no verb is found has none; one that is
    longer than any that people write is read in parts. With `has_heads=False` the objects of clauses are not taken
    apart: `head`, `qualifiers` and how strong a feeling is stay empty, for a caller that needs only who does what.
    """
    text = statement.text
    rows: list[tuple[Clause, ...]] = []  # from the sentence back to the first one that leaves no pronoun open
    for one in (sentence, *before(paragraph, sentence)):
        placed, is_open = _placed(one.span.of(text), one.span.start, speakers, has_heads)
        rows.append(placed)
        if not is_open:
            break
    known = rows.pop()
    while rows:
        known = tuple(_answered(text, clause, known) for clause in rows.pop())
    return known


def before(paragraph: Paragraph, sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the sentences in front of one in its paragraph, the nearest first, as far back as a pronoun may point."""
    place = sentence.index - paragraph.sentences[0].index
    return paragraph.sentences[max(0, place - _CHAIN) : place][::-1]


@remembered(characters=100_000)  # of one sentence it is asked again for each of its places
def _placed(sentence: str, start: int, speakers: frozenset[str], has_heads: bool) -> tuple[tuple[Clause, ...], bool]:
    """Return the clauses of a `sentence` that begins at `start`, and whether the pronoun of one is still open."""
    found = clauses_of(sentence, speakers, has_heads)
    return tuple(_shifted(clause, start) for clause in found), any(_is_open(sentence, clause) for clause in found)


def holders(text: str, sentence: Sentence, speakers: frozenset[str]) -> Places[int]:
    """Return the clauses of a sentence of `text` by the places that each holds, as their numbers."""
    return _holders(sentence.span.of(text), sentence.span.start, speakers)


@remembered(characters=100_000)
def _holders(sentence: str, start: int, speakers: frozenset[str]) -> Places[int]:
    return Places(
        (span, number)
        for number, clause in enumerate(_placed(sentence, start, speakers, True)[0])
        for span in (*clause.speaker, *clause.modal, *clause.act, *clause.object, *clause.strength)
    )


def _is_open(text: str, clause: Clause) -> bool:
    return len(clause.speaker) == 1 and clause.stands_for is None and clause.speaker[0].of(text).lower() in _BACK


def _answered(text: str, clause: Clause, before: Sequence[Clause]) -> Clause:
    """Return a clause whose pronoun stands for a speaker of the clauses before it."""
    if not _is_open(text, clause):
        return clause
    found = _meant(text, clause.speaker[0].of(text).lower(), before)
    return replace(clause, stands_for=found.stands_for or found.speaker[0], many=found.many) if found else clause


def _meant(text: str, pronoun: str, before: Iterable[Clause]) -> Clause | None:
    """Return the first clause whose speaker a pronoun can stand for."""
    for clause in before:
        if not clause.speaker or (
            clause.stands_for is None and clause.speaker[0].of(text).lower() in lists.ANY_PRONOUN
        ):
            continue
        is_plural = clause.many in ("some", "several", "many", "most", "all") or _is_plural(text, clause)
        if pronoun in ("they", "we") if is_plural else pronoun not in ("they", "we"):
            return clause
    return None


def _is_plural(text: str, clause: Clause) -> bool:
    place = clause.stands_for or clause.speaker[0]
    norms = words(place.of(text)).norms
    opening = next(
        (at for at, norm in enumerate(norms) if norm in lists.NOT_IN_SUBJECT or norm in (",", "who")), len(norms)
    )
    head = norms[opening - 1] if opening else ""
    return head in lists.PEOPLE or (
        head.endswith("s") and head not in lists.BODIES and not head.endswith(("ss", "us", "is"))
    )


@remembered(characters=200_000)
def clauses_of(text: str, speakers: frozenset[str], has_heads: bool) -> tuple[Clause, ...]:
    """Return the clauses of the sentence `text`, counted from its start; `has_heads` as `clauses` says."""
    found: list[Clause] = []
    if label := _label(text):
        return tuple(_shifted(clause, label) for clause in clauses_of(text[label:], speakers, has_heads))
    for line, drafts in walked(text):
        for draft in drafts:
            found.append(_clause(line, draft, slots_of(line, draft, has_heads=has_heads), found, speakers))
    return tuple(found)


def _label(text: str) -> int:
    """Return where a number ends that was left in front of a sentence, 0 where none was: it is nobody's subject.

    Only of what looks like one the values are read, to see whether it is something else: "9. Requests".
    """
    first = next(iter(values(text)), None) if _LABEL.match(text) else None
    is_label = first is not None and first.kind == "label" and first.span.start == 0 and first.span.end < len(text)
    return first.span.end if first is not None and is_label else 0


@remembered(characters=200_000)
def walked(text: str) -> tuple[tuple[Line, tuple[Draft, ...]], ...]:
    """Return the sentence `text` as lines, each with its drafts of clauses; a long one is several lines."""
    cut, span = words(text), Span(0, len(text))
    sentences = [Sentence(0, 0, span, *stretch) for stretch in stretches(cut.norms)]
    lines = [line_of(text, Paragraph(0, span, span, "body", cut, (one,)), one) for one in sentences]
    return tuple((line, tuple(Walk(line).drafts)) for line in lines)


def _clause(line: Line, draft: Draft, slots: Slots, before: list[Clause], speakers: frozenset[str]) -> Clause:
    act = _spans(line, draft.group.act)
    speaker = _spans(line, [slots.speaker] if slots.speaker else [])
    first, last = trimmed(line, *draft.meant) if draft.meant else (0, 0)
    meant = line.span((first, last)) if first < last else None
    clause = Clause(
        act=act,
        speaker=speaker,
        stands_for=meant if speaker and _is_pronoun(line, slots.speaker) else None,
        many=many_of(line, draft.meant if meant and draft.meant else slots.speaker, speakers) if slots.speaker else "",
        negation=_spans(line, slots.negation),
        modal=_spans(line, _merged(draft.group.modal)),
        strength=_spans(line, slots.strength),
        object=_spans(line, slots.object),
        head=_spans(line, slots.head),
        qualifiers=_spans(line, slots.qualifiers),
        scope=_spans(line, slots.scope),
        conditions=_spans(line, slots.conditions),
        times=_spans(line, slots.times),
        is_told=draft.is_told,
    )
    if line.word(slots.speaker[0] if slots.speaker else -1) == "i" and before:
        teller = next((one for one in reversed(before) if one.many == "one"), None)
        return replace(clause, stands_for=teller.speaker[0]) if teller else clause
    return _answered(line.text, clause, before)


def _is_pronoun(line: Line, place: Range | None) -> bool:
    return place is not None and place[1] - place[0] == 1 and line.norms[place[0]] in lists.ANY_PRONOUN


def _merged(places: Sequence[Range]) -> list[Range]:
    """Return ranges of which no two stand side by side: "will be able to"."""
    merged: list[Range] = []
    for first, last in sorted(places):
        if merged and merged[-1][1] == first:
            merged[-1] = merged[-1][0], last
        else:
            merged.append((first, last))
    return merged


def _spans(line: Line, places: Sequence[Range]) -> Spans:
    return tuple([line.span(place) for place in places if place[0] < place[1]])


def _shifted(clause: Clause, by: int) -> Clause:
    """Return a clause counted from a place `by` code points further left."""

    def moved(spans: Spans) -> Spans:
        return tuple([span.shifted(by) for span in spans]) if spans else spans

    return Clause(
        act=moved(clause.act),
        speaker=moved(clause.speaker),
        stands_for=clause.stands_for.shifted(by) if clause.stands_for else None,
        many=clause.many,
        negation=moved(clause.negation),
        modal=moved(clause.modal),
        strength=moved(clause.strength),
        object=moved(clause.object),
        head=moved(clause.head),
        qualifiers=moved(clause.qualifiers),
        scope=moved(clause.scope),
        conditions=moved(clause.conditions),
        times=moved(clause.times),
        is_told=clause.is_told,
    )
