"""Say in which release each phrase of a paragraph came in: blame, word by word, through every move.

A word is followed from sentence to linked sentence, so that one that came from another paragraph
keeps its age. Little words that two versions share by chance ("the", ",") take the age of the words
around them: a phrase has one age.
"""

from collections import defaultdict
from dataclasses import dataclass

from stmtdiff.edits.diff import diff
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.model import Statement
from stmtdiff.phrases import fold_spelling
from stmtdiff.report import Report
from stmtdiff.spans import Span

_Place = tuple[int, int]  # a sentence's index, and a token of its paragraph


@dataclass(frozen=True, slots=True)
class Origin:
    """A stretch of the traced paragraph and the release it came in with.

    `or_earlier`: that is the first release that could be read, and the words may be older.
    """

    span: Span
    reference: str
    or_earlier: bool


class Origins:
    """The tokens of one paragraph on their way back."""

    def __init__(self, statement: Statement, paragraph: int) -> None:
        """Begin at a paragraph of the last release."""
        self._paragraph = statement.paragraphs[paragraph]
        self._at: dict[int, _Place] = {
            token: (sentence.index, token)
            for sentence in self._paragraph.sentences
            for token in range(sentence.first, sentence.last)
        }
        self._since: dict[int, int] = {}  # by token, the step at which it came in, 0 the last release
        self._references: list[str] = []

    def step_back(self, report: Report, reference: str) -> None:
        """Follow every token to the old side of `report`; those without a counterpart came in with `reference`."""
        self._references.append(reference)
        by_sentence: dict[int, list[int]] = defaultdict(list)
        for token, (sentence, _) in self._at.items():
            by_sentence[sentence].append(token)
        links = {new: link for link in report.sentence_links for new in link.new}
        back: dict[int, _Place] = {}
        for sentence, tokens in by_sentence.items():
            old = counterparts(report, sentence, links[sentence].old)
            for token in tokens:
                place = old.get(self._at[token][1])
                if place is None:
                    self._since[token] = len(self._references) - 1
                else:
                    back[token] = place
        self._at = back

    def found(self, first: str) -> tuple[Origin, ...]:
        """Return the stretches of the paragraph with their releases; what is left stood in `first` already."""
        paragraph, words = self._paragraph, self._paragraph.words
        oldest = len(self._references)
        ages = [self._since.get(token, oldest) for token in range(len(words))]
        references = [*self._references, first]
        stretches: list[tuple[int, int, int]] = []
        for token, age in enumerate(_smoothed(ages, words.norms)):
            if stretches and stretches[-1][2] == age:
                stretches[-1] = (stretches[-1][0], token + 1, age)
            else:
                stretches.append((token, token + 1, age))
        base = paragraph.body.start
        return tuple(
            Origin(Span(base + words.starts[low], base + words.ends[high - 1]), references[age], age == oldest)
            for low, high, age in stretches
        )


def counterparts(report: Report, sentence: int, olds: tuple[int, ...]) -> dict[int, _Place]:
    """Return where each token of a new sentence stood, by its place in its paragraph; a token that came has no place.

    `sentence` and `olds`, the sentences that it is linked to, are indexes; a place is a sentence's index and a token of
    that one's paragraph.
    """
    new = report.new.sentences[sentence]
    new_words = report.new.paragraphs[new.paragraph].words
    places: list[_Place] = []
    keys: list[str] = []
    for index in olds:
        old = report.old.sentences[index]
        norms = report.old.paragraphs[old.paragraph].words.norms
        for token in range(old.first, old.last):
            places.append((index, token))
            keys.append(fold_spelling(norms[token]))
    own = [fold_spelling(norm) for norm in new_words.norms[new.first : new.last]]
    found: dict[int, _Place] = {}
    at_old = at_new = 0
    for edit in diff(keys, own):
        for step in range(edit.new.start - at_new):
            found[new.first + at_new + step] = places[at_old + step]
        at_old, at_new = edit.old.end, edit.new.end
    for step in range(len(own) - at_new):
        found[new.first + at_new + step] = places[at_old + step]
    return found


def _smoothed(ages: list[int], norms: tuple[str, ...]) -> list[int]:
    """Return the ages, runs of little words as young as their younger neighbour: a phrase is no older than its end."""
    made = list(ages)
    start = 0
    while start < len(made):
        end = start
        while end < len(made) and ages[end] == ages[start]:
            end += 1
        around = [*made[max(0, start - 1) : start], *ages[end : end + 1]]
        if around and all(norm in FUNCTION_WORDS or not norm[0].isalnum() for norm in norms[start:end]):
            made[start:end] = [min(around)] * (end - start)
        start = end
    return made
