"""Find what stayed word for word and is watched: a clause with a strong formula that is in both statements.

The ugly case: "will stay shut at least through mid-2033" beside "at least through late 2034". The formula stayed, the
clause around it did not, and it would be wrong to say that it was kept.
"""

from collections.abc import Iterator, Sequence

from stmtdiff.ledger.clauses import clauses_of
from stmtdiff.ledger.formulas import Formula, FormulaFinder
from stmtdiff.ledger.ledger import Piece, Row
from stmtdiff.ledger.quoting import reads
from stmtdiff.model import Sentence, Statement
from stmtdiff.report import Report
from stmtdiff.saying.who import said_at
from stmtdiff.spans import Span


def kept_row(report: Report, finder: FormulaFinder, taken: Sequence[Row]) -> Row | None:
    """Return the row of the strongest formula whose clause stands in linked sentences letter for letter.

    None where there is no such formula that rows have not `taken` yet, or where another verb governs it now.
    """
    origins, sides = origins_of(report), (report.old.sentences, report.new.sentences)
    told = [piece.span for row in taken for piece in row.now]
    told_before = [piece.span for row in taken for piece in row.then]
    for formula in sorted(finder.find(report.new), key=lambda one: (*one.weight, one.span.start)):
        before_it = [sides[0][index] for index in origins.get(formula.sentence, ())]
        for before, clause in _clauses(report, before_it, sides[1][formula.sentence], formula):
            if any(map(clause.is_touching, told)) or any(map(before.is_touching, told_before)):
                continue
            row = again(report, before, clause, why="a strong formula, unchanged", rules=(formula.rule,))
            if row is not None:
                return row
    return None


def again(report: Report, before: Span, clause: Span, *, why: str, rules: tuple[str, ...] = ()) -> Row | None:
    """Return the row of a clause that both texts have letter for letter; None where another verb governs it now."""
    (speaker, verb), (now, governs) = _said(report.old, before), _said(report.new, clause)
    if verb != governs:
        return None
    note = f"again, now by {now}" if now and speaker.lower() != now.lower() else ""
    return Row(
        "kept", "", (), (Piece(clause, changed=False),), rules=rules, why=why, note=note,
        old_paragraphs=paragraphs_at(report.old, before), new_paragraphs=paragraphs_at(report.new, clause),
        links=tuple(report.link_of("new", index).id for index in paragraphs_at(report.new, clause)),
        reasons=(("kept", 1),),
    )  # fmt: skip


def paragraphs_at(statement: Statement, span: Span) -> tuple[int, ...]:
    """Return the index of the paragraph in which `span` begins."""
    paragraph = statement.paragraph_at(span.start)
    return (paragraph.index,) if paragraph else ()


def origins_of(report: Report) -> dict[int, tuple[int, ...]]:
    """Return for each sentence of the new text the sentences that it comes from."""
    return {index: link.old for link in report.sentence_links for index in link.new}


def _clauses(report: Report, olds: Sequence[Sentence], new: Sentence, formula: Formula) -> Iterator[tuple[Span, Span]]:
    """Yield the clause of a formula in `new`, with the one of the sentences it comes from that reads the same."""
    for clause in _of_sentence(report.new, new):
        if formula.span.is_inside(clause):
            for old in olds:
                for before in _of_sentence(report.old, old):
                    if reads(report.old, before) == reads(report.new, clause):
                        yield before, clause


def _of_sentence(statement: Statement, sentence: Sentence) -> tuple[Span, ...]:
    return clauses_of(statement, statement.paragraphs[sentence.paragraph], sentence)


def _said(statement: Statement, span: Span) -> tuple[str, str]:
    """Return who says what stands in `span`, and by which verb, in small letters."""
    paragraph = statement.paragraph_at(span.start)
    sentences = paragraph.sentences_at(span) if paragraph else ()
    if paragraph is None or not sentences:
        return "", ""
    said = said_at(statement, paragraph, sentences[0], span.start)
    speaker, verb = (reads(statement, part) if part else "" for part in (said.speaker, said.verb))
    return speaker, verb.lower()
