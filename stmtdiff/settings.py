"""What a caller can choose; everything has a default that suits most readers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Grain = Literal["editor", "fine"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one comparison.

    Args:
        grain: how phrases are cut. "editor" joins changes that a desk editor would mark as one
            phrase; "fine" keeps each changed run of words by itself.
        packs: names of the shipped rule packs to apply; None means all of them.
        rules: further rule files of the user's own, in the format of the packs.
    """

    grain: Grain = "editor"
    packs: tuple[str, ...] | None = None
    rules: tuple[Path, ...] = ()
