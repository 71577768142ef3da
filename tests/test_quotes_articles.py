"""Eleven articles in three house styles, a harbour statement, and a series with a gap: verdicts, claims, exit codes."""

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.articles import ARTICLES, judged, table
from support.command import run
from test_schema import SCHEMAS

import stmtdiff
from stmtdiff.quotations import Checked, Quotations, check_quotations
from stmtdiff.timeline.reading import Reading

TIDEWATER = ARTICLES / "tidewater"
RELEASES = {year: stmtdiff.load(TIDEWATER / f"{year}.txt") for year in range(2021, 2026)}
TABLE = table(TIDEWATER / "verdicts.txt")


def held(article: str, *years: int, missing: tuple[int, ...] = ()) -> Quotations:
    """Return an article held against releases of the fictional forum, all of them where none is named."""
    statements = [RELEASES[year] for year in years or RELEASES if year not in missing]
    gaps = [Reading(str(year), year=year) for year in missing]
    return check_quotations(stmtdiff.parse(article, name="article"), statements, missing=gaps)


def only(article: str, *years: int) -> Checked:
    (one,) = held(article, *years).checked
    return one


def test_every_article_has_its_table_and_every_table_its_article() -> None:
    assert sorted(TABLE) == sorted(path.stem for path in TIDEWATER.glob("*.md"))


@pytest.mark.parametrize("name", sorted(TABLE))
def test_an_article_is_judged_as_by_hand(name: str) -> None:
    result = check_quotations(stmtdiff.load(TIDEWATER / f"{name}.md"), list(RELEASES.values()))
    assert judged(result) == TABLE[name]


def test_every_verdict_and_every_kind_of_claim_is_in_the_articles() -> None:
    from typing import get_args

    from stmtdiff.quotations.quotation import ClaimKind, Verdict

    told = {row.verdict.rstrip("!") for rows in TABLE.values() for row in rows}
    assert {one for one in told if " " not in one} == set(get_args(Verdict))
    assert {one.split()[0] for one in told if " " in one} == set(get_args(ClaimKind))


# --- One statement of a council, one sentence each -------------------------------------------------------------------

HARBOUR = stmtdiff.load(ARTICLES / "harbour.txt")


@pytest.mark.parametrize(
    ("article", "verdict", "told"),
    [
        ('The Council said "the harbour master is ... permitted to close the port".', "negation", "leaves out 'not'"),
        ('The Council said the harbour master is "permitted to close the port".', "negation", "'not' comes before"),
        ('The Council said "the harbour master is permitted to close the port".', "negation", "leaves out 'not'"),
        ('Ostrel "strongly condemned the attack on the ferry Aurel".', "speaker", "'Ostrel' where"),
        ('Ostrel "strongly condemned the attack", the statement of the Council showed.', "speaker", "'Ostrel' where"),
        ('The Council refused to say it "strongly condemned the attack on the ferry Aurel".', "denied", "'refused'"),
        ('The Council denied having "strongly condemned the attack".', "denied", "'denied'"),
        ('The Council never "strongly condemned the attack".', "denied", "'never'"),
        ('The Council stopped short of saying it "strongly condemned the attack".', "denied", "'stopped short of'"),
        ('"Strongly condemned the attack", the Council did not say.', "denied", "'did not say'"),
        ('The Council did not demand that Ostrel "withdraw its patrol boats".', "denied", "'not'"),
        ('Ostrel said Brevia must "withdraw its patrol boats".', "altered", "has 'Ostrel'"),
        ('Told by Ostrel, Brevia must "withdraw its patrol boats".', "altered", "has 'Ostrel'"),
        ('It spoke of "from the northern lanes ... Ostrel withdraw".', "stitched", "2 places"),
        ('"The Council strongly condemned ... to report to the next session".', "stitched", "2 places"),
        (
            'The Council "welcomed the truce ... to map the trench".',
            "stitched",
            "different verbs there: 'welcomed' and 'asked'",
        ),
        ('The Council "demanded that Ostrel withdraw its patrol boats ... without delay".', "exact", "leaves out"),
        ('The Council "noted that prices rise ... and the fund".', "altered", ""),
        ('It demanded that Ostrel "withdraw its patrol boats from the northern lanes without delay".', "altered", ""),
        ('The Council "deplored the attack on the ferry Aurel".', "altered", ""),
        ('It demanded that "[Ostrel] withdraw its patrol boats".', "exact", ""),
        ("Some Ministers said that \"the 'open door' policy [as revised in 2023] had failed\".", "exact", ""),
        ("Le Conseil « strongly condemned the attack ».", "exact", ""),
        ('It "welcomed the truce [and] asked the Commission to map the trench".', "exact", "the statement has '. It'"),
        ('It "welcomed the truce and asked the Commission to map the trench".', "altered", ""),
        ('It asked the Commission "to map the trench by June 1, 2026".', "form", "the statement has '1 June 2026'"),
        ('It asked the Commission "to map the trench by 2026-06-01".', "form", "the statement has '1 June 2026'"),
        ('The fund "holds 1 200 000 crowns".', "form", "the statement has '1,200,000'"),
        ('The fund "holds 1.2 million crowns".', "form", "the statement has '1,200,000'"),
        ('Prices "rose by 3.5% in 2024".', "form", "the statement has '3.5 per cent'"),
        ('It noted that prices "rose by 5.3% in 2024".', "altered", ""),
        ('The Council did not call it "a war".', "absent", "'did not'"),
        ('The words "grey fleet" do not appear.', "absent", "'do not appear'"),
        ('It makes no reference to "a grey fleet".', "absent", "'no'"),
        ('It spoke of "the truce", not "the peace of the lanes".', "absent", "'not'"),
        ('It is not true that it "strongly condemned the attack".', "denied", "'is not true'"),
        ('The words "strongly condemned the attack" are nowhere.', "denied", "'are nowhere'"),
    ],
)
def test_what_stands_and_what_does_not(article: str, verdict: str, told: str) -> None:
    """Negations, mouths, doers, denials, seams, marks and forms, a kind each, of one statement."""
    *_, one = check_quotations(stmtdiff.parse(article), [HARBOUR]).checked
    assert one.verdict == verdict
    assert told in "; ".join((one.reason, *one.notes))
    assert one.wrong == (verdict not in ("exact", "form", "absent"))


