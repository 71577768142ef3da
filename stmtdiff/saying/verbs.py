"""Read a group of verbs: auxiliaries, adverbs, denials and the verb that governs, with what belongs to it.

The ugly case: in "The Committee might have to raise its rate" the act is "raise", and in "The mission shall have its
seat in Lisk" it is "have".
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import BEING, COPULAS, MODALS, NEGATIONS, PARTICLES, SAYING_VERBS
from stmtdiff.saying.forms import base_of, forms, forms_be, is_adverb, opens_noun
from stmtdiff.saying.line import Line, Phrases, Range, by_opening

_HEDGES = by_opening(lists.HEDGING_PHRASES)
_DENIALS = by_opening(("no longer", "at no time", "in no way"))


@dataclass(slots=True)
class Group:
    """A group of verbs: half-open ranges of a line; `form` is that of its first verb, `voice` says what it governs."""

    start: int
    end: int = 0
    act: tuple[Range, ...] = ()
    modal: tuple[Range, ...] = ()
    negation: tuple[Range, ...] = ()
    adverbs: tuple[int, ...] = ()
    hedges: tuple[Range, ...] = ()
    asides: tuple[Range, ...] = ()
    auxiliary: str = ""  # the first one
    form: str = ""  # modal, aux, past, third, base, participle, ing
    voice: str = "active"  # active, passive, copula, mind
    verb: int = -1


def read_group(line: Line, at: int, limit: int, expected: str = "") -> Group | None:
    """Return the group of verbs that begins at `at`, None where none does.

    `expected` is the form that stands without an auxiliary: "base" behind a modal or "to", "participle", "ing".
    """
    if not expected and not (at < limit and can_begin(line.norms[at])):
        return None
    group = Group(at)
    wanted = expected
    while at < limit:
        norm = line.norms[at]
        passed = _prefix(line, at, group, wanted)
        if passed:
            at, wanted = passed
        elif norm == "," and wanted and group.form and (close := _comma(line, at + 1, min(limit, at + 14))) > 0:
            group.asides += ((at + 1, close),)
            at = close + 1
        else:
            return _with_main(line, at, limit, group, wanted)
    return None


@lru_cache(maxsize=8192)
def can_begin(norm: str) -> bool:
    """Say whether a group of verbs can begin with a word when no form is expected: most words begin none."""
    return (
        norm in _BEGINNINGS
        or norm.removesuffix("n't") in lists.DOING
        or is_adverb(norm)
        or not {"past", "third", "base"}.isdisjoint(forms(norm))
    )


_BEGINNINGS = (
    MODALS | BEING | COPULAS | NEGATIONS | lists.NO_MODALS | lists.REFUSING | lists.SEEMING | lists.MODAL_VERBS
    | lists.HAVING | {"at", "in", "last", "stands", "stand", "stood"}
)  # fmt: skip


# In front of another verb they may be no more than its helpers: "was", "refused (to)", "stands (ready to)".
_HELPING = (
    lists.REFUSING | lists.SEEMING | lists.MODAL_VERBS | COPULAS | BEING | lists.HAVING | {"stands", "stand", "stood"}
)


def _prefix(line: Line, at: int, group: Group, wanted: str) -> tuple[int, str] | None:
    """Take in what stands before the governing verb at `at`; return where it ends and which form is expected then."""
    norm, form = line.norms[at], group.form
    if norm == "not" and line.word(at + 1) == "only":  # "not only supports the plan but also pays": it does both
        return at + 2, wanted
    end = line.longest(at, _DENIALS) if norm in _DENIALS else 0
    if end := end or (at + 1 if norm in ("not", "never") else 0):
        group.negation += ((at, end),)
        return end, wanted
    if norm in ("likely", "unlikely") and form and line.word(at + 1) != "to":
        group.hedges += ((at, at + 1),)
        return at + 1, wanted
    if norm in ("neither", "nor") and not group.negation and {"past", "third", wanted} & forms(line.word(at + 1)):
        group.negation += ((at, at + 1),)
        return at + 1, wanted
    if form and norm in _HEDGES and (end := line.longest(at, _HEDGES)):
        group.hedges += ((at, end),)
        return end, wanted
    is_before = (wanted == "base" and "base" in forms(line.word(at + 1))) or base_of(line.word(at + 1)) in SAYING_VERBS
    is_verb = "base" in forms(norm) and not is_before  # "will (further) cut", "We (further) call upon"
    if (is_adverb(norm) and not is_verb) or (norm == "last" and "past" in forms(line.word(at + 1))):
        group.adverbs += (at,)
        return at + 1, wanted
    if norm in MODALS or norm in lists.NO_MODALS:
        if wanted and form != "":
            return None
        group.form = group.form or "modal"
        group.modal += ((at, at + 1),)
        if norm in NEGATIONS or norm.endswith("n't"):
            group.negation += ((at, at + 1),)
        return at + 1, "base"
    return _auxiliary(line, at, group, wanted)


def _auxiliary(line: Line, at: int, group: Group, wanted: str) -> tuple[int, str] | None:
    norm, follows = line.norms[at], line.word(at + 1)
    if norm not in _HELPING and norm.removesuffix("n't") not in lists.DOING:
        return None
    behind = _over_adverbs(line, at + 1)
    if norm in lists.REFUSING and (follows == "to") and _fits(norm, wanted):
        group.form = group.form or _plain(norm)
        group.negation += ((at, at + 2),)
        return at + 2, "base"
    if norm in lists.SEEMING and follows == "to" and _fits(norm, wanted):
        group.form = group.form or _plain(norm)
        group.hedges += ((at, at + 2),)
        return at + 2, "base"
    if norm in lists.MODAL_VERBS and follows == "to" and _is_form("base", line.word(at + 2)):
        group.form = group.form or "modal"
        group.modal = ((group.modal[0][0] if group.modal and group.modal[-1][1] == at else at, at + 2),)
        return at + 2, "base"
    is_ready = line.word(behind) in lists.READY and line.word(behind + 1) == "to"
    if norm in COPULAS and norm not in BEING and is_ready and _fits(norm, wanted):
        group.form = group.form or "modal"
        group.modal += ((at, behind + 2),)
        return behind + 2, "base"
    if norm in ("stands", "stand", "stood") and line.has(at + 1, "ready to"):
        group.form = group.form or "modal"
        group.modal += ((at, at + 3),)
        return at + 3, "base"
    is_there = line.word(at - 1) == "there" and "ing" in forms(follows)  # "there is growing concern"
    if norm in BEING and norm != "being" and not is_there:
        group.form = group.form or "aux"
        group.auxiliary = group.auxiliary or norm
        if line.word(behind + 1) == "to" and (line.word(behind) in lists.READY or line.word(behind) in lists.LIKELY):
            for place in range(at + 1, behind):
                _take_adverb(line, place, group)
            if line.word(behind) in lists.READY:
                group.modal += ((at, behind + 2),)
            else:
                group.hedges += ((at, behind + 2),)
            return behind + 2, "base"
        if follows == "to" and "base" in forms(line.word(at + 2)):
            group.modal += ((at, at + 2),)
            return at + 2, "base"
        group.verb = at
        return at + 1, "be"
    if norm == "being" and wanted == "be":
        return at + 1, "be"
    if norm in lists.HAVING and _is_form("participle", line.word(behind)):
        if norm == "having" and wanted not in ("ing", ""):
            return None
        if norm == "had" and wanted == "participle":
            return None
        group.form = group.form or ("ing" if norm == "having" else "aux")
        group.auxiliary = group.auxiliary or norm
        return at + 1, "participle"
    if norm.removesuffix("n't") in lists.DOING and _is_form("base", line.word(behind)):
        group.form = group.form or "aux"
        group.auxiliary = group.auxiliary or norm
        if norm.endswith("n't"):
            group.negation += ((at, at + 1),)
        return at + 1, "base"
    return None


def _is_form(form: str, norm: str) -> bool:
    """Say whether a word can be a form of a verb, "be" and "have" among them."""
    return form in forms(norm) or form in forms_be(norm)


def _take_adverb(line: Line, at: int, group: Group) -> None:
    if line.norms[at] in ("not", "never"):
        group.negation += ((at, at + 1),)
    else:
        group.adverbs += (at,)


def _over_adverbs(line: Line, at: int) -> int:
    while at < len(line) and (is_adverb(line.norms[at]) or line.norms[at] in ("not", "never", "no", "longer")):
        if line.norms[at] == "no" and line.word(at + 1) != "longer":
            break
        at += 1
    return at


@lru_cache(maxsize=8192)
def _plain(norm: str) -> str:
    found = forms(norm)
    return next((form for form in ("past", "third", "ing", "base") if form in found), "")


def _fits(norm: str, wanted: str) -> bool:
    return not wanted or wanted in forms(norm)


def _comma(line: Line, at: int, limit: int) -> int:
    return next((place for place in range(at, limit) if line.norms[place] == ","), 0)


def _with_main(line: Line, at: int, limit: int, group: Group, wanted: str) -> Group | None:
    """Finish a group with its governing verb at `at`, or with the "be" before it."""
    norm = line.norms[at]
    found = forms(norm) | forms_be(norm) if norm in ("have", "had") else forms(norm)
    if wanted == "be":
        is_mind = norm in lists.MINDS
        if "participle" in found and norm not in lists.NO_PAST:
            group.voice = "mind" if is_mind and line.word(at + 1) in lists.MIND_PREPOSITIONS else "passive"
        elif "ing" in found:
            group.voice = "active"
        else:
            return _copula(line, group)
    elif wanted == "base":
        if not ("base" in found or (norm.isalpha() and not opens_noun(line, at) and norm not in lists.NOT_IN_SUBJECT)):
            return None
    elif wanted:
        if wanted not in found:
            return None
    elif norm in lists.HAVING:
        group.form = {"has": "third", "have": "base", "had": "past", "having": "ing"}[norm]
    else:
        form = _plain(norm)
        if not form or form == "ing":
            return None
        group.form = form
    if norm in COPULAS and norm not in BEING:
        group.voice = "copula"
    group.form = group.form or wanted
    group.verb = at
    return _with_particles(line, at, limit, group)


def _copula(line: Line, group: Group) -> Group:
    """Return a group whose governing verb is "be"; adverbs behind it belong to what is said."""
    group.voice = "copula"
    group.act = ((group.verb, group.verb + 1),)
    group.adverbs = tuple([place for place in group.adverbs if place < group.verb])
    group.end = group.verb + 1
    while (norm := line.word(group.end)) in ("not", "never", "also", "still", "already", "now", "therefore", "no"):
        if norm == "no":
            if line.word(group.end + 1) != "longer":
                break
            group.end += 1
        if norm in lists.TIMELY or norm in lists.CONNECTING:
            group.adverbs += (group.end,)
        group.end += 1
    group.hedges = tuple([place for place in group.hedges if place[1] <= group.verb or place[0] < group.verb])
    return group


@cache
def _fixed(base: str) -> Phrases:
    return by_opening(lists.FIXED_PHRASES.get(base, ()))


def _with_particles(line: Line, at: int, limit: int, group: Group) -> Group:
    """Add what belongs to the verb at `at`: "called for", "took ... note of"."""
    group.act, group.end = ((at, at + 1),), at + 1
    base = base_of(line.norms[at])
    if group.voice == "mind":
        is_bare = line.word(at + 1) == "that" or (line.word(at + 1) == "to" and "base" in forms(line.word(at + 2)))
        group.end = at + 1 + (not is_bare)
        group.act = ((at, group.end),)
        return group
    after = at + 1
    while after < limit and is_adverb(line.norms[after]) and line.norms[after] not in ("only", "just"):
        after += 1
    fixed = _fixed(base)
    for place in (at + 1, after, at + 2) if fixed else ():
        if place < limit and (end := line.longest(place, fixed)) and (place <= after or not opens_noun(line, at + 1)):
            group.adverbs += tuple([spot for spot in range(at + 1, place) if is_adverb(line.norms[spot])])
            if place == at + 2 and place > after and " " not in " ".join(line.norms[place:end]):
                continue
            group.act = ((at, end),) if place == at + 1 else ((at, at + 1), (place, end))
            group.end = end
            return group
    if line.word(at + 1) in PARTICLES:
        group.act, group.end = ((at, at + 2),), at + 2
        return group
    if group.voice == "passive":
        return group
    if line.word(after) in lists.VERB_PREPOSITIONS and _governs(line, after):
        group.adverbs += tuple(range(at + 1, after))
        group.act = ((at, after + 1),) if after == at + 1 else ((at, at + 1), (after, after + 1))
        group.end = after + 1
    return group


def _governs(line: Line, at: int) -> bool:
    """Say whether a verb takes along the preposition at `at`: no time, no place with a name, no infinitive follows."""
    norm, follows = line.norms[at], line.word(at + 1)
    if norm == "to" and (follows in ("", ":", "-") or ("base" in forms(follows) and not opens_noun(line, at + 1))):
        return False
    if norm == "to" and is_adverb(follows) and "base" in forms(line.word(_over_adverbs(line, at + 1))):
        return False  # "decided to gradually raise"
    if norm == "to" and follows == "better" and "base" in forms(line.word(at + 2)):
        return False
    if norm == "with" and {follows, line.word(at + 2)} & lists.FEELINGS:
        return False
    inside = [line.word(place) for place in range(at + 1, min(at + 5, len(line)))]
    head = next(
        (place for place, word in enumerate(inside) if word in lists.TIME_NOUNS or word in lists.MONTH_NAMES), 9
    )
    stop = next((place for place, word in enumerate(inside) if word in lists.NOT_IN_SUBJECT or word in ".,;"), 9)
    if norm in ("to", "on", "about", "into", "of", "with", "upon", "for", "against", "under"):
        return not (head < stop and norm in ("on", "for", "to"))
    return False
