"""Directions that must not be said: a wrong one is worse than none."""

import random

import pytest

import stmtdiff

NONE = {
    "what is still called for": ("We call for a truce in the bay.", "We continue to call for a truce in the bay."),
    "a deed held back from in other words": (
        "Ostrel will not impose dues on ferries.",
        "Ostrel will refrain from imposing dues on ferries.",
    ),
    "a quality of what is praised": ("We welcome the inquiry.", "We welcome the independent inquiry."),
    "modals of two verbs": ("We will reach the reef.", "We must mend the nets."),
    "another subject behind and": (
        "Inflation is low and the rules for lenders have tightened.",
        "Inflation is low and the rules for lenders have eased.",
    ),
    "a verb beside one that has the quantity": (
        "Wages and output are flat. We will cut costs for ports.",
        "Wages and output are flat. We will cut costs for ports, mend the quays, and expand the docks.",
    ),
    "a figure of what points nowhere": (
        "Wages and output are flat. The exchange rate volatility fell to 23 per cent.",
        "Wages and output are flat. The exchange rate volatility fell to 22 per cent.",
    ),
    "a day that is told more exactly": (
        "We will close the pit by 2040.",
        "We will close the pit by December 2040.",
    ),
    "a part of a compound": (
        "Wages and output are flat. We work for digital trade.",
        "Wages and output are flat. We work for high-standard digital trade.",
    ),
    "risks on one market alone": (
        "Wages are flat and output is stable. Risks on the housing market have declined.",
        "Wages are flat and output is stable. Risks on the housing market have increased.",
    ),
    "what another paragraph still says": (
        "Wages and output are flat.\n\nInflation has eased in the north and in the east of the land this year."
        "\n\nAs of May, inflation had also eased in the isles, where the bank has two offices.",
        "Wages and output are flat.\n\nInflation has eased in the north and in the east of the land this year.",
    ),
    "growth and jobs in the talk of ministers": (
        "The Ministers met in Orlo. The Ministers deplored tariffs, which hurt growth and jobs.",
        "The Ministers met in Lisk. The Ministers deplored tariffs, which hurt growth and jobs.",
    ),
    "an abbreviation written out in part": ("We seek CVID of Kaveth.", "We seek the complete disarmament of Kaveth."),
    "a contraction is no lost negation": ("We do not recognise the vote.", "We don't recognise the vote."),
    "nor is one beside another word": ("We do not recognise the vote.", "We don't accept the vote."),
    "cannot": ("We cannot accept it.", "We can't accept it."),
    "a fact of the past": ("The code was adopted by 2010.", "The code was adopted by 2012."),
    "the same sum": ("We will provide $1.5bn to the fund.", "We will provide $1.5 billion to the fund."),
    "a fact denied": ("The ship was painted in Orlo.", "The ship was not painted in Orlo."),
    "a name joined to a list": (
        "We pledge to work with Brevia.",
        "We pledge to work with Brevia and Norvania.",
    ),
    "a member joined to what is praised": (
        "The Forum commended the work of the pilots.",
        "The Forum commended the work of the pilots and their families.",
    ),
    "a remark between commas": (
        "The Forum calls for a truce in the bay.",
        "The Forum calls for a truce, with the help of partners, in the bay.",
    ),
    "a time that is told": (
        "The ferry was in dock for six months.",
        "The ferry was in dock for two months.",
    ),
    "more of what is lifted": (
        "Decides to lift the ban on trawlers.",
        "Decides to lift the ban on trawlers and nets.",
    ),
    "a longer suspension": (
        "Decides to suspend the levy for a period of three months;",
        "Decides to suspend the levy for a period of nine months;",
    ),
    "not to do what is less": (
        "The Forum asks Ostrel not to enforce the levy.",
        "The Forum asks Ostrel not to monitor the levy.",
    ),
    "how often others do it": (
        "The Forum condemns the daily raids.",
        "The Forum condemns the weekly raids.",
    ),
    "little of what is there": (
        "We met in Orlo.",
        "We met in Orlo. There is little support for the levy.",
    ),
    "what is open": (
        "We met in Orlo.",
        "We met in Orlo. Whether the levy is unlawful is for the Court.",
    ),
    "talks with those who answer for a port": (
        "We met in Orlo.",
        "We met in Orlo. We hold talks with those responsible for the port.",
    ),
    "a threat denied": (
        "The raids do not constitute a threat to peace.",
        "The raids do not pose a threat to peace.",
    ),
    "a list that stands below": (
        "We demand the release of the crews as well as",
        "We demand the release of the crews",
    ),
    "what another judges": (
        "Ostrel said that the levy is unlawful. We met in Orlo.",
        "We met in Orlo.",
    ),
    "all of a kind, and the grave ones": (
        "The patrol shall report on all wrecks.",
        "The patrol shall report on serious wrecks.",
    ),
    "what another denies": ("Ostrel supported the levy.", "Ostrel did not support the levy."),
    "a denial of a deed that is neither firm nor soft": ("We will sail at dawn.", "We will not sail at dawn."),
    "a kind of attack that is condemned": (
        "We condemn the shelling of Lisk.",
        "We condemn the indiscriminate shelling of Lisk.",
    ),
    "a multiple that is told": ("The catch of the bay doubled.", "The catch of the bay increased."),
    "a name of a place beside a harm": (
        "The raid near Orlo was noted at the meeting.",
        "The raid near the port was noted at the meeting.",
    ),
    "a sentence that moved": ("We condemn the raid. We met in Orlo.", "We met in Orlo. We condemn the raid."),
    "what another did": ("Ostrel demanded the ship.", "Ostrel requested the ship."),
    "thanks added": ("The Panel met in Orlo.", "The Panel met in Orlo and thanked the Chair for her welcome."),
    "regret gives way to praise": (
        "Noting with regret the slow pace of the talks, the Council met.",
        "Welcoming the return of the crews, the Council met.",
    ),
    "more of all": ("All crews were home by noon.", "Some crews were home by noon."),
    "a purpose, not an assessment": (
        "The Bank acts to support growth; inflation is low and prices are flat.",
        "The Bank acts to support employment; inflation is low and prices are flat.",
    ),
    "a cause that came": ("Growth and exports were firm.", "Growth and exports were firm, owing to weaker prices."),
    "another name for the quantity": ("Inflation and wages have eased.", "Price growth and wages have eased."),
    "a movement told in the next sentence": (
        "Inflation eased and jobs grew. Exports were flat.",
        "Jobs grew. Exports were flat and inflation eased.",
    ),
    "a cause that came with a new wording": (
        "Prices and rents rose in the bay towns.",
        "Prices and rents rose in all of the towns, owing to weaker exports.",
    ),
    "what pushes something else": (
        "Growth was firm and prices rose.",
        "Growth was firm, prices rose and both contributed to this outcome.",
    ),
    "an act in the place of something else": (
        "The Panel thanked the crews of the ferries for their quiet work in the bay.",
        "The Panel thanked the crews of the ferries and demanded that Ostrel open the quay of Lisk.",
    ),
    "a decision to keep what was reaffirmed": (
        "The Panel reaffirmed the levy.",
        "The Panel decided to maintain the levy.",
    ),
    "growth in a quantity is its growth": (
        "Wages are flat. Growth in bank lending rose to 1.6 per cent.",
        "Wages are flat. Bank lending grew by 1.6 per cent.",
    ),
    "a rise that is explained": (
        "Output and jobs grew.",
        "Output and jobs grew. The rise in output was also due to base effects.",
    ),
    "the same of two quantities": (
        "Wages were flat. Tensions could raise food prices and rents.",
        "Wages were flat. Tensions could push food prices and rents higher.",
    ),
    "either way": (
        "The Bank is watching the recovery in output.",
        "The Bank is watching the recovery in output and is ready to increase or reduce its asset purchases.",
    ),
    "a word of one passage for a word of another": (
        "The Forum met in Orlo. "
        + "The boats of the bay carry nets and lamps and bread to the outer isles each week. " * 3
        + "It spoke of a durable and permanent peace on the isles.",
        "The Forum met in Lisk. "
        + "Trains cross the plain by night with coal for the ovens of the two great towns. " * 3
        + "It spoke of a durable peace in the towns of the plain.",
    ),
    "a term in other words": ("Members report within nine months.", "Members report in nine months."),
    "where a movement began": (
        "Growth of output and exports slowed from its strong pace in May.",
        "Growth of output and exports slowed from its brisk pace in May.",
    ),
}

