"""Read what is before a subject: times, conditions, participles.

The ugly case: "Underlining the need for speed and recalling its promises, the Council set a date" has three acts of
one speaker, who comes last; "Closing the port would harm the families" has one, and it is nobody's participle.
"""

from dataclasses import dataclass, field

from stmtdiff.languages import english_clauses as lists
from stmtdiff.saying.forms import forms, is_adverb, opens_noun
from stmtdiff.saying.line import Line, Range
from stmtdiff.saying.phrases import Phrase, phrase_at
from stmtdiff.saying.subjects import describes, predicate
from stmtdiff.saying.verbs import Group, read_group

# Behind "not" or "only" and in front of an auxiliary: "Only recently (has) the fund", "Not until May (will) the fund".
_TURNING = lists.TIME_PREPOSITIONS | {"then", "when", "if", "once", "recently", "rarely"}


@dataclass(slots=True)
class Draft:
    """A clause as the walk finds it, in half-open ranges of a line."""

    group: Group
    subject: Range | None = None
    meant: Range | None = None  # what a relative pronoun stands for
    object: Range = (0, 0)
    fronts: list[Phrase] = field(default_factory=list)
    bare: bool = False
    is_subordinate: bool = False  # opened with "although" in front of the clause that it belongs to
    is_told: bool = False  # what another clause says: "noted that (growth had slowed)"


