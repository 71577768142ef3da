"""Walk over a sentence and cut it into drafts of clauses: a subject, a group of verbs, and how far the verb governs.

The ugly case: "The Chair said that Ostrel had replied, and thanked its envoy": the second verb is the Chair's again,
while in "demands that Ostrel free the crew and pay" it is Ostrel's.
"""

from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import PREPOSITIONS, SAYING_VERBS
from stmtdiff.saying.forms import base_of, forms, is_adverb, opens_noun
from stmtdiff.saying.fronts import Draft
from stmtdiff.saying.line import Range, by_opening
from stmtdiff.saying.openings import Openings
from stmtdiff.saying.phrases import CLAUSAL, Phrase, phrase_at
from stmtdiff.saying.subjects import describes, predicate
from stmtdiff.saying.verbs import Group, can_begin, read_group

_MARKS = frozenset(",;")
_BUT = by_opening(("but one", "but two", "but also", "but not"))  # they open no clause
# What only a verb has behind it, and no noun or adjective: "(and thanked) for".
_PAST_AUXILIARIES = ("was", "were", "had", "did", "didn't", "wasn't", "weren't")
_PLURAL_AUXILIARIES = ("are", "have", "do", "aren't", "haven't", "don't")
_BEHIND_VERBS = ("that", "to", "whether", ".", ",", "for", "of", "with", "by")
_NEAR = 8  # words from a comma within which a verb of telling opens a clause behind it
_JOINING = frozenset({"and", "or", "but", "nor", "then", "also"})


