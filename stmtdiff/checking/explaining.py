"""Say in words what the entries of a policy ask."""

from collections.abc import Iterable, Iterator

from stmtdiff.checking.policy import Entry, Forbid, Ignore, Ladder, Max, Policy, Require, RuleSeverity, Topic, Watch
from stmtdiff.errors import SettingsError, likely
from stmtdiff.phrases import Phrase
from stmtdiff.report import plural


def overview(policy: Policy) -> str:
    """Return a line for each entry of `policy`."""
    return "".join(f"{entry.id:24} {entry.kind:9} {entry.message}".rstrip() + "\n" for entry in policy.entries)


def explain(policy: Policy, id: str) -> str:  # noqa: A002  # the key is called so
    """Return what the entry `id` asks and why, as a few lines of text.

    Raises:
        SettingsError: when the policy has no such entry.
    """
    entries = {entry.id: entry for entry in policy.entries}
    if id not in entries:
        hint = likely(id, list(entries), f"entries: {', '.join(entries) or 'none'}")
        raise SettingsError(f"there is no entry '{id}'", path=policy.path, hint=hint)
    return "\n".join(_lines(entries[id])) + "\n"


def _lines(entry: Entry) -> Iterator[str]:
    keeps_severity = isinstance(entry, Ignore) or (isinstance(entry, RuleSeverity) and entry.own)
    told = [entry.kind, *([] if keeps_severity else [entry.severity])]
    told += [f"for {', '.join(entry.series)}" if entry.series else "for all series", f"line {entry.line}"]
    yield f"{entry.id} ({'; '.join(told)})"
    yield from filter(None, (entry.message, entry.why))
    yield ""
    yield from _asks(entry)
    yield from (f"{reading}." for reading in entry.readings)
    for example in entry.examples:
        yield from ("", f"{'fires' if example.fires else 'quiet'}:", f"  old: {example.old}", f"  new: {example.new}")


def _asks(entry: Entry) -> Iterator[str]:
    match entry:
        case Require():
            yield f"The new statement must contain {_either((entry.phrase, *entry.allowed))}."
            if entry.speakers:
                yield f"It must be said by {_either(entry.speakers)}."
        case Forbid():
            yield f"The new statement must not contain '{entry.phrase.pattern}', except where it denies it."
        case Watch():
            yield f"Any change of '{entry.phrase.pattern}' is reported: in its words, place, count, speaker or act."
            for phrases, what in ((entry.acts, "its verb is"), (entry.speakers, "it is said by")):
                if phrases:
                    yield f"Only where {what} {_either(phrases)}."
            if entry.of:
                yield f"Only where it is about '{entry.of.pattern}'."
        case Ladder():
            floor = (
                f"'{entry.rungs[entry.floor].pattern}'"
                if entry.floor is not None
                else "the strongest of the old statement"
            )
            yield f"The strongest rung of the new statement may not be below {floor}. Weakest first:"
            yield from (f"  {number}. {rung.pattern}" for number, rung in enumerate(entry.rungs, 1))
            yield from _about(entry.topic)
        case Max():
            yield f"At most {plural(entry.count, 'shift')} may go {entry.direction}."
            yield from _about(entry.topic)
        case Topic():
            yield f"A paragraph of the new statement must contain '{entry.phrase.pattern}'."
        case RuleSeverity():
            grave = "each rule with its own severity" if entry.own else "with this severity"
            yield f"Every shift that {entry.rule} marks is a finding, {grave}."
        case Ignore():
            until = f" until {entry.until}" if entry.until else ""
            about = f" with '{entry.phrase.pattern}' in the wording" if entry.phrase else ""
            yield f"Findings of {entry.entry or entry.rule}{about} are set aside{until}."


def _about(topic: Phrase | None) -> Iterator[str]:
    if topic:
        yield f"Only paragraphs that contain '{topic.pattern}' count."


def _either(phrases: Iterable[Phrase]) -> str:
    return " or ".join(f"'{phrase.pattern}'" for phrase in phrases)
