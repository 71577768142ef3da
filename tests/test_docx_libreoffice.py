"""LibreOffice understands Word documents as they are read here, and redlines as they are meant."""

import io
import re
import subprocess
import zipfile
from itertools import pairwise, product
from pathlib import Path

import pytest
from support import office
from support.word_documents import CASES, Case
from test_docx_redline import PAIRS, of, read, redline, said

import stmtdiff
from stmtdiff.model import Statement
from stmtdiff.renderers.docx.markup import Signature, document_part
from stmtdiff.renderers.docx.package import packed
from stmtdiff.renderers.docx.stream import Bit

office.demand()

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"  # real texts, beside the checkout where there are any
G7 = [CORPORA / "g7_leaders" / f"{day}.txt" for day in ("2021-06-13", "2023-05-20", "2024-06-14")]
G7_WORD = [
    CORPORA / "raw" / "synthetic" / f"SYNTHETIC_g7_{name}.docx" for name in ("2021_carbis_bay", "2023_hiroshima")
]


def save(folder: Path, documents: list[bytes]) -> list[Path]:
    made = []
    for number, raw in enumerate(documents):
        made.append(folder / f"{number}.docx")
        made[-1].write_bytes(raw)
    return made


def without_comments(raw: bytes) -> bytes:
    """Return a redline without what rules say: LibreOffice 7.4 falls over comments where it has no screen."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(made, "w") as copy:
        for name in archive.namelist():
            part = archive.read(name).decode()
            part = re.sub(r'<w:commentRange(?:Start|End) w:id="\d+"/>', "", part)
            part = re.sub(r"<w:r><w:rPr><w:rStyle[^>]*/></w:rPr><w:commentReference[^>]*/></w:r>", "", part)
            copy.writestr(name, re.sub(r"<w:comment .*</w:comment>", "", part))
    return made.getvalue()


def folded(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def cells(lines: list[str]) -> list[str]:
    """Return lines as LibreOffice exports them: each cell of a table on a line, no empty ones."""
    return [line for line in folded([cell for line in lines for cell in re.split(r"[\t\n]", line)]) if line]


def check(pairs: list[tuple[Statement, Statement]], folder: Path) -> None:
    """Accept and reject all of each pair's redline, and compare every paragraph."""
    paths = save(folder, [without_comments(redline(old, new)) for old, new in pairs])
    found = office.ask(list(product(paths, ("reject", "accept"))), folder)
    for number, sides in enumerate(pairs):
        for statement, paragraphs in zip(sides, found[2 * number : 2 * number + 2], strict=True):
            assert folded(paragraphs) == (said(statement) or [""]), f"{number}: {statement.name}"


def test_documents_are_read_as_libreoffice_exports_them(tmp_path: Path) -> None:
    shared: list[Case] = [case for case in CASES.values() if not case.differs]
    paths = save(tmp_path, [case.raw for case in shared])
    found = office.ask(list(product(paths, ("accept text", "reject text"))), tmp_path)
    for number, case in enumerate(shared):
        assert cells(found[2 * number]) == cells(case.accepted)
        assert cells(found[2 * number + 1]) == cells(case.original or case.accepted)
    assert len(shared) > 25


def test_redlines_of_the_sample_hold_both_statements(tmp_path: Path) -> None:
    years = [stmtdiff.load(f"sample:{year}") for year in ("2019", "2021", "2023", "2024", "2025")]
    check([*pairwise(years), (years[-1], years[-2])], tmp_path)


def test_redlines_of_small_pairs_hold_both_statements(tmp_path: Path) -> None:
    skipped = {"controls and signs"}  # LibreOffice replaces the code of a symbol font
    check([(of(*old), of(*new)) for name, (old, new) in PAIRS.items() if name not in skipped], tmp_path)


def test_redlines_of_texts_with_notes_hold_both_statements(tmp_path: Path) -> None:
    """Notes between paragraphs, one of them gone, one of them moved to the end, one in place of another."""
    between = (
        "1. Ports stay.\u00b9\n\n\u00b9 Of the north.\n\n2. Lights are lit.\u00b2\n\n\u00b2 Nor in fog.\n\n3. It rose."
    )
    behind = (
        "1. Ports stay.\u00b9\n\n2. Lights were lit.\u00b2\n\n3. It rose.\n\n\u00b9 Of the north.\n\n\u00b2 Nor in fog."
    )
    gone = "1. Ports stay.\n\n2. Lights are lit.\u00b9\n\n\u00b9 At sea.\n\n3. It rose."
    texts = [stmtdiff.parse(text) for text in (between, behind, gone, between)]
    check([*pairwise(texts), (texts[1], texts[0]), (texts[0], texts[2])], tmp_path)


