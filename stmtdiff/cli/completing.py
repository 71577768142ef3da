"""What a shell offers after TAB: formats, series, packs and codes of rules. A shell shows no errors, so none comes."""

from collections.abc import Callable, Iterable

from stmtdiff.formats import FORMATS


def formats(kind: str) -> Callable[[str], list[str]]:
    """Return what completes a format of results of `kind`."""
    return lambda incomplete: _beginning(FORMATS[kind], incomplete)


def series(incomplete: str) -> list[str]:
    """Return the ids of series that begin so: those that ship, and those of the library that the settings name."""
    from stmtdiff.cli.library import library_of
    from stmtdiff.errors import StmtdiffError

    try:
        return _beginning(library_of().ids(), incomplete)
    except StmtdiffError:
        return []


def packs(incomplete: str) -> list[str]:
    """Return the names of rule packs that begin so."""
    from stmtdiff.rules.library import shipped_packs

    return _beginning((pack.id for pack in shipped_packs()), incomplete)


def rules(incomplete: str) -> list[str]:
    """Return the codes of rules that begin so."""
    from stmtdiff.rules.library import shipped_packs

    return _beginning((rule.code for pack in shipped_packs() for rule in pack.rules), incomplete)


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    return [name for name in names if name.lower().startswith(incomplete.lower())]
