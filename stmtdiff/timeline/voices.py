"""Say where a statement gives words that are not its own, and which releases are texts of another kind.

The ugly case: a committee drops a phrase, and in the same statement the dissenters ask for it back. Whoever counts
places says that it stood for one statement more. And between two regular statements stands a notice of two
paragraphs on another matter: whoever counts releases says that the phrase was dropped and came back.
"""

from collections.abc import Sequence

from stmtdiff.model import Statement
from stmtdiff.rules.votes import read_vote
from stmtdiff.spans import Span
from stmtdiff.timeline.entry import Voice
from stmtdiff.timeline.reading import Reading

_RUN = 5  # words in a row that two editions of one statement share all over, and other texts by chance alone
_LITTLE = 50  # one of so many of its runs may be shared by chance: the name of the body, a turn of speech
_MUCH = 10  # one of so many is shared by two editions of one statement, however much was rewritten
_ENOUGH = 20  # shared runs, below which two short texts say nothing of each other
_NEAR = 3  # releases on each side that are looked at: unlike texts come in a row
Runs = frozenset[tuple[str, ...]]


def voices(statement: Statement) -> tuple[tuple[Span, Voice], ...]:
    """Return the stretches of a statement that say what the body itself does not: dissents, and annexes."""
    found: list[tuple[Span, Voice]] = []
    vote = read_vote(statement)
    if vote is not None and vote.minority and vote.dissents:
        found.append((vote.place, "dissent"))
    for section in statement.sections:
        own = statement.paragraphs[section.first : section.last]
        if section.kind == "annex" and own:
            found.append((Span(own[0].body.start, own[-1].body.end), "annex"))
    return tuple(found)


def voice_at(stretches: Sequence[tuple[Span, Voice]], place: int) -> Voice:
    """Return whose words stand at a place of the text, by the stretches that `voices` found; "" for the body's own."""
    return next((voice for span, voice in stretches if span.start <= place < span.end), "")


def unlike(readings: Sequence[Reading]) -> frozenset[int]:
    """Return the positions of releases that are texts of another kind than those around them.

    Such a text shares hardly a run of five words with any of the three releases on either side, while one before it
    and one after it share many. The first and the last release are never among them: nothing vouches for that.
    """
    read = [at for at, reading in enumerate(readings) if reading.statement is not None]
    runs = {at: _runs(reading.statement) for at, reading in enumerate(readings) if reading.statement is not None}
    found = set()
    for number, at in enumerate(read):
        before, after = read[max(0, number - _NEAR) : number], read[number + 1 : number + 1 + _NEAR]
        is_strange = not any(_share(runs[at], runs[other], _LITTLE) for other in (*before, *after))
        if is_strange and any(_are_editions(runs[one], runs[other]) for one in before for other in after):
            found.add(at)
    return frozenset(found)


def _are_editions(runs: Runs, others: Runs) -> bool:
    return len(runs & others) >= _ENOUGH and _share(runs, others, _MUCH)


def _share(runs: Runs, others: Runs, one_of: int) -> bool:
    """Say whether one of so many of the runs of the shorter text, or more, stands in the other one."""
    return len(runs & others) * one_of >= min(len(runs), len(others))


def _runs(statement: Statement) -> Runs:
    rows = [paragraph.words.norms for paragraph in statement.paragraphs]
    return frozenset(row[at : at + _RUN] for row in rows for at in range(len(row) - _RUN + 1))