@pytest.mark.parametrize(
    "article",
    [
        "Lavrin called it “a disgrace to the sea”.",
        "The vice minister said it was “a disgrace to the sea”.",
        "She dismissed it as “a disgrace to the sea”.",
        "The Minister said it was “a disgrace to the sea”.",
        "Foreign Minister Ana Orell praised “a disgrace to the sea”.",
        "Diplomats spoke of “a disgrace to the sea”.",
        "One delegate complained of “a disgrace to the sea”.",
        "Ana Orell told the Council it was “a disgrace to the sea”.",
        "Ostrel denounced “a disgrace to the sea”.",
        "The Council condemned the attack; in the words of Ana Orell, it was “a disgrace to the sea”.",
        "The Council condemned the attack, which a trader in Lisk called “a disgrace to the sea”.",
    ],
)
def test_whoever_speaks_for_himself_is_not_checkable(article: str) -> None:
    """No person, and no country that is only named in the statement, is held to its words."""
    (one,) = check_quotations(stmtdiff.parse(article), [HARBOUR]).checked
    assert (one.verdict, one.wrong) == ("not-checkable", False)
    assert one.reason.startswith("it is attributed to ")


@pytest.mark.parametrize(
    ("article", "verdict"),
    [
        ("Nothing here is “grey”.", "not-found"),
        ("Had the Council “deplored the attack on the ferry”?", "altered"),  # a question asserts nothing
        ("The harbour was full of “ghost boats”.", "not-found"),
        ("It demanded that Brevia “withdraw its patrol boats”.", "altered"),  # perhaps another name of Ostrel
        ("The Council condemned “the attack on the ferry Aurel”.", "attribution"),  # how strongly, it leaves out
        ("Council ‘condemns’ attack on the ferry Aurel", "altered"),  # another form of one word
    ],
)
def test_what_is_not_proved_is_doubtful_and_fails_nothing(article: str, verdict: str) -> None:
    made = check_quotations(stmtdiff.parse(article), [HARBOUR])
    (one,) = made.checked
    assert (one.verdict, one.wrong) == (verdict, False)
    assert (made.wrong, made.stand) == (False, False)
    assert "doubtful, " in stmtdiff.render(made, "text")


def test_the_nearest_passage_is_shown_where_nothing_is_found() -> None:
    (one,) = check_quotations(stmtdiff.parse("The Council praised “the fund of the widows”."), [HARBOUR]).checked
    assert one.verdict == "not-found"
    assert one.nearest is not None
    assert "the fund holds" in one.nearest.span.of(HARBOUR.text)
    page = stmtdiff.render(
        check_quotations(stmtdiff.parse("The Council praised “the fund of the widows”."), [HARBOUR]), "text"
    )
    assert 'nearest: "The Council noted that prices rose' in page


