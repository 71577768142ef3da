"""Compare two statements as the releases that they are: by the packs of their series, with the lives of wordings.

The ugly case: one pair got other directions from the library than from the command line, because only the
command line knew that the two were releases of a series that narrows the packs.
"""

from dataclasses import replace

from stmtdiff import comparison
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.settings import Settings


def compare(old: Statement, new: Statement, *, settings: Settings | None = None) -> Report:
    """Return what changed from `old` to `new`.

    `settings` come first. If they choose no packs, those of the series are used. For two releases of one series the
    report says how long each wording had stood; for this the earlier releases are read from the library.
    `comparison.compare` does neither: it is faster if you compare every pair of a long series.

    Raises:
        SettingsError: for an unknown pack, a broken rule file or a speaker that is not one word.
    """
    report = comparison.compare(old, new, settings=completed(settings, old, new))
    if old.release is None or new.release is None:
        return report
    from stmtdiff.releases.lives import with_known_lives  # with all that reads a series

    return with_known_lives(report)


def completed(settings: Settings | None, *statements: Statement) -> Settings:
    """Return `settings` with the packs of the statements' series where they name none."""
    settings = settings or Settings()
    return settings if settings.packs is not None else replace(settings, packs=packs_of(*statements))


def packs_of(*statements: Statement) -> tuple[str, ...] | None:
    """Return the rule packs to which the series of `statements` narrow, each once; None when none of them does."""
    releases = [statement.release for statement in statements if statement.release is not None]
    return tuple(dict.fromkeys(pack for release in releases for pack in release.packs)) or None
