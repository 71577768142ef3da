"""What is fed: a function of bytes that says whether they got past the gates."""

import hashlib
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from stmtdiff.errors import InternalError, StmtdiffError

FINDS = Path(__file__).parent / "finds"
SLOW = 10.0  # seconds that one small input may take; a slower one is a find
_OWN = "stmtdiff"

Feed = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is fed.

    Args:
        name: as on the command line.
        feed: takes an input; raises a `StmtdiffError` for one that is refused, `AssertionError` for a broken promise.
        seeds: inputs that are not refused.
        is_process: whether an input is read by a process of its own, of which few can be tried.
    """

    name: str
    feed: Feed
    seeds: tuple[bytes, ...]
    is_process: bool = False

    def passes(self, data: bytes) -> bool:
        """Say whether `data` got past the gates: whether it was read and not refused.

        Raises:
            Exception: whatever is a find.
        """
        try:
            self.feed(data)
        except InternalError:
            raise
        except StmtdiffError as error:
            said = str(error)
            assert said.strip(), "a refusal without a sentence"
            assert len(said) < 5_000, "a refusal of more than 5,000 letters"
            return False
        return True

    def tried(self, data: bytes) -> tuple[bool, str]:
        """Return whether `data` got past the gates, and the name of the find that it is, "" for none."""
        begun = time.process_time()
        try:
            is_past = self.passes(data)
        except Exception as error:
            return True, _name(error)
        return is_past, "slow" if time.process_time() - begun > SLOW else ""


def keep(target: Target, name: str, data: bytes, folder: Path = FINDS) -> Path:
    """Write the find `data` down, one file for each name, the shortest input of all; return where."""
    path = folder / target.name / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or len(data) < path.stat().st_size:
        path.write_bytes(data)
    return path


def _name(error: Exception) -> str:
    """Return what an error is called: its type and the last place of our own code, the same for the same mistake."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _OWN in Path(frame.filename).parts or "fuzz" in Path(frame.filename).parts]
    place = f"{Path(own[-1].filename).stem}-{own[-1].name}" if own else "elsewhere"
    mark = hashlib.sha256(f"{place} {own[-1].lineno if own else 0}".encode()).hexdigest()[:6]
    return f"{type(error).__name__}-{place.strip('<>')}-{mark}".replace("<", "").replace(">", "")
