"""Write plain data as JSON that a person can read and diff."""

import json
from collections.abc import Iterator
from typing import Any


def to_lines(value: Any) -> str:
    """Return plain data as JSON that can be read and diffed: one line for each item of its lists."""
    return "".join(_json_lines(value))


def _json_lines(value: Any, *, indent: str = "") -> Iterator[str]:
    """Yield JSON with one line for each key of a dict and each item of a list at its top two levels.

    The standard library's own indenting takes seven lines for a span; without it, nobody can read
    or diff the file. Lone surrogates, which UTF-8 cannot carry, become JSON escapes.
    """
    inner = indent + "  "
    if isinstance(value, dict) and len(indent) < 4 and value:
        yield "{"
        for number, (key, item) in enumerate(value.items()):
            yield f"{',' if number else ''}\n{inner}{json.dumps(key)}: "
            yield from _json_lines(item, indent=inner)
        yield f"\n{indent}}}"
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield "[\n" + ",\n".join(inner + to_line(item) for item in value) + f"\n{indent}]"
    else:
        yield to_line(value)
    if not indent:
        yield "\n"


def to_line(value: Any) -> str:
    """Return plain data as JSON in one line; a lone surrogate, which UTF-8 cannot carry, is escaped."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def quoted(text: str) -> str:
    """Return `text` as a string of TOML: JSON's escapes are TOML's, but for a control that JSON leaves as it is."""
    clean = text.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
