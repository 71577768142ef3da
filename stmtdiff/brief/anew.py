"""Turn the rows of a text that was written anew into topics: which came, which went, which stayed.

Where hardly a paragraph has a counterpart, a sentence that has none was not dropped, nor is another one softer: both
texts are told side by side, by what they speak of.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from stmtdiff.brief.ledger import Change, Row
from stmtdiff.brief.stock import Stock
from stmtdiff.words import words

_KEEPS = frozenset({"rate", "vote", "kept", "renewed"})  # what was decided is told in a text written anew, too


def as_topics(rows: Sequence[Row], stocks: tuple[Stock, Stock], name: Callable[[Row], str]) -> Iterator[Row]:
    """Yield `rows` under their topics, without directions, each topic once; `name` gives the noun phrase of a row.

    A row that no phrase names is passed over: of it nobody can say whether its topic came.
    """
    told: set[str] = set()
    for row in rows:
        if row.change in _KEEPS:
            yield row
            continue
        topic = name(row)
        if topic and topic.lower() not in told:
            told.add(topic.lower())
            yield replace(row, change=_change(topic, stocks), topic=topic, direction="none", said=(), rules=(), why="")


def _change(topic: str, stocks: tuple[Stock, Stock]) -> Change:
    was, now = (stock.holds(stock.norms_of(words(topic).norms)) for stock in stocks)
    return "stayed" if was and now else "came" if now else "went"
