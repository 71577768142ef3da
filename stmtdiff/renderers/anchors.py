"""The names by which a link leads to the paragraphs of a release: what stands behind the `#` of its address."""

from stmtdiff.model import Statement


def ids_of(statement: Statement) -> tuple[str, ...]:
    """Return the name by which each paragraph is led to: its printed number, "12", or its position, "p12".

    These are the names that stand behind the `#` of a reference. A number that is printed twice leads to the first.
    """
    seen: set[str] = set()
    found = []
    for paragraph in statement.paragraphs:
        label = "".join(paragraph.label.value.split()) if paragraph.label else ""
        name = label if label and label not in seen and not _is_position(label) else f"p{paragraph.index + 1}"
        seen.add(name)
        found.append(name)
    return tuple(found)


def _is_position(label: str) -> bool:
    """Say whether a printed number would be taken for a position: "p12"."""
    return label[:1] == "p" and label[1:].isdigit()
