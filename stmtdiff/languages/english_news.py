"""English words by which a desk distinguishes news from courtesy; every set once, with its reason.

They are words of the genre: the operative verbs that the United Nations Editorial Manual describes, the verbs of
outlook in monetary policy, and the thanks with which statements open and close.
"""

from stmtdiff.languages.english import PREPOSITIONS, SUBORDINATORS
from stmtdiff.languages.english_clauses import CONDITION_WORDS

# What decides, demands or takes a side: "(condemns) the attack", "(extends) the mandate".
WEIGHTY_ACTS = frozenset(
    "accept affirm agree authorise authorize ban call commit condemn decide demand denounce deplore deploy designate"
    " deter end establish expand extend freeze halt impose increase insist intend launch lift lower maintain oppose"
    " pledge prohibit purchase raise reaffirm reduce reject renew require resolve sanction stop suspend support"
    " terminate threaten undertake urge withdraw".split()
)
# What says how things will go: "(expects) inflation to ease", "the (risks) are balanced".
OUTLOOK = frozenset("anticipate appropriate expect forecast foresee judge likely outlook prepare project risk".split())
# Thanks and good wishes: "(welcomes) the offer to host", "in (appreciation) of".
COURTEOUS = frozenset(
    "appreciate appreciation commend congratulate congratulation gratitude grateful honour hospitality host"
    " invitation pleased thank tribute warm welcome wish".split()
)
# What a meeting did as meetings do: "(took note of) the report", "the agenda (was adopted)".
PROCEDURAL = frozenset(
    "agenda attend chair convene exchange meet note outcome preparation recall report seized session".split()
)
# What a body decides with: "(decided) to keep the rate", "(extends) the mandate".
DECIDING = frozenset("authorise authorize decide extend impose lift renew resolve terminate".split())
# Before one of these nothing is decided yet, nor after: "(when) the Committee decides to begin".
NOT_YET = frozenset("before if not once should to unless until when whenever whether would".split())
# Nouns that name no matter where nothing but adjectives stands before them: "necessary (action)", "further (progress)".
EMPTY_NOUNS = frozenset(
    "ability action actions approach aspect basis capacity case challenge challenges conclusion context effort efforts"
    " fact implementation importance intention issue issues level levels manner matter matters measures opportunity"
    " paragraph part position principle progress regard relation resolution resolutions respect result results"
    " role situation step steps support use view views way ways work".split()
)
# What opens a clause that hangs on another one: "(if) the tide is low", "(including) the reefs", "(as well as) salt".
HANGING = SUBORDINATORS | PREPOSITIONS | CONDITION_WORDS | frozenset("as aside especially particularly notably".split())
# Around the figures of a move: "(from) 3 percent (to) 4 percent".
LEAVING = frozenset({"from"})
REACHING = frozenset({"to"})
