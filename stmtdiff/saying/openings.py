"""Read a subject with its verb, in whatever order they stand.

The ugly case: "At no time did the Council agree" and "said the envoy" have the subject after the verb, and "Demands
that the crew be freed" has none.
"""

from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import LISTING, MEETINGS, POSSESSIVES, SAYING_VERBS
from stmtdiff.saying.forms import base_of, forms, is_adverb, opens_noun
from stmtdiff.saying.fronts import Draft, Fronts
from stmtdiff.saying.line import Range, by_opening
from stmtdiff.saying.phrases import Phrase, clause_end, phrase_at
from stmtdiff.saying.subjects import describes, predicate
from stmtdiff.saying.verbs import read_group

_MARKS = frozenset(",;")
# In front of an auxiliary and its subject: "(at no time) did the Council agree".
_DENYING = by_opening(("at no time", "never", "nor", "neither", "under no circumstances"))


class Openings(Fronts):
    """The part of a pass that finds the subject and the verb of a clause."""

    def _clause(self, at: int, fronts: list[Phrase], *, bare: bool = False) -> int:
        """Read the clause that begins at `at`, and what hangs on it; return where the next one begins."""
        line = self.line
        told, self._told = self._told, False
        at = self._front(at, fronts)
        told, self._told = told or self._told, False
        if at >= self._limit:
            return self._limit
        quoted, at = self._quotation(at)
        draft = (
            self._inverted(at) or self._operative(at) or self._with_subject(at, bare) or self._operative(at, last=True)
        )
        if draft is None:
            return clause_end(line, at + 1, self._limit) + 1 if at + 1 < self._limit else self._limit
        draft.fronts += fronts
        draft.is_subordinate, self._subordinate = self._subordinate, False
        draft.is_told = told
        for waiting in self._waiting:
            waiting.subject = draft.subject
        self._waiting.clear()
        self.drafts.append(draft)
        self._open.append(draft)
        end = self._body(draft, draft.group.end, self._limit)
        if draft.object[0] >= draft.object[1]:
            draft.object = quoted
        return end

    def _quotation(self, at: int) -> tuple[Range, int]:
        """Return a quotation without a verb that opens at `at`, and where whoever says it begins behind the comma.

        "“Restraint and calm,” the ministers urged"; what has a verb is a clause of its own.
        """
        line = self.line
        if at not in line.quoted:
            return (at, at), at
        ends = (place for place in range(at + 1, self._limit - 1) if line.norms[place] == ",")
        close = next((place for place in ends if place in line.quoted or place + 1 in line.quoted), 0)
        if not close or predicate(line, at, close) or read_group(line, at, close):
            return (at, at), at
        return (at, close), close + 1

    def _with_subject(self, at: int, bare: bool) -> Draft | None:
        found = predicate(self.line, at, self._limit, bare=bare)
        if found is None:
            return None
        first_aside = min((aside[0] for aside in found.asides), default=found.group.start)
        subject = (at, min(first_aside, found.group.start))
        if self.line.norms[at] in lists.LEADING and self.line.norms[subject[1] - 1] in lists.PERSONAL:
            subject = (subject[1] - 1, subject[1])  # "In this light (we) decided"
        draft = Draft(found.group, bare=bare)
        draft.subject = self._without_phrases(subject, draft.fronts)
        self._turn(draft)
        known = list(self._open)
        for first, last in found.asides:
            self._aside(draft, first, last)
        self._open = known
        return draft

    def _turn(self, draft: Draft) -> None:
        """Turn a clause whose real subject stands behind "were": "Voting against were", "Among those present was"."""
        line, group = self.line, draft.group
        behind = group.end + (line.word(group.end) == ":")  # "Voting against were: Ada Lund and"
        if draft.subject is None or group.voice != "copula" or not opens_noun(line, behind):
            return
        first, last = draft.subject
        if last - first == 1 and line.norms[first].endswith("ed"):  # "Also discussed was"
            group.act, group.voice = ((first, last),), "passive"
            draft.subject = (behind, self._limit)
            group.end = self._limit
            return
        if line.norms[first] not in lists.NOT_IN_SUBJECT and "ing" not in forms(line.norms[first]):
            return
        if line.word(first + 1) not in lists.NOT_IN_SUBJECT and line.word(first + 1) not in ("those", "them"):
            return
        end = next((place for place in range(behind, self._limit) if self._ends_subject(place)), self._limit)
        if "ing" in forms(line.norms[first]):
            group.act, group.voice = ((first, first + 2),), "active"
            draft.object = (first + 2, last)
        draft.subject, group.end = (behind, end), end

    def _ends_subject(self, at: int) -> bool:
        return self.line.norms[at] == "," and self.line.word(at + 1) in ("who", "which", "while", "because", "but")

    def _without_phrases(self, subject: Range, fronts: list[Phrase]) -> Range:
        """Return a subject without a time, a condition or a "for whom" between commas behind it, or its meeting."""
        first, last = subject
        for at in range(first + 1, last):
            if self._is_at_meeting(at, last):
                return first, at - (self.line.norms[at - 1] == ",")
            if self.line.norms[at - 1] == ",":
                found = phrase_at(self.line, at, last, in_front=True)
                if found and found.kind in ("time", "condition", "nothing") and found.last >= last - 1:
                    fronts.append(found)
                    return first, at - 1
        return subject

    def _is_at_meeting(self, at: int, last: int) -> bool:
        """Say whether the rest of a subject tells at which meeting it acted: "the Council (at its last session)"."""
        line = self.line
        is_own = line.norms[at] in lists.TIME_PREPOSITIONS and line.word(at + 1) in POSSESSIVES
        return is_own and line.norms[last - 1 - (line.norms[last - 1] == ",")] in MEETINGS

    def _aside(self, outer: Draft, first: int, last: int) -> None:
        """Read a clause between commas inside a subject."""
        line = self.line
        if line.norms[first] in ("who", "which", "where"):
            self._relative(first, last, outer.subject)
        elif group := self._participle_group(first):
            draft = Draft(group, outer.subject)
            self.drafts.append(draft)
            self._open = [draft]
            self._body(draft, group.end, last)

    def _relative(self, at: int, limit: int, meant: Range | None) -> int:
        """Read a clause with "who", "which" or "where"; return where its verb ends, 0 where it has none."""
        line = self.line
        if line.norms[at] != "where" and (group := read_group(line, at + 1, limit)) and group.form != "ing":
            draft = Draft(group, (at, at + 1), meant, object=(group.end, limit))
        elif found := predicate(line, at + 1, limit):
            group = found.group
            draft = Draft(group, (at + 1, group.start), object=(group.end, limit))
            if line.norms[at] != "where" and all(is_adverb(norm) for norm in line.norms[group.end : limit]):
                group.adverbs += tuple(range(group.end, limit))
                draft.object = (at, at + 1)
        else:
            return 0
        self.drafts.append(draft)
        self._open.append(draft)
        return draft.group.end

    def _inverted(self, at: int) -> Draft | None:
        """Read a clause whose subject stands behind the auxiliary or a verb of telling."""
        line, norm = self.line, self.line.norms[at]
        negations: tuple[Range, ...] = ()
        place = at
        if end := line.longest(at, _DENYING):
            negations = ((at, end),)
            place = end
        norm = line.word(place)
        is_aux = norm in lists.ALL_AUXILIARIES
        if is_aux and place < self._limit:
            wanted = "base" if norm in lists.DOING or norm not in lists.HAVING else "participle"
            for spot in range(place + 2, min(place + 9, self._limit)):
                group = read_group(line, spot, self._limit, wanted)
                if group and group.start == spot and not opens_noun(line, spot) and self._may_follow(spot, wanted):
                    group.negation = negations + group.negation
                    group.form = "aux"
                    if norm not in lists.DOING and norm not in lists.HAVING:
                        group.modal = ((place, place + 1),)
                    return Draft(group, (place + 1, spot))
        if norm in lists.TELLING_VERBS and at > 0 and opens_noun(line, at + 1) and "base" not in forms(norm):
            group_ = read_group(line, at, self._limit)
            if group_:
                end = next(
                    (spot for spot in range(at + 1, self._limit) if line.norms[spot] in _MARKS or spot in line.quoted),
                    self._limit,
                )
                draft = Draft(group_, (at + 1, end))
                group_.end = end
                return draft
        return None

    def _may_follow(self, at: int, wanted: str) -> bool:
        """Say whether the verb of a turned clause stands at `at`, and no noun behind its article."""
        before = self.line.norms[at - 1]
        return wanted in forms(self.line.norms[at]) and before not in lists.BEFORE_NOUNS and not describes(before)

    def _operative(self, at: int, *, last: bool = False) -> Draft | None:
        """Read a verb whose subject stands above: "Demands that"; the `last` guess takes any verb."""
        group = read_group(self.line, at, self._limit)
        if group is None or group.form not in ("third", "past", "base"):
            return None
        base = base_of(self.line.norms[group.verb])
        is_saying = base in SAYING_VERBS - lists.NOUNS_OF_SAYING and self.line.word(group.verb + 1) != "of"
        behind = group.end  # of "also", as in "Welcomes also the progress made"
        while is_adverb(self.line.word(behind)) and behind < self._limit:
            behind += 1
        if base in SAYING_VERBS and self.line.word(behind) == ",":  # "Commends, in this context, the forces"
            close = next((place for place in range(behind + 1, self._limit) if self.line.norms[place] == ","), 0)
            behind = close + 1 if close else behind
        follows = self.line.word(behind)
        if group.form == "base" and follows in LISTING and describes(self.line.norms[group.verb]):
            return None  # "Complete, verifiable and final closure"
        is_sure = (
            group.form == "third"
            and not self._open
            and (
                is_saying
                or opens_noun(self.line, behind)
                or follows in ("that", "to")
                or self.line.norms[group.end - 1] in ("upon", "on")
                or follows in lists.FEELINGS
                or follows in lists.STRENGTH
                or ((found := phrase_at(self.line, group.end, self._limit)) is not None and found.kind == "strength")
            )
        )
        return Draft(group) if is_sure or last else None
