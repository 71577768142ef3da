"""What is found in an article, with its verdicts: quotations, their places, claims."""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span

Verdict = Literal[
    "exact", "form", "absent", "altered", "negation", "stitched", "attribution", "speaker", "denied", "not-found",
    "not-checkable",
]  # fmt: skip
ClaimKind = Literal["contrast", "dropped", "added", "kept", "again", "restored", "first"]
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

    One that is not found as it is quoted is `wrong` where the given texts prove it; a term in another form, or words
    that the article gives to nobody, may be an editor's own. `reason` says in a few words why it is wrong, doubtful or
    cannot be checked, `notes` what else an editor should know. `passages` are where its words stand, or the nearest
    ones. `difference` is the report from the statement's words to the article's, of a quotation that is altered. A
    quotation of one or two words is a `term`. `nearest` is the sentence nearest to one that was not found.
    """

    quotation: Quotation
    verdict: Verdict
    term: bool
    reason: str = ""
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    difference: Report | None = None
    nearest: Passage | None = None
    wrong: bool = False

    @property
    def stands(self) -> bool:
        """Say whether nothing is wrong with the quotation, as far as can be checked."""
        return self.verdict in ("exact", "form", "absent", "not-checkable")


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article says of statements: that one wording took another's place, came, went, stayed or came back.

    `new` and `old` are indexes of quotations, None where the claim names none. `newer` and `older` are the
    statements that it was judged by, None where one was not given. `direction` is "softer" or "firmer" where the
    article says which way the wording went, `since` the year of "for the first time since 2019".
    """

    kind: ClaimKind
    verdict: ClaimVerdict
    span: Span
    new: int | None
    old: int | None
    reason: str
    newer: int | None = None
    older: int | None = None
    direction: str = ""
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations of an article, held against statements; the newest statement comes first.

    `missing` names releases of the series that have no text in the library.
    """

    article: Statement
    statements: tuple[Statement, ...]
    checked: tuple[Checked, ...]
    claims: tuple[Claim, ...]
    missing: tuple[str, ...] = ()

    @property
    def stand(self) -> bool:
        """Say whether every quotation stands, as far as can be checked, and no claim was found wrong."""
        return all(one.stands for one in self.checked) and all(c.verdict != "does-not-hold" for c in self.claims)

    @property
    def wrong(self) -> bool:
        """Say whether a quotation or a claim is proved wrong."""
        return any(one.wrong for one in self.checked) or any(c.verdict == "does-not-hold" for c in self.claims)
