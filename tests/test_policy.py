"""A policy is read strictly: what cannot be meant is an error with its line and column."""

from pathlib import Path

import pytest
from conftest import ROOT
from support.command import run
from support.verdicts import CVID, policy

import stmtdiff
from stmtdiff.checking import read_baseline, read_policy
from stmtdiff.checking.baseline import appended
from stmtdiff.checking.baseline import read_baseline as read_again
from stmtdiff.checking.examples import run_examples
from stmtdiff.checking.explaining import explain, overview
from stmtdiff.checking.policy import Watch
from stmtdiff.checking.starting import starter
from stmtdiff.errors import SettingsError
from stmtdiff.settings import find_settings_file

ENTRY = '[[{}]]\nid = "a"\nmessage = "m"\n'


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("[[wacth]]\n", "1:1", "unknown key 'wacth' (did you mean 'watch'?)"),
        ("[watch]\nid = 1\n", "1:1", "'watch' must be a list of tables"),
        (CVID + "sevrity = 'note'\n", "5:1", "did you mean 'severity'?"),
        (CVID + "severity = 'grave'\n", "5:1", "'severity': there is no 'grave' (one of: error, warning, note)"),
        (CVID.replace('"cvid"', '"C V"'), "2:1", "'C V' is not a valid id"),
        (CVID.replace('"The formula changed."', '" "'), "4:1", "the message is empty"),
        (CVID.replace("complete,", "... complete,"), "3:1", "begins or ends with a gap"),
        (CVID + CVID, "6:1", "the id 'cvid' is used twice (it is used in line 1)"),
        (CVID + "fires = [{ old = 'a' }]\n", "5:10", "'fires': the key 'new' is missing"),
        (ENTRY.format("require") + "phrase = 'a'\nallowed = ['b', '...']\n", "5:17", "has no word"),
        (ENTRY.format("ladder") + "rungs = ['a']\n", "4:1", "at least two rungs"),
        (ENTRY.format("ladder") + "rungs = ['some', 'grave']\nfloor = 'gave'\n", "5:1", "did you mean 'grave'?"),
        (ENTRY.format("max") + "direction = 'down'\ncount = 1\n", "4:1", "there is no 'down' (one of: softer, firmer)"),
        (ENTRY.format("max") + "direction = 'softer'\ncount = -1\n", "5:1", "the count is negative"),
        (ENTRY.format("max") + "direction = 'softer'\ncount = 'two'\n", "5:1", "expected `int`"),
        ("[[severity]]\nid = 'a'\nrule = 'GN104'\n", "3:1", "did you mean 'GEN104'?"),
        ("[[ignore]]\nid = 'a'\nreason = 'r'\n", "1:1", "must name one entry or one rule"),
        ("[[ignore]]\nid = 'a'\nentry = 'cvid'\nreason = ''\n", "4:1", "the reason is empty"),
        ("[[ignore]]\nid = 'a'\nentry = 'cvd'\nreason = 'r'\n" + CVID, "3:1", "did you mean 'cvid'?"),
        ("[[ignore]]\nid = 'a'\nrule = 'NONE1'\nreason = 'r'\n" + CVID, "3:1", "there is no rule 'NONE1'"),
        ("[[ignore]]\nid = 'a'\nentry = 'cvid'\nreason = 'r'\nuntil = 'soon'\n" + CVID, "5:1", "'until'"),
        ("packs = ['climate']\n[[severity]]\nid = 'a'\nrule = 'SEC*'\n", "4:1", "is in none of the policy's packs"),
        (
            "[[ignore]]\nid = 'a'\nentry = 'cvid'\nreason = 'r'\nseries = 'fomc'\n" + CVID + "series = 'arf'\n",
            "5:1",
            "an entry for other series ('cvid' is for arf)",
        ),
        ("packs = ['opera']\n" + CVID, "1:1", "there is no rule pack 'opera'"),
        ("rules = ['none.toml']\n" + CVID, "", "none.toml: there is no such file"),
        ("fail_on = 'never'\n" + CVID, "1:1", "'fail_on'"),
        ("[[watch]\n", "1:8", "this is not TOML"),
    ],
)
def test_mistakes_are_named_with_their_place(text: str, place: str, said: str, tmp_path: Path):
    with pytest.raises(SettingsError) as raised:
        policy(tmp_path, text)
    assert said in str(raised.value)
    if place:
        assert str(raised.value).startswith(f"{tmp_path}/stmtdiff.toml:{place}: ")