class Fronts:
    """What a pass over a sentence knows: its drafts, those that a joined verb may continue, those without a subject."""

    def __init__(self, line: Line) -> None:
        """Read the whole of `line`."""
        self.line = line
        self.drafts: list[Draft] = []
        self._open: list[Draft] = []
        self._waiting: list[Draft] = []
        self._subordinate = self._told = False
        self._limit = len(line)
        while self._limit and line.norms[self._limit - 1] in (".", "!", "?", ","):
            self._limit -= 1
        at = 0
        while at < self._limit:
            at = self._clause(at, [])
        self.drafts.sort(key=lambda draft: draft.group.act[0][0])

    def _clause(self, at: int, fronts: list[Phrase], *, bare: bool = False) -> int:
        """Read the clause that begins at `at`, and what hangs on it; return where the next one begins."""
        raise NotImplementedError

    def _body(self, draft: Draft, at: int, limit: int) -> int:
        """Read on behind a verb to where its clause ends; return where the next clause begins."""
        raise NotImplementedError

    def _front(self, at: int, fronts: list[Phrase]) -> int:
        """Take in the phrases and participles in front of a subject; return where the subject begins."""
        while at < self._limit:
            norm = self.line.norms[at]
            if self.line.has(at, "whether or not"):
                at = self._phrase(at, fronts) or at + 1
                continue
            if norm in (",", ";", ":", "-") or norm in ("and", "but", "so", "that", "whether", "or"):
                self._told = self._told or (norm == "that" and at > 0)
                at += 1
                continue
            if norm in lists.CLAUSE_OPENERS and norm != "nor":
                self._subordinate = norm not in ("but", "so")
                at += 1
                continue
            end = self._participle(at) or self._phrase(at, fronts)
            if not end:
                return at
            at = end
        return at

    def _phrase(self, at: int, fronts: list[Phrase]) -> int:
        line = self.line
        if at >= self._limit:
            return 0
        if line.norms[at] in ("only", "not") and (turned := self._turned(at + 1)):
            fronts.append(Phrase("time", at, turned))
            return turned
        found = phrase_at(line, at, self._limit, in_front=True)
        if found and found.kind == "scope" and found.last - found.first <= 2 and line.word(found.last) != ",":
            return 0
        if found and found.kind == "strength" and not line.norms[at].endswith("ly") and found.last - at == 1:
            return 0
        if found and found.last < self._limit:
            is_subject = not found.is_clause and found.kind == "time" and self._is_subject(found)
            if not is_subject:
                fronts.append(found)
                return found.last
        if line.norms[at] in lists.NOT_IN_SUBJECT or (line.norms[at] == "to" and "base" in forms(line.word(at + 1))):
            return self._behind_comma(at)
        if (
            at == 0 and describes(line.norms[at]) and line.word(1) in lists.NOT_IN_SUBJECT
        ):  # "Consistent with its task,"
            return self._behind_comma(at) if line.norms[at] not in lists.ALL_SPEAKING else 0
        return 0

    def _turned(self, at: int) -> int:
        """Return where an auxiliary stands in front of its subject: "Not until May (will) the fund open"; else 0."""
        line = self.line
        if line.word(at) not in _TURNING:
            return 0
        stop = next((place for place in range(at, self._limit) if line.norms[place] in ",;"), self._limit)
        spots = (at for at in range(at + 1, stop) if line.norms[at] in lists.ALL_AUXILIARIES)
        return next((at for at in spots if opens_noun(line, at + 1)), 0)

    def _is_subject(self, found: Phrase) -> bool:
        """Say whether what looks like a time is the subject: "This year was hard"."""
        group = read_group(self.line, found.last, self._limit)
        return group is not None and self.line.norms[found.first] not in lists.TIMELY

    def _behind_comma(self, at: int) -> int:
        """Return where a subject with its verb begins behind a comma after `at`, 0 where none does."""
        for place in range(at + 1, self._limit):
            if self.line.norms[place] == "," and self._begins(place + 1):
                return place + 1
            if self.line.norms[place] in ";:":
                return 0
        return 0

    def _begins(self, at: int) -> bool:
        """Say whether a subject with a verb, or a participle in front of one, begins at `at`."""
        stop = next((place for place in range(at, self._limit) if self.line.norms[place] in ";:"), self._limit)
        if self.line.word(at) in ("and", "or", "who", "which", "where", "that", "as") or self._is_continued(at, stop):
            return False
        if "ing" in forms(self.line.word(at)) or self.line.word(at) == "not":
            return False
        found = predicate(self.line, at, stop)
        if found is None or self._is_listed(at, found.group.start):
            return False
        return found.is_strong or found.group.form in ("past", "third")

    def _is_listed(self, at: int, verb: int) -> bool:
        """Say whether a list goes on at `at` in front of the subject: "In setting size, (pace) and end, the Board"."""
        if opens_noun(self.line, at):
            return False
        later = next((place + 1 for place in range(at, verb) if self.line.norms[place] == ","), 0)
        return later > 0 and (self.line.word(later) in ("and", "or") or opens_noun(self.line, later))

    def _is_continued(self, at: int, stop: int) -> bool:
        """Say whether a verb goes on at `at`, or behind a phrase between commas: "prices, over time, (are) low"."""
        if self.line.word(at) in lists.NOT_IN_SUBJECT:
            at = next((place + 1 for place in range(at, stop) if self.line.norms[place] == ","), at)
        return self.line.word(at) in lists.ALL_AUXILIARIES

    def _participle(self, at: int) -> int:
        """Read a participle in front of a subject, or as a whole paragraph; return where it ends."""
        line = self.line
        group = self._participle_group(at)
        if group is None:
            return 0
        is_preamble = line.norms[-1] == "," and at == 0  # "Stressing the terms signed in Lisk," has no main clause
        end = self._limit if is_preamble else self._behind_comma(group.end - 1)
        if not end:
            if at == 0 or self._waiting:
                is_preamble = line.norms[-1] in (",", ";")  # "Recalling the limits placed on trade,"
                may_be_subject = group.voice == "active" and not (is_preamble or self._waiting)
                if may_be_subject and predicate(line, at, self._limit):
                    return 0  # "Closing the port would harm the families"
                end = self._limit
            else:
                return 0
        draft = Draft(group)
        self.drafts.append(draft)
        self._waiting.append(draft)
        self._open.append(draft)
        stop = self._body(draft, group.end, end)
        return max(stop, end)

    def _participle_group(self, at: int) -> Group | None:
        line, place = self.line, at
        negations: tuple[Range, ...] = ()
        while place < self._limit and (is_adverb(line.norms[place]) or line.norms[place] == "not"):
            if line.norms[place] == "not":
                negations += ((place, place + 1),)
            place += 1
        norm = line.word(place)
        follows = line.word(place + 1)
        if norm in lists.MINDS and (follows in lists.MIND_PREPOSITIONS):
            group = Group(at, place + 2, ((place, place + 2),), form="ing", voice="mind", verb=place)
            if follows == "that":
                group.act, group.end = ((place, place + 1),), place + 1
        elif "ing" in forms(norm) and norm not in ("assuming", "providing", "supposing", "depending", "being"):
            found = read_group(line, place, self._limit, "" if norm == "having" else "ing")
            if found is None:
                return None
            group = found
        elif norm.endswith("ed") and follows in ("by", "with", "in") and place == at and at == 0:
            group = Group(at, place + 1, ((place, place + 1),), form="ing", voice="passive", verb=place)
        elif norm.endswith("ed") and follows == "," and at == 0 and norm not in lists.NO_PAST:
            group = Group(at, place + 1, ((place, place + 1),), form="ing", voice="mind", verb=place)
        else:
            return None
        group.form = "ing"
        group.start = at
        group.negation += negations
        group.adverbs += tuple(
            [spot for spot in range(at, place) if is_adverb(line.norms[spot]) and line.norms[spot] != "not"]
        )
        return group
