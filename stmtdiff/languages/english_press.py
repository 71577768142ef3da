"""English as newspapers and web pages write it around statements: who is quoted, what was dropped, added or kept.

Each is a pattern, for what counts are phrases and not words. Only whoever checks an article or fetches a page reads it.
"""

from stmtdiff.languages.english import ARTICLES, MONTHS, WEEKDAYS

# --- Who is quoted ----------------------------------------------------------------------------------------------

# What is quoted from: "last year's (statement)".
TEXTS = r"(?:statement|communiqu[eé]|text|version|meeting|session|declaration|document|wording|release|summit)"
# The statement before the newest: "(last year's) text", "(a year earlier)".
PREVIOUS = (
    rf"\b(?:last|previous|prior|preceding)\s+(?:year|{TEXTS})(?:['’]s)?\b|\ba year (?:ago|earlier|before)\b"
    r"|\bthe (?:year|one) before\b|\bpredecessor(?:['’]s)?\b"
)
# The newest: "(this year's) text", "the (latest communiqué)".
NEWEST = rf"\bthis\s+(?:year|time)(?:['’]s)?\b|\b(?:new|latest|current)\s+{TEXTS}\b"
# One of a year that is named: "(in 2023)", "(2023's) text".
OF_YEAR = rf"\b(?:in\s+(?P<in>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)|(?P<of>(?:19|20)\d\d)(?:['’]s\b|\s+{TEXTS}\b))"
# Verbs that make their subject the one who is quoted: "Orr (told)".
SAYING = (
    r"(?:said|says|told|added|adds|wrote|argued|warned|tweeted|posted|asked|explained|remarked|insisted|complained"
    r"|recalled|joked|observed)"
)
# Verbs that give words as said, written or used: "did not (mention)".
REPORTING = frozenset({"say", "state", "write", "mention", "use"})
# What stands between a doer and what is done, beside modals: "Orsk must (now) 'withdraw'".
BEFORE_DEEDS = frozenset({"to", "not", "now", "also"})
# People without a name: "a senior (diplomat)".
_ROLES = (
    "(?:vice|deputy|prime|foreign) minister|diplomat|official|analyst|spokesman|spokeswoman|spokesperson|expert"
    "|professor|researcher|source|envoy|ambassador"
    "|aide|economist|trader|strategist|observer|scholar|lecturer|delegate|fisherman|captain|resident|activist|historian"
)
PERSON = (
    rf"\b(?P<who>(?:he|she)(?=\s+(?:later\s+|also\s+)?(?:called|{SAYING})\b)"
    rf"|(?:an?|one|another|the|two|some|senior|\w+['’]s)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_ROLES})s?)\b"
)
# Where nobody reads from a statement: "(told reporters)".
INTERVIEW = (
    r"\b(?:told (?:reporters|journalists|the [A-Z]\w+|[A-Z]\w+)|in an interview|(?:news|press) conference"
    r"|on the sidelines|in a speech|on social media)\b"
)
# Documents that bear a name: "the Lisanne (accord)".
NAMED_DOCUMENTS = r"(?:statement|communiqu[eé]|resolution|declaration|minutes|treaty|accord|speech)"
# What follows is a name and no quotation: "the (so-called) 'grey zone'".
NAME_OF = r"(?:so-called|known as|dubbed|nicknamed|named|called)\s*$"
# Words with a capital that are no names of people: "(On) Friday".
NO_NAMES = ARTICLES | frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS)) | frozenset(
    "in on at its their his her this that last but and for as by it they he she we both all some many most several"
    .split()
)  # fmt: skip
# Verbs and nouns that lead to a quotation and weigh nothing: "the text (reads)".
NEUTRAL = (
    r"\b(?:sa(?:id|ys|ying)|reads?|stat(?:ed|es|ing)|wrote|writes?|according|put it|spoke|speaks?|words?|wording"
    r"|phrases?|language|text|quot\w+|called it|terms?)\b"
)
# Words that lost their beginning, so that a mark before them opens no quotation: "’(tis)".
CUT_WORDS = r"(?:tis|twas|em|til|cause|n)\b"
# What stands between two quotations rather than inside one: `"complete" (and) "verifiable"`.
BETWEEN_QUOTATIONS = "and|but|or|while|as well|then|to|with|not"
BETWEEN_LISTED = "and|or|nor"
# What goes on about the text named last: "(It) also says".
GOES_ON = r"\W*(?:It|They|That|The (?:text|statement|Ministers|Meeting))\b"

# --- What is claimed of two statements --------------------------------------------------------------------------

# Between two quotations: the first is of the newest statement, the second of the one before.
CONTRAST = (
    r"\b(?:contrast\w*|compar\w+|rather than|instead of|in place of|down from|up from|unlike|replac\w+|gave way from"
    r"|where(?:as)?\b.*\b(?:last year|a year earlier|previous))"
)
# Between two quotations: the first gave way to the second.
TURNED = r"\b(?:became|gave way to|has become|turned into|was replaced (?:by|with)|were replaced)\b"
FROM_TO = r"\bfrom\W*$"
PAST = r"\b(?:last year|previous|a year (?:ago|earlier|before)|in (?:19|20)\d\d|the year before|had)\b"
# Before a quotation: "ministers (dropped) the words".
GONE = (
    r"\b(?:dropp\w+|drops?|omit\w*|left out|leaves? out|remov\w+|delet\w+|no longer|jettison\w+)\b(?:\W+\w+){0,6}\W*$"
)
# Behind one: "(was omitted)".
GONE_AFTER = (
    r"^\W*(?:\w+\W+){0,4}?(?:(?:was|were|has been|have been|is|are) (?:now )?"
    r"(?:dropped|gone|missing|omitted|removed|left out|absent)"
    r"|disappear\w*|vanish\w*|(?:does|do|did) not (?:appear|return)|no longer appears?)\b"
)
# "the text added the word 'also'" adds to it; "the minister added: 'also'" speaks on
COME = (
    r"\b(?:add(?:ed|s|ing)?|insert\w+|introduc\w+)\s+(?:\w+\s+){0,2}?(?:words?|phrase|wording|language|line|sentence"
    r"|reference|qualifiers?|hedges?|conditions?)\b(?:\W+\w+){0,3}\W*$|\bfor the first time\b(?:\W+\w+){0,4}\W*$"
)
# "'also' was added" is a claim of this text; "'also' was added in 2019" is one of another
COME_AFTER = (
    r"^\W*(?:\w+\W+){0,4}?(?:was|were|has been|have been) (?:newly )?(?:added|inserted)\b(?!\W+(?:in|by|at|on|to)\b)"
)
# Before a quotation: "ministers (again) voiced".
KEPT = r"\b(?:(?:once )?again|once more|repeat(?:ed|s|ing)|retain(?:ed|s|ing)|kept|keeps|keeping)\b(?:\W+\w+){0,5}\W*$"

# --- What a server says in place of a statement -----------------------------------------------------------------

EXCUSES = (
    r"\b(?:404|page (?:was |could )?not (?:be )?found|access (?:is )?denied|403 forbidden|not available|error \d{3}"
    r"|no longer (?:available|exists)|are you (?:a )?human|not a robot|enable javascript|checking your browser|captcha"
    r"|too many requests|temporarily unavailable|under maintenance|log ?in to continue|cookies? (?:policy|settings)"
    r"|(?:our|we) use (?:of )?(?:\w+ )?cookies|(?:will|to) be published (?:at|on))\b"
)
