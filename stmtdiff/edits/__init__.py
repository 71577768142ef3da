"""Diff the words inside a link and shape the differences into phrases."""

from stmtdiff.edits.atom import LABEL, SENTENCE, Atom, atoms, sentence_around
from stmtdiff.edits.edit import Edit
from stmtdiff.edits.passes import PASSES
from stmtdiff.edits.shape import Block, phrase_edits

__all__ = ["LABEL", "PASSES", "SENTENCE", "Atom", "Block", "Edit", "atoms", "phrase_edits", "sentence_around"]
