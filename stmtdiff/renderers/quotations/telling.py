"""Put verdicts on quotations into words, for text, Markdown and HTML alike."""

from collections import Counter
from collections.abc import Iterator, Sequence

from stmtdiff.quotations import Checked, Claim, Passage, Quotations, Verdict
from stmtdiff.renderers.pieces import Piece
from stmtdiff.renderers.rows import RowMaker, place
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import called, finding
from stmtdiff.report import Report, plural

VERDICTS: dict[Verdict, str] = {
    "exact": "exact",
    "form": "same, in another form",
    "absent": "not said, as the article says",
    "altered": "ALTERED",
    "negation": "NEGATION LOST",
    "stitched": "STITCHED",
    "attribution": "ATTRIBUTION ALTERED",
    "speaker": "WRONG SPEAKER",
    "denied": "DENIED",
    "not-found": "NOT FOUND",
    "not-checkable": "not checkable",
}
CLAIMS = {"holds": "claim correct", "does-not-hold": "CLAIM WRONG", "not-checkable": "claim not checkable"}
_SAID = {
    "dropped": "was dropped", "added": "was added", "kept": "was kept", "again": "again", "restored": "was restored",
    "first": "for the first time",
}  # fmt: skip
_NAMED = 4  # statements that are named one by one
LONGEST = 160  # characters of a quotation; a longer one loses its end


def headline(result: Quotations) -> str:
    """Return the verdict on the article: "2 of 9 quotations are wrong; 1 is not checkable"."""
    count = len(result.checked)
    if not count:
        return "No quotation was found."
    counts = Counter[str](one.verdict for one in result.checked)
    wrong, doubtful = (
        sum(not one.stands and one.wrong is is_wrong for one in result.checked) for is_wrong in (True, False)
    )
    parts = [_of(wrong, count) if wrong else _all(count - counts["not-checkable"] - doubtful)]
    if doubtful:
        parts.append(f"{doubtful} {'is' if doubtful == 1 else 'are'} doubtful")
    if unknown := counts["not-checkable"]:
        parts.append(f"{unknown} {'is' if unknown == 1 else 'are'} not checkable")
    if false := sum(claim.verdict == "does-not-hold" for claim in result.claims):
        parts.append(f"{plural(false, 'claim')} {'is' if false == 1 else 'are'} wrong")
    return "; ".join(filter(None, parts))


def _of(wrong: int, count: int) -> str:
    return f"{wrong} of {plural(count, 'quotation')} {'is' if wrong == 1 else 'are'} wrong"


def _all(count: int) -> str:
    return f"{plural(count, 'quotation')} {'is' if count == 1 else 'are'} correct" if count else ""


def against(result: Quotations) -> str:
    """Return which article was checked against which statements."""
    statements = ", ".join(map(called, result.statements[:_NAMED]))
    if len(result.statements) > _NAMED:
        statements += f" and {len(result.statements) - _NAMED} more"
    missing = f"; no text in the library: {visible(', '.join(result.missing))}" if result.missing else ""
    return f"{visible(result.article.name) or '(unnamed)'} against {statements}{missing}"


def line_of(result: Quotations, start: int) -> int:
    """Return the line of a place in the article as it was read, counted from 1."""
    return result.article.text.count("\n", 0, start) + 1


def verdict(one: Checked) -> str:
    """Return the verdict on a quotation in a word or two, called doubtful where it is not proved; so is a term."""
    name = VERDICTS[one.verdict]
    if not (one.stands or one.wrong):
        name = f"doubtful, {name.lower()}"
    return f"{name}{' (term)' if one.term else ''}"


def quoted(result: Quotations, one: Checked) -> str:
    """Return the words of a quotation on one line, without the marks."""
    text = visible(" ".join(" ".join(piece.of(result.article.text).split()) for piece in one.quotation.pieces))
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} ..."


def where(result: Quotations, passages: Sequence[Passage]) -> str:
    """Return where passages stand: "sample:2025, 5", those of one statement together."""
    names: dict[int, list[str]] = {}
    for passage in passages:
        statement = result.statements[passage.statement]
        own = names.setdefault(passage.statement, [])
        name = place(statement.paragraphs[passage.paragraph])
        own += [] if name in own else [name]
    return "; ".join(
        f"{visible(result.statements[number].name) or '(unnamed)'}, {', '.join(own)}" for number, own in names.items()
    )


def told(one: Checked) -> str:
    """Return why a quotation is wrong, and what else there is to know."""
    return visible("; ".join(filter(None, (one.reason, *one.notes))))


def nearest(result: Quotations, one: Checked) -> str:
    """Return the passage nearest to a quotation that was not found, and where it is; "" without one."""
    if one.nearest is None:
        return ""
    text = visible(" ".join(one.nearest.span.of(result.statements[one.nearest.statement].text).split()))
    return f'nearest: "{_cut(text)}" ({where(result, [one.nearest])})'


def difference(report: Report) -> tuple[Piece, ...]:
    """Return the words of a statement with what an article made of them, as pieces that can be marked."""
    row = RowMaker(report, whole=True).row(report.links[0])
    return tuple(piece for pieces in row.inline for piece in pieces)


def changed_from(report: Report) -> str:
    """Return what the marked words of a difference are: "sample:2025 to article"."""
    return f"{visible(report.old.name) or 'statement'} to article"


def findings(report: Report) -> Iterator[str]:
    """Yield which way rules say that an article altered the words."""
    yield from dict.fromkeys(finding(note) for note in report.annotations if note.direction != "none")


def claim_told(result: Quotations, claim: Claim) -> str:
    """Return a claim in words: "'verifiable' was dropped, 2025 against 2024: it is still there"."""
    wordings = [f"'{quoted(result, result.checked[i])}'" for i in (claim.old, claim.new) if i is not None]
    way = f" ({claim.direction})" if claim.direction else ""
    said = f"{' -> '.join(wordings)}{way}" if len(wordings) > 1 else f"{wordings[0]} {_SAID[claim.kind]}"
    said += f" since {claim.since}" if claim.since else ""
    if claim.newer is not None and claim.older is not None and (claim.newer, claim.older) != (0, 1):
        newer, older = (visible(result.statements[at].name) for at in (claim.newer, claim.older))
        said += f", {newer} against {older}"
    return f"{said}: {visible(claim.reason)}" if claim.reason else said
