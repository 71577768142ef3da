"""Cut a paragraph's text into sentences.

The ugly case: "Document No. 5 (S/2010/430 and Corr. 1) of H.E. Mr. J. Smith, the U.S. envoy. The
Meeting ..." is two sentences and has seven full stops.
"""

import re
from functools import lru_cache

from stmtdiff.spans import Span

# A full stop after one of these does not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st gen lt col maj capt cmdr adm sgt sen rep gov amb hon rev messrs mme no nos art arts para"
    " paras vol vols pp p ch chap sec fig figs cf e.g i.e viz vs al corr add distr doc ref approx est dept univ"
    " jan feb mar apr jun jul aug sep sept oct nov dec h.e h.r.h h.m ed eds op cit ibid resp".split()
)
# After an abbreviation that can also end a sentence, only these words begin a new one.
_STARTERS = frozenset(
    "the we they it this these those he she in on at as to for with while when however our their its there both all"
    " many some several most ministers leaders president members".split()
)
_END = re.compile(
    r"(?P<mark>[.!?\u2026\u061f\u06d4]+[\"'”’»)\]]*)(?=\s)|(?P<wide>[\u3002\uff01\uff1f\uff0e]+[」』”’）]*)"
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_][\w-]*$")
_NEXT = re.compile(r"\s+[\"'“‘«(\[]*(\w*)")


def _is_end(text: str, mark: re.Match[str]) -> bool:
    following = _NEXT.match(text, mark.end())
    word = following[1] if following else ""
    if word and word[0].islower():
        return False
    if mark["mark"] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, mark.start() - 24), mark.start())
    if before is None:
        return True
    last = before[0]
    if last.lower() in _ABBREVIATIONS:
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", last):  # an initial (J.) or a dotted name (U.S.)
        return "." in last and word.lower() in _STARTERS
    return True


@lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, without the white space between them.

    >>> [span.of("It met. Mr. J. Doe spoke.") for span in sentences("It met. Mr. J. Doe spoke.")]
    ['It met.', 'Mr. J. Doe spoke.']
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for mark in _END.finditer(text):
        if mark["wide"] or _is_end(text, mark):
            if mark.end() > start:
                spans.append(Span(start, mark.end()))
            gap = re.compile(r"\s*").match(text, mark.end())
            start = gap.end() if gap else mark.end()
    if rest := text[start:].rstrip():
        spans.append(Span(start, start + len(rest)))
    return tuple(spans)
