"""What an analyst wrote beside words of a release, and where these words are now."""

from stmtdiff.records import dataclass
from stmtdiff.spans import Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on words of a release.

    `release` is its reference, "sample:2025-07-11". The words are known twice: `exact` with what stood before and
    behind them, and the half-open range of code points `start` to `end` of the text as it was read then. `created` is
    a time in the form of ISO 8601 and `by` a name; both may be empty. `id` is made from all of it.
    """

    id: str
    release: str
    text: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    created: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment in a text: where its words stand, and the index of their paragraph; both None for an orphan.

    `is_carried` says that the comment is on an earlier release, and that its words came along to this one.
    """

    comment: Comment
    span: Span | None
    paragraph: int | None
    is_carried: bool = False
