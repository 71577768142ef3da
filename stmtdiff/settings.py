"""What a caller can choose; everything has a default that suits most readers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Grain = Literal["editor", "fine"]
SETTINGS_FILE = "stmtdiff.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one comparison.

    Args:
        grain: how phrases are cut. "editor" joins changes that a desk editor would mark as one
            phrase; "fine" keeps each changed run of words by itself.
        packs: names of the shipped rule packs to apply; None means all of them.
        rules: further rule files of the user's own, in the format of the packs.
        speakers: words for who speaks in your forum, beside those that are known: "envoys".
        terms: words for what its statements cite anew each time: a date beside one may roll forward. "roundtable".
    """

    grain: Grain = "editor"
    packs: tuple[str, ...] | None = None
    rules: tuple[Path, ...] = ()
    speakers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def find_settings_file(folder: Path) -> Path | None:
    """Return the settings file that counts in `folder`: its own, or the nearest above it in the same git repository.

    Outside a repository only the folder itself is looked at: a file that somebody left further up
    shall not decide what a check lets through.
    """
    here = folder.resolve()
    ways = (here, *here.parents)
    roots = [index for index, way in enumerate(ways) if (way / ".git").exists()]
    looked_at = ways[: roots[0] + 1] if roots else ways[:1]
    return next((way / SETTINGS_FILE for way in looked_at if (way / SETTINGS_FILE).is_file()), None)
