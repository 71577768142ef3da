"""The words of the reader's own forum, from the nearest settings file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stmtdiff.settings import Settings


def own_settings() -> "Settings":
    """Return settings with the words of `own_words` and nothing else.

    Raises:
        SettingsError: as `own_words` does.
    """
    from stmtdiff.settings import Settings

    words = own_words()
    return Settings(**words)


def own_words() -> dict[str, Any]:
    """Return `speakers`, `terms` and `names` of the nearest settings file as settings take them, none without one.

    Raises:
        SettingsError: with line and column, when one of them is no list of single words.
    """
    from stmtdiff.settings import find_settings_file

    path = find_settings_file(Path.cwd())
    if path is None:
        return {}
    from stmtdiff.forum import aliases_of, check_forum
    from stmtdiff.toml import read_toml

    top = read_toml(path)
    found = {key: top.value.get(key, []) for key in ("speakers", "terms")}
    for key, listed in found.items():
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise top[key].error(f"'{key}' must be a list of words", f'{key} = ["envoys"]')
    check_forum(top)
    return {key: tuple(listed) for key, listed in found.items()} | {"names": aliases_of(top)}
