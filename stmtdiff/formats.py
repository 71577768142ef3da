"""The one table of formats: in which each result can be shown. Help, checks and pages read it here."""

_OVER_TIME = ("terminal", "json", "csv", "markdown", "html")
FORMATS = {
    "Report": ("terminal", "plain", "html", "json", "markdown", "criticmarkup", "csv", "svg", "docx"),
    "Verdict": ("text", "json", "sarif", "junit", "github", "markdown"),
    "Ledger": ("text", "markdown", "json", "html", "docx", "csv", "svg"),
    "Quotations": ("text", "markdown", "html", "json"),
    "History": _OVER_TIME,
    "Formulas": _OVER_TIME,
    "Matrix": _OVER_TIME,
    "Thread": _OVER_TIME,
    "Drafts": ("terminal", "html", "docx", "json", "csv"),
    "Parallel": ("terminal", "html", "json"),
    "Statement": ("terminal", "json"),
    "Library": ("terminal", "json"),
    "Found": ("terminal", "json", "csv"),
    "Explanation": ("text",),
}
"""By the name of what is shown; the first is what a reader gets who asks for none."""
BINARY = frozenset({"docx"})
"""Formats that are bytes and no text."""
WITHOUT_NOTICES = frozenset({("Report", "csv"), ("Report", "docx"), ("Ledger", "csv")})
"""What has no place for a notice on the pair: the shown thing and its format. A command says it beside."""


def told(kind: str, mark: str = "") -> str:
    """Return the formats of `kind` as a sentence names them, each between two `mark`s.

    >>> told("Quotations"), told("Library", "`")
    ('text, markdown, html or json', '`terminal` or `json`')
    """
    *others, last = (f"{mark}{name}{mark}" for name in FORMATS[kind])
    return f"{', '.join(others)} or {last}" if others else last
