"""What the renderers say in words of their own, each sentence worded in one place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stmtdiff.comment import Placed
from stmtdiff.model import Statement
from stmtdiff.renderers.arrangement import Fold, Throughout
from stmtdiff.renderers.options import DIRECTIONS, Options
from stmtdiff.renderers.rows import place
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Life, Report, plural
from stmtdiff.rules.annotation import Annotation

COMMENTED = 80  # letters of the words that a comment is on
NAMED_LIVES = 3  # how many wordings of a row are followed in its line
NAMED_PLACES = 12  # how many places of a wording that runs through the text are named


def directions(report: Report) -> str:
    """Return how many shifts go which way, in the words of their field: "by rule: 3 softer, 1 hawkish"; or nothing.

    Those in the notes are among them.
    """
    parts = report.parts
    said = {
        (note.shift, note.direction): note.word for part in parts for note in reversed(part.annotations) if note.word
    }
    substantive = (shift for part in parts for shift in part.shifts if shift.is_news and shift.direction in DIRECTIONS)
    found = Counter(
        (DIRECTIONS.index(shift.direction), said.get((shift.id, shift.direction), shift.direction))
        for shift in substantive
    )
    told = ", ".join(f"{count} {visible(word)}" for (_, word), count in sorted(found.items()))
    return f"by rule: {told}" if told else ""


def doubts(report: Report) -> Iterator[str]:
    """Yield what may have been read wrongly, each with the name of its statement."""
    for statement in (report.old, report.new):
        yield from (f"{statement.name}: {doubt}" for doubt in statement.source.doubts)


def called(statement: Statement) -> str:
    """Return a statement's name with its date, harmless to show: "sample:2024 (2024-07-27)"."""
    date = statement.dateline.date
    name = visible(statement.name) or "(unnamed)"
    return f"{name} ({date.isoformat()})" if date and date.isoformat() not in name else name


def folded(fold: Fold, noun: str = "paragraph") -> str:
    """Return what was left out in words: "3 paragraphs unchanged, 1 with routine changes only"."""
    reasons = (
        (fold.unchanged, "unchanged"),
        (fold.routine, "with routine or repeated changes only"),
        (fold.unasked, "left out by your choice"),
    )
    first, *others = [(count, reason) for count, reason in reasons if count]
    return ", ".join((f"{plural(first[0], noun)} {first[1]}", *(f"{count} {reason}" for count, reason in others)))


def asked_for(options: Options) -> str:
    """Return what a reader asked to see only: "'freedom of navigation' and a shift that is softer"; or nothing."""
    topic = [f"'{visible(options.topic)}'"] if options.topic else []
    kinds = [f"a shift that is {' or '.join(options.only)}"] if options.only else []
    return " and ".join((*topic, *kinds))


def said(annotation: Annotation) -> str:
    """Return what a rule says in words, without its name: "softer: 'grave concern' -> 'concern'"."""
    word = annotation.word or (annotation.direction if annotation.direction != "none" else annotation.severity)
    return visible(f"{word}: {annotation.message}")


def finding(annotation: Annotation) -> str:
    """Return what a rule says in words, with its name and how often such a direction is right.

    "softer: 'grave concern' -> 'concern' [SEC101, 80 in 100]"; without a direction, "[SEC101]".
    """
    sure = f", {annotation.confidence} in 100" if annotation.confidence else ""
    return f"{said(annotation)} [{visible(annotation.rule)}{sure}]"


def findings(annotations: Iterable[Annotation]) -> list[tuple[Annotation, str]]:
    """Return annotations with their words, those that say the same once with their count."""
    told: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        told.setdefault(finding(annotation), []).append(annotation)
    return [(same[0], text if len(same) == 1 else f"{text} ({len(same)} times)") for text, same in told.items()]


def lived(lives: Iterable[Life]) -> str:
    """Return lives in one line: "in the series: 'full access' stood in every year since 2021"; or nothing."""
    told = [f"'{visible(life.wording)}' {life.note}" for life in lives]
    more = f"; and {len(told) - NAMED_LIVES} more" if len(told) > NAMED_LIVES else ""
    return f"in the series: {'; '.join(told[:NAMED_LIVES])}{more}" if told else ""


def repeated_in(report: Report, repeated: Throughout) -> str:
    """Return the paragraphs that hold a wording, those of the new side first: "1, 3, 4 and 9 more"."""
    names: dict[str, None] = {}
    for shift in repeated.shifts:
        link = report.link(shift.link)
        statement, index = (report.new, link.new[0]) if link.new else (report.old, link.old[0])
        names[place(statement.paragraphs[index])] = None
    shown = list(names)[:NAMED_PLACES]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return ", ".join(shown) + more


class CommentSaid(NamedTuple):
    """A comment in words: those that it is on, its text, by whom and when, and whether its words are still there.

    `state` is empty where they are. An orphan has no paragraph either.
    """

    words: str
    text: str
    by: str
    state: str
    is_orphan: bool

    @property
    def line(self) -> str:
        """Return all of it in one line."""
        told = f" ({self.by})" if self.by else ""
        return visible(f'"{self.words}": {self.text}{told}{"; " if self.state else ""}{self.state}')


def comment_said(one: Placed) -> CommentSaid:
    """Return a comment as it is shown beside a text."""
    comment = one.comment
    words = comment.exact if len(comment.exact) <= COMMENTED else f"{comment.exact[:COMMENTED].rstrip()}…"
    state = "" if one.span else "the words are gone" if one.paragraph is not None else "the words are not found"
    told = (comment.by, comment.created[:10], f"on {comment.release}" if one.is_carried else "")
    return CommentSaid(
        " ".join(words.split()), comment.text, ", ".join(filter(None, told)), state, one.paragraph is None
    )


def commented(comments: Iterable[Placed], statement: Statement) -> Iterator[str]:
    """Yield comments on a statement, each in one line with its words and where these stand now."""
    for one in comments:
        where = place(statement.paragraphs[one.paragraph]) if one.paragraph is not None else "orphaned"
        yield f"{visible(where)}: {comment_said(one).line}"
