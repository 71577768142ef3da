"""The policies to begin with: about the bundled sample, without entries, or made of the formulas of one statement."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from stmtdiff.errors import SettingsError
from stmtdiff.json_lines import quoted
from stmtdiff.model import Statement
from stmtdiff.phrases import compile_phrase, find, keys_of
from stmtdiff.saying.who import acting_at
from stmtdiff.spans import Span

_WORDS = 5  # of a phrase that make its id
_HEAD = """\
# The policy of `stmtdiff check`: what a new statement must keep, and which changes you want to see.
# docs/check.md explains every key, docs/phrases.md how to write a phrase. `stmtdiff policy explain` lists the entries.

schema = "stmtdiff-policy/2"

# What fails the check: error (the default), warning or note.
fail_on = "error"
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A formula of a statement that may be watched: its paragraph and place, and the rule that calls it strong."""

    statement: Statement
    paragraph: int
    span: Span
    rule: str


def starter() -> str:
    """Return the policy to begin with: for the bundled sample, with comments on every kind of entry."""
    return files("stmtdiff.checking").joinpath("starter.toml").read_text(encoding="utf-8")


def emptied() -> str:
    """Return a policy that has no entry yet."""
    return _HEAD


def proposed(name: str, proposals: Iterable[Proposal], series: str = "") -> str:
    """Return a policy with a watch for each formula, each wording once, in the order of the text.

    Args:
        name: what the statement is called, for the comment above the entries.
        proposals: its formulas.
        series: the series that the watches are for; empty is for all statements.
    """
    heading = " ".join(name.split())
    entries = "".join(f"\n{entry}" for entry in _entries(proposals, series))
    return f"{_HEAD}\n# Proposed from {heading}: keep what is a red line of yours, and delete the rest.\n{entries}"


def watched(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the proposals that can be watched as they stand, each wording once, in the order of the text."""
    found: dict[tuple[str, ...], Proposal] = {}
    for one in sorted(proposals, key=lambda one: one.span):
        wording = _wording(one)
        if _is_found(one, wording):
            found.setdefault(keys_of(wording), one)
    return list(found.values())


def _is_found(one: Proposal, wording: str) -> bool:
    """Say whether a wording, written as a phrase, finds itself: it may hold a sign that means something there."""
    try:
        phrase = compile_phrase(wording)
    except SettingsError:
        return False
    return bool(find([phrase], one.statement.paragraphs[one.paragraph].words))


def _wording(one: Proposal) -> str:
    return " ".join(one.span.of(one.statement.text).split())


def _entries(proposals: Iterable[Proposal], series: str) -> Iterator[str]:
    taken: set[str] = set()
    for one in watched(proposals):
        wording = _wording(one)
        lines = ["[[watch]]", f"id = {quoted(_id(wording, taken))}"]
        lines += [f"series = {quoted(series)}"] if series else []
        lines += [f"phrase = {quoted(wording)}", f"message = {quoted(f'The wording {wording!r} changed.')}"]
        yield "\n".join([f"# {_place(one)}", *lines]) + "\n"


def _place(one: Proposal) -> str:
    """Return where a formula is, who says it and with which verb, as one line of a comment."""
    paragraph = one.statement.paragraphs[one.paragraph]
    sentence = paragraph.sentence_of(paragraph.tokens_at(one.span)[0])
    said = acting_at(one.statement, paragraph, sentence, one.span.start)
    place = f"paragraph {paragraph.label.value if paragraph.label else f'#p{one.paragraph + 1}'}"
    told = [" ".join(span.of(one.statement.text).split()) for span in (said.speaker, said.verb) if span]
    return ", ".join([place, *([f"{' '.join(told)!r}"] if told else []), f"rule {one.rule}"])


def _id(wording: str, taken: set[str]) -> str:
    """Return an id for a wording that no other entry has: "grave-concern", "grave-concern-2"."""
    words = re.findall(r"[a-z0-9]+", wording.lower().encode("ascii", "ignore").decode())[:_WORDS]
    base = "-".join(words) or "formula"
    count = 1
    while (name := base if count == 1 else f"{base}-{count}") in taken:
        count += 1
    taken.add(name)
    return name
