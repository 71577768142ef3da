"""Read a noun phrase: its qualifiers and its head.

The ugly case: "the agreement signed in Lisk" ends before its participle and "the renewed talks" do not, and "complete,
verifiable and final closure" is one phrase, while "the truce, final talks and aid" are three.
"""

from typing import NamedTuple

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import ARTICLES, DETERMINERS, LISTING, PARTICLES, POSSESSIVES, PREPOSITIONS
from stmtdiff.saying.forms import forms, is_adverb
from stmtdiff.saying.line import Line, Range
from stmtdiff.saying.phrases import phrase_at
from stmtdiff.values import is_number

OPENERS = ARTICLES | POSSESSIVES | DETERMINERS | lists.WHOLE
_ENDS = PREPOSITIONS | {"and", "or", "but", "who", "which", "that", "to", "as", "where", "so"}
_NEVER_INSIDE = OPENERS | lists.ANY_PRONOUN | lists.BEHIND_NOUNS


class Noun(NamedTuple):
    """A noun phrase, as half-open ranges of a line.

    `opening` is where its article stands, `whole` the phrase without it. `head` are the nouns behind the last
    qualifier, None where adjectives stand alone.
    """

    opening: int
    whole: Range
    qualifiers: tuple[Range, ...]
    head: Range | None


def noun_at(line: Line, opening: int, last: int) -> Noun | None:
    """Return the noun phrase that begins at `opening` and ends at `last` at the latest; None where none begins."""
    at = opening
    while at < last - 1 and line.norms[at] in OPENERS and line.norms[at + 1] not in PREPOSITIONS:
        at += 1
    end = _stop(line, at, last)
    while end - 2 >= at and is_number(line.norms[end - 1]) and not is_number(line.norms[end - 2]):
        end -= 1  # "resolution 12"
    if end <= at:
        return None
    describing = [place for place in range(at, end) if is_adjective(line, place)]
    qualifiers = tuple(
        (place, place + 1) for place in describing if not is_number(line.norms[place]) and not is_name(line, place)
    )
    begin = qualifiers[-1][1] if qualifiers else at
    return Noun(opening, (at, end), qualifiers, (begin, end) if begin < end else None)


def is_name(line: Line, at: int) -> bool:
    """Say whether a word is a name or part of one by its capital; the first word of a sentence has one in any case."""
    return line.named[at] and (at > 0 or line.named[at + 1 : at + 2] == (True,))


def is_qualifier_of(line: Line, at: int, last: int) -> bool:
    """Say whether a word in "ing" describes the noun behind it: "differing views"."""
    behind = line.word(at + 1)
    if line.norms[at] in lists.ADJECTIVES:
        return True
    return at + 1 < last and behind.endswith("s") and behind not in POSSESSIVES and line.word(at + 1) != "this"


def is_adjective(line: Line, at: int) -> bool:
    """Say whether a word looks like an adjective, by its ending or as one that no ending tells."""
    norm = line.word(at)
    if norm in lists.ADJECTIVES:
        return True
    if norm in lists.ALL_SPEAKING or norm in lists.FEELINGS or norm in lists.TIME_NOUNS or norm in DETERMINERS:
        return False
    if norm in lists.STRENGTH:
        return True
    if is_adverb(norm):
        return False
    if norm in lists.BASE_VERBS and not norm.endswith(("ed", "ive", "al")):
        return False
    if norm.endswith("ing"):
        return norm not in lists.NO_GERUNDS
    return is_qualifier(norm)


def _stop(line: Line, at: int, last: int) -> int:
    """Return where the nouns of a phrase end: at a preposition, a mark, a clause, a participle behind its noun."""
    place = at
    while place < last:
        if over := _over_list(line, at, place, last):
            place = over
        elif ends_noun(line.norms[place]) or (place > at and _goes_over(line, place, last)):
            break
        else:
            place += 1
    if (
        place - at > 1
        and line.norms[place - 1] in lists.ADJECTIVES
        and _is_bound(line.norms[place - 2])
        and not is_adjective(line, place - 2)
    ):
        place -= 1
    while place - at > 1 and is_adverb(line.norms[place - 1]):
        place -= 1
    return place


def _is_bound(norm: str) -> bool:
    """Say whether what stands behind a word is no adjective of its own: no article and no "and" comes before it."""
    return norm not in ARTICLES and norm not in DETERMINERS and norm not in LISTING


def _over_list(line: Line, at: int, place: int, last: int) -> int:
    """Return the adjective that "and", a comma or both at `place` join to the one before; 0 where they join none."""
    if place == at or not is_adjective(line, place - 1):
        return 0
    follows = place
    while follows < last and follows - place < 2 and line.norms[follows] in LISTING:
        follows += 1
    return follows if place < follows < last and is_adjective(line, follows) else 0


def ends_noun(norm: str) -> bool:
    """Say whether no noun phrase goes on at a word: a preposition, a joining word, a mark."""
    return norm in _ENDS or not (norm[0].isalnum() or norm[-1].isalnum())


def _goes_over(line: Line, place: int, last: int) -> bool:
    """Say whether something else than a noun begins at `place`: a new phrase, or a participle behind its noun."""
    norm = line.norms[place]
    if norm in _NEVER_INSIDE:
        return True
    if is_number(norm) and place + 1 < last and not ends_noun(line.norms[place + 1]):
        return _follows_noun(line, place)  # "the rate (25 basis points)"
    if phrase_at(line, place, last) and norm not in lists.ADJECTIVES and not is_adjective(line, place + 1):
        return True
    is_participle = bool({"participle", "ing"} & forms(norm)) and norm.endswith(("ed", "ing"))
    is_strong = norm in lists.STRONG_PARTICIPLES and norm not in lists.BASE_VERBS
    return (is_participle or is_strong) and is_behind_noun(line, place, last)


def is_behind_noun(line: Line, place: int, last: int) -> bool:
    """Say whether a participle at `place` follows its noun: "the agreement signed in Lisk"."""
    if not _follows_noun(line, place):
        return False
    behind = line.word(place + 1)
    if phrase_at(line, place + 1, last) or behind in PREPOSITIONS or behind in PARTICLES:
        return True  # "the progress made so far"
    return behind in lists.BEFORE_NOUNS or behind in ("", ",", ".", "to") or place + 1 >= last


def _follows_noun(line: Line, place: int) -> bool:
    """Say whether the word before `place`, over adverbs, can end a noun: it is no article, number or adjective."""
    while place > 1 and is_adverb(line.norms[place - 1]):
        place -= 1
    before = line.word(place - 1)
    if before in OPENERS or is_number(before) or before in lists.ALL_QUANTIFIERS or not before or ends_noun(before):
        return False
    return line.named[place - 1] or not is_adjective(line, place - 1)
