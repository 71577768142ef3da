"""Packs that people write: what is wrong with one is said with its line and column."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from stmtdiff.align import align
from stmtdiff.cli.rules import rules
from stmtdiff.errors import SettingsError
from stmtdiff.outline import from_paragraphs
from stmtdiff.rules import annotate, explain, library, load_packs
from stmtdiff.rules.examples import run_examples
from stmtdiff.rules.library import SHIPPED, read_for_test, shipped_packs, shipped_paths
from stmtdiff.rules.reading import read_pack
from stmtdiff.rules.subjects import SubjectFinder
from stmtdiff.settings import Settings
from stmtdiff.shifts import shifts
from stmtdiff.words import words

QUIET = 'quiet = [{ old = "The ship is ordered to moor.", new = "The boat is ordered to moor." }]'
PACK = f"""\
id = "harbour"
name = "Harbour rules"
about = "The words of harbour masters."
axis = "harbour"
softer = "slack"
firmer = "tight"

[[rule]]
code = "HAR101"
name = "mooring-order-changed"
kind = "ladder"
severity = "warning"
message = "'{{old}}' -> '{{new}}'"
why = "A ship that must moor may not wait."
ranks = ["moors at will", "is asked to moor", "is ordered to moor"]
fires = [{{ old = "The ship is ordered to moor.", new = "The ship is asked to moor.", direction = "softer" }}]
{QUIET}
"""


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_a_pack_of_ones_own_is_read_tried_and_applied(pack_file):
    pack = read_pack(pack_file)
    assert run_examples(pack) == ()
    old, new = from_paragraphs(["The ship is asked to moor."]), from_paragraphs(["The ship is ordered to moor."])
    found, _ = shifts(old, new, align(old, new, Settings()), Settings())
    [one] = [one for one in annotate(old, new, found, rule_files=(pack_file,)) if one.rule == "HAR101"]
    assert (one.word, one.message) == ("tight", "'is asked to moor' -> 'is ordered to moor'")


def test_an_example_that_does_not_come_out_is_named(pack_file):
    pack_file.write_text(PACK.replace('direction = "softer"', 'direction = "firmer"'), encoding="utf-8")
    [failure] = run_examples(read_pack(pack_file))
    assert str(failure).startswith("HAR101: firmer, but was softer: 'The ship is ordered to moor.'")


def test_the_pack_in_the_documentation_passes_its_own_examples(tmp_path):
    page = (Path(__file__).parent.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    path = tmp_path / "documented.toml"
    path.write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    assert run_examples(read_pack(path)) == ()


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Return a folder with the files of the shipped packs, which are read from there."""
    for path in shipped_paths()[0].parent.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(library, "_FOLDER", tmp_path)
    return tmp_path


def test_the_examples_of_all_shipped_packs_are_run_from_their_files_and_counted(checkout):
    done = CliRunner().invoke(rules, ["test"])
    told = [
        f"{pack.id}: {sum(len(rule.examples) for rule in pack.rules) + len(pack.subjects)} examples"
        f" of {len(pack.rules)} rules{f' and {len(pack.subjects)} subjects' * bool(pack.subjects)}, 0 failed"
        for pack in shipped_packs()
    ]
    assert (done.exit_code, done.output.splitlines()) == (0, told)
    path = checkout / "security.toml"
    path.write_text(path.read_text("utf-8").replace('direction = "softer"', 'direction = "firmer"', 1), "utf-8")
    done = CliRunner().invoke(rules, ["test"])
    assert done.exit_code == 1
    assert done.output.startswith("SEC101: firmer, but was softer: ")
    counted = next(line for line in told if line.startswith("security: ")).replace(", 0 failed", ", 1 failed")
    assert f"{counted}\n" in done.output


def test_a_shipped_pack_is_tried_by_its_file():
    path = next(path for path in shipped_paths() if path.stem == "climate")
    done = CliRunner().invoke(rules, ["test", str(path)])
    assert (done.exit_code, done.output) == (0, "climate: 55 examples of 11 rules and 15 subjects, 0 failed\n")


