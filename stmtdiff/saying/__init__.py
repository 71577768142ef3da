"""Who says what: the clauses of a sentence, each a row of spans into the statement's text.

`reading` gives the clauses of a sentence (`clause`), `who` who speaks at a place and with which verb, `parts` what one
speaker says, `denials` whether it is denied, `around` in which formula a phrase is. Each is imported from its own
module: the rules on acts ask for `reading` alone, and most pairs of short texts for none.
"""
