"""Many pairs: a record each, in the order of the list, nothing lost and nothing twice."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.batch import Deadly
from support.command import run
from test_schema import SCHEMAS

from stmtdiff.batch import Cluster, Journal, Pair, Processes, Work, listed, neighbours
from stmtdiff.batch.table import write_lines, write_table
from stmtdiff.errors import LoadError, RenderError
from stmtdiff.series.holdings import Library

NOBODY = Library(None)
SAMPLE = neighbours("sample", NOBODY)
LINES = tuple(Processes().lines(SAMPLE, Work()))
SCHEMA = SCHEMAS["batch-1.json"]
OLD = "1. The Forum met in Quarrel Bay on 3 July 2024.\n\n2. Many Ministers urged restraint.\n"
NEW = "1. The Forum met in Tern Point on 9 July 2025.\n\n2. The Meeting urged restraint.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two statements and a list of three pairs, one of them with a file that is not there."""
    (tmp_path / "2024.txt").write_text(OLD)
    (tmp_path / "2025.txt").write_text(NEW)
    (tmp_path / "list.csv").write_text(
        "id,old,new,desk\nforum,2024.txt,2025.txt,asia\nlost,2024.txt,2031.txt,asia\n,sample:2019,sample:2020,\n"
    )
    return tmp_path


def test_each_release_is_compared_with_the_one_before():
    assert [(pair.number, pair.old, pair.new) for pair in SAMPLE[:2]] == [
        (1, "sample:2019", "sample:2020"),
        (2, "sample:2020", "sample:2021"),
    ]
    assert len(SAMPLE) == 6


def test_a_folder_of_dated_files_is_a_series(folder: Path):
    (folder / "notes.txt").write_text("no statement")
    pairs = neighbours(str(folder), NOBODY)
    assert [(Path(pair.old).name, Path(pair.new).name) for pair in pairs] == [("2024.txt", "2025.txt")]


def test_releases_without_a_text_are_named_between_the_two(tmp_path: Path):
    home = tmp_path / "quarrel"
    home.mkdir()
    releases = "".join(f"[[release]]\ndate = {year}-07-03\n" for year in (2022, 2023, 2024))
    (home / "series.toml").write_text(
        f'schema = "stmtdiff-series/1"\nid = "quarrel"\ntitle = "Quarrel Bay Forum"\n{releases}'
    )
    for year in (2022, 2024):
        text = tmp_path / f"{year}-07-03.txt"
        text.write_text(OLD.replace("3 July 2024", f"3 July {year}"))
        assert run("add", "--series", "quarrel", str(text), "--library", str(tmp_path)).returncode == 0
    (pair,) = neighbours("quarrel", Library(tmp_path))
    assert (pair.old, pair.new, pair.between) == (
        "quarrel:2022",
        "quarrel:2024",
        ("quarrel:2023",),
    )


@pytest.mark.parametrize("line", LINES)
def test_every_record_fits_its_schema(line: str):
    Draft202012Validator(SCHEMA).validate(json.loads(line))
    assert not Draft202012Validator(SCHEMA).is_valid(json.loads(line) | {"surprise": 1})


@pytest.mark.parametrize("what", ["brief", "report"])
def test_a_record_holds_what_was_asked_for_in_the_shape_of_its_own_schema(what: str):
    record = json.loads(Work(what=what).line(SAMPLE[0]))  # type: ignore[arg-type]
    Draft202012Validator(SCHEMA).validate(record)
    Draft202012Validator(SCHEMAS[f"{what}-2.json"]).validate(record[what])


def test_a_pair_that_cannot_be_read_is_a_record_with_its_error(folder: Path):
    records = [json.loads(line) for line in Processes().lines(listed(folder / "list.csv"), Work())]
    assert [record["id"] for record in records] == ["forum", "lost", "sample:2019 sample:2020"]
    assert "2031.txt" in records[1]["error"]
    assert records[1]["counts"] is None
    assert records[0]["counts"]["substantive"] == 1
    for record in records:
        Draft202012Validator(SCHEMA).validate(record)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("left,right\na,b\n", "no column 'old'"),
        ("old,new\na,\n", "no 'new'"),
        ("id,old,new\nx,a,b\nx,c,d\n", "called 'x'"),
        ("", "no column 'old'"),
    ],
)
def test_a_list_that_is_wrong_is_refused_with_its_place(tmp_path: Path, text: str, said: str):
    path = tmp_path / "list.csv"
    path.write_text(text)
    with pytest.raises(LoadError, match=said) as caught:
        listed(path)
    assert caught.value.path == path


def test_several_processes_write_what_one_writes():
    assert tuple(Processes(2).lines(SAMPLE, Work())) == LINES


def test_a_pair_that_ends_its_process_is_a_record_and_the_others_are_what_they_were():
    lines = tuple(Processes(2).lines(SAMPLE, Deadly(at=SAMPLE[2].id)))
    assert "was stopped" in json.loads(lines[2])["error"]
    assert (*lines[:2], *lines[3:]) == (*LINES[:2], *LINES[3:])