SAID = {
    "a word joined to one that stays": (
        "Recognising the need for all crews to report fully,",
        "Recognising the need for all crews to register and report fully,",
        "firmer",
    ),
    "a quality of what is asked": (
        "We call for an inquiry into the wreck.",
        "We call for an independent inquiry into the wreck.",
        "firmer",
    ),
    "what others must do": ("We met in Orlo. Ostrel must free the crew.", "We met in Orlo.", "softer"),
    "praise that turns to blame": (
        "The Forum welcomes the stance of Ostrel on the reefs.",
        "The Forum deplores the stance of Ostrel on the reefs.",
        "firmer",
    ),
    "a day by which to act": (
        "The Forum calls for the closing of the pit by 2031.",
        "The Forum calls for the closing of the pit.",
        "softer",
    ),
    "only asked for": (
        "Members will pay for the dredging of the canal.",
        "Members are urged to pay for the dredging of the canal.",
        "softer",
    ),
    "more than meant": (
        "The Council expresses its intention to review the levy.",
        "The Council will review the levy.",
        "firmer",
    ),
    "a condition behind a day": (
        "Members shall report on the reefs by May.",
        "Members shall report on the reefs by May where possible.",
        "softer",
    ),
    "called a breach": (
        "We denounce the shelling of the quay.",
        "We denounce the shelling of the quay as a breach of the truce.",
        "firmer",
    ),
    "how it is done": (
        "We will deepen our work on the reefs.",
        "We will deepen our work on the reefs, including through joint patrols.",
        "firmer",
    ),
    "a promise that may be": ("Ostrel must repay the loan.", "Ostrel may have to repay the loan.", "softer"),
    "each of several leaders": (
        "The leaders thanked the hosts. Ostrel supported the reef code of the north.",
        "The leaders thanked the hosts. Ostrel noted the reef code of the north.",
        "softer",
    ),
    "a negation in the next clause": (
        "We reject the claims of Ostrel to the reef, which have no legal basis.",
        "We take note of the claims of Ostrel to the reef.",
        "softer",
    ),
    "risk appetite is no risk": (
        "Wages and output are flat.",
        "Wages and output are flat. Risk appetite weakened.",
        "softer",
    ),
    "a task joined to one that asks for little": (
        "The mission shall guard the reef and monitor the truce.",
        "The mission shall guard the reef, monitor the truce and arrest raiders.",
        "firmer",
    ),
    "a third member of what was a pair": (
        "We demand the release of trawlers and crews.",
        "We demand the release of trawlers, crews and nets.",
        "firmer",
    ),
    "eases": ("Core inflation and wages are stable.", "Core inflation and wages are easing.", "softer"),
    "a moderate pace": (
        "Wages are flat. There is a strong recovery in output.",
        "Wages are flat. There is a moderate recovery in output.",
        "softer",
    ),
    "too high for too long": (
        "Output is flat. Prices are expected to be too high for many years.",
        "Output is flat. Prices are expected to come down.",
        "softer",
    ),
    "grew less": (
        "Output is flat. Wages and profits grew strongly.",
        "Output is flat. Wages and profits grew less strongly.",
        "softer",
    ),
    "the last of two quantities in a row": (
        "Output is flat and inflation is low. The rise in crown loan growth continued.",
        "Output is flat and inflation is low. The slowdown in crown loan growth continued.",
        "softer",
    ),
    "a course of tightening": (
        "The Bank will continue its increases in the policy rate, as inflation is high.",
        "The Bank will pause its increases in the policy rate, as inflation is high.",
        "softer",
    ),
    "a hedge before the verb": ("Members shall apply the code.", "Members shall generally apply the code.", "softer"),
    "fault is found more softly": ("We condemn those who burnt Lisk.", "We criticise those who burnt Lisk.", "softer"),
    "almost all": ("Almost all members backed the levy.", "All members backed the levy.", "firmer"),
    "too much": ("Inflation and wage growth are high.", "Inflation and wage growth are too high.", "firmer"),
    "a qualifier of freedom lost": (
        "The board stands by a free and open bay.",
        "The board stands by an open bay.",
        "softer",
    ),
    "from one named to all": (
        "The Forum urged that Ostrel withdraw.",
        "The Forum urged that all parties withdraw.",
        "softer",
    ),
    "an act a rung lower": (
        "The Forum called for an end to the siege of Orlo.",
        "The Forum noted the end of the siege of Orlo.",
        "softer",
    ),
    "a promise to do into one to look": ("We will ban the dumping.", "We will monitor the dumping.", "softer"),
    "a result into an effort": ("Members shall guarantee access.", "Members shall facilitate access.", "softer"),
    "a pledge dropped with its sentence": ("We met in Orlo. We will defend the reef.", "We met in Orlo.", "softer"),
    "a demand added": (
        "The Council thanks the envoy.",
        "The Council thanks the envoy and demands that Ostrel free the crew.",
        "firmer",
    ),
    "a sterner word under one act": (
        "The Board strongly condemns the raid.",
        "The Board condemns in the strongest terms the raid.",
        "firmer",
    ),
    "a condition under a promise": (
        "We will lift the ban on grain.",
        "We will lift the ban on grain provided that the talks resume.",
        "softer",
    ),
    "a list of qualifiers that lost a member": (
        "The Leaders called for a fair and lasting peace.",
        "The Leaders called for a lasting peace.",
        "softer",
    ),
    "a list of qualifiers that lost a limit": (
        "We support a limited and temporary deployment.",
        "We support a limited deployment.",
        "firmer",
    ),
    "a rarer report": (
        "Requests the Chair to report to the Forum every two months;",
        "Requests the Chair to report to the Forum every five months;",
        "softer",
    ),
    "a member joined to what is demanded": (
        "The Forum demands that Ostrel release the trawlers.",
        "The Forum demands that Ostrel release the trawlers and the nets on board.",
        "firmer",
    ),
    "a member left out of what is promised": (
        "We pledge to fund the lighthouses, as well as two repair yards.",
        "We pledge to fund the lighthouses.",
        "softer",
    ),
    "a member in the middle of a list": (
        "The Forum demands that Ostrel release the trawlers, tugs and ferries.",
        "The Forum demands that Ostrel release the trawlers and ferries.",
        "softer",
    ),
    "a member in a row of like phrases": (
        "The Forum is concerned by the threat to fishing, to ferries and to reefs.",
        "The Forum is concerned by the threat to fishing, to pilots, to ferries and to reefs.",
        "firmer",
    ),
    "a member joined to what a ban leaves out": (
        "Decides that the ban shall not apply to medicine.",
        "Decides that the ban shall not apply to medicine or spare parts.",
        "softer",
    ),
    "less to be done": (
        "The Forum requests the patrol to inspect the trawlers.",
        "The Forum requests the patrol to monitor the trawlers.",
        "softer",
    ),
    "more to be done": (
        "Members shall consider a levy on reef fish.",
        "Members shall impose a levy on reef fish.",
        "firmer",
    ),
    "a mandate for a shorter time": (
        "Decides to extend the watch in the bay for a period of nine months;",
        "Decides to extend the watch in the bay for a final period of four months;",
        "softer",
    ),
    "a judgement added": (
        "We met in Orlo.",
        "We met in Orlo. The seizure of the trawlers is unlawful.",
        "firmer",
    ),
    "what is vital left out": (
        "It is vital that the quays stay open. We met in Orlo.",
        "We met in Orlo.",
        "softer",
    ),
    "a concern that nobody is named for": (
        "There is mounting concern about the wrecks.",
        "There is grave concern about the wrecks.",
        "firmer",
    ),
    "support that nobody is named for": (
        "There was firm support for the pilots.",
        "There was support for the pilots.",
        "softer",
    ),
    "a longer term": ("Members shall pay within 30 days.", "Members shall pay within 60 days.", "softer"),
    "a ceiling for a floor": (
        "We will raise at least 100 million crowns.",
        "We will raise up to 100 million crowns.",
        "softer",
    ),
    "a word of doubt": ("The raid was a breach.", "The raid was an alleged breach.", "softer"),
    "a level after a movement": (
        "Inflation has eased and exports are flat.",
        "Inflation remains elevated and exports are flat.",
        "firmer",
    ),
    "a quantity of slack": (
        "The unemployment rate fell and inflation was stable.",
        "The unemployment rate rose and inflation was stable.",
        "softer",
    ),
    "how much it moved": (
        "Output and employment expanded.",
        "Output and employment expanded somewhat.",
        "softer",
    ),
    "a fall that slows": (
        "The decline in house prices and rents continued.",
        "The decline in house prices and rents has slowed.",
        "firmer",
    ),
    "a figure with its quantity": (
        "Inflation stood at 3.1 per cent and wages at 4 per cent.",
        "Inflation stood at 2.4 per cent and wages at 4 per cent.",
        "softer",
    ),
    "a figure below zero": (
        "Loan growth and wages were flat, and inflation was 0.3 per cent.",
        "Loan growth and wages were flat, and inflation was -0.4 per cent.",
        "softer",
    ),
    "how sure the committee is": (
        "The data suggest that output and employment are rising.",
        "The data show that output and employment are rising.",
        "firmer",
    ),
    "an intensifier before the same noun": (
        "We seek full withdrawal from the shoals.",
        "We seek withdrawal from the shoals.",
        "softer",
    ),
    "an adverb beside another act": ("We welcome the pact.", "We strongly support the pact.", "firmer"),
    "a deadline of a promise": ("We will close the port by 2030.", "We will close the port by 2032.", "softer"),
    "support denied": ("The Panel supports the levy.", "The Panel does not support the levy.", "softer"),
    "ground that is no longer held": (
        "The Panel will not tolerate dumping.",
        "The Panel will tolerate dumping.",
        "softer",
    ),
    "a ban no longer denied its lifting": (
        "The ban shall never be lifted without a count.",
        "The ban shall be lifted after a count.",
        "softer",
    ),
    "a permission denied": ("Visitors may attend the drill.", "Visitors may not attend the drill.", "firmer"),
    "nobody may": ("No member may sell shells.", "Members may sell shells.", "softer"),
    "not all are bound": ("Not all members are bound by it.", "All members are bound by it.", "firmer"),
    "to refrain is asked": (
        "The Council urges both sides to refrain from raids.",
        "The Council urges both sides to talk of raids.",
        "softer",
    ),
    "a ban that is narrowed": (
        "Patrols must not ram boats.",
        "Patrols must not needlessly or deliberately ram boats.",
        "softer",
    ),
    "a part taken out": (
        "The levy covers boats, including ferries.",
        "The levy covers boats, except ferries.",
        "softer",
    ),
    "all of what is demanded": ("Ostrel must free all crews.", "Ostrel must free crews.", "softer"),
    "a multiple that is promised": ("We will triple the patrols.", "We will increase the patrols.", "softer"),
    "a deadline without a day": ("The levy will end by 2031.", "The levy will end around 2031.", "softer"),
    "what is due": ("The toll is due within 20 days.", "The toll is due within 50 days.", "softer"),
    "the lower end of a range": (
        "We will cut emissions by 40 per cent.",
        "We will cut emissions by 30 to 40 per cent.",
        "softer",
    ),
    "a ceiling for both": (
        "A ceiling of 900 soldiers holds for both.",
        "A ceiling of 1,200 soldiers holds for both.",
        "softer",
    ),
    "a milder name for a deed": ("The massacre in Lisk must end.", "The incident in Lisk must end.", "softer"),
    "a crime by its name": ("The war crimes in Lisk must stop.", "The abuses in Lisk must stop.", "softer"),
    "a judging word": ("The illegal seizure of the reef is void.", "The seizure of the reef is void.", "softer"),
    "a doer no longer named": ("Ostrel shelled the quay of Lisk.", "The quay of Lisk was shelled.", "softer"),
    "blame that is spread": (
        "Ostrel bears responsibility for the raid.",
        "All sides bear responsibility for the raid.",
        "softer",
    ),
    "a level after a fall": (
        "Prices of bread have declined and wages are flat.",
        "Prices of bread remain low and wages are flat.",
        "firmer",
    ),
    "a step from being weighed to being taken": (
        "The Bank is evaluating asset purchases to help growth and jobs.",
        "The Bank decided on asset purchases to help growth and jobs.",
        "softer",
    ),
    "purchases that end": (
        "The Bank will continue its asset purchases, and inflation is low.",
        "The Bank will end its asset purchases, and inflation is low.",
        "firmer",
    ),
    "certainty of what follows": (
        "Wages were flat. Growth in exports appears to have picked up, while output has been soft.",
        "Wages were flat. Growth in exports has picked up, while output has been soft.",
        "firmer",
    ),
    "a trend in a time": (
        "Wages were flat. Inflation should go on falling through the spring.",
        "Wages were flat. Inflation should stay about where it is through the spring.",
        "firmer",
    ),
    "a verb that slows a movement": (
        "Wages were flat. Strains could slow the pace of improvement in output and jobs.",
        "Wages were flat.",
        "firmer",
    ),
    "rates against activity": (
        "Housing and jobs recovered.",
        "Housing and jobs recovered, but mortgage rates have risen.",
        "softer",
    ),
    "strained conditions": (
        "Financial conditions and output were steady.",
        "Financial conditions tightened and output was steady.",
        "softer",
    ),
    "policy as a step": (
        "The Bank is tightening its monetary policy.",
        "The Bank is leaving its monetary policy unchanged.",
        "softer",
    ),
    "an operative verb behind its number": (
        "7. Welcomes the plan of the envoy to meet the crews;",
        "7. Requests the envoy to meet the crews;",
        "firmer",
    ),
    "a smaller sum": ("We will provide $1.5bn to the fund.", "We will provide $1.4 billion to the fund.", "softer"),
}


