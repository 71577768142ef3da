"""Try a pack's rules on the examples that they carry."""

from dataclasses import dataclass

from stmtdiff.align import align
from stmtdiff.outline import from_paragraphs
from stmtdiff.rules.engine import Bench
from stmtdiff.rules.pack import Example, Pack, Rule, Subject
from stmtdiff.rules.subjects import SubjectFinder
from stmtdiff.settings import Settings
from stmtdiff.shifts import shifts
from stmtdiff.words import words


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not come out as its rule says, and what the rule said instead."""

    code: str
    example: Example
    said: tuple[str, ...]

    def __str__(self) -> str:
        """Return the failure as one line."""
        wanted, said = self.example.direction or "quiet", ", ".join(self.said) or "quiet"
        return f"{self.code}: {wanted}, but was {said}: {self.example.old!r} -> {self.example.new!r}"


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A subject that is not told in its own example, and what was told there instead."""

    subject: Subject
    said: tuple[str, ...]

    def __str__(self) -> str:
        """Return the failure as one line."""
        said = ", ".join(self.said) or "nothing"
        return f"subject '{self.subject.name}': not found; found instead: {said}: {self.subject.example!r}"


def run_examples(pack: Pack) -> tuple[Failure | Unnamed, ...]:
    """Return the examples of `pack` that fail, none where all is well.

    Each rule is tried alone, and then together with its pack.
    """
    bench = Bench((pack,))
    finder = SubjectFinder((pack,))
    named = ((subject, _named(subject, finder)) for subject in pack.subjects)
    return *_wrong(pack, bench), *(Unnamed(subject, said) for subject, said in named if subject.name not in said)


def _named(subject: Subject, finder: SubjectFinder) -> tuple[str, ...]:
    """Return the subjects that are told in the example of one of them."""
    cut = words(subject.example)
    return tuple(told.subject.name for told in finder.find(cut, 0, len(cut)))


def _wrong(pack: Pack, bench: Bench) -> tuple[Failure, ...]:
    return tuple(
        Failure(rule.code, example, said)
        for rule in pack.rules
        for example in rule.examples
        if not _is_right(example, said := _said(rule, example, bench, pack.language))
    )


def _is_right(example: Example, said: tuple[str, ...]) -> bool:
    return said == () if example.direction is None else example.direction in said


def _said(rule: Rule, example: Example, bench: Bench, language: str) -> tuple[str, ...]:
    """Return the directions that `rule` gives to an example, which is in the pack's `language`."""
    old = from_paragraphs(example.old.split("\n\n"), language=language)
    new = from_paragraphs(example.new.split("\n\n"), language=language)
    settings = Settings()
    found, _ = shifts(old, new, align(old, new, settings), settings)
    return tuple(annotation.direction for annotation in bench.judge(old, new, found) if annotation.rule == rule.code)
