"""What every stage knows of English words: which carry grammar, and which are forms of one another."""

from functools import lru_cache

# Words that carry grammar rather than meaning: articles, pronouns, prepositions, conjunctions, auxiliaries.
FUNCTION_WORDS = frozenset(
    "a an the this that these those its their our his her it they we he she who whom whose which what of in on at"
    " to for from by with within into onto upon as than about over under between among amongst through throughout"
    " toward towards during since until till after before against without across per via regarding concerning and"
    " or but nor so if while whereas although though because when where whether both either also is are was were"
    " be been being am has have had having do does did will would shall should may might can could must not no"
    " there here all any each such other".split()
)

_INFLECTIONS = "ations ation ings ing ical ics ies ied ments ment ers er ic al es ed ly s e y".split()


_CONTRACTED = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not"}
_ENDINGS = {"n't": " not", "'ve": " have", "'re": " are", "'ll": " will", "'m": " am"}


def written_out(norm: str) -> list[str]:
    """Return the words that a contraction stands for, and any other word as it is.

    >>> written_out("don't"), written_out("cannot"), written_out("council's")
    (['do', 'not'], ['can', 'not'], ["council's"])
    """
    if norm in _CONTRACTED:
        return _CONTRACTED[norm].split()
    for ending, words in _ENDINGS.items():
        if norm.endswith(ending) and len(norm) > len(ending):
            return (norm.removesuffix(ending) + words).split()
    return [norm]


# Words that deny what stands behind them; "hardly" and its like deny as much as "not" does.
_DENIALS = frozenset(
    "not no never neither nor none nobody nothing nowhere without cannot hardly scarcely barely rarely seldom".split()
)


def is_denial(norm: str) -> bool:
    """Say whether a word denies what stands behind it.

    >>> is_denial("cannot"), is_denial("isn't"), is_denial("note")
    (True, True, False)
    """
    return norm in _DENIALS or norm.endswith("n't")


@lru_cache(maxsize=16384)
def stem(norm: str) -> str:
    """Return a crude stem, for asking whether two words are forms of one.

    >>> stem("purchases") == stem("purchase"), stem("strengthening") == stem("strengthened")
    (True, True)
    """
    word = norm.removesuffix("'s").removesuffix("'")
    for ending in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word