# One paragraph for each way in which changes can stand next to the end of a paragraph.
NEIGHBOURS: dict[str, list[tuple[str, str, str]]] = {
    "same": [("same", "", "alpha"), ("same", "", "\n")],
    "gone": [("del", "", "alpha"), ("del", "", "\n")],
    "new": [("ins", "", "alpha"), ("ins", "", "\n")],
    "replaced at its start": [("del", "", "x"), ("ins", "", "y"), ("same", "", "alpha"), ("same", "", "\n")],
    "more at its start": [("ins", "", "y"), ("same", "", "alpha"), ("same", "", "\n")],
    "less at its end": [("same", "", "alpha"), ("del", "", "x"), ("same", "", "\n")],
    "more at its end": [("same", "", "alpha"), ("ins", "", "y"), ("same", "", "\n")],
    "merged": [("same", "", "alpha"), ("del", "", "\n")],
    "split": [("same", "", "alpha"), ("ins", "", "\n")],
    "left, without its last word": [("same", "from", "alpha"), ("del", "from", "x"), ("same", "from", "\n")],
    "reached, with another word": [("same", "to", "alpha"), ("ins", "to", "y"), ("same", "to", "\n")],
}


def test_no_change_takes_the_end_of_a_paragraph_with_it(tmp_path: Path) -> None:
    """Whatever stands next to each other: LibreOffice combines changes of one kind, and must not do so here."""
    same = NEIGHBOURS["same"]
    parts = [part for pair in product(NEIGHBOURS.values(), repeat=2) for part in (*pair, same)]
    bits = [bit for number, part in enumerate(parts) for bit in bits_of(part, number)]
    path = save(tmp_path, [packed(document_part(bits, Signature("A. Clerk", "2031-05-03")), "")])[0]
    accepted, rejected = office.ask([(path, "accept"), (path, "reject")], tmp_path)
    assert accepted == side_of(bits, "del", "from")
    assert rejected == side_of(bits, "ins", "to")


def bits_of(part: list[tuple[str, str, str]], number: int) -> list[Bit]:
    """Return a paragraph with its `number` behind each of its words; what moved has one move a paragraph."""
    return [
        Bit(change, text if text == "\n" else f"{text}{number}", move=number if way else 0, way=way)  # type: ignore[arg-type]
        for change, way, text in part
    ]


def side_of(bits: list[Bit], gone: str, left: str) -> list[str]:
    return "".join(bit.text for bit in bits if bit.change != gone and bit.way != left).removesuffix("\n").split("\n")


def test_a_redline_that_libreoffice_saved_again_is_read_as_both_statements(tmp_path: Path) -> None:
    """The reader gets tracked changes and moves in another program's hand; comments come along."""
    old, new = stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")
    save(tmp_path, [redline(old, new)])
    converted(tmp_path / "0.docx", "odt", tmp_path)
    again = converted(tmp_path / "0.odt", "docx", tmp_path / "again").read_bytes()
    assert read(again, original=True) == said(old)
    assert read(again, original=False) == said(new)
    with zipfile.ZipFile(tmp_path / "0.odt") as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<text:changed-region") > 50
    assert "[SEC101, " in content


def converted(path: Path, form: str, folder: Path) -> Path:
    """Let LibreOffice write a document in another format, and return where it did."""
    command = ["soffice", "--headless", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--convert-to"]
    subprocess.run(
        [*command, form, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=office.PATIENCE
    )
    return folder / f"{path.stem}.{form}"


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the texts of the G7 are not part of the repository")
def test_redlines_of_the_g7_hold_both_statements(tmp_path: Path) -> None:
    texts, words = ([stmtdiff.load(path) for path in paths] for paths in (G7, G7_WORD))
    check([*pairwise(texts), (words[0], words[1])], tmp_path)


def test_libreoffice_turns_other_formats_into_what_is_read(tmp_path: Path) -> None:
    """One document that LibreOffice itself writes from RTF; a broken one is refused."""
    rtf = rb"{\rtf1\ansi Ports stay open.\par Fees are paid \endash  at the quay.\par}"
    source = stmtdiff.load(_saved(tmp_path / "notes.rtf", rtf))
    assert source.text.split("\n\n") == ["Ports stay open.", "Fees are paid – at the quay."]
    assert source.source.doubts == ("This is a text in RTF; LibreOffice turned it into .docx to be read.",)


def _saved(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path