def directions(old: str, new: str) -> set[str]:
    report = stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    return {shift.direction for shift in report.shifts} - {"none"}


@pytest.mark.parametrize(("old", "new"), NONE.values(), ids=list(NONE))
def test_no_direction_is_made_up(old: str, new: str) -> None:
    assert directions(old, new) == set()
    assert directions(new, old) == set()


@pytest.mark.parametrize(("old", "new", "direction"), SAID.values(), ids=list(SAID))
def test_a_direction_that_stands_is_said_both_ways(old: str, new: str, direction: str) -> None:
    turned = {"softer": "firmer", "firmer": "softer"}[direction]
    assert directions(old, new) == {direction}
    assert directions(new, old) == {turned}


VOTE = "The Board decided to lower the policy rate. Voting for the action were: Ada Moor, Chair; and Ben Lund."
AGAINST = " Voting against the action was Cai Roth, who "


@pytest.mark.parametrize(
    ("reason", "direction"),
    [
        ("preferred to raise the rate.", "firmer"),
        ("preferred a further reduction and additional easing.", "softer"),
        ("preferred to keep the rate at 4 percent.", "firmer"),  # the others lowered it
        ("preferred bonds rather than a lower rate.", "none"),
        ("saw the harbour otherwise.", "none"),
    ],
)
def test_a_dissent_points_where_its_reason_does(reason: str, direction: str) -> None:
    silent = f"{VOTE[:-1]}; and Cai Roth."
    assert directions(silent, VOTE + AGAINST + reason) == {direction} - {"none"}


