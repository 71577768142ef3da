"""Put comments beside what is shown of releases: a report on two of them, the life of a paragraph, one text.

Of a report each side's own comments are shown, and those of the old one are carried over to the new one. Of a text the
comments are those on its release, each found again where its words stand now.
"""

from collections.abc import Iterable
from dataclasses import replace

from stmtdiff.comment import Comment, Placed
from stmtdiff.comments.finding import carried, placed
from stmtdiff.comments.keeping import read
from stmtdiff.comments.making import reference_of
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.series.holdings import Library
from stmtdiff.timeline.thread import Step, Thread


def with_comments(report: Report) -> Report:
    """Return a report with the comments that the library keeps on its statements; without one as it is.

    Those on the new statement come first. Of the old one's, those stand for the new text that were carried over.

    Raises:
        LibraryError: when a file of comments cannot be read.
    """
    return with_these(report, comments_on(report.new), comments_on(report.old))


def with_these(report: Report, new: Iterable[Comment], old: Iterable[Comment]) -> Report:
    """Return a report with comments on its new statement, and with those on its old one carried over."""
    found = [placed(comment, report.new) for comment in new]
    found += [carried(placed(comment, report.old), report) for comment in old]
    return replace(report, comments=tuple(found)) if found else report


def with_comments_on_steps(thread: Thread) -> Thread:
    """Return the life of a paragraph or topic with the comments that the library keeps on what is followed.

    Each release has its own. A comment whose words are found nowhere may be on what is followed, so it is there too.

    Raises:
        LibraryError: when a file of comments cannot be read.
    """
    return replace(thread, steps=tuple(map(_commented, thread.steps)))


def _commented(step: Step) -> Step:
    found = tuple(placed(comment, step.statement) for comment in comments_on(step.statement))
    own = tuple(one for one in found if one.paragraph is None or one.paragraph in step.paragraphs)
    return replace(step, comments=own) if own else step


def of_release(statement: Statement, kept: Iterable[Comment]) -> tuple[Placed, ...]:
    """Return those of the comments `kept` on a series that are on this release, where their words stand now."""
    return tuple(placed(comment, statement) for comment in those_on(statement, kept))


def those_on(statement: Statement, kept: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return those of the comments `kept` on a series that are on this release; none where it is no release."""
    release = statement.release
    if release is None or release.paragraph:
        return ()
    names = {release.reference, reference_of(statement)}
    return tuple(comment for comment in kept if comment.release in names)


def comments_on(statement: Statement) -> tuple[Comment, ...]:
    """Return the comments that the library of a release keeps on it; none on another text, or on one paragraph.

    Raises:
        LibraryError: when the file of comments cannot be read.
    """
    release = statement.release
    if release is None or release.paragraph:
        return ()
    return those_on(statement, read(Library(release.library), release.series))
