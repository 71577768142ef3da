"""Say of a shift that it is softer or firmer, and by which rule."""

from functools import lru_cache
from pathlib import Path

from stmtdiff.model import Statement
from stmtdiff.rules.annotation import Annotation, Severity
from stmtdiff.rules.engine import Bench
from stmtdiff.rules.library import explain, known_forum, load_packs
from stmtdiff.rules.pack import Example, Pack, Rule
from stmtdiff.settings import Settings
from stmtdiff.shifts.shift import Shift

__all__ = ["Annotation", "Example", "Pack", "Rule", "Severity", "annotate", "explain", "known_forum", "load_packs"]


def annotate(
    old: Statement,
    new: Statement,
    shifts: tuple[Shift, ...],
    *,
    packs: tuple[str, ...] | None = None,
    rule_files: tuple[Path, ...] = (),
) -> tuple[Annotation, ...]:
    """Return what the rules say of `shifts`, in the order of the shifts.

    Args:
        old: the old statement, in which the old sides of the shifts are.
        new: the new statement.
        shifts: the changed phrases of the pair; they are judged together.
        packs: names of shipped packs; None means all of them.
        rule_files: packs of the user's own, in TOML.

    Raises:
        SettingsError: for an unknown pack or a broken file.
    """
    if not rule_files:
        return _shipped_bench(packs).judge(old, new, shifts)
    return Bench(load_packs(Settings(packs=packs, rules=rule_files))).judge(old, new, shifts)


@lru_cache(maxsize=8)
def _shipped_bench(packs: tuple[str, ...] | None) -> Bench:
    return Bench(load_packs(Settings(packs=packs)))
