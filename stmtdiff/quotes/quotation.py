"""What is found in an article and what is said of it: quotations, where they stand, claims."""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span

Verdict = Literal["exact", "altered", "stitched", "attribution", "not-found", "not-checkable"]
ClaimKind = Literal["contrast", "dropped", "added", "kept"]
ClaimVerdict = Literal["holds", "does-not-hold", "not-checkable"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks in an article.

    `pieces` are the words without the marks; there are several where the quotation runs over
    paragraphs or an attribution ("the statement read") breaks it, and `span` reaches from the first
    mark to the last. `context` covers the sentences that it stands in. `inside` is the index of the
    quotation that this one is part of. One whose mark is never closed is not `closed`.
    """

    span: Span
    pieces: tuple[Span, ...]
    context: Span
    inside: int | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand in a statement: the statement's index among those given, and the paragraph's in it."""

    statement: int
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation with its verdict.

    `reason` says in a few words why it does not stand or cannot be checked, `notes` what else an
    editor should know. `passages` are where its words stand, or the nearest ones. `difference` is
    the report from the statement's words to the article's, of a quotation that is altered. A quotation
    of one or two words is a `term`.
    """

    quotation: Quotation
    verdict: Verdict
    term: bool
    reason: str = ""
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    difference: Report | None = None

    @property
    def stands(self) -> bool:
        """Say whether nothing is wrong with the quotation, as far as can be checked."""
        return self.verdict in ("exact", "not-checkable")


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article says of two statements: that one wording took another's place, came, went or stayed.

    `new` and `old` are indexes of quotations, None where the claim names none.
    """

    kind: ClaimKind
    verdict: ClaimVerdict
    span: Span
    new: int | None
    old: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations of an article, held against statements; the newest statement comes first."""

    article: Statement
    statements: tuple[Statement, ...]
    checked: tuple[Checked, ...]
    claims: tuple[Claim, ...]

    @property
    def stand(self) -> bool:
        """Say whether no quotation and no claim was found wrong."""
        return all(one.stands for one in self.checked) and all(c.verdict != "does-not-hold" for c in self.claims)
