"""Turn a thread into what every format shows: a heading a release, and the rows that it took from the last one."""

from collections.abc import Iterator

from stmtdiff.renderers.rows import Row, RowMaker
from stmtdiff.report import plural
from stmtdiff.timeline.thread import Step, Thread


def title(thread: Thread) -> str:
    """Return what is traced: "sample:2025#5, back to sample:2019"."""
    if thread.is_topic:
        where = f" in {thread.series}" if thread.series else ""
        return f'"{thread.subject}"{where}, release by release'
    back = thread.steps[0].reading.reference
    return f"{thread.subject}, back to {back}" if len(thread.steps) > 1 else f"{thread.subject}, new in its release"


def heading(step: Step) -> str:
    """Return a release with the numbers of what is followed in it: "sample:2024 #4", and the gap before it."""
    named = " ".join([step.reading.reference, *(f"#{place}" for place in step.places)])
    since = f" since {step.since}" if step.since else ""
    gap = f" ({', '.join(step.skipped)} not read)" if step.skipped else ""
    return f"{named}{since}{gap}" if since or gap else named


def rows(step: Step) -> tuple[Row, ...]:
    """Return the links of a step as rows, nothing in them left out."""
    if step.report is None:
        return ()
    maker = RowMaker(step.report, whole=True)
    return tuple(map(maker.row, step.links))


def is_plain(step: Step) -> bool:
    """Say whether nothing happened: the same words, in the same place."""
    return bool(step.links) and all(link.kind == "same" and not link.moved for link in step.links)


def whole(step: Step) -> Iterator[tuple[str, str]]:
    """Yield number and text of each paragraph, for the first release, which has nothing to be compared with."""
    for place, index in zip(step.places, step.paragraphs, strict=True):
        yield place, step.statement.paragraphs[index].body.of(step.statement.text)


def newest_first(thread: Thread) -> tuple[Step, ...]:
    """Return the steps in reading order: a paragraph is followed back, a topic forward."""
    return thread.steps if thread.is_topic else tuple(reversed(thread.steps))


def ages(thread: Thread) -> Iterator[tuple[str, str]]:
    """Yield each stretch of the traced paragraph with the release it came in with: "2019 or earlier"."""
    if thread.steps:
        text = thread.steps[-1].statement.text
        for one in thread.origins:
            yield one.span.of(text), f"{one.reference} or earlier" if one.or_earlier else one.reference


def short(reference: str) -> str:
    """Return a release without its series: "2019 or earlier" for "sample:2019 or earlier"."""
    return reference.rpartition(":")[2]


def counted(step: Step) -> str:
    """Return how many shifts a step has, of those that are no routine."""
    if step.report is None:
        return ""
    own = {link.id for link in step.links}
    count = sum(shift.link in own and shift.is_news for shift in step.report.shifts)
    return plural(count, "substantive shift") if count else "nothing substantive"