def test_rules_upgrade_writes_rules_that_find_the_same(pack_file):
    wide = PACK.replace('"is asked to moor"', '"is asked|begged to moor"')
    pack_file.write_text(f"# Ours.\n\n{wide}", encoding="utf-8")
    before = read_for_test(pack_file)
    warned = CliRunner().invoke(rules, ["test", str(pack_file)]).output
    assert "'is asked|begged to moor' is read as 'is asked to moor' or 'is begged to moor'; in schema 2" in warned
    assert CliRunner().invoke(rules, ["upgrade", str(pack_file)]).output.endswith("schema 2 now; 1 phrase rewritten\n")
    assert pack_file.read_text(encoding="utf-8") == (
        f'# Ours.\n\nschema = "stmtdiff-rules/2"\n{wide.replace("asked|begged", "(asked|begged)")}'
    )
    after = read_for_test(pack_file)
    assert [term.readings for step in after.rules[0].steps for term in step] == [
        term.readings for step in before.rules[0].steps for term in step
    ]
    assert "schema" not in CliRunner().invoke(rules, ["test", str(pack_file)]).output


def test_a_pack_of_ones_own_may_not_take_a_shipped_code(pack_file):
    pack_file.write_text(PACK.replace("HAR101", "SEC101"), encoding="utf-8")
    done = CliRunner().invoke(rules, ["test", str(pack_file)])
    assert "the code SEC101 is taken" in str(done.exception)


