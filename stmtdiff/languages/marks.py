"""Marks that end and part, of all scripts: what no single language owns."""

# A sentence ends here: Latin and Cyrillic, Arabic and Urdu, Chinese and Japanese.
SENTENCE_ENDS = frozenset(".!?؟۔。！？．")
# So does a clause, or the item of a list: no phrase reaches over one of them.
CLAUSE_ENDS = SENTENCE_ENDS | frozenset(";:؛；：")
