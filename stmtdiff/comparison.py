"""The main job on one page: two statements in, a report out."""

from collections import defaultdict
from dataclasses import replace

from stmtdiff.align import align
from stmtdiff.align.called import called, recalled
from stmtdiff.align.link import Alignment
from stmtdiff.align.pointing import stale
from stmtdiff.collecting import uncollected
from stmtdiff.model import Forum, Statement
from stmtdiff.notices import notices, shared, uncompared, unfollowed
from stmtdiff.report import Report
from stmtdiff.rules import Annotation, annotate, known_forum, load_packs
from stmtdiff.settings import Settings
from stmtdiff.shifts import Direction, Shift, ShiftKind, shifts
from stmtdiff.shifts.naming import SAID_ONCE
from stmtdiff.shifts.routine import GRAMMAR, MINOR

_WEAK = frozenset({GRAMMAR, MINOR})  # what is no news only until a rule speaks
_JUDGED = _WEAK | {SAID_ONCE}  # routine shifts that rules may still speak of; of the others there is proof


@uncollected
def compare(old: Statement, new: Statement, *, settings: Settings | None = None) -> Report:
    """Return what changed from `old` to `new`.

    Links say which paragraphs and sentences became which, shifts which phrases changed, patterns
    what runs through the text, annotations what the rules say of it.

    Raises:
        SettingsError: for an unknown pack, a broken rule file or a speaker that is not one word.
    """
    settings = settings or Settings()
    alignment = align(old, new, settings)
    forum = known_forum(old, new, settings=settings)
    share = shared(old, new, alignment)
    packs = load_packs(settings)
    report = _report(old, new, alignment, settings, forum, are_strangers=share is not None)
    report = replace(report, packs=tuple(pack.id for pack in packs))
    footnotes = _footnotes(report, alignment, are_strangers=share is not None)
    spoken = {pack.language: False for pack in packs} | {pack.language: True for pack in packs if pack.directs}
    told = (
        *notices(old, new, share, alignment.relatedness, spoken),
        *uncompared(old, new, ((shift.old, shift.new) for shift in report.shifts)),
        *unfollowed(stale(old, new, alignment)),
    )
    return replace(report, notices=told, footnotes=footnotes)


def _report(
    old: Statement, new: Statement, alignment: Alignment, settings: Settings, forum: Forum, *, are_strangers: bool
) -> Report:
    """Return the report on two aligned statements, without its packs and notices; of strangers, without a direction."""
    found, patterns = shifts(old, new, alignment, settings, forum=forum)
    judged = tuple(shift for shift in found if shift.is_news or shift.proof in _JUDGED)
    annotations = annotate(old, new, judged, packs=settings.packs, rule_files=settings.rules)
    annotations = tuple(one for one in annotations if one.direction == "none" or one.confidence >= settings.sure)
    if are_strangers:  # what came out of the one text is no answer to the other
        annotations = tuple(each for each in annotations if each.direction == "none")
    return Report(
        old,
        new,
        alignment.links,
        alignment.sentence_links,
        _judged(found, annotations),
        patterns,
        annotations,
        forum=forum,
        settings=settings,
    )


def _footnotes(report: Report, alignment: Alignment, *, are_strangers: bool) -> Report | None:
    """Return the report on the notes of both sides, made by the same steps; None where there is no note."""
    old, new, settings = report.old, report.new, report.settings
    if not (old.footnotes or new.footnotes):
        return None
    stories = old.second_story, new.second_story
    aligned = align(*stories, settings, called=called(old, new, alignment))
    made = _report(*stories, aligned, settings, report.forum, are_strangers=are_strangers)
    called_elsewhere = tuple(map(_apart, recalled(old, new, alignment, aligned)))
    return replace(_named_apart(made), packs=report.packs, recalled=called_elsewhere)


def _named_apart(report: Report) -> Report:
    """Return the report on notes with ids that neither a link nor a shift of the paragraphs has.

    "n1-2" for the paragraph link "p1-2", "n-..." for the shift "s-...".
    """
    return replace(
        report,
        links=tuple(replace(link, id=_apart(link.id)) for link in report.links),
        shifts=tuple(replace(shift, id=_apart(shift.id), link=_apart(shift.link)) for shift in report.shifts),
        patterns=tuple(replace(one, shifts=tuple(map(_apart, one.shifts))) for one in report.patterns),
        annotations=tuple(replace(one, shift=_apart(one.shift)) for one in report.annotations),
    )


def _apart(name: str) -> str:
    return f"n{name[1:]}"


def _judged(found: tuple[Shift, ...], annotations: tuple[Annotation, ...]) -> tuple[Shift, ...]:
    """Return the shifts with the direction that their annotations give them.

    Opposite directions make "mixed": they are never summed. A shift that was routine or minor for want
    of knowing better is news once a rule gives it a direction.
    """
    spoken: dict[str, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        if annotation.direction != "none":
            spoken[annotation.shift].append(annotation)
    return tuple(_directed(shift, spoken[shift.id]) if shift.id in spoken else shift for shift in found)


def _directed(shift: Shift, spoken: list[Annotation]) -> Shift:
    directions: list[Direction] = sorted({annotation.direction for annotation in spoken})
    direction: Direction = directions[0] if len(directions) == 1 else "mixed"
    if shift.proof in _WEAK:  # what has a direction is news, and more than form
        kind: ShiftKind = "object" if shift.kind == "form" else shift.kind
        shift = replace(shift, kind=kind, weight="news", proof="")
    return replace(shift, direction=direction, axis=spoken[0].axis)
