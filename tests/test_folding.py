"""What may be folded as routine, and what never is: who acts, when, how much, for or against whom."""

import pytest

import stmtdiff

TURNED = {
    "who attacked whom": ("Ostrel attacked Brevia in May.", "Brevia attacked Ostrel in May."),
    "what comes first": ("Peace comes before disarmament.", "Disarmament comes before peace."),
    "whose support for whom": (
        "The Meeting noted Brevia's support for Ostrel.",
        "The Meeting noted Ostrel's support for Brevia.",
    ),
    "two deeds in a list": (
        "The Panel praised Ostrel and blamed Brevia.",
        "The Panel praised Brevia and blamed Ostrel.",
    ),
    "to protect or be protected": ("The escorts must protect the port.", "The escorts must be protected by the port."),
    "active and passive of one agent's place": ("The towns shelled the fort.", "The towns were shelled by the fort."),
    "has done or is done": ("The Council has judged the claim.", "The Council is judged on the claim."),
    "against or with": ("The Forum stands against Ostrel.", "The Forum stands with Ostrel."),
    "voted for or against": ("Two members voted for the text.", "Two members voted against the text."),
    "by or after a year": ("The fleet will shrink by 2034.", "The fleet will shrink after 2034."),
    "by or from a year": ("The ban applies by 2034.", "The ban applies from 2034."),
    "until or from": ("The post stays until the vote.", "The post stays from the vote."),
    "before or after": ("The talks follow before the vote.", "The talks follow after the vote."),
    "until or to another year": ("Patrols go on to 2034.", "Patrols go on in 2034."),
    "a few or few": ("A few members paid their dues.", "Few members paid their dues."),
    "a little or little": ("The Panel saw a little progress.", "The Panel saw little progress."),
    "is to do or is doing": ("The ships are to report to the Panel.", "The ships are reporting to the Panel."),
    "only some or only this": ("Only ships may land in the bay.", "Ships may only land in the bay."),
    "how long or when": ("The post stays for three years.", "The post stays in three years."),
    "a rate or a sum": ("The levy is 5 crowns a day.", "The levy is 5 crowns."),
    "all or some are freed": ("Free the crews held in Orlo.", "Free crews held in Orlo."),
    "a degree": ("Members called for close ties.", "Members called for closer ties."),
    "who does it or what is done": ("The trainer left Orlo.", "The training left Orlo."),
    "police or policy": ("The Panel reviewed the police.", "The Panel reviewed the policy."),
    "part or party": ("The part was kept by Ostrel.", "The party was kept by Ostrel."),
    "ten or tens": ("Ten members paid their dues.", "Tens of members paid their dues."),
    "a dozen or dozens": ("A dozen members paid.", "Dozens of members paid."),
    "over or about": ("Over 10 ships left Orlo.", "About 10 ships left Orlo."),
    "another article of a treaty": ("Article 5 of the pact applies.", "Article 6 of the pact applies."),
    "another year that names a thing": ("The borders of 1967 stand.", "The borders of 1973 stand."),
    "a word kept away from": ("The “authorities” of Orlo agreed.", "The authorities of Orlo agreed."),
    "to or towards": ("Dues returned to the target.", "Dues returned towards the target."),
    "is doing or is done": ("The Board is prepared to act.", "The Board is preparing to act."),
    "attacks on or of somebody": ("The Panel noted the attacks on Ostrel.", "The Panel noted the attacks of Ostrel."),
    "support of or for somebody": ("It welcomed the support of Ostrel.", "It welcomed the support for Ostrel."),
    "and or in": ("The Panel discussed trade and energy.", "The Panel discussed trade in energy."),
    "one or several are left": ("Ostrel must leave the territory.", "Ostrel must leave the territories."),
    "a year or its decade": ("The pier was built in 2010.", "The pier was built in the 2010s."),
    "before a year or in it": ("The fleet will shrink before 2034.", "The fleet will shrink by 2034."),
    "before a month or in it": ("Members report before May 2034.", "Members report by May 2034."),
    "to or by an amount": ("Traffic fell to 3 percent.", "Traffic fell by 3 percent."),
    "under or over": ("The cost is under 5 million crowns.", "The cost is over 5 million crowns."),
    "because or although": (
        "The lights were lit because Ostrel asked.",
        "The lights were lit although Ostrel asked.",
    ),
    "and or but": ("Brevia came and Ostrel stayed away.", "Brevia came but Ostrel stayed away."),
    "our or their": ("We spoke of our duty to the fishers.", "We spoke of their duty to the fishers."),
    "is or was": ("The strait is a danger.", "The strait was a danger."),
    "its own or any": ("Ostrel withdrew its ships.", "Ostrel withdrew ships."),
    "the agent is named by": ("The raid was made with Ostrel.", "The raid was made by Ostrel."),
    "a per cent or a point": ("Dues grew by 3 per cent.", "Dues grew by 3 percentage points."),
    "below zero or above": ("The rate stands at -0.5 per cent.", "The rate stands at 0.5%."),
    "a range or a number": ("The levy is 2-3 crowns.", "The levy is 23 crowns."),
    "at least or at most": ("At least 5 per cent must go.", "At most 5% must go."),
    "some or nearly": ("Some 40 ships came.", "Nearly 40 ships came."),
    "another currency": ("Trade reached US$ 3 million.", "Trade reached €3 million."),
    "another measure": ("A zone of 12 km was set.", "A zone of 12 nautical miles was set."),
    "morning or afternoon": ("The vote begins at 2 a.m.", "The vote begins at 14:00."),
    "a longer range": ("The levy is 2 to 3 per cent.", "The levy is 2-4%."),
    "neither, or one of two": ("The port is neither safe nor open.", "The port is not safe and open."),
    "letters of another name": ("The European Union agreed.", "The EEU agreed."),
}  # fmt: skip

