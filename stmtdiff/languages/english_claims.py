"""English by which a writer claims something of the wording of statements: dropped, added, kept, back, or exchanged.

Each is a pattern, for what counts are phrases and not words. Only whoever checks an article reads it.
"""

_YEAR = r"(?:19|20)\d\d"
_WORD = r"[\w’']+"
_SOME = rf"(?:\W+{_WORD}){{0,6}}\W*$"  # words between a verb and the opening mark
_FEW = rf"(?:\W+{_WORD}){{0,3}}\W*$"
_FIRST = rf"^(?P<first>\W*(?:{_WORD}\W+){{0,7}}?)"  # words that belong to the first of two quotations
_AFTER = rf"^\W*(?:{_WORD}\W+){{0,6}}?"  # words between the closing mark and a verb
_WAS = r"(?:was|were|has been|have been|is|are)"

# --- One wording for another ------------------------------------------------------------------------------------

# Words by which a writer says that a wording lost force, and that it gained some: "(watered down) from 'A' to 'B'".
SOFTER = r"(?:soften\w*|water\w* down|ton\w+ down|dilut\w+|weaken\w*|downgrad\w+|retreat\w*|back\w* away|climb\w* down)"
FIRMER = r"(?:harden\w*|tough\w+|strengthen\w*|upgrad\w+|firm\w* up|stepp?\w* up|sharpen\w*|escalat\w+|stiffen\w*)"
# Before "from": what follows are two wordings and no range: "(went) from 'A' to 'B'", not "all from 'A' to 'B'".
_CHANGED = (
    rf"(?:{SOFTER}|{FIRMER}|went|goes|gone|mov\w+|chang\w+|shift\w*|switch\w+|turn\w*|revis\w+|amend\w+|reword\w+"
    r"|slipp?\w*|fell|rose|evolv\w+|cut|reduc\w+)"
)
# Before the first of two quotations, and between them: "softened (from last year's) 'A' (to) 'B'".
FROM = rf"\b{_CHANGED}\b[^.;:]*?\bfrom\b{_SOME}"
FROM_PAST = rf"\bfrom\b{_SOME}"
TO = rf"^(?P<first>\W*(?:(?!to\b){_WORD}\W+){{0,7}}?)to\b{_SOME}"
# "(replaces) 'A' (with) 'B'", "(softened) 'A' (to) 'B'"; "(substituted) 'B' (for) 'A'" turns them round.
REPLACES = rf"\b(?:replac\w+|swapp\w+|exchang\w+|trad(?:ed|es|ing)|{_CHANGED}){_SOME}"
WITH = rf"{_FIRST}(?:with|by|for|to|into)\b{_SOME}"
SUBSTITUTES = rf"\bsubstitut\w+{_SOME}"
# Between two quotations: the first gave way to the second. "'A' (was watered down to) 'B'", "'A' (is now) 'B'".
TURNED = (
    rf"{_FIRST}(?:(?:has |have |had )?bec(?:a|o)me|g(?:a|i)ves?\b way to|turned into"
    rf"|{_WAS} (?:now |since )?(?:replaced|swapped|exchanged|{_CHANGED})(?:\W+\w+){{0,2}}?\s+(?:by|with|to|into|for)"
    rf"|(?:is|are) now|now reads?)\b{_SOME}"
)
# Between two quotations: the first is of the newest statement, the second of the one before.
CONTRAST = (
    r"\b(?:contrast\w*|instead of|in place of|down from|up from|replac(?:es|ed|ing)|gave way from"
    r"|where(?:as)?\b.*\b(?:last year|a year earlier|previous))"
)
# So do these where a time is named as well: "'A' (compared with) last year's 'B'".
WEAK_CONTRAST = r"\b(?:compar\w+|rather than|unlike)\b"
# Before the first of two: "(Instead of) 'A', the text has 'B'".
INSTEAD = rf"\b(?:instead of|in place of|rather than){_SOME}"
PAST = rf"\b(?:last year|previous|a year (?:ago|earlier|before)|in {_YEAR}|{_YEAR}['’]s|the year before|had)\b"
# Both statements at once: "(between 2023 and 2024)".
BETWEEN_YEARS = rf"\bbetween (?P<older>{_YEAR}) and (?P<newer>{_YEAR})\b"

# --- One wording alone ------------------------------------------------------------------------------------------

