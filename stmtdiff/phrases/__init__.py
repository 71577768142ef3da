"""Find phrases in tokenised text: the one matcher of the project.

The ugly case: a policy that watches for "complete, verifiable and irreversible" must find it in
"Complete, verifiable, and\\nirreversible denuclearization", and a rule on "well-anchored" must see
"well anchored". Rules, policies, topics and histories all ask here, so that they never disagree.

`syntax` reads what a pattern chooses between, `phrase` its words, `keys` brings text and pattern to the same keys,
`matching` looks for them, `naming` lets one name of a thing stand for all of its names, and `files` reads the phrases
of a file by the schema that it names.
"""

from stmtdiff.phrases.files import FilePhrases, told_otherwise
from stmtdiff.phrases.keys import fold_spelling, keys_of
from stmtdiff.phrases.matching import Match, PhraseSet, find
from stmtdiff.phrases.naming import Names, with_names
from stmtdiff.phrases.phrase import Phrase, compile_phrase, literal, recall, reordered, written_out
from stmtdiff.phrases.syntax import upgraded

__all__ = [
    "FilePhrases",
    "Match",
    "Names",
    "Phrase",
    "PhraseSet",
    "compile_phrase",
    "find",
    "fold_spelling",
    "keys_of",
    "literal",
    "recall",
    "reordered",
    "told_otherwise",
    "upgraded",
    "with_names",
    "written_out",
]
