"""The words of the reader's own forum, from the nearest settings file."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stmtdiff.settings import Settings


def own_settings() -> "Settings":
    """Return settings with the words of `own_words` and nothing else.

    Raises:
        SettingsError: as `own_words` does.
    """
    from stmtdiff.settings import Settings

    words = own_words()
    return Settings(speakers=words.get("speakers", ()), terms=words.get("terms", ()))


def own_words() -> dict[str, tuple[str, ...]]:
    """Return what the keys `speakers` and `terms` of the nearest settings file list, nothing where there is none.

    Raises:
        SettingsError: with line and column, when one of them is no list of single words.
    """
    from stmtdiff.settings import find_settings_file

    path = find_settings_file(Path.cwd())
    if path is None:
        return {}
    from stmtdiff.forum import check_forum
    from stmtdiff.toml import read_toml

    top = read_toml(path)
    found = {key: top.value.get(key, []) for key in ("speakers", "terms")}
    for key, listed in found.items():
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise top[key].error(f"'{key}' is a list of words", f'{key} = ["envoys"]')
    check_forum(top)
    return {key: tuple(listed) for key, listed in found.items()}