# Before a quotation: "ministers (dropped) the words", "(Gone is) 'grave'", "(did not repeat)".
GONE = (
    r"\b(?:dropp\w+|drops?|omit\w*|left out|leav\w+ out|remov\w+|delet\w+|no longer|jettison\w+|scrapp\w*|ditch\w+"
    r"|struck(?: out)?|abandon\w*|discard\w*|shed|strips? out|stripped(?: out)?|cut out"
    r"|(?:gone|missing|absent)(?: (?:is|are|was|were|from)|(?=:))|(?:did|does|do) not (?:repeat|retain|reprise)"
    rf"|(?:fail\w*|declin\w+) to repeat|without (?:last year['’]s|repeating))\b{_SOME}"
)
# Behind one: "(was omitted)", "(did not survive)".
GONE_AFTER = (
    rf"{_AFTER}(?:(?:{_WAS}|has|have) (?:now |since |also )?"
    r"(?:dropped|gone|missing|omitted|removed|deleted|scrapped|ditched|struck|left out|absent|cut)\b"
    r"|disappear\w*|vanish\w*|f(?:e|a)lls? (?:away|out)|(?:does|do|did) not (?:return|survive|make it)"
    r"|no longer (?:appears?|features?|there))\b"
)
# "the text added the word 'also'" adds to it; "the minister added: 'also'" speaks on
COME = (
    r"\b(?:add(?:ed|s|ing)?|insert\w+|introduc\w+)\s+(?:\w+\s+){0,2}?(?:words?|phrase|wording|language|line|sentence"
    rf"|reference|qualifiers?|hedges?|conditions?)\b{_FEW}"
    rf"|\bnew (?:(?:this year|in the text|here) )?(?:is|are|was|were)\b{_SOME}|\bnewly (?:added|inserted)\b{_SOME}"
)
# "'also' was added" is a claim of this text; "'also' was added in 2019" is one of another
COME_AFTER = (
    rf"^\W*(?:{_WORD}\W+){{0,4}}?(?:(?:was|were|has been|have been) (?:newly )?(?:added|inserted)\b"
    r"(?!\W+(?:in|by|at|on|to)\b)|(?:is|are) new(?: this year)?(?=\W*(?:$|[.;,]| and| but)))"
)
# Before a quotation: "ministers (retained) 'grave'".
KEPT = rf"\b(?:repeat(?:ed|s|ing)|retain(?:ed|s|ing)|kept|keeps|keeping)\b{_SOME}"
# It stood in one of the releases before: "ministers (again) voiced".
AGAIN = rf"\b(?:(?:once )?again|once more)\b{_SOME}"
# It stood once, was gone, and is back: "(restored) the words", "'A' (is back)".
RESTORED = (
    r"\b(?:restor(?:ed|es|ing)|reinstat(?:ed|es|ing)|reintroduc(?:ed|es|ing)|br(?:ought|ings?|inging) back"
    rf"|reviv(?:ed|es|ing)|back (?:is|are)|return(?:ed|s|ing)? to)\b{_SOME}"
)
RESTORED_AFTER = (
    rf"{_AFTER}(?:{_WAS} (?:now )?(?:restored|reinstated|reintroduced|revived|brought back|back)"
    r"|return(?:s|ed)|came back|comes back|reappear\w*|(?:made|makes) a (?:comeback|return))\b"
)
# "(for the first time since 2019) it spoke of 'A'", "(the first mention of) 'A'".
_FIRSTS = r"first (?:mention|reference|appearance|use)s?"
FIRST = rf"\b(?:for|was|is) the first time\b[^.;:]{{0,80}}$|\b{_FIRSTS}\b(?:\W+\w+){{0,4}}\W*$"
FIRST_AFTER = r"^[^.;:]{0,60}?\bfor the first time\b"
SINCE = rf"\bsince\s+(?:the\s+)?(?P<year>{_YEAR})\b|\bin\s+(?P<count>\w+)\s+years\b"
SINCE_WHEN = rf"\b(?:first time|{_FIRSTS})\b[^.;]*?\b(?:since|in (?:\w+ )?(?:years|decades|decade))\b"
# Between two quotations of which the same is said: "no longer 'grave' (or) 'deep'".
LISTED = r"\W*(?:and|or|nor)?\W*"
# Here another statement of the writer begins: "kept 'grave'(, and) last year's call ...".
NEXT_CLAUSE = r"[,;]\s*(?:and|but|while|yet|or)\b|;"
# Behind a quotation: where it was taken from. "dropped 'grave', (which) had stood in last year's text".
TAKEN_FROM = (
    r"^\W*(?:from|which|that|of|absent|missing|gone|dropped|last (?:seen|used)|found in|used in|contained in|seen in"
    r"|in (?:last|the) [^.;]*?['’]s)\b"
)
# In front of a verb: nothing happened yet. "(urged ministers to) drop 'grave'", but "(chose to) drop" it is done.
NOT_DONE = (
    r"(?:\b(?:may|might|could|would|should|must|will|can|cannot|to|not|never|without|nor)|n['’]t)\W+(?:\w+ly\W+)?$"
)
DONE = r"\b(?:agreed|chose|decided|opted|resolved|voted) to\W+$"
