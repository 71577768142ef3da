"""English as negotiating texts write it between square brackets: options, and whose words they are.

Each is a pattern, for what counts are phrases and not words. Only whoever reads drafts reads it.
"""

# The name of an option in front of its words: "(Option 2): The Parties shall", "(Alternative (b)) - each Party".
OPTION = r"\s*(?P<option>(?:Option|Alternative|Alt\.?|Variant)\s+(?:\d{1,2}|[IVX]{1,4}|\(?[a-z]\)?)\b\)?)\s*[:.–-]?"
# Whoever proposes the words, in front of them: "(Ostrel, Brevia): The Parties shall".
OWNER = r"\s*(?P<who>[A-Z][\w’'-]*(?:(?:,| and|/)? (?:of |the |and )?[A-Z][\w’'-]*){0,5})\s*:\s"
# Whoever proposes or backs the words, behind them: "shall (supported by Ostrel and Brevia)".
BACKED = r"\((?:supported|proposed|backed|suggested|reserved|opposed) by (?P<who>[^()]{2,80})\)\s*$"