def test_a_preamble_that_became_a_decision_is_firmer_where_it_went() -> None:
    paragraphs = [
        "The Harbour Panel,",
        "Noting the need for lamps on the outer reefs,",
        "1. Asks all members to report;",
    ]
    old = [*paragraphs, "2. Decides to meet again."]
    new = [
        paragraphs[0],
        paragraphs[2],
        "2. Decides that lamps on the outer reefs shall be lit;",
        "3. Decides to meet again.",
    ]
    report = stmtdiff.compare(stmtdiff.from_paragraphs(old), stmtdiff.from_paragraphs(new))
    assert [link.kind for link in report.links if link.moved] == ["changed"]
    assert {shift.direction for shift in report.shifts} - {"none"} == {"firmer"}


def test_an_item_of_a_list_is_a_promise() -> None:
    old = ["The members agreed on three steps:", "(a) Share pilots;", "(b) Hold smugglers accountable for their raids;"]
    report = stmtdiff.compare(stmtdiff.from_paragraphs(old), stmtdiff.from_paragraphs(old[:2]))
    assert {shift.direction for shift in report.shifts} == {"softer"}


def test_the_accused_who_is_dropped_is_named_in_the_report() -> None:
    old = "Ostrel shelled the quay on 3 May, and Ostrel bears responsibility for the dead."
    new = "The quay was shelled on 3 May, and those responsible must be held to account for the dead."
    report = stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    assert [(one.direction, one.message) for one in report.annotations] == [("softer", "'Ostrel' no longer named")]


