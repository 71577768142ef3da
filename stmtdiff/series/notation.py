"""Recognise by its letters alone whether an argument is a reference, an address or a path.

Most statements are files. What reads a series is imported only for those that may be a release.
"""

import re

from stmtdiff.patterns import later

# Two letters at least: "C:2024.txt" is a file on a Windows drive.
REFERENCE = later(r"(?P<series>[A-Za-z][A-Za-z0-9_-]+):(?P<release>[^#]*)(?:#(?P<paragraph>.*))?", re.DOTALL)


def is_address(text: str) -> bool:
    """Say whether `text` is the address of a page, and neither a file nor a release.

    >>> is_address("https://example.org/statement"), is_address("sample:2025")
    (True, False)
    """
    return text.lower().startswith(("http://", "https://"))


def is_reference(text: str) -> bool:
    """Say whether `text` is written as a reference is; a file may have such a name all the same.

    >>> is_reference("sample:2025#12"), is_reference("2025.txt"), is_reference("https://example.org")
    (True, False, False)
    """
    return ":" in text and REFERENCE.fullmatch(text) is not None and not is_address(text)
