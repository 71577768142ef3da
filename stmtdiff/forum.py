"""Read the words that packs, manifests and settings files give for one forum, strictly.

The ugly case: "Group of Seven" among the speakers would never be found, because who speaks is looked up word by word.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from stmtdiff.errors import SettingsError
from stmtdiff.model import Forum
from stmtdiff.patterns import later
from stmtdiff.words import words

if TYPE_CHECKING:  # a comparison without settings reads no TOML
    from stmtdiff.toml import Cursor


_SIGNS = later(r"[()|*]|\.\.\.")  # of patterns


def forum_word(word: str) -> str:
    """Return a word as it is compared.

    Raises:
        SettingsError: when it is none, or several.

    >>> forum_word("ASEAN"), forum_word("Co-chairs")
    ('asean', 'co-chairs')
    """
    norms = words(word).norms
    if len(norms) != 1 or not norms[0][0].isalnum():
        raise SettingsError(f"'{word}' is not one word", hint="list each word separately")
    return norms[0]


def checked_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of one thing, which are two or more and hold no sign of patterns.

    Raises:
        SettingsError: when they are not.
    """
    listed = tuple(" ".join(name.split()) for name in names)
    if len(listed) < 2:
        raise SettingsError("a thing needs at least two names", hint='names = ["DPRK", "North Korea"]')
    wrong = [name for name in listed if not name or _SIGNS.search(name)]
    if wrong:
        raise SettingsError(f"'{wrong[0]}' is not a name", hint="use words only, without (, ), |, * and ...")
    return listed


def check_forum(top: "Cursor") -> None:
    """Do nothing when `speakers` and `terms` at the top of a file hold single words, and its `[[alias]]`es names.

    Raises:
        SettingsError: with path, line and column of the first that does not.
    """
    for key in ("speakers", "terms"):
        top[key].each(forum_word)
    aliases_of(top)


def aliases_of(top: "Cursor") -> tuple[tuple[str, ...], ...]:
    """Return the names that each table `[[alias]]` of a file lists: names that mean one thing.

    Raises:
        SettingsError: with path, line and column, when one has other keys, or fewer names than two.
    """
    found = []
    for table in top.tables("alias"):
        table.only(("names",))
        listed = table["names"]
        if not isinstance(listed.value, list) or not all(isinstance(name, str) for name in listed.value):
            raise listed.error("'names' must be a list of names", 'names = ["DPRK", "North Korea"]')
        found.append(listed.told(checked_names))
    return tuple(found)


def forum_of(speakers: Iterable[str], terms: Iterable[str], names: Iterable[tuple[str, ...]] = ()) -> Forum:
    """Return the forum with these words.

    Raises:
        SettingsError: when one is no word, or several.
    """
    return Forum(frozenset(map(forum_word, speakers)), frozenset(map(forum_word, terms)), frozenset(names))