@pytest.mark.parametrize(
    ("before", "after", "place", "message"),
    [
        ('severity = "warning"', 'sevrity = "warning"', "12:1", "unknown key 'sevrity'"),
        ('severity = "warning"', 'severity = "loud"', "12:1", "severity"),
        ('severity = "warning"\n', "", "8:1", "severity"),
        ('kind = "ladder"', 'kind = "stairs"', "11:1", "kind"),
        ('kind = "ladder"', 'kind = "presence"', "15:1", "a presence has no 'ranks'"),
        ('"moors at will"', '"..."', "15:1", "has no word"),
        ('["moors at will", "is asked to moor", "is ordered to moor"]', '["moors"]', "8:1", "at least 2"),
        ("'{old}' -> '{new}'", "{odl}", "13:1", "'{odl}'"),
        ("'{old}' -> '{new}'", "{old", "13:1", "message cannot be filled in"),
        ("HAR101", "har101", "9:1", "not a rule code"),
        ("HAR101", "GEN101", "9:1", "GEN101 is taken"),
        ('kind = "ladder"', 'kind = "acts"', "15:1", "acts has no 'ranks'"),
        (
            'quiet = [{ old = "The ship is ordered to moor.", new = "The boat is ordered to moor." }]',
            "quiet = []",
            "17:1",
            "no 'quiet' example",
        ),
        (', direction = "softer"', "", "16:10", "say the direction"),
        (', direction = "softer"', ', way = "softer"', "16", "unknown key 'way'"),
        ('axis = "harbour"', "axis = 3", "4:1", "axis"),
        ('about = "The', 'about = "The\n', "3:", "not TOML"),
    ],
)
def test_a_mistake_in_a_pack_is_named_with_line_and_column(pack_file, before, after, place, message):
    assert before in PACK
    pack_file.write_text(PACK.replace(before, after), encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_packs(Settings(rules=(pack_file,)))
    text = str(caught.value)
    assert text.startswith(f"{pack_file}:{place}")
    assert message in text


def test_a_pack_without_rules_is_an_error(pack_file):
    pack_file.write_text(PACK.split("[[rule]]")[0], encoding="utf-8")
    with pytest.raises(SettingsError, match="no rule"):
        read_pack(pack_file)


def test_an_unknown_pack_name_lists_the_shipped_ones():
    with pytest.raises(SettingsError) as caught:
        load_packs(Settings(packs=("weather",)))
    assert ", ".join(SHIPPED) in str(caught.value)


def test_codes_and_names_of_shipped_rules_are_unique_and_every_rule_says_why():
    rules = [rule for pack in load_packs() for rule in pack.rules]
    assert len({rule.code for rule in rules}) == len(rules)
    assert all(len({rule.name for rule in pack.rules}) == len(pack.rules) for pack in load_packs())
    assert all(len(rule.why.split()) >= 5 for rule in rules)


SENSES = f"""\
id = "harbour"
name = "Harbour rules"
about = "The words of harbour masters."
axis = "harbour"
softer = "slack"
firmer = "tight"
language = "en"

[[rule]]
code = "HAR201"
name = "order-changed"
kind = "acts"
severity = "warning"
message = "{{change}}"
why = "Who is asked to moor may not moor."
fires = [{{ old = "We demand the ship.", new = "We invite the ship.", direction = "softer" }}]
{QUIET}

[[rule.senses]]
of = "act"
worth = 10
terms = ["invite"]

[[rule.senses]]
of = "act"
worth = 40
terms = ["demand"]
source = "The port bye-laws of 1998."
"""


def test_a_rule_on_acts_of_ones_own_is_read_tried_and_explained(pack_file):
    pack_file.write_text(SENSES, encoding="utf-8")
    pack = read_pack(pack_file)
    assert run_examples(pack) == ()
    assert "Source: The port bye-laws of 1998." in explain("HAR201", packs=(pack,))


@pytest.mark.parametrize(
    ("before", "after", "place", "message"),
    [
        (
            'of = "act"\nworth = 10',
            'of = "quantity"\nworth = 10',
            "20:1",
            "'quantity' is not a sense of the kind 'acts'",
        ),
        ('kind = "acts"', 'kind = "ladder"', "9:1", "needs at least 2 of 'ranks'"),
        ('kind = "acts"', 'kind = "vote"', "9:1", "vote has no senses"),
        ('terms = ["invite"]', 'terms = ["..."]', "22:1", "has no word"),
    ],
)
def test_a_mistake_in_a_sense_is_named_with_line_and_column(pack_file, before, after, place, message):
    pack_file.write_text(SENSES.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_pack(pack_file)
    assert str(caught.value).startswith(f"{pack_file}:{place}")
    assert message in str(caught.value)


def test_a_pack_in_another_language_leaves_an_english_text_alone(pack_file):
    pack_file.write_text(SENSES.replace('language = "en"', 'language = "fr"'), encoding="utf-8")
    old, new = from_paragraphs(["We demand the ship."]), from_paragraphs(["We invite the ship."])
    found, _ = shifts(old, new, align(old, new, Settings()), Settings())
    assert [one for one in annotate(old, new, found, packs=(), rule_files=(pack_file,)) if one.rule == "HAR201"] == []


SUBJECT = """
[[subject]]
name = "Harbour dues"
terms = ["due|dues", "toll*"]
source = "Named as in the bye-laws of the port."
example = "The tolls of the quay rise in May."
"""


def test_subjects_of_a_pack_are_read_and_tried_on_their_examples(pack_file):
    pack_file.write_text(PACK + SUBJECT, encoding="utf-8")
    [subject] = read_pack(pack_file).subjects
    assert (subject.name, subject.source) == ("Harbour dues", "Named as in the bye-laws of the port.")
    done = CliRunner().invoke(rules, ["test", str(pack_file)])
    assert (done.exit_code, done.output) == (0, "harbour: 3 examples of 1 rules and 1 subjects, 0 failed\n")


def test_a_subject_that_its_own_example_does_not_tell_fails_the_pack(pack_file):
    pack_file.write_text(PACK + SUBJECT.replace("The tolls", "The bells"), encoding="utf-8")
    done = CliRunner().invoke(rules, ["test", str(pack_file)])
    assert done.exit_code == 1
    assert "subject 'Harbour dues': not found; found instead: nothing: 'The bells" in done.output


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (SUBJECT + SUBJECT, "the subject 'Harbour dues' is listed twice"),
        (SUBJECT.replace('"due|dues", "toll*"', ""), "the subject 'Harbour dues' has no term"),
        (SUBJECT.replace("Harbour dues", " "), "a subject needs a name"),
        (SUBJECT.replace("toll*", "*toll"), "has a star"),
        (SUBJECT.replace("source", "sauce"), "unknown key 'sauce'"),
        (SUBJECT.replace('example = "The tolls of the quay rise in May."', ""), "example"),
    ],
)
def test_a_mistake_in_a_subject_is_named_with_its_place(pack_file, wrong, message):
    pack_file.write_text(PACK + wrong, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"harbour\.toml:\d+:\d+: ") as caught:
        read_pack(pack_file)
    assert message in str(caught.value)


def test_of_two_subjects_that_share_a_word_the_longer_phrase_counts(pack_file):
    other = SUBJECT.replace("Harbour dues", "Night tolls").replace("toll*", "night toll*")
    pack_file.write_text(PACK + SUBJECT + other, encoding="utf-8")
    finder, cut = SubjectFinder([read_pack(pack_file)]), words("Night tolls and tolls by day.")
    assert [told.subject.name for told in finder.find(cut, 0, len(cut))] == ["Night tolls", "Harbour dues"]


def test_a_pack_tells_no_subject_in_a_paragraph_that_it_abstains_from(pack_file):
    pack_file.write_text('abstains = ["fog"]\n' + PACK + SUBJECT, encoding="utf-8")
    finder = SubjectFinder([read_pack(pack_file)])
    told = [bool(finder.find(words(text), 0, 5)) for text in ("The tolls rise in May.", "The tolls rise in fog.")]
    assert told == [True, False]
