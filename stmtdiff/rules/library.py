"""The packs that ship with stmtdiff, and those that a user brings."""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from stmtdiff.errors import SettingsError
from stmtdiff.forum import forum_of
from stmtdiff.model import Forum, Statement
from stmtdiff.phrases import fold_spelling, recall
from stmtdiff.rules.frozen import thaw
from stmtdiff.rules.pack import Pack, Rule
from stmtdiff.settings import Settings

SHIPPED = (
    *("security", "central-bank", "climate", "french", "spanish"),
    *("german", "portuguese", "russian", "chinese", "japanese", "korean", "arabic"),  # negation alone
    "general",
)


_FOLDER = Path(__file__).with_name("packs")
_FROZEN = _FOLDER / "packs.jsonl"
_READINGS = _FOLDER / "readings.json"


def shipped_paths() -> tuple[Path, ...]:
    """Return the files of the packs that ship with stmtdiff, the general one last."""
    return tuple(_FOLDER / f"{name}.toml" for name in SHIPPED)


@lru_cache(maxsize=1)
def shipped_packs() -> tuple[Pack, ...]:
    """Return the packs that ship with stmtdiff, the general one last, from the frozen copy of their files."""
    recall(json.loads(_READINGS.read_bytes()))
    return thaw(_FROZEN.read_bytes())


def read_shipped_packs() -> tuple[Pack, ...]:
    """Return the shipped packs as their TOML files say, fully checked; ``pytest --update`` freezes them anew.

    Raises:
        SettingsError: when one is broken, or two share a code.
    """
    return _read(shipped_paths(), [])


def warnings_of(path: Path) -> tuple[str, ...]:
    """Return a sentence for each phrase of a file of rules that schema 2 reads otherwise; none for a file of schema 2.

    Raises:
        SettingsError: when the file is broken.
    """
    from stmtdiff.rules.reading import phrases_of

    return phrases_of(path).warnings


def upgraded(path: Path) -> tuple[str, int] | None:
    """Return a file of rules as schema 2 writes it, and how many phrases were written anew; None if it is of schema 2.

    Raises:
        SettingsError: when the file is broken, or a phrase cannot be rewritten, with line and column.
    """
    from stmtdiff.rules.reading import phrases_of

    return phrases_of(path).upgraded()


def read_for_test(path: Path) -> Pack:
    """Return the pack in the file at `path` as its examples are tried: one that ships in its own place, not twice.

    Raises:
        SettingsError: when it is broken, or has a code of another pack.
    """
    from stmtdiff.toml import read_toml

    own = read_toml(path)["id"].value
    [pack] = _read([path], [rule.code for pack in shipped_packs() if pack.id != own for rule in pack.rules])
    return pack


def _read(paths: Iterable[Path], taken: list[str]) -> tuple[Pack, ...]:
    """Return the packs in the TOML files `paths`, none of whose rules may have a code that is `taken`."""
    from stmtdiff.rules.reading import read_pack, read_part  # with TOML, which the shipped packs do without

    packs = []
    for path in paths:
        pack = read_pack(path, taken)
        for more in sorted(_FOLDER.glob(f"{path.stem}.*.toml")) if path.parent == _FOLDER else ():  # long lists
            rules, subjects = read_part(more, [*taken, *(rule.code for rule in pack.rules)])
            pack = pack._replace(rules=pack.rules + rules, subjects=pack.subjects + subjects)
        packs.append(pack)
        taken += [rule.code for rule in pack.rules]
    return tuple(packs)


