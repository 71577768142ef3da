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
}  # fmt: skip

SAME = {
    "an article": ("The Meeting noted the progress made.", "The Meeting noted progress made."),
    "agreement": ("Fishing remain the main trade.", "Fishing remains the main trade."),
    "a light preposition": ("The Meeting voiced support to the pact.", "The Meeting voiced support for the pact."),
    "a relative": ("The Meeting noted steps which were slow.", "The Meeting noted steps that were slow."),
    "members of a list": ("Peace and trade in the bay grew.", "Trade and peace in the bay grew."),
    "an adverb": ("All members fully respect the pact.", "All members respect fully the pact."),
    "the same deadline": ("Members report before 3 May 2034.", "Members report by 3 May 2034."),
    "passive of the same": ("All members ratified the pact.", "The pact was ratified by all members."),
    "a copula before a place": ("Stocks return to levels at par.", "Stocks return to levels that are at par."),
    "two titles of one list": (
        "Chair Orlan and Chair Roe met.",
        "Chair Roe and Chair Orlan met.",
    ),
    "a compound": ("The Meeting noted demand growth.", "The Meeting noted growth in demand."),
    "by an amount": ("Traffic grew by 3 percent.", "Traffic grew 3 percent."),
    "a preposition said once": ("Talks with Ostrel and with Brevia go on.", "Talks with Ostrel and Brevia go on."),
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