def test_other_settings_may_stand_beside_the_entries(tmp_path: Path):
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    (tmp_path / "own.toml").write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    text = 'library = "texts"\npacks = ["security"]\nrules = ["own.toml"]\nfail_on = "note"\n'
    read = policy(tmp_path, f'{text}{CVID}[[severity]]\nid = "own"\nrule = "HAR101"\n')
    assert (read.packs, read.rules, read.fail_on) == (("security",), (tmp_path / "own.toml",), "note")
    assert [entry.id for entry in read.entries] == ["cvid", "own"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('severity = "erorr"', "'severity': there is no 'erorr' (did you mean 'error'? one of: error, warning, note)"),
        ('severity = "loud"', "'severity': there is no 'loud' (one of: error, warning, note)"),
        ('acts = "call*"', "'acts': expected `array`, got `str`"),
        ('acts = ["*a"]', "'*a' has a star that is not at the end of a word"),
        ('of = "a|"', "'a|' has an empty choice"),
        ('speaker = ["x"]', "unknown key 'speaker' (did you mean 'speakers'?)"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(line: str, said: str, tmp_path: Path):
    with pytest.raises(SettingsError) as caught:
        policy(tmp_path, f"{CVID}{line}\n")
    assert said in str(caught.value)
    assert "stmtdiff.toml:5:" in str(caught.value)


def test_a_direction_that_does_not_exist_is_named_with_those_that_do(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"there is no 'soft' .*one of: softer, firmer"):
        policy(tmp_path, '[[max]]\nid = "m"\nmessage = "m"\ncount = 0\ndirection = "soft"\n')


TEXT = """\
1. The Council of Lamps held to the complete, verifiable and irreversible denuclearisation of the reefs.

2. The Council condemned in the strongest terms the raid on Orlo, and voiced "grave concern|alarm" over Brevia.
"""


def test_a_policy_is_proposed_from_the_strong_formulas_of_a_statement(tmp_path: Path):
    (tmp_path / "new.txt").write_text(TEXT, encoding="utf-8")
    done = run("policy", "init", "--from", "new.txt", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    made = (tmp_path / "stmtdiff.toml").read_text(encoding="utf-8")
    assert "# paragraph 1, 'The Council of Lamps held to', rule SEC101\n[[watch]]\n" in made
    read = read_policy(tmp_path / "stmtdiff.toml")
    assert read.entries[0].phrases[0].pattern == "complete, verifiable and irreversible"
    assert all(isinstance(entry, Watch) for entry in read.entries)
    same = stmtdiff.compare(stmtdiff.parse(TEXT), stmtdiff.parse(TEXT))
    assert stmtdiff.check(same, read).findings == ()


def test_a_statement_without_formulas_proposes_nothing_and_writes_nothing(tmp_path: Path):
    (tmp_path / "new.txt").write_text("The lamps are lit.", encoding="utf-8")
    done = run("policy", "init", "--from", "new.txt", folder=tmp_path)
    assert (done.returncode, b"no strong formula" in done.stderr) == (2, True)
    assert not (tmp_path / "stmtdiff.toml").exists()
    assert run("policy", "init", "--from", "new.txt", "--empty", folder=tmp_path).returncode == 2


def test_an_empty_policy_reads_and_says_that_it_has_no_entry(tmp_path: Path):
    assert run("policy", "init", "--empty", folder=tmp_path).returncode == 0
    read = read_policy(tmp_path / "stmtdiff.toml")
    assert read.entries == ()
    with pytest.raises(SettingsError, match="the policy has no entry"):
        stmtdiff.check(stmtdiff.compare(stmtdiff.parse("a"), stmtdiff.parse("b")), read)


def test_the_first_policy_reads_and_its_examples_hold(tmp_path: Path):
    read = policy(tmp_path, starter())
    kinds = {entry.kind for entry in read.entries}
    assert kinds == {"require", "forbid", "watch", "ladder", "max", "topic", "severity", "ignore"}
    assert run_examples(read) == ()


def test_the_page_on_policies_shows_entries_that_read_and_whose_examples_hold(tmp_path: Path):
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in page.split("```toml\n")[1:]]
    entries = "".join(block for block in blocks if "schema" not in block)
    read = policy(tmp_path, f'schema = "stmtdiff-policy/2"\n{entries}')
    assert {entry.kind for entry in read.entries} == {
        *("require", "forbid", "watch", "ladder", "max", "topic", "severity", "ignore")
    }
    assert all(entry.examples for entry in read.entries if entry.kind != "ignore")
    assert run_examples(read) == ()
    (baseline,) = [block for block in blocks if "schema" in block]
    (tmp_path / "baseline.toml").write_text(baseline, encoding="utf-8")
    assert len(read_baseline(tmp_path / "baseline.toml").accepted) == 1


def test_an_example_that_does_not_hold_is_named(tmp_path: Path):
    same = "The complete, verifiable and irreversible end."
    wrong = f'fires = [{{ old = "{same}", new = "{same}" }}]\nquiet = [{{ old = "No such words.", new = "None." }}]\n'
    failures = run_examples(policy(tmp_path, CVID + wrong))
    assert [failure.found for failure in failures] == [(), ("unknown phrase",)]
    assert str(failures[0]).startswith("line 1: cvid: fires, but was quiet: ")


def test_an_example_of_a_rule_and_of_an_entry_for_one_series(tmp_path: Path):
    example = 'fires = [{ old = "The Meeting urged talks.", new = "The Meeting encouraged talks." }]\n'
    assert run_examples(policy(tmp_path, f'[[severity]]\nid = "a"\nrule = "GEN104"\nseries = "x"\n{example}')) == ()


def test_every_entry_can_be_explained(tmp_path: Path):
    read = policy(tmp_path, starter())
    for entry in read.entries:
        told = explain(read, entry.id)
        assert told.startswith(f"{entry.id} ({entry.kind}; ")
        assert entry.id in overview(read)
    assert "may not be below 'concern'" in explain(read, "concern-over-tests")
    with pytest.raises(SettingsError, match="did you mean 'cvid'"):
        explain(read, "cvd")


def test_the_settings_file_is_looked_for_up_to_the_root_of_the_repository(tmp_path: Path):
    """A file above the repository, or above a folder in none, decides nothing."""
    root, deep = tmp_path / "repository", tmp_path / "repository" / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "stmtdiff.toml").touch()
    assert find_settings_file(deep) is None
    (root / ".git").mkdir()
    assert find_settings_file(deep) is None
    (root / "stmtdiff.toml").touch()
    assert find_settings_file(deep) == root.resolve() / "stmtdiff.toml"
    (deep / "stmtdiff.toml").touch()
    assert find_settings_file(deep) == deep.resolve() / "stmtdiff.toml"
    assert find_settings_file(tmp_path) == tmp_path.resolve() / "stmtdiff.toml"


BASELINE = 'schema = "stmtdiff-baseline/1"\n'
ACCEPTED = '[[accepted]]\nid = "a.1"\nwhat = "w"\nreason = "r"\nold = { sha256 = "0" }\nnew = { sha256 = "1" }\n'


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", "1:1", "the key 'schema' is missing"),
        ('schema = "stmtdiff-baseline/9"\n', "1:1", "is not known to this version"),
        (BASELINE + "accepted = 1\n", "2:1", "must be a list of tables"),
        (BASELINE + ACCEPTED + "untill = 2031-01-01\n", "8:1", "did you mean 'until'?"),
        (BASELINE + ACCEPTED.replace('{ sha256 = "0" }', "{ sha = 1 }"), "6:1", "'old'"),
    ],
)
def test_a_broken_baseline_is_named_with_its_place(text: str, place: str, said: str, tmp_path: Path):
    path = tmp_path / "stmtdiff-baseline.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        read_baseline(path)
    assert said in str(raised.value)
    assert str(raised.value).startswith(f"{path}:{place}: ")