def test_a_moved_word_is_shown_on_both_sides() -> None:
    made = check_quotations(stmtdiff.parse("The Council “condemned strongly the attack”."), [HARBOUR])
    assert "(-strongly condemned-)(+condemned strongly+) the attack" in stmtdiff.render(made, "text")


@pytest.mark.parametrize(
    "article",
    [
        'The text said "the Council welcomed the truce” on Friday.',
        'The text said “the Council welcomed the truce" on Friday, and “Aurel” was its name.',
        'The text said „the Council welcomed the truce" on Friday.',
        'The text said "the Council “welcomed” the truce" on Friday.',
    ],
)
def test_marks_that_two_keyboards_typed_hold_one_quotation(article: str) -> None:
    made = check_quotations(stmtdiff.parse(article), [HARBOUR])
    assert [one.verdict for one in made.checked][:1] == ["exact"]
    assert made.checked[0].quotation.closed


def test_a_cut_that_joins_what_belongs_apart_is_told() -> None:
    one = only("It “condemned the seizure of the ferry ... by the loss of 27 lives”.", 2025)
    assert one.verdict == "exact"  # the act and its own object: nothing is turned
    one = only("It “expressed concern over the dredging ... and may undermine the truce”.", 2025)
    assert (one.verdict, one.reason) == (
        "stitched", "the parts belong to different verbs there: 'expressed' and 'undermine'",
    )  # fmt: skip


def test_a_condition_that_a_quotation_leaves_behind_is_said() -> None:
    one = only("It “welcomed the relighting of the western beacons”.", 2025)
    assert one.notes == ("the statement goes on 'unless the truce should lapse'",)
    assert only("It “welcomed the relighting of the western beacons” unless the truce lapses.", 2025).notes == ()


# --- Claims ----------------------------------------------------------------------------------------------------------

BEACONS = "“the relighting of the western beacons”"


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("It was softened from “serious concern” last year to “concern”.", "contrast holds"),
        ("It was softened from “concern” last year to “serious concern”.", "contrast does-not-hold"),
        ("It hardened from “serious concern” to “concern”.", "contrast does-not-hold"),
        ("The text replaces “demanded” with “called for”.", "contrast holds"),
        ("It swapped “demanded” for “called for”.", "contrast holds"),
        ("It substituted “called for” for “demanded”.", "contrast holds"),
        ("“Strongly condemned” was watered down to “condemned”.", "contrast holds"),
        ("What was “serious concern” a year ago is now “concern”.", "contrast holds"),
        ("Instead of last year's “demanded”, the text has “called for”.", "contrast holds"),
        ("Between 2022 and 2023 “grave concern” gave way to “serious concern”.", "contrast holds"),
        ("It went from “grave concern” in 2022 to “concern” in 2025.", "contrast holds"),
        ("Gone is “verifiable and irreversible”.", "dropped holds"),
        ("Gone is “in a peaceful manner”.", "dropped does-not-hold"),
        ("Missing from the text: “verifiable and irreversible”.", "dropped holds"),
        ("The statement does not repeat “verifiable and irreversible”.", "dropped holds"),
        ("The words “verifiable and irreversible” did not survive.", "dropped holds"),
        ("In 2024 ministers dropped “must remain open to all vessels”.", "dropped holds"),
        ("In 2023 ministers dropped “must remain open to all vessels”.", "dropped does-not-hold"),
        ("In 2020 ministers dropped “must remain open to all vessels”.", "dropped not-checkable"),
        ("The statement added the words “have eroded trust”.", "added holds"),
        ("New this year is “the loss of 27 lives”.", "added holds"),
        ("It added the words “self-restraint”.", "added does-not-hold"),
        ("It kept “in a peaceful manner”.", "kept holds"),
        ("The statement retained “have eroded trust”.", "kept does-not-hold"),
        (f"The Meeting again spoke of {BEACONS}.", "again holds"),
        ("The Meeting once more spoke of “the loss of 27 lives”.", "again does-not-hold"),
        (f"The statement restored {BEACONS}.", "restored holds"),
        (f"{BEACONS} is back.", "restored holds"),
        ("The text reinstated “in a peaceful manner”.", "restored does-not-hold"),
        ("The text reinstated “have eroded trust”.", "restored not-checkable"),
        (f"For the first time since 2021 it spoke of {BEACONS}.", "first holds"),
        (f"It was the first mention of {BEACONS} since 2021.", "first holds"),
        (f"For the first time in four years it spoke of {BEACONS}.", "first holds"),
        (f"For the first time since 2023 it spoke of {BEACONS}.", "first does-not-hold"),
        (f"For the first time since 2019 it spoke of {BEACONS}.", "first does-not-hold"),
        (f"For the first time it spoke of {BEACONS}.", "first does-not-hold"),
        ("For the first time it spoke of “the loss of 27 lives”.", "first holds"),
        (f"For the first time since the war it spoke of {BEACONS}.", "first not-checkable"),
    ],
)
def test_a_claim_in_a_natural_form_is_judged_against_the_releases_it_names(article: str, told: str) -> None:
    """Each form of a claim, with the series as it is known; what is not proved either way is not checkable."""
    made = held(article)
    assert [f"{claim.kind} {claim.verdict}" for claim in made.claims] == [told]
    assert made.wrong == told.endswith("does-not-hold")


