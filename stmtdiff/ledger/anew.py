"""Turn the rows of a text that was written anew into topics: which came, which went, which stayed.

Where hardly a paragraph has a counterpart, a sentence that has none was not dropped, nor is another one softer: both
texts are told side by side, by what they speak of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stmtdiff.ledger.ledger import Change, Row
from stmtdiff.ledger.topics import Topics

_KEEPS = frozenset({"rate", "vote", "kept", "renewed"})  # what was decided is told in a text written anew, too


def as_topics(rows: Iterable[Row], topics: Topics) -> Iterator[Row]:
    """Yield `rows` under their topics, without directions, each topic once.

    A row that nothing names is passed over: of it nobody can say whether its topic came.
    """
    told: set[str] = set()
    for row in rows:
        if row.change in _KEEPS:
            yield row
            continue
        topic = topics.name(row.then, row.now)
        if topic and topic.lower() not in told:
            told.add(topic.lower())
            change = _change(*topics.stands(topic))
            yield replace(row, change=change, topic=topic, direction="none", said=(), rules=(), why="")


def _change(was: bool, now: bool) -> Change:
    return "stayed" if was and now else "came" if now else "went"