SAME = {
    "an article": ("The Meeting noted the progress made.", "The Meeting noted progress made."),
    "agreement": ("Fishing remain the main trade.", "Fishing remains the main trade."),
    "a light preposition": ("The Meeting voiced support to the pact.", "The Meeting voiced support for the pact."),
    "a relative": ("The Meeting noted steps which were slow.", "The Meeting noted steps that were slow."),
    "members of a list": ("Peace and trade in the bay grew.", "Trade and peace in the bay grew."),
    "an adverb": ("All members fully respect the pact.", "All members respect fully the pact."),
    "the same deadline": ("Members report before 3 May 2034.", "Members report by 3 May 2034."),
    "the same end": ("Members report before the end of May.", "Members report by the end of May."),
    "only, after its subject": ("The fund may only be used for food.", "The fund may be used only for food."),
    "forms of a verb in ly": ("Members apply the code.", "Members applied the code."),
    "forms of a noun in y": ("The policy of the bay was kept.", "The policies of the bay were kept."),
    "a paragraph of a document": (
        "As paragraph 5 of its decision asks, it met.",
        "As paragraph 6 of its decision asks, it met.",
    ),
    "a title in quotes": ("The Panel noted the “Orlo Plan”.", "The Panel noted the Orlo Plan."),
    "a name in quotes": ("The Panel noted the “open sea” plan.", "The Panel noted the open sea plan."),
    "support for or to somebody": ("It voiced support for Ostrel.", "It voiced support to Ostrel."),
    "an envoy on or for something": ("The Envoy on Reefs spoke.", "The Envoy for Reefs spoke."),
    "one or several are noted": ("The Panel noted the view of Ostrel.", "The Panel noted the views of Ostrel."),
    "members, all or some": ("The Panel noted the views of the members.", "The Panel noted the views of members."),
    "passive of the same": ("All members ratified the pact.", "The pact was ratified by all members."),
    "a copula before a place": ("Stocks return to levels at par.", "Stocks return to levels that are at par."),
    "two titles of one list": (
        "Chair Orlan and Chair Roe met.",
        "Chair Roe and Chair Orlan met.",
    ),
    "a compound": ("The Meeting noted demand growth.", "The Meeting noted growth in demand."),
    "by an amount": ("Traffic grew by 3 percent.", "Traffic grew 3 percent."),
    "a preposition said once": ("Talks with Ostrel and with Brevia go on.", "Talks with Ostrel and Brevia go on."),
    "figures in groups": ("The fleet has 1,000 ships.", "The fleet has 1 000 ships."),
    "figures in words": ("The fleet has 1,000 ships.", "The fleet has one thousand ships."),
    "millions": ("It holds 2,500,000 crowns.", "It holds 2.5 million crowns."),
    "per cent": ("Dues grew by three per cent in May.", "Dues grew by 3% in May."),
    "a fraction": ("Two thirds of members came.", "2/3 of members came."),
    "a range": ("The levy is 2–3%.", "The levy is 2 to 3 per cent."),
    "a range with two signs": ("The levy is 2% to 3%.", "The levy is 2 to 3 per cent."),
    "basis points": ("Rates rose by 25 bps.", "Rates rose by 0.25 percentage points."),
    "a sum": ("Trade reached US$3 million.", "Trade reached 3 million United States dollars."),
    "a currency": ("Trade reached €3m.", "Trade reached EUR 3 million."),
    "kilometres": ("A zone of 12 km was set.", "A zone of 12 kilometres was set."),
    "square kilometres": ("A zone of 12 km² was set.", "A zone of 12 square kilometres was set."),
    "degrees": ("It stays below 2 °C.", "It stays below 2 degrees Celsius."),
    "a time of day": ("The vote begins at 14:00 on Friday.", "The vote begins at 2 p.m. on Friday."),
    "a date in figures": ("The pact of 2031-05-04 stands.", "The pact of 4 May 2031 stands."),
    "a range of years": ("The ban runs from 2025 to 2027.", "The ban runs from 2025–2027."),
    "one bound": ("At least 5 per cent must go.", "No less than 5% must go."),
    "a contraction": ("The members don't agree.", "The members do not agree."),
    "neither and nor": ("The port is neither safe nor open.", "The port is not safe and not open."),
    "neither with verbs": (
        "The Forum neither accepts nor recognises the claim.",
        "The Forum does not accept and does not recognise the claim.",
    ),
    "neither, or not either": (
        "The Forum will neither accept nor recognise the claim.",
        "The Forum will not accept or recognise the claim.",
    ),
    "initials of two names": (
        "The U.S. and the EU agreed.",
        "The United States and the European Union agreed.",
    ),
    "letters from brackets": (
        "The Bay Interim Force in Lisk (BIFIL) stays. They thanked the Bay Interim Force in Lisk.",
        "The Bay Interim Force in Lisk (BIFIL) stays. They thanked BIFIL.",
    ),
}  # fmt: skip


