"""Word on the command line: a document's own tracked changes, and redlines into a file."""

import os
from pathlib import Path

import pytest
from support.command import out, run
from support.word import DELETED, INSERTED, deleted, inserted, p, word
from test_cli import SAMPLE

DRAFT = word(
    p("The Forum voiced ", deleted("grave "), "concern over the reefs."),
    p(inserted("It met on 3 May 2031."), mark=INSERTED),
    p(deleted("It met on 2 May 2031."), mark=DELETED),
    p("The lights are lit."),
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(DRAFT)
    return path


def refused(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    message = done.stderr.decode()
    assert message.startswith("stmtdiff: ")
    assert message.count("\n") == 1
    return message


def test_the_tracked_changes_of_a_document_are_a_diff(draft: Path) -> None:
    page = out("diff", draft, "--tracked")
    assert "draft.docx (original) -> draft.docx" in page.replace(" (2031-05-02)", "").replace(" (2031-05-03)", "")
    assert "The Forum voiced [-grave-] concern over the reefs." in page
    assert "softer: 'grave concern' -> 'concern'" in page
    assert "same file" not in page
    assert run("diff", draft, "--tracked", "--exit-code").returncode == 1


def test_a_document_is_read_as_accepted_or_as_it_was(draft: Path) -> None:
    assert "voiced concern" in out("outline", draft)
    assert "were read as accepted" in out("outline", draft)
    assert "voiced grave concern" in out("outline", draft, "--original")
    assert "Both sides are the same file." in out("diff", draft, draft, "--original")


def test_a_document_without_tracked_changes_has_no_diff_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "final.docx"
    path.write_bytes(word(p("The lights are lit.")))
    done = run("diff", path, "--tracked", "--exit-code")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"No change" in done.stdout


def test_what_cannot_be_tracked_is_said(draft: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The lights are lit.\n", encoding="utf-8")
    assert "no second statement" in refused("diff", draft)
    assert "compares a document with itself" in refused("diff", draft, text, "--tracked")
    assert "compares a document with itself" in refused("diff", draft, "--tracked", "--original")
    assert "standard input can be read only once" in refused("diff", "-", "--tracked")
    assert "only Word documents have tracked changes" in refused("diff", text, "--tracked")
    assert "only Word documents have tracked changes" in refused("diff", text, text, "--original")


def test_a_redline_goes_to_a_file(tmp_path: Path) -> None:
    target, sides = tmp_path / "redline.docx", (SAMPLE / "2024.txt", SAMPLE / "2025.txt")
    assert out("diff", *sides, "-o", target, "--author", "Ada Clerk", "--date", "2026-01-31") == ""
    assert target.read_bytes()[:2] == b"PK"
    page = out("diff", target, "--tracked")
    wanted = out("diff", *sides)
    assert page[page.index("\n\n── ") :] == wanted[wanted.index("\n\n── ") :]


def test_a_redline_needs_a_file_that_can_be_written(draft: Path, tmp_path: Path) -> None:
    assert "a Word document can only be written to a file" in refused(
        "diff", "sample:2024", "sample:2025", "-f", "docx"
    )
    assert "is not a date" in refused(
        "diff", "sample:2024", "sample:2025", "-f", "docx", "-o", "a.docx", "--date", "soon"
    )
    assert "nothing was written" in refused("diff", "sample:2024", "sample:2025", "-o", tmp_path / "no" / "a.docx")
    assert "would overwrite one of the input files" in refused("diff", draft, "--tracked", "-o", draft)
    assert draft.read_bytes() == DRAFT
    assert not os.path.lexists("a.docx")