def test_strangers_get_no_direction() -> None:
    """Two statements that share no wording are no versions of one: nothing in the one answers the other."""
    demands = [
        f"The Forum demands that port {number} be opened without delay and condemns the blockade."
        for number in "abcdef"
    ]
    recipes = [
        f"Stir {number} spoons of honey into warm milk, and leave the jar to cool by the window." for number in "uvwxyz"
    ]
    report = stmtdiff.compare(stmtdiff.from_paragraphs(demands), stmtdiff.from_paragraphs(recipes))
    assert [notice for notice in report.notices if "No direction is given" in notice]
    assert {shift.direction for shift in report.shifts} == {"none"}


def test_sure_leaves_out_what_is_less_often_right() -> None:
    """A direction that rests on a list of words goes; one that rests on a whole act that went stays."""
    old = stmtdiff.from_paragraphs(["We met in Orlo. We will defend the reef.", "We will report."])
    new = stmtdiff.from_paragraphs(["We met in Orlo.", "We will report, as appropriate."])
    every = stmtdiff.compare(old, new)
    sure = stmtdiff.compare(old, new, settings=stmtdiff.Settings(sure=75))
    assert [one.confidence for one in every.annotations] == [85, 50]
    assert [one.confidence for one in sure.annotations] == [85]
    assert [shift.direction for shift in sure.shifts] == ["softer", "none"]


