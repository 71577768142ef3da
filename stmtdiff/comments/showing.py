"""Put the comments on two releases into the report on them: each side's own, and those of the old one carried over."""

from dataclasses import replace

from stmtdiff.comment import Comment
from stmtdiff.comments.finding import carried, placed
from stmtdiff.comments.keeping import read
from stmtdiff.comments.making import reference_of
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.series.holdings import Library


def with_comments(report: Report) -> Report:
    """Return a report with the comments that the library keeps on its statements; without one as it is.

    Those on the new statement come first. Of the old one's, those stand for the new text that were carried over.

    Raises:
        LibraryError: when a file of comments cannot be read.
    """
    found = [placed(comment, report.new) for comment in comments_on(report.new)]
    found += [carried(placed(comment, report.old), report) for comment in comments_on(report.old)]
    return replace(report, comments=tuple(found)) if found else report


def comments_on(statement: Statement) -> tuple[Comment, ...]:
    """Return the comments that the library of a release keeps on it; none on another text, or on one paragraph.

    Raises:
        LibraryError: when the file of comments cannot be read.
    """
    release = statement.release
    if release is None or release.paragraph:
        return ()
    names = {release.reference, reference_of(statement)}
    return tuple(comment for comment in read(Library(release.library), release.series) if comment.release in names)
