"""The words of languages: one file a language, each set once; what is no language's own is in `marks`."""

from stmtdiff.languages.english import ENGLISH
from stmtdiff.languages.language import Language
from stmtdiff.languages.telling import code_of, is_foreign, language_of, load

__all__ = ["ENGLISH", "Language", "code_of", "is_foreign", "language_of", "load"]
