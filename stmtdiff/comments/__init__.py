"""Keep comments on releases beside the library, and find their words again in a text that was read anew or follows."""

from stmtdiff.comments.finding import carried, placed
from stmtdiff.comments.keeping import add, exported, imported, read, remove
from stmtdiff.comments.making import comment_on
from stmtdiff.comments.showing import (
    comments_on,
    of_release,
    those_on,
    with_comments,
    with_comments_on_steps,
    with_these,
)

__all__ = [
    "add",
    "carried",
    "comment_on",
    "comments_on",
    "exported",
    "imported",
    "of_release",
    "placed",
    "read",
    "remove",
    "those_on",
    "with_comments",
    "with_comments_on_steps",
    "with_these",
]
