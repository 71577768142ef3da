"""Eighty red lines and pairs of wordings: no line that fell passes, and none that stands is told to have fallen.

All texts are fiction: Ostrel, Brevia, the Isles and their forum do not exist. Each row says what a desk would want.
"""

import json
from pathlib import Path

import pytest
from support.verdicts import judged, kinds


def entry(kind: str, **keys: object) -> str:
    """Return a policy with one entry, in the newest schema."""
    lines = [f"{name} = {json.dumps(value)}" for name, value in {"id": "line", "message": "m", **keys}.items()]
    return "\n".join(['schema = "stmtdiff-policy/2"', f"[[{kind}]]", *lines]) + "\n"


def watch(phrase: str, **keys: object) -> str:
    return entry("watch", phrase=phrase, **keys)


def ladder(*rungs: str, **keys: object) -> str:
    return entry("ladder", rungs=rungs, **keys)


def forbid(phrase: str, example: str = "It recognises the annexation.") -> str:
    return entry("forbid", phrase=phrase) + f'fires = [{{ old = "It met.", new = "{example}" }}]\n'


CLOSURE = watch("complete closure of the mine")
CONCERN = ladder("concern", "(serious|deep) concern", "grave concern", topic="missile tests")
CLAIM = "recogni* the annexation"
LAW = {"phrase": "law of the sea", "speakers": ["Ministers"]}
NOTE = "The Panel met. The toll is 5 crowns.*\n\n* Ostrel objects to the toll."