def load_packs(settings: Settings | None = None) -> tuple[Pack, ...]:
    """Return the packs that `settings` asks for: shipped ones by name, then the user's own files.

    Raises:
        SettingsError: for a name that no shipped pack has, or a broken file.
    """
    settings = settings or Settings()
    for name in settings.packs or ():
        if name not in SHIPPED:
            raise SettingsError(f"there is no rule pack '{name}'", hint=f"shipped packs: {', '.join(SHIPPED)}")
    packs = [pack for pack in shipped_packs() if settings.packs is None or pack.id in settings.packs]
    if settings.packs and "general" not in settings.packs:
        packs.append(_negations(shipped_packs()[-1]))
    if settings.rules:
        packs += _read(settings.rules, [rule.code for pack in shipped_packs() for rule in pack.rules])
    return tuple(packs)


def known_forum(*statements: Statement, settings: Settings | None = None) -> Forum:
    """Return the words of forums that are known: of all shipped packs, of the statements' series, of `settings`.

    A choice among the shipped packs is one of what is judged; who speaks is known whatever is chosen.

    Raises:
        SettingsError: for a broken rule file, or a word in `settings` that is none.
    """
    forum = _shipped_forum()
    for statement in statements:
        if statement.release is not None:
            forum |= statement.release.forum
    if settings and settings.rules:
        forum |= _owned(load_packs(settings))
    return _spelled(forum | forum_of(settings.speakers, settings.terms, settings.names) if settings else forum)


@lru_cache(maxsize=64)
def _spelled(forum: Forum) -> Forum:
    """Return a forum whose words can be looked up in either spelling: "organization", "organisation"."""
    return forum | Forum(frozenset(map(fold_spelling, forum.speakers)), frozenset(map(fold_spelling, forum.terms)))


@lru_cache(maxsize=1)
def _shipped_forum() -> Forum:
    return _owned(shipped_packs())


def _owned(packs: Iterable[Pack]) -> Forum:
    packs = tuple(packs)
    return forum_of((word for pack in packs for word in pack.speakers), (word for pack in packs for word in pack.terms))


def _negations(general: Pack) -> Pack:
    """Return the general pack with nothing but its rules on negation, which belong to every choice of packs."""
    return general._replace(rules=tuple(rule for rule in general.rules if rule.kind == "negation"))


def find_rule(code: str, packs: tuple[Pack, ...]) -> tuple[Pack, Rule]:
    """Return the rule called `code` in any spelling of case, with its pack.

    Raises:
        SettingsError: when no pack has it.
    """
    for pack in packs:
        for rule in pack.rules:
            if code.upper() == rule.code or code.lower() == rule.name:
                return pack, rule
    raise SettingsError(f"there is no rule '{code}'", hint="'stmtdiff rules list' shows them all")


def explain(code: str, *, packs: tuple[Pack, ...] | None = None) -> str:
    """Return what the rule `code` looks for and why it matters, as a few lines of text.

    Raises:
        SettingsError: when no pack has it.
    """
    pack, rule = find_rule(code, load_packs() if packs is None else packs)
    lines = [f"{rule.code} {rule.name} ({rule.severity}; {pack.name}: {pack.softer} / {pack.firmer})", "", rule.why]
    listed = [term.pattern for step in rule.steps for term in step]
    if rule.kind == "ladder":
        lines += ["", "Ranks, weakest first:", *(f"  {number}. {term}" for number, term in enumerate(listed, 1))]
    elif listed:
        lines += ["", "Terms:", *(f"  {term}" for term in listed)]
    for sense in rule.senses:
        lines += ["", f"{sense.of} {sense.name}".rstrip() + f", worth {sense.worth} tenths of a step:"]
        lines += [f"  {'; '.join(term.pattern for term in sense.terms)}"]
        lines += [f"  Source: {sense.source}"] if sense.source else []
    for title, phrases in (("Needs one of", rule.needs), ("Silent with", (*rule.unless, *rule.exceptions))):
        if phrases:
            lines += ["", f"{title}: {'; '.join(phrase.pattern for phrase in phrases)}"]
    for example in rule.examples:
        lines += ["", f"{example.direction or 'quiet'}:", f"  old: {example.old}", f"  new: {example.new}"]
    return "\n".join(lines)