def weights(old: str, new: str) -> set[bool]:
    report = stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    assert report.shifts
    return {shift.routine for shift in report.shifts}


@pytest.mark.parametrize(("old", "new"), TURNED.values(), ids=list(TURNED))
def test_what_turns_the_sense_is_never_folded(old: str, new: str) -> None:
    assert False in weights(old, new)
    assert False in weights(new, old)


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=list(SAME))
def test_what_says_the_same_is_folded(old: str, new: str) -> None:
    assert weights(old, new) == {True}
    assert weights(new, old) == {True}


@pytest.mark.parametrize(("old", "new"), TURNED.values(), ids=list(TURNED))
def test_news_is_never_called_form(old: str, new: str) -> None:
    report = stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    assert [shift for shift in report.shifts if shift.kind == "form" and not shift.routine] == []


UNSEEN = {
    "a Cyrillic letter": ("Ostrel must leave.", "\u041estrel must leave.", "U+041E CYRILLIC CAPITAL LETTER O"),
    "a Greek letter": ("Tell Ostrel to go.", "Tell Ostrel t\u03bf go.", "U+03BF GREEK SMALL LETTER OMICRON"),
    "a letter for a figure": ("The 3 ships must go.", "The \u0417 ships must go.", "U+0417 CYRILLIC CAPITAL LETTER ZE"),
    "a space without width": ("Ostrel must leave.", "Ost\u200brel must leave.", "U+200B ZERO WIDTH SPACE"),
    "a turn of direction": ("Ostrel must not go.", "Ostrel must \u202enot go.", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    "a mark by itself": ("Ostrel must leave.", "Ostrel must \u2060 leave.", "U+2060 WORD JOINER"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "name"), UNSEEN.values(), ids=list(UNSEEN))
def test_what_nobody_sees_is_named_and_never_folded(old: str, new: str, name: str) -> None:
    for before, after in ((old, new), (new, old)):
        report = stmtdiff.compare(stmtdiff.from_paragraphs([before]), stmtdiff.from_paragraphs([after]))
        found = [(shift.kind, shift.weight, shift.proof) for shift in report.shifts]
        assert found == [("form", "minor", f"an invisible or look-alike character: {name}")]
        assert report.annotations == ()


def test_a_hidden_hyphen_is_typesetting() -> None:
    assert weights("Ostrel must leave.", "Ostrel must le\u00adave.") == {True}


def test_another_word_is_news_whatever_its_letters() -> None:
    assert weights("Ostrel must leave.", "\u041estrel must stay.") == {False}


PUT_OFF = {
    "a vote": ("Elections will be held in October 2029.", "Elections will be held in December 2030."),
    "a vote, by its year": ("Elections will be held in 2030.", "Elections will be held in 2031."),
    "a promise": ("Ostrel will withdraw in 2031.", "Ostrel will withdraw in 2032."),
    "another truce": ("The truce signed on 3 May 2028 holds.", "The truce signed on 5 May 2029 holds."),
    "another decision is revoked": ("It revokes decision 12 (2028).", "It revokes decision 14 (2029)."),
    "another decision is out of force": (
        "Decision 12 (2028) is no longer in force.",
        "Decision 14 (2029) is no longer in force.",
    ),
    "long ago": ("In 2001 Ostrel left the pact.", "In 2003 Ostrel left the pact."),
}
ROLLED = {
    "the next meeting": ("The next meeting will be held in 2030.", "The next meeting will be held in 2031."),
    "a decision that is cited": ("It recalls decision 12 (2028).", "It recalls decision 14 (2029)."),
    "a letter": ("The letter dated 3 March 2029 was noted.", "The letter dated 2 March 2030 was noted."),
    "the month of the statement": ("The Panel met in May 2029.", "The Panel met in May 2030."),
    "data": ("Dues rose by 2 per cent in March 2029.", "Dues rose by 2 per cent in March 2030."),
    "a forecast": ("Dues will rise by 2 per cent in 2030.", "Dues will rise by 2 per cent in 2031."),
}


def dated(old: str, new: str) -> set[bool]:
    """Return whether the shifts of two sentences are routine in statements of May 2029 and May 2030."""
    heads = [f"Statement of the Panel\n\nOrlo, {day}\n\n" for day in ("4 May 2029", "6 May 2030")]
    pair = [stmtdiff.parse(f"{head}{said}\n") for head, said in zip(heads, (old, new), strict=True)]
    assert all(statement.dateline.date for statement in pair)
    shifts = [shift for shift in stmtdiff.compare(*pair).shifts if shift.new_at >= len(heads[1])]
    assert shifts
    return {shift.routine for shift in shifts}


@pytest.mark.parametrize(("old", "new"), PUT_OFF.values(), ids=PUT_OFF.keys())
def test_what_is_put_off_is_never_folded(old: str, new: str) -> None:
    assert dated(old, new) == {False}


@pytest.mark.parametrize(("old", "new"), ROLLED.values(), ids=ROLLED.keys())
def test_what_comes_every_time_rolls_on(old: str, new: str) -> None:
    assert dated(old, new) == {True}


@pytest.mark.parametrize("mark", ["<", '"', "'", ",", '"a', "a'"])
def test_a_mark_against_nothing_can_be_judged(mark: str) -> None:
    pair = stmtdiff.from_paragraphs([""]), stmtdiff.from_paragraphs([mark])
    assert [len(stmtdiff.compare(*sides).shifts) for sides in (pair, pair[::-1])] == [1, 1]
