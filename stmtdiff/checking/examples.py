"""Try the entries of a policy on the examples that they carry."""

from dataclasses import dataclass, replace

from stmtdiff.checking.judging import check
from stmtdiff.checking.policy import Entry, Example, Policy, Red, RuleSeverity
from stmtdiff.comparison import compare
from stmtdiff.outline import from_paragraphs


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not come out as its entry says, and what was found instead."""

    entry: Entry
    example: Example
    found: tuple[str, ...]

    def __str__(self) -> str:
        """Return the failure as one line."""
        wanted = "fires" if self.example.fires else "quiet"
        said = ", ".join(self.found) or "quiet"
        wording = f"{self.example.old!r} -> {self.example.new!r}"
        return f"line {self.entry.line}: {self.entry.id}: {wanted}, but was {said}: {wording}"


def run_examples(policy: Policy) -> tuple[Failure, ...]:
    """Return the examples of `policy` that fail; each entry is tried alone.

    A phrase that is on neither side of an example is no proof that the entry fires.
    """
    return tuple(
        Failure(entry, example, found)
        for entry in policy.entries
        for example in entry.examples
        for found in [_found(policy, entry, example)]
        if not _is_right(example, found)
    )


def _is_right(example: Example, found: tuple[str, ...]) -> bool:
    return bool(set(found) - {"unknown phrase"}) if example.fires else not found


def _found(policy: Policy, entry: Entry, example: Example) -> tuple[str, ...]:
    """Return the kinds of what `entry` finds in an example."""
    alone = replace(entry, series=())
    asked = Policy(
        policy.path,
        (alone,) if isinstance(alone, Red) else (),
        (alone,) if isinstance(alone, RuleSeverity) else (),
    )
    old, new = (from_paragraphs(text.split("\n\n")) for text in (example.old, example.new))
    report = compare(old, new, settings=policy.settings(policy.packs or None))
    return tuple(finding.kind for finding in check(report, asked).findings)
