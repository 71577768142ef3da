"""Changes by chance, for where atheris is not installed: what parsers stumble over, at any place of a seed."""

import re
from random import Random

_WORDS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r", b"\n", b"\x0c", b"\x1b[",
    "\u202e".encode(), "\u200b".encode(), "\u0301".encode(), "\u2028".encode(), "½".encode(), "İ".encode(),
    "ß".encode(),
    b"0", b"-1", b"9" * 30, b"1e999", b"nan", b"2147483648", b"9999-12-31", b"0000-00-00", b"<", b">", b"&", b"&#0;",
    b"&#x110000;", b"]]>", b"<!--", b"\"", b"'", b"'''", b"\\", b"\\u0000", b"[[", b"{", b"}", b"|", b"...", b"*", b"(",
    b")",
    b"=", b"#", b"%", b"%00", b"../", b"//", b"@", b":", b";", b"\t", b" ",
)  # fmt: skip
_LONGEST = 50_000  # bytes of an input


def changed(seed: bytes, others: tuple[bytes, ...], random: Random) -> bytes:
    """Return `seed` with one to eight changes; pieces of `others` may come into it."""
    data = seed
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        data = random.choice(_WAYS)(data, others, random)
    return data[:_LONGEST]


def _cut(data: bytes, random: Random, *, most: int = 200) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.randint(0, most))


def _drop(data: bytes, _: tuple[bytes, ...], random: Random) -> bytes:
    start, end = _cut(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, _: tuple[bytes, ...], random: Random) -> bytes:
    start, end = _cut(data, random)
    return data[:end] + data[start:end] * random.choice((1, 1, 3, 200)) + data[end:]


def _turn(data: bytes, _: tuple[bytes, ...], random: Random) -> bytes:
    at = random.randrange(max(1, len(data)))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _insert(data: bytes, _: tuple[bytes, ...], random: Random) -> bytes:
    start, end = _cut(data, random, most=8)
    return data[:start] + random.choice(_WORDS) + data[random.choice((start, end)) :]


def _mix(data: bytes, others: tuple[bytes, ...], random: Random) -> bytes:
    other = random.choice(others)
    start, end = _cut(other, random, most=2_000)
    at = random.randint(0, len(data))
    return data[:at] + other[start:end] + data[random.randint(at, len(data)) :]


def _end(data: bytes, _: tuple[bytes, ...], random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _lines(data: bytes, others: tuple[bytes, ...], random: Random) -> bytes:
    """Drop, double, move or fetch whole lines: what is written line by line stays what it is."""
    lines, more = data.split(b"\n"), random.choice(others).split(b"\n")
    start = random.randrange(len(lines))
    end = start + random.choice((1, 1, 1, 2, 5))
    taken = random.choice((lines[start:end] * 2, [], [random.choice(more)], lines[end : end + 1] + lines[start:end]))
    return b"\n".join(lines[:start] + taken + lines[end:])


def _values(data: bytes, _: tuple[bytes, ...], random: Random) -> bytes:
    """Put another value behind a sign of equality, or between two quotes or brackets."""
    found = list(_VALUE.finditer(data))
    if not found:
        return data
    one = random.choice(found)
    inner = random.choice((random.choice(_WORDS), random.choice(found)[0], one[0] * 2, b"", *_MADE))
    return data[: one.start()] + inner + data[one.end() :]


_VALUE = re.compile(rb'(?<=")[^"\n]*(?=")|(?<== )[^\n]+|(?<=>)[^<]*(?=<)|(?<=[\[,])[^,\[\]]+')
_MADE = (
    b'""',
    b"[]",
    b"{}",
    b"true",
    b"-9223372036854775808",
    b"1e400",
    b"1979-05-27",
    b'["", ""]',
    b"\xd9\xa3",
    b"x" * 300,
)
_WAYS = (_lines, _lines, _values, _values, _drop, _repeat, _turn, _turn, _insert, _insert, _insert, _mix, _end)