def test_a_process_that_ended_once_leaves_no_trace_in_the_result(tmp_path: Path):
    work = Deadly(at=SAMPLE[1].id, once=tmp_path / "ended")
    assert tuple(Processes(2).lines(SAMPLE, work)) == LINES
    assert (tmp_path / "ended").exists()


def test_a_cluster_writes_the_same_though_a_worker_is_ended_in_the_middle(tmp_path: Path):
    pytest.importorskip("distributed", reason="a cluster is an extra: pip install -e '.[cluster]' runs it")
    work = Deadly(at=SAMPLE[1].id, once=tmp_path / "ended")
    assert tuple(Cluster("local", 2).lines(SAMPLE, work)) == LINES
    assert (tmp_path / "ended").exists()


def _journal(folder: Path, pairs: tuple[Pair, ...] = SAMPLE, work: Work | None = None) -> Journal:
    return Journal(folder / "out.jsonl", pairs, work or Work())


def test_a_batch_that_was_stopped_goes_on_with_nothing_lost_and_nothing_twice(tmp_path: Path):
    with _journal(tmp_path) as journal:
        for line in LINES[:2]:
            journal.add(line)
    with journal.part.open("ab") as file:
        file.write(LINES[2].encode()[:40])  # the process was ended within a line
    with _journal(tmp_path) as journal:
        assert journal.done == 2
        for line in Processes().lines(SAMPLE[journal.done :], Work()):
            journal.add(line)
        journal.finish(write_lines)
    assert (tmp_path / "out.jsonl").read_text() == "".join(f"{line}\n" for line in LINES)
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_the_rest_of_another_batch_is_not_gone_on_with(tmp_path: Path):
    with _journal(tmp_path) as journal:
        journal.add(LINES[0])
    for other in (_journal(tmp_path, SAMPLE[1:]), _journal(tmp_path, work=Work(what="brief"))):
        with pytest.raises(RenderError, match="another batch"):
            other.__enter__()
    with _journal(tmp_path) as journal:
        assert journal.done == 1


def test_two_runs_do_not_write_one_batch(tmp_path: Path):
    with _journal(tmp_path), pytest.raises(RenderError, match="another run"):
        _journal(tmp_path).__enter__()


def test_a_result_that_cannot_be_made_keeps_the_records(tmp_path: Path):
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with _journal(tmp_path) as journal:
        journal.add(LINES[0])
        with pytest.raises(RenderError, match="No space left"):
            journal.finish(fail)
    with _journal(tmp_path) as journal:
        assert journal.done == 1


def test_a_table_has_the_records_as_rows(tmp_path: Path, folder: Path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="a table is an extra: pip install -e '.[table]' runs it")
    lines = [*LINES, *Processes().lines(listed(folder / "list.csv"), Work(what="brief"))]
    write_table(iter([f"{line}\n".encode() for line in lines]), tmp_path / "out.parquet")
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in lines]
    first, counts = rows[0], json.loads(lines[0])["counts"]
    assert first["substantive"] == counts["substantive"]
    assert first["paragraphs_added"] == counts["paragraphs"]["added"]
    assert rows[7]["substantive"] is None
    assert "2031.txt" in rows[7]["error"]
    assert json.loads(rows[6]["brief"])["schema"] == "stmtdiff-brief/2"


def test_the_command_writes_to_a_file_and_says_what_could_not_be_compared(folder: Path):
    done = run("batch", str(folder / "list.csv"), "-o", str(folder / "out.jsonl"), "--jobs", "2")
    assert done.returncode == 2
    assert "1 of 3 pairs could not be compared" in done.said
    records = [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]
    assert [record["number"] for record in records] == [1, 2, 3]
    assert not (folder / "out.jsonl.part").exists()


def test_the_command_writes_lines_to_a_stream():
    done = run("batch", "sample")
    assert (done.returncode, done.out) == (0, "".join(f"{line}\n" for line in LINES))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere/",), "cannot be read"),
        (("missing.csv",), "cannot be read"),
        (("sample", "--what", "briefs"), "did you mean 'brief'"),
        (("sample", "-o", "out.xlsx"), ".jsonl or .parquet"),
        (("sample", "--jobs", "0"), "--jobs"),
        (("fomc",), "no pair to compare"),
    ],
)
def test_a_command_that_cannot_be_carried_out_says_why(arguments: tuple[str, ...], said: str):
    done = run("batch", *arguments)
    assert done.returncode == 2
    assert said in done.said


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("distributed", reason="a cluster is an extra: pip install -e '.[cluster]' runs it")
    monkeypatch.setattr("stmtdiff.batch.cluster._SECONDS", 0.2)
    done = run("batch", "sample", "--cluster", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "no scheduler answers at tcp://127.0.0.1:9" in done.said
