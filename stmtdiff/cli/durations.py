"""Spans of time as a reader types them: 10s, 20m, 1h."""

import re

_SECONDS = {"s": 1, "m": 60, "h": 3600}


def seconds(text: str) -> int:
    """Return the seconds that `text` means, at least one.

    Raises:
        SettingsError: when it stands for none.

    >>> seconds("20m"), seconds("90")
    (1200, 90)
    """
    from stmtdiff.errors import SettingsError

    match = re.fullmatch(r"(\d{1,6})\s*([smh]?)", text.strip().lower())
    if match is None or not int(match[1]):
        raise SettingsError(f"'{text}' is not a length of time", hint="like 10s, 20m or 1h")
    return int(match[1]) * _SECONDS[match[2] or "s"]