@pytest.mark.parametrize(
    "article",
    [
        "Brevia urged ministers to drop “in a peaceful manner”.",
        "Ministers may drop “in a peaceful manner”.",
        "The Meeting did not drop “in a peaceful manner”.",
        "The text ranges from “self-restraint” to “in a peaceful manner”.",
        "It spoke of “self-restraint” rather than “in a peaceful manner”.",
    ],
)
def test_what_nobody_claims_is_no_claim(article: str) -> None:
    assert held(article).claims == ()


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (f"For the first time since 2021 it spoke of {BEACONS}.", "the library does not have the text of 2023"),
        ("For the first time it spoke of “the loss of 27 lives”.", "the library does not have the text of 2023"),
        ("In 2024 ministers dropped “must remain open to all vessels”.", "the library does not have the text of 2023"),
    ],
)
def test_a_release_without_a_text_proves_nothing(article: str, reason: str) -> None:
    """A year that nobody could read is never a year in which a phrase was missing."""
    made = held(article, missing=(2023,))
    assert [(claim.verdict, claim.reason) for claim in made.claims] == [("not-checkable", reason)]
    assert "no text in the library: 2023" in stmtdiff.render(made, "text")
    assert json.loads(stmtdiff.render(made, "json"))["missing"] == ["2023"]


# --- The command and its outputs -------------------------------------------------------------------------------------


def test_exit_1_is_for_what_is_proved_and_any_is_the_old_meaning(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The harbour was full of “ghost boats”.\n", encoding="utf-8")
    against = (article, "--against", ARTICLES / "harbour.txt")
    assert [run("quotes", *against, *more).returncode for more in ((), ("--fail-on", "any"))] == [0, 1]
    article.write_text("The Council said “the fund is empty”.\n", encoding="utf-8")
    assert run("quotes", *against).returncode == 1
    done = run("quotes", *against, "--fail-on", "all")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert "--fail-on cannot be 'all' (one of: wrong, any)" in done.stderr.decode()


def test_a_folder_is_a_series_to_hold_against(tmp_path: Path) -> None:
    folder = tmp_path / "tidewater"
    folder.mkdir()
    for year in RELEASES:
        shutil.copy(TIDEWATER / f"{year}.txt", folder)
    done = run("quotes", TIDEWATER / "04-agency.md", "--series", folder, "-f", "json")
    data = json.loads(done.stdout)
    assert done.returncode == 1
    assert [one["date"] for one in data["statements"]][:2] == ["2025-07-11", "2024-07-26"]
    assert [claim["since"] for claim in data["claims"] if claim["kind"] == "first"] == [2021, 2023]
    done = run("quotes", TIDEWATER / "04-agency.md", "--series", tmp_path / "absent")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    copy = folder / "2025.txt"
    done = run("quotes", TIDEWATER / "04-agency.md", "--series", folder, "-o", copy)
    assert (done.returncode, b"would overwrite" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", sorted(TABLE))
def test_the_json_of_every_article_fits_its_schema(name: str) -> None:
    result = check_quotations(stmtdiff.load(TIDEWATER / f"{name}.md"), list(RELEASES.values()))
    Draft202012Validator(SCHEMAS["quotes-2.json"]).validate(json.loads(stmtdiff.render(result, "json")))


class _Cells(HTMLParser):
    """Gathers the text of a page, and the elements that are open at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.open = "", []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the parser's own signature
        if tag not in ("meta", "br", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_shows_what_the_text_shows() -> None:
    made = held("The Meeting “deplored the seizure of the ferry <b>Aurel</b>”. Gone is “in a peaceful manner”.")
    page = stmtdiff.render(made, "html")
    cells = _Cells()
    cells.feed(page)
    assert cells.open == []
    assert "ALTERED" in cells.text
    assert "<del>condemned</del><ins>deplored</ins>" in page
    assert "CLAIM WRONG" in cells.text
    assert "<b>" not in page
    assert "<script" not in page