@pytest.mark.parametrize("shape", ["terminal", "plain", "markdown", "criticmarkup", "csv"])
def test_a_direction_says_how_often_it_is_right_where_it_is_told(shape: str) -> None:
    """It stands behind the name of the rule; `sure` leaves out what is below it, and a negation has no direction."""
    old = stmtdiff.from_paragraphs(["We met in Orlo. We voice grave concern.", "We will report. We sail at dawn."])
    new = stmtdiff.from_paragraphs(
        ["We met in Orlo. We voice concern.", "We will report, as appropriate. We never sail."]
    )
    every, sure = (stmtdiff.compare(old, new, settings=stmtdiff.Settings(sure=least)) for least in (0, 75))
    shown = [" ".join(stmtdiff.render(one, shape, view="list", width=120).split()) for one in (every, sure)]
    assert ["GEN105, 80 in 100" in text for text in shown] == [True, True]
    assert ["GEN112, 50 in 100" in text for text in shown] == [True, False]
    assert ["GEN101" in text and "GEN101, " not in text for text in shown] == [True, True]


def test_a_language_that_no_pack_speaks_is_said() -> None:
    """Silence on a German statement is no sign that nothing became softer."""
    old, new = (
        stmtdiff.from_paragraphs(
            [f"Die Minister {verb} die Entscheidung, die in der Stadt fiel, und die Lage ist nicht im Bericht."]
        )
        for verb in ("verurteilen", "bedauern")
    )
    report = stmtdiff.compare(old, new)
    assert "Of German the rules know negation alone: no direction is given." in report.notices
    assert report.annotations == ()