WATCHED = {
    "a weaker act": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council noted the complete closure of the mine.",
        ["weaker act"],
    ),
    "a weaker act, passive": (
        CLOSURE,
        "The complete closure of the mine was demanded by the Council.",
        "The complete closure of the mine was noted by the Council.",
        ["weaker act"],
    ),
    "an act as strong": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council urged the complete closure of the mine.",
        [],
    ),
    "a firmer act": (
        CLOSURE,
        "The Council noted the complete closure of the mine.",
        "The Council demanded the complete closure of the mine.",
        [],
    ),
    "a word of strength less": (
        CLOSURE,
        "The Council strongly urged the complete closure of the mine.",
        "The Council urged the complete closure of the mine.",
        ["weaker act"],
    ),
    "blame became praise": (
        watch("raid on the harbour"),
        "The Council condemned the raid on the harbour.",
        "The Council welcomed the raid on the harbour.",
        ["other act"],
    ),
    "an act that is denied": (
        CLOSURE,
        "The Council supports the complete closure of the mine.",
        "The Council does not support the complete closure of the mine.",
        ["other act"],
    ),
    "a denial that went": (
        watch("annexation of the Isles"),
        "The Council does not recognise the annexation of the Isles.",
        "The Council recognises the annexation of the Isles.",
        ["other act"],
    ),
    "a denial in other words": (
        watch("annexation of the Isles"),
        "The Council does not recognise the annexation of the Isles.",
        "The Council will never recognise the annexation of the Isles.",
        [],
    ),
    "another object of the verb": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council called for talks on the complete closure of the mine.",
        [],
    ),
    "an item of a list": (
        CLOSURE,
        "The Council demands:\n\n(a) the complete closure of the mine;\n\n(b) talks.",
        "The Council notes:\n\n(a) the complete closure of the mine;\n\n(b) talks.",
        ["weaker act"],
    ),
    "somebody else, told by who opens": (
        CLOSURE,
        "The Ministers called for the complete closure of the mine.",
        "Some Ministers called for the complete closure of the mine.",
        ["other speaker"],
    ),
    "the same words": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council met. The Council called for the complete closure of the mine.",
        [],
    ),
    "a word left out": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council called for the closure of the mine.",
        ["altered"],
    ),
    "moved inside its paragraph": (
        watch("considerable while"),
        "The Board judged that low tolls will be right for a considerable while after the dredging ends. "
        "The Board expects to keep the toll well past the day on which the quay is full.",
        "The Board judged that low tolls remain right. "
        "The Board expects to keep the toll for a considerable while after the dredging ends, past the full quay.",
        ["moved"],
    ),
    "its sentence moved with it": (
        watch("considerable while"),
        "The Board will keep the toll for a considerable while after the dredging. Fish is cheap in all of Brevia.",
        "Fish is cheap in all of Brevia. The Board will keep the toll for a considerable while after the dredging.",
        [],
    ),
    "into a note": (
        watch("objects to the toll"),
        "Ostrel objects to the toll. The Panel met in Orlo.",
        "The Panel met in Orlo.*\n\n* Ostrel objects to the toll.",
        ["dropped"],
    ),
    "altered in a note": (watch("objects to the toll"), NOTE, NOTE.replace("objects to", "accepts"), ["altered"]),
    "kept in a note": (watch("objects to the toll"), NOTE, NOTE.replace("5 crowns", "6 crowns"), []),
    "members in another order": (
        watch("complete, verifiable and lasting"),
        "The Council called for the complete, verifiable and lasting closure.",
        "The Council called for the lasting, verifiable and complete closure.",
        ["altered"],
    ),
    "misspelt": (
        watch("complet closure"),
        "The Council called for the complete closure.",
        "The Council called for the complete closure.",
        ["unknown phrase"],
    ),
    "an act on no scale": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council sang of the complete closure of the mine.",
        [],
    ),
}
WATCHED |= {
    "a noun for the act": (
        CLOSURE,
        "Reaffirming its call for the complete closure of the mine,",
        "Recalling the complete closure of the mine,",
        ["weaker act"],
    ),
    "what others call for": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council took note of calls for the complete closure of the mine.",
        ["weaker act"],
    ),
    "what others are concerned at": (
        watch("grave concern"),
        "The Council expressed grave concern over the raids.",
        "The Council noted the grave concern of some Members over the raids.",
        ["weaker act"],
    ),
    "a longer object": (
        CLOSURE,
        "The Council called for the complete closure of the mine.",
        "The Council called on Ostrel to achieve the complete closure of the mine.",
        [],
    ),
    "a mind": (
        CLOSURE,
        "We are committed to the complete closure of the mine.",
        "We discussed the complete closure of the mine.",
        ["weaker act"],
    ),
    "a promise to do": (
        CLOSURE,
        "The Council will ensure the complete closure of the mine.",
        "The Council will consider the complete closure of the mine.",
        ["weaker act"],
    ),
    "a promise left open": (
        CLOSURE,
        "The Council will ensure the complete closure of the mine.",
        "The Council may ensure the complete closure of the mine.",
        ["weaker act"],
    ),
    "a duty of others": (
        CLOSURE,
        "Ostrel must achieve the complete closure of the mine.",
        "Ostrel should achieve the complete closure of the mine.",
        ["weaker act"],
    ),
    "no longer": (
        watch("sanctions on Ostrel"),
        "The Council will keep the sanctions on Ostrel.",
        "The Council will no longer keep the sanctions on Ostrel.",
        ["other act"],
    ),
    "two acts in a sentence": (
        CLOSURE,
        "The Council welcomed the talks and called for the complete closure of the mine.",
        "The Council called for talks and welcomed the complete closure of the mine.",
        ["weaker act"],
    ),
    "another act behind it": (
        CLOSURE,
        "1. The Council called for the complete closure of the mine.",
        "1. The Council called for the complete closure of the mine and noted the talks.",
        [],
    ),
    "one of two": (
        CLOSURE,
        "The Council called for the complete closure of the mine. It urged the complete closure of the mine by May.",
        "The Council called for the complete closure of the mine. It noted the complete closure of the mine by May.",
        ["weaker act"],
    ),
}
GUARDED = {
    "under an act that is wanted": (
        watch("complete closure", acts=["call* for|urge*"]),
        "The Council called for the complete closure of the mine.",
        "The Council urged the complete closure of the mine.",
        [],
    ),
    "no longer under it": (
        watch("complete closure", acts=["call* for|urge*"]),
        "The Council called for the complete closure of the mine.",
        "The Council supported the complete closure of the mine.",
        ["other act"],
    ),
    "under it and denied": (
        watch("complete closure", acts=["call* for"]),
        "The Council called for the complete closure of the mine.",
        "The Council did not call for the complete closure of the mine.",
        ["other act"],
    ),
    "never under it": (
        watch("complete closure", acts=["demand*"]),
        "The Council called for the complete closure of the mine.",
        "The Council called for the complete closure of the mine.",
        ["unknown phrase"],
    ),
    "said by who is wanted": (
        watch("complete closure", speakers=["Council|Ministers"]),
        "The Council called for the complete closure of the mine.",
        "The Ministers called for the complete closure of the mine.",
        [],
    ),
    "said by others": (
        watch("complete closure", speakers=["Council"]),
        "The Council called for the complete closure of the mine.",
        "Some Ministers called for the complete closure of the mine.",
        ["other speaker"],
    ),
    "of its object": (
        watch("grave concern", of="raids"),
        "The Council voiced grave concern over the raids, and Ministers voiced grave concern over tolls.",
        "The Council voiced grave concern over the raids, and Ministers voiced concern over tolls.",
        [],
    ),
    "of another object": (
        watch("grave concern", of="raids"),
        "The Council voiced grave concern over the raids.",
        "The Council voiced grave concern over the tolls.",
        ["other object"],
    ),
    "dropped of its object": (
        watch("grave concern", of="raids"),
        "The Council voiced grave concern over the raids. It voiced grave concern over tolls.",
        "The Council voiced concern over the raids. It voiced grave concern over tolls.",
        ["altered"],
    ),
}
LADDERS = {
    "a rung lower": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests.",
        "The Panel voiced deep concern over the missile tests.",
        ["below"],
    ),
    "as high": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests.",
        "The Panel voiced its grave concern at the missile tests.",
        [],
    ),
    "a stronger word beside it": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests. It voiced grave concern over the famine.",
        "The Panel voiced concern over the missile tests. It voiced grave concern over the famine.",
        ["below"],
    ),
    "the other one sank": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests. It voiced grave concern over the famine.",
        "The Panel voiced grave concern over the missile tests. It voiced concern over the famine.",
        [],
    ),
    "two speakers in a sentence": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests, and some Ministers noted the famine.",
        "The Panel noted the missile tests, and some Ministers voiced grave concern over the famine.",
        ["below"],
    ),
    "over them": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests.",
        "The Panel discussed the missile tests. It voiced grave concern over them.",
        [],
    ),
    "in this regard": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests.",
        "The Panel recalled the missile tests. It voiced its concern in this regard.",
        ["below"],
    ),
    "denied": (
        ladder("concern", "grave concern", topic="tests", floor="concern"),
        "The Panel voiced grave concern over the tests.",
        "The Panel voiced no concern over the tests.",
        ["below"],
    ),
    "not below its floor": (
        ladder("concern", "grave concern", topic="tests", floor="concern"),
        "The Panel voiced grave concern over the tests.",
        "The Panel voiced concern over the tests.",
        [],
    ),
    "a weaker act": (
        ladder("closure", "complete closure"),
        "The Panel demanded the complete closure of the mine.",
        "The Panel noted the complete closure of the mine.",
        ["weaker act"],
    ),
    "an act as strong": (
        ladder("closure", "complete closure"),
        "The Panel called for the complete closure of the mine.",
        "The Panel urged the complete closure of the mine.",
        [],
    ),
    "its topic is gone": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests.",
        "The Panel voiced grave concern over the famine.",
        ["below"],
    ),
}
LADDERS |= {
    "each rung denied on both sides": (
        ladder("concern", "grave concern", topic="tests"),
        "The Council voiced no concern over the tests.",
        "The Council voiced no concern over the tests.",
        [],
    ),
    "two rungs in a sentence": (
        CONCERN,
        "The Panel voiced grave concern about the famine and deep concern about the missile tests.",
        "The Panel voiced grave concern about the famine and concern about the missile tests.",
        ["below"],
    ),
    "the topic first": (
        CONCERN,
        "On the missile tests, Ministers voiced grave concern.",
        "On the missile tests, Ministers voiced concern.",
        ["below"],
    ),
    "the concern of others": (
        CONCERN,
        "The Panel voiced grave concern over the missile tests.",
        "The Panel took note of the grave concern of Brevia over the missile tests.",
        ["weaker act"],
    ),
}
FORBIDDEN = {
    "it stands": (
        forbid(CLAIM),
        "The Council met.",
        "The Council recognises the annexation of the Isles.",
        ["forbidden"],
    ),
    "denied": (forbid(CLAIM), "The Council met.", "The Council does not recognise the annexation of the Isles.", []),
    "refused": (forbid(CLAIM), "The Council met.", "The Council refuses to recognise the annexation of the Isles.", []),
    "by nobody": (forbid(CLAIM), "The Council met.", "No Member recognised the annexation of the Isles.", []),
    "asked not to": (
        forbid(CLAIM),
        "The Council met.",
        "The Council called on all not to recognise the annexation.",
        [],
    ),
    "not refused": (
        forbid(CLAIM),
        "The Council met.",
        "The Council did not refuse to recognise the annexation.",
        ["forbidden"],
    ),
    "not only": (
        forbid(CLAIM),
        "The Council met.",
        "The Council not only recognised the annexation but hailed it.",
        ["forbidden"],
    ),
    "the thing alone, denied": (
        forbid("annexation"),
        "The Council met.",
        "The Council does not recognise the annexation.",
        [],
    ),
    "not opposed": (
        forbid("annexation"),
        "The Council met.",
        "The Council does not oppose the annexation.",
        ["forbidden"],
    ),
    "not condemned": (
        forbid("annexation"),
        "The Council met.",
        "The Council did not condemn the annexation.",
        ["forbidden"],
    ),
    "denied by one, said by another": (
        forbid(CLAIM),
        "The Council met.",
        "The Council does not recognise the annexation, and some Ministers recognise the annexation.",
        ["forbidden"],
    ),
    "not all options": (
        forbid("all options remain on the table", "All options remain on the table."),
        "The Council met.",
        "Not all options remain on the table.",
        [],
    ),
    "all options": (
        forbid("all options (remain|are) on the table", "All options are on the table."),
        "The Council met.",
        "The Council noted that all options are on the table.",
        ["forbidden"],
    ),
}
FORCE, LIFT = forbid("use of force", "The use of force."), forbid("lift* the ban", "It lifts the ban.")
FORBIDDEN |= {
    "not accepted": (FORCE, "It met.", "The Council will not accept any use of force.", []),
    "no hesitation": (FORCE, "It met.", "The Council will not hesitate to endorse the use of force.", ["forbidden"]),
    "nobody fails": (FORCE, "It met.", "No Member will fail to support the use of force.", ["forbidden"]),
    "nothing permits": (FORCE, "It met.", "Nothing in this text permits the use of force.", []),
    "not before": (LIFT, "It met.", "The Council will lift the ban, and not before May.", ["forbidden"]),
    "a denial of others": (
        LIFT,
        "It met.",
        "Ostrel having not complied, the Council will lift the ban.",
        ["forbidden"],
    ),
    "a relative clause": (LIFT, "It met.", "The Council, which did not meet, will lift the ban.", ["forbidden"]),
}
OTHERS = {
    "required, by its speaker": (
        entry("require", **LAW),
        "The Ministers reaffirmed the law of the sea.",
        "The Ministers met. They reaffirmed the law of the sea.",
        [],
    ),
    "required, by another": (
        entry("require", **LAW),
        "The Ministers reaffirmed the law of the sea.",
        "Some Ministers reaffirmed the law of the sea.",
        ["other speaker"],
    ),
    "required, in a clause of another": (
        entry("require", **LAW),
        "The Ministers reaffirmed the law of the sea.",
        "The Ministers met, and Ostrel reaffirmed the law of the sea.",
        ["other speaker"],
    ),
    "required, in a note": (entry("require", phrase="objects to the toll"), NOTE, NOTE, []),
    "a topic in a note": (
        entry("topic", phrase="toll of Ostrel"),
        "The Panel met.*\n\n* Of the toll of Ostrel.",
        "The Panel met.*\n\n* Of the toll of Ostrel.",
        [],
    ),
    "softer, by its act": (
        entry("max", direction="softer", count=0),
        "The Council called for the closure of the mine.",
        "The Council noted the closure of the mine.",
        ["exceeded"],
    ),
    "softer, by its act, where no chosen pack knows acts": (
        'packs = ["climate"]\n' + entry("max", direction="softer", count=0),
        "The Council called for the closure of the mine.",
        "The Council noted the closure of the mine.",
        ["exceeded"],
    ),
    "firmer, by its act": (
        entry("max", direction="softer", count=0),
        "The Council noted the closure of the mine.",
        "The Council called for the closure of the mine.",
        [],
    ),
    "a topic that is gone": (
        entry("topic", phrase="famine"),
        "The Panel met. It noted the famine.",
        "The Panel met.",
        ["topic gone"],
    ),
}
TABLE = {
    f"{kind}: {name}": row
    for kind, rows in (("watch", WATCHED), ("guard", GUARDED), ("ladder", LADDERS), ("forbid", FORBIDDEN), ("", OTHERS))
    for name, row in rows.items()
}


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_a_red_line_is_told_to_have_fallen_where_it_fell_and_nowhere_else(
    row: tuple[str, str, str, list[str]], tmp_path: Path
):
    policy, old, new, found = row
    assert kinds(judged(tmp_path, policy, old, new)) == found


def test_the_table_is_as_long_as_it_says():
    assert len(TABLE) >= 80