class Walk(Openings):
    """One pass over a sentence, from left to right; `drafts` are in the order of their acts at the end."""

    def _body(self, draft: Draft, at: int, limit: int) -> int:
        """Read on behind a verb to where its clause ends; return where the next clause begins."""
        line = self.line
        begin, place = at, at
        draft.object = (begin, limit)
        if self._has_hidden_that(draft, at, limit):
            draft.object = (begin, begin)
            return self._sub(at, limit, bare=False, told=True)
        while place < limit:
            norm = line.norms[place]
            if norm == "that" and (bare := self._that(draft, begin, place, limit)) is not None:
                draft.object = (begin, place)
                return self._sub(place + 1, limit, bare=bare, told=True)
            if norm == "whether" and place - begin <= 6 and line.word(place + 1) != "or":
                draft.object = (begin, place)
                return self._sub(place + 1, limit, bare=False, told=True)
            found = phrase_at(line, place, limit) if norm in CLAUSAL else None
            if found and found.is_clause:
                place = self._skip(found.last, limit, place)
                continue
            if norm in lists.CLAUSE_OPENERS and (end := self._opener(draft, begin, place, limit)) is not None:
                return end
            if norm in _MARKS or norm in ("and", "or", "-"):
                end = self._boundary(draft, begin, place, limit)
                if end is not None:
                    return end
            if norm == ":" and self._tells(place + 1, limit):
                draft.object = (begin, place)
                return place + 1
            place += 1
        return limit

    def _skip(self, last: int, limit: int, at: int) -> int:
        return max(min(last, limit), at + 1)

    def _sub(self, at: int, limit: int, *, bare: bool, told: bool) -> int:
        if limit < self._limit:
            outer, self._limit = self._limit, limit
            waiting, self._waiting = self._waiting, []
            end = at
            while end < limit:
                self._told = told
                end = self._clause(end, [], bare=bare)
            self._limit, self._waiting = outer, waiting + self._waiting
            return end
        self._told = told
        waiting, self._waiting = self._waiting, []
        end = self._clause(at, [], bare=bare)
        self._waiting = waiting + self._waiting
        return end

    def _beside(self, at: int, limit: int, draft: Draft) -> int:
        """Read a clause that is joined to another one: what is joined to what is told is told as well."""
        if limit < self._limit:
            return self._sub(at, limit, bare=False, told=draft.is_told)
        self._told = draft.is_told and self.line.norms[at - 1] != ";"
        return at

    def _tells(self, at: int, limit: int) -> bool:
        if at not in self.line.quoted and self.line.named[at : at + 1] != (True,):
            return False
        return predicate(self.line, at, limit) is not None

    def _has_hidden_that(self, draft: Draft, at: int, limit: int) -> bool:
        verb = self.line.norms[draft.group.verb]
        if verb not in lists.TELLING_VERBS or draft.group.voice == "passive" or at >= limit:
            return False
        if (
            self.line.norms[at] in ("that", "to", ",", ":")
            or len(draft.group.act) > 1
            or draft.group.end - draft.group.verb > 1
        ):
            return False
        stop = next((place for place in range(at, limit) if self.line.norms[place] in (",", ";", ":", "that")), limit)
        found = predicate(self.line, at, stop)
        return found is not None and found.is_strong and found.group.end > at + 1

    def _that(self, draft: Draft, begin: int, at: int, limit: int) -> bool | None:
        """Say whether the clause with "that" at `at` may have a bare verb; None where it is no clause of its own."""
        line = self.line
        first = at
        while first > begin and is_adverb(line.norms[first - 1]):
            first -= 1
        before = line.norms[at - 1]
        base = base_of(line.norms[draft.group.verb])
        is_governed = first == begin or before in (",", "and", "or") or before in lists.CONTENT_NOUNS
        is_verb_before = bool(forms(before) & {"base", "ing", "past"}) and before not in lists.CONTENT_NOUNS
        if not (is_governed or is_verb_before or base in lists.INFORMING_VERBS or draft.group.voice == "copula"):
            return None
        if read_group(line, at + 1, limit) and not self._is_front(at + 1):
            return None
        bare = base in lists.DEMANDING or draft.bare
        place = at + 1
        if line.word(place) == "," or phrase_at(line, place, limit, in_front=True):
            return bare
        found = predicate(line, place, limit, bare=bare)
        return bare if found else None

    def _is_front(self, at: int) -> bool:
        return self.line.norms[at] in ("should", "had") or bool(phrase_at(self.line, at, self._limit, in_front=True))

    def _opener(self, draft: Draft, begin: int, at: int, limit: int) -> int | None:
        """Return where a clause with "while", "but", "because" begins, None where none does."""
        line = self.line
        joined = read_group(line, at + 1, limit) if line.norms[at] in ("but", "nor") else None
        owner = self._owner(joined, at, limit) if joined and joined.form != "ing" else None
        if line.longest(at, _BUT) and owner is None:
            return None
        end = at - 1 if line.norms[at - 1] in _MARKS else at
        if "ing" in forms(line.word(at + 1)):
            group = self._participle_group(at + 1)
            if group and line.norms[at] in ("while", "although", "though"):
                draft.object = (begin, end)
                return self._joined(group, draft, limit)
        if line.norms[at] == "nor" and self._inverted(at):
            draft.object = (begin, end)
            return at
        if joined and owner:
            draft.object = (begin, end)
            if line.norms[at] == "nor":
                joined.negation = ((at, at + 1),)
            return self._joined(joined, owner, limit)
        fronts: list[Phrase] = []
        if predicate(line, at + 1, limit) or self._phrase(at + 1, fronts):
            draft.object = (begin, end)
            return self._beside(at, limit, draft)
        return None

    def _boundary(self, draft: Draft, begin: int, at: int, limit: int) -> int | None:
        """Return where the next clause begins if the mark or "and" at `at` ends this one, None where it goes on."""
        line = self.line
        place = at
        while place < limit and (
            line.norms[place] in _MARKS or line.norms[place] in _JOINING or line.norms[place] == "-"
        ):
            place += 1
        if place >= limit:
            return None
        has_mark = line.norms[at] in _MARKS
        has_and = any(norm in _JOINING for norm in line.norms[at:place])
        norm = line.norms[place]
        if norm in ("who", "which", "where") and has_mark:
            meant = self._before(begin, at, draft)
            draft.object = (begin, at)
            end = self._relative(place, limit, meant)
            if end:
                return self._body(self.drafts[-1], end, limit) if self.drafts[-1].object[0] >= end else end
            return None
        if norm == "that" and has_and and self._that(draft, begin, place, limit) is not None and len(self._open) > 1:
            draft.object = (begin, at)
            return self._sub(place + 1, limit, bare=draft.bare, told=True)
        return self._next_verb(draft, begin, at, place, limit, has_mark, has_and)

    def _before(self, begin: int, at: int, draft: Draft) -> Range:
        """Return what a relative clause behind the comma at `at` is about."""
        if begin >= at:
            return draft.subject or (begin, at)
        return begin, at

    def _next_verb(
        self, draft: Draft, begin: int, at: int, place: int, limit: int, has_mark: bool, has_and: bool
    ) -> int | None:
        line = self.line
        ing = self._participle_group(place)
        if ing and has_mark and self._is_beside_opening(ing, draft):
            draft.object = (begin, at)
            return self._joined(ing, self._open[0], limit)
        if ing and ing.verb >= 0 and (has_mark or draft.group.form == "ing"):
            is_noun = line.word(ing.end) in (",", ";", "and", "or")  # "innovation, financing, and trade"
            is_listed = (draft.group.form == "ing" or not has_and) and not is_noun
            is_adjective = line.norms[ing.verb] in lists.ADJECTIVES and describes(line.norms[at - 1])  # "fair, lasting"
            if is_listed and not is_adjective and not self._is_gerund(draft, begin):
                draft.object = (begin, at)
                return self._joined(ing, draft, limit)
        if ing and has_and and line.norms[-1] in _MARKS and self._open[0].group.form == "ing":
            draft.object = (begin, at)  # of a preamble: "Noting that the work goes on and looking forward to"
            return self._joined(ing, self._open[0], limit)
        is_quoted = any(spot in line.quoted for spot in range(at, place + 1))
        if has_mark and is_quoted and self._inverted(place):
            draft.object = (begin, at)
            return place
        group = read_group(line, place, limit)
        if group and group.form != "ing" and (has_and or has_mark) and (owner := self._owner(group, at, limit)):
            draft.object = (begin, at)
            return self._joined(group, owner, limit)
        if has_mark and (is_quoted or not has_and) and self._inverted(place):
            draft.object = (begin, at)
            return place
        if not self._may_open(at, place, limit, has_mark, has_and, is_quoted):
            return None
        found = predicate(line, place, limit)
        if found and self._opens_clause(found.is_strong, at, place, has_mark, has_and, is_quoted, found.group):
            draft.object = (begin, at)
            return self._beside(place, limit, draft)
        return None

    def _is_beside_opening(self, group: Group, draft: Draft) -> bool:
        """Say whether a participle goes on with the one that opened the sentence: "Noting that trade grew, urging"."""
        opening = self._open[0] if self._open else draft
        if opening.group.form != "ing" or opening.subject is not None or not draft.is_told or group.verb < 0:
            return False
        is_saying = base_of(self.line.norms[draft.group.verb]) in SAYING_VERBS  # "that the envoy agreed, urging"
        return base_of(self.line.norms[group.verb]) in SAYING_VERBS and not is_saying

    def _is_gerund(self, draft: Draft, begin: int) -> bool:
        """Say whether a list of gerunds goes on: "ways of raising money and of sharing it"."""
        return "ing" in forms(self.line.word(begin)) and draft.group.form != "ing"

    def _may_open(self, at: int, place: int, limit: int, has_mark: bool, has_and: bool, is_quoted: bool) -> bool:
        """Say whether `_opens_clause` could hold, before a verb is looked for: most commas part the members of a list.

        The verb stands in front of the next comma and, behind a comma alone, is near and one of telling.
        """
        norms = self.line.norms
        if norms[at] == ";" or is_quoted:
            return True
        if has_mark and not has_and and not (self._open and self._open[-1].is_subordinate):
            return not lists.TELLING_VERBS.isdisjoint(norms[place : min(limit, place + _NEAR)])
        stop = norms.index(",", place, limit) if "," in norms[place:limit] else limit
        return any(map(can_begin, norms[place + 1 : stop]))

    def _opens_clause(
        self,
        strong: bool,
        at: int,
        place: int,
        has_mark: bool,
        has_and: bool,
        is_quoted: bool,
        group: Group,
    ) -> bool:
        line = self.line
        is_telling = line.norms[group.verb] in lists.TELLING_VERBS if group.verb >= 0 else False
        if line.norms[at] == ";" or is_quoted:
            return True
        subject_is_short = not any(norm == "," for norm in line.norms[place : group.start])
        if has_mark and has_and:
            return strong and subject_is_short
        if has_mark and self._open and self._open[-1].is_subordinate and strong and subject_is_short:
            return True
        if has_mark:
            return strong and is_telling and subject_is_short and group.end - place < _NEAR
        is_speaking = (
            line.norms[group.start - 1] in lists.ALL_SPEAKING
            or line.norms[group.start - 1] in lists.ANY_PRONOUN
            or line.named[group.start - 1]
        )
        is_listed = not opens_noun(line, place) and any(
            line.norms[spot] == "and" and opens_noun(line, spot + 1) for spot in range(place, group.start)
        )  # "a free (and calm coast) and President Orr spoke"
        is_alone = subject_is_short and not is_listed and line.norms[place] not in lists.NOT_IN_SUBJECT
        return has_and and strong and is_alone and is_speaking and line.norms[at] != "or"

    def _owner(self, group: Group, at: int, limit: int) -> Draft | None:
        """Return the open clause that a verb joined to it continues, None where the word is no such verb."""
        if group.form in ("past", "third", "base") and not self._goes_on(group, limit):
            return None
        if group.form == "base" and self._is_in_infinitives(at):
            return None
        candidates = [one for one in self._open if self._is_alike(one, group) or self._is_later(one, group, at)]
        if not candidates:
            return None
        return candidates[0] if self.line.norms[at] in _MARKS and len(candidates) > 1 else candidates[-1]

    def _is_in_infinitives(self, at: int) -> bool:
        """Say whether the mark at `at` goes on with a row of infinitives: "the right to watch, (guide) and judge"."""
        line = self.line
        while at > 1 and (line.norms[at - 1] in _MARKS or line.norms[at - 1] in _JOINING):
            at -= 1
        while at > 1 and "base" in forms(line.norms[at - 1]):
            if line.norms[at - 2] == "to":
                return True
            at -= 2
            if line.norms[at] not in _MARKS and line.norms[at] not in _JOINING:
                return False
        return False

    def _is_later(self, one: Draft, group: Group, at: int) -> bool:
        """Say whether a verb of telling goes on in another tense: "decided to wait (and expects that)"."""
        line, others = self.line, ("third", "base") if group.form == "past" else ("past",)
        is_telling = base_of(line.norms[group.verb]) in SAYING_VERBS and line.norms[at] in ("and", "but")
        if not is_telling or group.form not in ("past", "third") or one.group.form not in others:
            return False
        return line.word(group.end) in ("that", "to") or opens_noun(line, group.end)

    def _goes_on(self, group: Group, limit: int) -> bool:
        """Say whether a word without an auxiliary is a verb where it stands, told by what it governs."""
        line, follows = self.line, self.line.word(group.end)
        verb = line.norms[group.verb]
        if group.form == "third" and base_of(verb) in SAYING_VERBS - lists.NOUNS_OF_SAYING:
            return True  # "Welcomes the plan, (encourages) further work"
        if group.form == "past" and "participle" in forms(verb) and follows in ("by", "in", "at"):
            return any(one.group.form == "aux" and one.group.voice == "passive" for one in self._open)
        if group.form == "base" and follows in (",", "and", "or") and describes(verb):
            return False  # "prosperous, secure, and free"
        if group.form == "base" and verb in lists.FEELINGS and line.word(group.verb + 1) in PREPOSITIONS:
            return False  # "regard for the law and respect for others"
        if opens_noun(line, group.end) or follows in _BEHIND_VERBS or group.end >= limit:
            return True
        if len(group.act) > 1 or group.end - group.verb > 1 or group.adverbs:
            return True
        if follows in ("and", "or") and group.form in forms(line.word(group.end + 1)):
            return True  # "welcomed, supported and encouraged"
        if group.form == "base" and line.norms[group.start - 2 : group.start] == (",", "and"):
            return verb in SAYING_VERBS and follows.endswith("s")  # "welcome the truce, and urge donors to give"
        is_joined = line.norms[group.start - 1] in ("and", "but") and group.form != "base"
        if is_joined and base_of(verb) in SAYING_VERBS:
            return True  # "and noted efforts to bring about"
        return is_joined and "base" in forms(base_of(verb)) and not follows.endswith("s")

    def _is_alike(self, one: Draft, group: Group) -> bool:
        form, other = group.form, one.group.form
        if other == "ing":
            return False
        if form in ("modal", "aux"):
            return True
        if form == "past":
            if (
                "participle" in forms(self.line.norms[group.verb])
                and other in ("aux", "modal")
                and one.group.voice in ("passive", "active")
            ):
                return one.group.act[0][0] > 0 and "participle" in forms(self.line.norms[one.group.verb])
            return other == "past" or (other == "aux" and one.group.auxiliary in _PAST_AUXILIARIES)
        if form == "base":
            return (
                other in ("modal", "base")
                or one.bare
                or (other == "aux" and one.group.auxiliary in _PLURAL_AUXILIARIES)
            )
        return other in ("third", "modal") or (other == "aux" and one.group.auxiliary not in _PAST_AUXILIARIES)

    def _joined(self, group: Group, owner: Draft, limit: int) -> int:
        """Add a verb under the subject of `owner`, with the modal and the denial that hold for both."""
        draft = Draft(group, owner.subject, owner.meant, bare=owner.bare, is_told=owner.is_told)
        if group.form in ("past", "base") and owner.group.form in ("aux", "modal") and group.form != "modal":
            group.modal = group.modal or owner.group.modal
            group.negation = group.negation or tuple(
                [one for one in owner.group.negation if one[1] <= owner.group.verb]
            )
            if owner.group.voice == "passive" and "participle" in forms(self.line.norms[group.verb]):
                group.voice = "passive"
            group.form = owner.group.form
        draft.fronts = [one for one in owner.fronts if one.kind == "time"]
        while self._open and self._open[-1] is not owner:
            self._open.pop()
        self.drafts.append(draft)
        self._open.append(draft)
        if owner in self._waiting or (owner.group.form == "ing" and owner.subject is None):
            self._waiting.append(draft)
        return self._body(draft, group.end, limit)
