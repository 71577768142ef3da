"""Read Word documents (.docx, .docm, .dotx): the text as Word would print it, numbers and notes included.

The ugly case: "1." stands nowhere in the file, but is counted by Word from three tables; a sentence
that somebody inserted with tracked changes lies beside the one that it replaces; and a text box is
stored twice. `names` reads tags, `package` the zip, `styles`, `numbering`, `counting` and `symbols`
what is printed without being written, `story` walks the text, `notes` its footnotes.
"""

from stmtdiff.errors import LoadError
from stmtdiff.loaders.docx.notes import Notes
from stmtdiff.loaders.docx.numbering import Numbering
from stmtdiff.loaders.docx.package import AGAIN, Package
from stmtdiff.loaders.docx.story import Block, Story
from stmtdiff.loaders.docx.styles import Styles
from stmtdiff.loaders.docx.tracking import View
from stmtdiff.loaders.reading import Reading
from stmtdiff.loaders.writing import Writer
from stmtdiff.notemarks import bare, leading_mark
from stmtdiff.settings import AS_USUAL, ReadOptions
from stmtdiff.spans import Span

VERSION = "1"


def read(raw: bytes, options: ReadOptions = AS_USUAL) -> Reading:
    """Return the text of the document in `raw`, its tracked changes accepted, or rejected for its original.

    Raises:
        LoadError: when the file is damaged, protected, too large or no Word document.
    """
    try:
        return _read(Package(raw), View(options.original), options.limits.letters)
    except RecursionError:
        raise LoadError("this Word document is nested too deeply to be read", hint=AGAIN) from None


def _read(package: Package, view: View, limit: int) -> Reading:
    main = package.main()
    notes = Notes(package, main)
    styles = Styles(package.related(main, "styles"))
    numbering = Numbering(package.related(main, "numbering"))
    story = Story(view, styles, numbering, notes)
    writer = Writer(limit)
    for block in story.blocks(package.document(main)):
        _write(writer, block)
    for mark, note in notes.used():
        _write_note(writer, mark, story.blocks(note))
    if story.is_embedding and not writer.texts():
        raise LoadError(
            "the text of this Word document is in another document inside it, and that is not read", hint=AGAIN
        )
    doubts = (*view.doubts(), *story.doubts(), *numbering.doubts(), *notes.doubts())
    return writer.reading(tuple(dict.fromkeys(doubts)))


def _write(writer: Writer, block: Block) -> None:
    """Write a block; where it is no heading by its style, a line in bold may be one by its looks."""
    if block.kind:
        text = "\n".join(text for text, _ in block.lines)
        if block.kind in {"title", "heading"}:
            text = text.replace("\n", " ")
        writer.add(text, kind=block.kind, value=block.value, indent=block.indent, label=block.label)
    else:
        writer.add_lines(block.lines, label=block.label)


def _write_note(writer: Writer, mark: str, blocks: list[Block]) -> None:
    """Write the paragraphs of a note, each on one line, the first behind the note's mark."""
    texts = [" ".join(text.strip() for text, _ in block.lines) for block in blocks]
    name = bare(mark) if mark or not texts else _own_name(texts[0].lstrip())
    for index, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        start = mark if index == 0 else block.label
        writer.add(f"{start} {text}".lstrip(), kind="note", value=name)


def _own_name(text: str) -> str:
    """Return the mark that the author set before the text of a note: a sign or a letter by itself."""
    found = leading_mark(text, Span(0, len(text)))
    first = text.partition(" ")[0].partition("\t")[0]
    return found.name if found else bare(first) if len(first) == 1 or not any(map(str.isalpha, first)) else ""
