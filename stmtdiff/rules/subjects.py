"""Find what a sentence is about, by the subjects that rule packs list.

The ugly case: "inflation expectations" is a separate subject, and "inflation" inside it is not one.
"""

from collections.abc import Sequence
from functools import lru_cache

from stmtdiff.model import Words
from stmtdiff.phrases import PhraseSet
from stmtdiff.records import dataclass
from stmtdiff.rules.library import load_packs
from stmtdiff.rules.pack import Pack, Subject
from stmtdiff.settings import Settings


@dataclass(frozen=True, slots=True)
class Told:
    """A subject where it is told: a half-open range of tokens."""

    subject: Subject
    first: int
    last: int


class SubjectFinder:
    """The subjects of some packs, ready to be looked for."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        """Take the subjects of `packs`; none is told in a paragraph that its pack abstains from."""
        owned = [(pack, subject, term) for pack in packs for subject in pack.subjects for term in subject.terms]
        self._owners = [(pack, subject) for pack, subject, _ in owned]
        self._terms = PhraseSet(term for *_, term in owned)
        self._abstains = {pack.id: PhraseSet(pack.abstains) for pack in packs if pack.abstains}

    def find(self, words: Words, first: int, last: int) -> tuple[Told, ...]:
        """Return the subjects told among tokens `first` to `last` of a paragraph, in order.

        Of two that share a word the longer counts, then that of the pack that is named first.
        """
        found = self._terms.find(words, first, last)
        silent = {name for name, phrases in self._abstains.items() if found and phrases.stands_in(words)}
        told, taken = list[Told](), set[int]()  # the tokens of what is told
        for match in sorted(found, key=lambda one: (one.first - one.last, one.first, one.index)):
            pack, subject = self._owners[match.index]
            place = range(match.first, match.last)
            if taken.isdisjoint(place) and pack.id not in silent:
                told.append(Told(subject, match.first, match.last))
                taken.update(place)
        return tuple(sorted(told, key=lambda one: one.first))


def subjects_of(settings: Settings, language: str) -> SubjectFinder:
    """Return what finds the subjects of the packs that `settings` name, of those that speak `language`.

    That of shipped packs is made once.

    Raises:
        SettingsError: for an unknown pack or a broken rule file.
    """
    return _made(settings, language) if settings.rules else _shipped(settings.packs, language)


@lru_cache(maxsize=8)
def _shipped(packs: tuple[str, ...] | None, language: str) -> SubjectFinder:
    return _made(Settings(packs=packs), language)


def _made(settings: Settings, language: str) -> SubjectFinder:
    return SubjectFinder([pack for pack in load_packs(settings) if pack.speaks(language)])
