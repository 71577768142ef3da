"""English as newspapers and web pages write it around statements: who is quoted, and what is denied.

Each is a pattern, for what counts are phrases and not words. Only whoever checks an article or fetches a page reads it.
"""

from stmtdiff.languages.english import ARTICLES, MONTHS, WEEKDAYS

# --- Who is quoted ----------------------------------------------------------------------------------------------

# What is quoted from: "last year's (statement)".
TEXTS = r"(?:statement|communiqu[eé]|text|version|meeting|session|declaration|document|wording|release|summit)"
# The same as single words, beside the body that speaks in them: "the (text) reads".
OWN_TEXTS = frozenset(
    "statement communique communiqué text version declaration document wording release paragraph resolution".split()
)
# The statement before the newest: "(last year's) text", "(a year earlier)".
PREVIOUS = (
    rf"\b(?:last|previous|prior|preceding)\s+(?:year|{TEXTS})(?:['’]s)?\b|\ba year (?:ago|earlier|before)\b"
    r"|\bthe (?:year|one) before\b|\bpredecessor(?:['’]s)?\b"
)
# The newest: "(this year's) text", "the (latest communiqué)".
NEWEST = rf"\bthis\s+(?:year|time)(?:['’]s)?\b|\b(?:new|latest|current)\s+{TEXTS}\b"
# One of a year that is named: "(in 2023)", "(2023's) text".
OF_YEAR = (
    rf"\b(?:in\s+(?P<in>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)|(?P<of>(?:19|20)\d\d)(?:['’]s\b|\s+{TEXTS}\b|\s*:)"
    r"|\((?P<brackets>(?:19|20)\d\d)\)"
    rf"|\b{TEXTS}\s+of\s+(?P<text>(?:19|20)\d\d)\b)"
)
# A meeting by its number: "the (24th Meeting)".
ORDINAL = r"\b(?P<ordinal>\d+(?:st|nd|rd|th))\s+(?:meeting|session|summit|conference)\b"
# A document with its number: "(Resolution 290)".
NUMBERED = r"\b(?:[Rr]esolution|[Dd]eclaration|[Dd]ecision|[Cc]ommuniqu[eé])\s+(?:[Nn]o\.?\s*)?(?P<number>\d[\d/]*)"
# Verbs that make their subject the one who is quoted: "Orr (told)".
SAYING = (
    r"(?:said|says|told|added|adds|wrote|argued|warned|tweeted|posted|asked|explained|remarked|insisted|complained"
    r"|recalled|joked|observed)"
)
# In front of a name that is quoted: "(in the words of) Orr".
IN_WORDS_OF = r"(?:according to|in the words of)"
# Verbs that give words as said, written or used: "did not (mention)".
REPORTING = frozenset({"say", "state", "write", "mention", "use", "speak", "describe", "read", "refer"})
# Before a quotation: it was not said. "(did not go so far as) to say", "(stopped short of) calling it".
_DID_NOT = r"(?:did|does|do|has|have|had|would)(?: not|n['’]t)"
DENIED_BEFORE = (
    rf"\b{_DID_NOT}\s+(?:go|gone)\s+(?:so|as|that) far(?:\s+as)?\b|\bstopp?(?:ed|s|ing)? (?:just |well )?short of\b"
    r"|\bf(?:e|a)lls? short of\b|\bshied away from\b|\bwithout\b(?=\s+\w+ing\b)"
    r"|\b(?:is|was)(?: not|n['’]t) (?:true|the case|(?:the )?(?:\w+['’]s? |its |their )?(?:view|position))\b"
)
# The same with what is called so between: "(did not call the raid) 'an act of war'".
DENIED_NAMES = (
    rf"\b(?P<denial>{_DID_NOT})\s+(?:call|describe|label|brand|term|name|refer to|characteri[sz]e)\b[^.;:,]*$"
    r"|(?:^|[,;:–—-])\s*(?P<bare>not|never|let alone|much less|far from|nor)\W*$"
)
# Behind one: "'grave', (the Council did not) say"; "'grave' (is nowhere)".
_TO_SAY = r"(?:say|says|said|state|stated|write|wrote|written|call(?:ed)?|use[ds]?)"
DENIED_AFTER = (
    rf"^\W{{0,3}}(?:(?:the |its |that )?(?:\w+ ){{1,4}}?"
    rf"(?P<denial>(?:{_DID_NOT}|never|refused to|declined to|failed to)\s+{_TO_SAY})\b"
    rf"|(?P<absent>(?:is|are|was|were) nowhere|{_DID_NOT} (?:appear|feature|occur))\b)"
)
# Behind words that are quoted without it: ", (unless otherwise agreed)".
CONDITION = (
    r",?\s+(?P<condition>(?:unless|if|provided(?: that)?|only (?:if|when|where)|on (?:the )?condition|subject to"
    r"|as long as|so long as)\b[^,;.]*)"
)
# Nouns of it: "makes no (reference) to".
MENTIONS = frozenset({"mention", "reference", "trace", "word"})
# What stands between a doer and what is done, beside modals: "Orsk must (now) 'withdraw'".
BEFORE_DEEDS = frozenset({"to", "not", "now", "also"})
# People without a name: "a senior (diplomat)".
_ROLES = (
    "(?:vice|deputy|prime|foreign) minister|diplomat|official|analyst|spokesman|spokeswoman|spokesperson|expert"
    "|professor|researcher|source|envoy|ambassador"
    "|aide|economist|trader|strategist|observer|scholar|lecturer|delegate|fisherman|captain|resident|activist|historian"
)
# Those of whom many speak at once, and none of them in a statement: "(diplomats) spoke of".
_MANY = (
    "(?:diplomats|officials|analysts|spokesmen|experts|professors|researchers|sources|aides|economists|traders"
    "|strategists|observers|scholars|fishermen|residents|activists|historians|critics|lawyers|campaigners)"
)
PERSON = (
    rf"\b(?P<who>(?:he|she)(?=\s+(?:later\s+|also\s+)?(?:called|{SAYING})\b)"
    rf"|(?:an?|one|another|the|two|some|senior|\w+['’]s)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_ROLES})s?"
    rf"|{_MANY})\b"
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

# --- What a server says in place of a statement -----------------------------------------------------------------

EXCUSES = (
    r"\b(?:404|page (?:was |could )?not (?:be )?found|access (?:is )?denied|403 forbidden|not available|error \d{3}"
    r"|no longer (?:available|exists)|are you (?:a )?human|not a robot|enable javascript|checking your browser|captcha"
    r"|too many requests|temporarily unavailable|under maintenance|log ?in to continue|cookies? (?:policy|settings)"
    r"|(?:our|we) use (?:of )?(?:\w+ )?cookies|(?:will|to) be published (?:at|on))\b"
)