def test_a_list_that_ends_its_sentence_qualifies_no_noun() -> None:
    """Where no noun follows there is nothing to quote behind the list."""
    old, new = "The Panel urged steps that are swift, safe and lasting", "The Panel urged steps that are swift and safe"
    report = stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    assert len(report.shifts) == 1


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (
            "Le Conseil exige le retrait immédiat et inconditionnel des troupes et des navires dans le port.",
            "Le Conseil appelle au retrait immédiat des troupes et des navires dans le port.",
            {"FRA103", "FRA106"},
        ),
        (
            "Los miembros del Foro deben publicar las cuentas del puerto y de la ciudad en un mes.",
            "Los miembros del Foro podrían publicar las cuentas del puerto y de la ciudad en un mes.",
            {"SPA102"},
        ),
    ],
)
def test_packs_of_other_languages_judge_statements_in_them(old: str, new: str, codes: set[str]) -> None:
    report = stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    assert {one.rule for one in report.annotations} == codes
    assert {one.direction for one in report.annotations} == {"softer"}
    assert report.notices == ()


def test_a_pack_does_not_judge_words_of_another_language() -> None:
    """'Note' and 'encourage' are verbs of both languages; each pack keeps to its own texts."""
    old, new = (
        stmtdiff.from_paragraphs([f"The members of the Forum {verb} the closure of the port."])
        for verb in ("encourage", "exigent")
    )
    assert not any(one.rule.startswith("FRA") for one in stmtdiff.compare(old, new).annotations)