def test_an_acceptance_is_appended_and_nothing_that_stands_there_is_touched(tmp_path: Path):
    """A baseline is edited by hand: its comments, its order and its line ends stay."""
    by_hand = f"# ours\n{BASELINE}\n{ACCEPTED.replace('a.1', 'z.9')}# last words, without a line end"
    path = tmp_path / "stmtdiff-baseline.toml"
    path.write_text(BASELINE + ACCEPTED, encoding="utf-8")
    (one,) = read_baseline(path).accepted
    hostile = type(one)("b.2", 'quote " back \\ line\nnext \x7f\x01 \ud800 東', "'''\"\"\"]] #", one.old, one.new)
    text = appended(by_hand, [one, hostile])
    assert text.startswith(by_hand)
    path.write_text(text, encoding="utf-8")
    assert [entry.id for entry in read_again(path).accepted] == ["z.9", "a.1", "b.2"]
    assert read_again(path).accepted[2].what == 'quote " back \\ line\nnext \x7f\x01 ? 東'


def test_a_rule_that_an_entry_calls_up_brings_its_pack(tmp_path: Path):
    """A series narrows the packs; an entry on a rule of another one would find nothing and pass in silence."""
    usual = ("central-bank", "general")
    called = policy(tmp_path, "[[severity]]\nid = 'a'\nrule = 'SEC*'\n")
    assert called.packs_within(usual) == (*usual, "security")
    assert called.packs_within(None) is None
    assert policy(tmp_path, "[[severity]]\nid = 'a'\nrule = 'GEN*'\n").packs_within(usual) == usual
    own = policy(tmp_path, "packs = ['security']\n[[severity]]\nid = 'a'\nrule = 'SEC*'\n")
    assert own.packs_within(usual) == ("security",)
