"""Refuse what a server sends in place of a statement.

The ugly case: a server answers a dead link with status 200 and a page that says "Page not found", or asks
the visitor to prove that he is human. Put into the library, it would be a release in which every phrase was dropped.
"""

import datetime
import re

from stmtdiff.errors import LoadError
from stmtdiff.languages.english_press import EXCUSES
from stmtdiff.model import Statement

_FEWEST = 40  # words: the shortest statements, of a committee between two meetings, have some sixty
_SHORT = 400  # words of a page that may be one about an error; a statement of that length may quote one
_EXCUSE = re.compile(EXCUSES, re.IGNORECASE)
_APART = datetime.timedelta(days=60)  # more than this between two days is another release


def check_statement(statement: Statement, day: datetime.date) -> None:
    """Do nothing when `statement` can be the release of `day`.

    Raises:
        LoadError: when it is too short, makes the excuses of a server, or bears the date of another release.
    """
    count = len(statement.tokens)
    if count < _FEWEST:
        raise LoadError(f"this is not a statement: it has {count} words", hint="open the address in a browser")
    excuse = _EXCUSE.search(statement.text) if count < _SHORT else None
    if excuse:
        raise LoadError(f"this is not a statement: it says '{excuse[0]}'", hint="open the address in a browser")
    own = statement.dateline.date
    if own is not None and abs(own - day) > _APART:
        raise LoadError(
            f"this is the statement of {own.isoformat()}, not of {day.isoformat()}", hint="is the address right?"
        )