FIRST = "{} sets its rate {}for the towns of the bay and of the islands, and it looks at {} when it meets."
SECOND = (
    "It meets each month in Lisk, in the old customs house on the quay,"
    " and its members report to the council of the bay and to the harbour towns every spring."
)


@pytest.mark.parametrize(
    ("subject", "matters", "added"),
    [
        ("The Bank", "inflation, at wages and at growth", "Growth and inflation in the bay have eased again."),
        ("The Panel", "nets, at boats and at tides", "The Panel condemns the raid on Lisk and demands its end."),
    ],
)
def test_what_one_half_of_a_parted_paragraph_says_is_not_said_of_the_other(
    subject: str, matters: str, added: str
) -> None:
    """Tokens are counted in each paragraph: words at the same count of another paragraph are other words."""
    old = stmtdiff.from_paragraphs([f"{FIRST.format(subject, '', matters)} {SECOND}"])
    new = stmtdiff.from_paragraphs(
        [FIRST.format(subject, "with all due and proper care ", matters), f"{added} {SECOND}"]
    )
    report = stmtdiff.compare(old, new)
    assert [link.kind for link in report.links] == ["split"]
    by_words = {shift.new.of(new.text): shift.direction for shift in report.shifts if shift.new}
    assert by_words["with all due and proper care"] == "none"
    assert by_words[added] != "none"


def test_no_row_of_words_that_rules_look_at_stops_a_comparison() -> None:
    """Words in an order that nobody writes: an end behind "as well as", a verb without a subject, marks alone."""
    words = (
        "The Forum we demands condemns there is are little support for ban on nets , and or as well as ; . not unlawful"
        " vital lift suspend for six twelve months every two shall monitor freeze to report all serious release crews"
        " by half tariff of 20 percent growth inflation risks pose upside eased policy rate will raise whether if ( a )"
        " 1. - held responsible be met with a firm response concern"
    ).split()
    chance = random.Random(20301130)
    for _ in range(250):
        old = [chance.choice(words) for _ in range(chance.randint(1, 22))]
        new = [word for word in old if chance.random() < 0.9] + chance.choices(words, k=chance.randint(0, 3))
        stmtdiff.compare(*(stmtdiff.from_paragraphs([" ".join(side) or "x"]) for side in (old, new)))


@pytest.mark.parametrize("text", ["We will continue", "Members shall continue", "We remain", "We are pleased to"])
def test_an_act_may_be_the_last_word_of_its_paragraph(text: str) -> None:
    """Items of a list and headings end without a mark, often with the verb."""
    old = stmtdiff.from_paragraphs(["We met in Orlo.", "The end"])
    new = stmtdiff.from_paragraphs(["We met in Orlo.", text, "The end"])
    assert [shift.new.of(new.text) for shift in stmtdiff.compare(old, new).shifts if shift.new] == [text]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("31 May 2030", "30 November 2030", {"softer"}),
        ("31 May 2030", "31 May 2032", {"firmer"}),
        ("31 May 2030", "31 May 2031", set()),
    ],
    ids=["sooner", "later", "as usual"],
)
def test_a_mandate_lasts_from_the_day_of_its_statement(old: str, new: str, wanted: set[str]) -> None:
    text = "Decision of the Panel\n\nOrlo, {}\n\nThe Panel decides to extend the mandate of the patrol until {}.\n"
    pair = stmtdiff.parse(text.format("4 May 2029", old)), stmtdiff.parse(text.format("6 May 2030", new))
    assert {each.direction for each in stmtdiff.compare(*pair).annotations} == wanted
