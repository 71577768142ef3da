"""Closed lists that kinds are read from: verbs of statements, speakers, time words.

They are the working vocabulary of communiqués, resolutions and central-bank statements, collected
by genre: the operative and preambular verbs that the United Nations Editorial Manual describes
(https://www.un.org/dgacm/en/content/editorial-manual), the reporting verbs of chair's statements,
and the verbs of assessment of monetary policy.
"""

from stmtdiff.grammar import stem
from stmtdiff.phrases import fold_spelling

VERBS = frozenset(
    "accelerate accept accommodate achieve acknowledge act adapt add address adjust adopt advance advise advocate"
    " affirm agree aim allow amend announce anticipate appeal applaud appreciate approve assess assist assure"
    " attain authorise authorize become begin believe boost bring broaden build call cease champion change clarify"
    " close combat commemorate commend commit complete comply compel conclude concur condemn conduct confirm"
    " congratulate consider consult continue contribute convene convey cooperate coordinate counter cut decide"
    " declare decline decrease deepen defend defer delay deliver demand deplore deploy denounce determine develop"
    " direct disagree discourage discuss display diminish drive ease edge eliminate embrace emphasise emphasize"
    " employ enable encourage end endorse engage enhance ensure establish evaluate examine exchange exercise"
    " expand expect explore express extend facilitate fall fight finalise finalize firm focus follow foster fulfil"
    " fulfill fund further give grow halt have help highlight hold hope identify implement improve include"
    " increase indicate inform initiate insist instruct intend intensify invest invite join judge keep launch lead"
    " leave limit look lower maintain make manage meet mitigate moderate monitor mobilise mobilize move need"
    " negotiate note notify observe offer omit oppose open participate pay permit phase pick pledge postpone"
    " praise prefer prepare present preserve prevent proceed prohibit promote propose protect provide purchase"
    " pursue raise re-affirm reach reaffirm recall receive recognise recognize recommend reconfirm redouble reduce"
    " reemphasise refer reflect refrain regret reinforce reiterate reject release remain remind renew report"
    " reprimand request require resolve respect respond restate restore restrain resume retain return review rise"
    " run safeguard secure see seek serve set share show slow soften solicit stand start state step stress"
    " strengthen strive suggest supply support suspend sustain take task tighten transition trend trust underline"
    " underscore undertake unite update uphold urge use value view voice vow warn watch weaken welcome will work"
    " agreed held met saw made took gave came began became rose fell grew chose sought thought kept led left paid"
    " sent".split()
)
MODALS = frozenset("will would shall should may might can could must cannot".split())
AUXILIARIES = frozenset("is are was were be been being has have had having do does did to".split()) | MODALS
NEGATIONS = frozenset(
    "not no never nor neither without cannot none don't doesn't didn't isn't aren't wasn't weren't hasn't haven't"
    " hadn't can't couldn't won't wouldn't shan't shouldn't mustn't mightn't".split()
)
SPEAKERS = frozenset(
    "minister ministers meeting leader leaders participant participants member members delegation delegations"
    " chair chairman chairperson co-chairs committee council forum conference summit heads states parties party"
    " president presidents government governments countries country nations secretary-general delegates"
    " representatives g7 g20 asean assembly board governors".split()
)
QUANTIFIERS = frozenset("some several many most all few both various number majority certain every".split())
HEDGES = frozenset(
    "also today yet still again further now somewhat generally largely mostly broadly rather quite roughly about"
    " almost nearly likely unlikely perhaps possibly possible appropriate necessary needed feasible applicable"
    " recently currently already once soon later early earlier particularly especially notably mainly partly only"
    " even more less most least very much well fully firmly strongly closely continually increasingly therefore"
    " however moreover furthermore".split()
)
PREPOSITIONS = frozenset(
    "of in on at for from by with within into onto upon as than about over under between among through throughout"
    " toward towards under during since until till after before against without across per via regarding"
    " concerning including".split()
)
TIME_WORDS = frozenset(
    "day days week weeks month months year years quarter quarters half season summer winter spring fall autumn"
    " recent recently period today yesterday session term".split()
)
COMMITMENT = frozenset("by before until through till within after from".split())

PRONOUNS = frozenset("they we it he she its their our".split())
PARTICLES = frozenset("out down up off back away forward".split())
COPULAS = frozenset("is are was were be been being remain remains remained become becomes".split())
# Little words that change what is said: "and" to "or", "any" to "the", "if" to "as".
MEANINGFUL = frozenset("or any if unless each every all only".split())
# Function words that say nothing by coming or going beside the same words of meaning: "(the) talks", "help (to) build",
# "(has) agreed", "the steps (that were) taken". A word of denial, time, place, cause or number is never one.
SILENT = frozenset(
    "a an the this that these those such which who whom whose of in on at to for and while whereas also has have"
    " been".split()
)
# Function words that stand for each other beside the same words of meaning. Whatever is in no group is news when it is
# exchanged: "against" for "with", "by 2030" for "after 2030", "our" for "their", "is" for "was".
_EXCHANGEABLE = (
    "a an the this that these those such", "that which who whom whose", "of in on at to for into onto upon",
    "over about on regarding concerning at", "between among amongst", "towards toward to", "during in", "via through",
    "while whereas and", "although though", "is are am been", "be been being", "was were", "has have having", "do does",
    "its their his her the these those", "it they he she",
)  # fmt: skip
EXCHANGEABLE = tuple(frozenset(group.split()) for group in _EXCHANGEABLE)
# Words of a promise: a time beside them is a deadline, not a period that is reported on.
PROMISES = frozenset(
    "will shall conclude commit commits committed intend intends agree agrees agreed undertake undertook pledge"
    " pledges pledged purchase buy complete aim aims resolve resolved decide decides".split()
)
CONNECTIVES = frozenset(
    "in particular addition this that regard context respect connection vein moreover furthermore also accordingly"
    " similarly likewise finally end to".split()
)
TITLES = frozenset(
    "h.e mr mrs ms dr excellency minister ambassador chairman chairperson chair president secretary".split()
)
# Pairs of spellings that no ending tells: British first.
_SPELLINGS = {
    "despatch": "dispatch", "programme": "program", "defence": "defense", "centre": "center", "licence": "license",
    "practise": "practice", "judgement": "judgment", "fulfil": "fulfill", "fulfils": "fulfills", "enrol": "enroll",
    "whilst": "while", "amongst": "among", "towards": "toward", "analyse": "analyze", "catalogue": "catalog",
    "cheque": "check", "grey": "gray", "ageing": "aging", "offence": "offense", "theatre": "theater", "tonne": "ton",
    "metre": "meter", "litre": "liter", "travelling": "traveling", "labelled": "labeled", "cancelled": "canceled",
    "mould": "mold", "sceptical": "skeptical", "programmes": "programs", "centres": "centers", "tonnes": "tons",
}  # fmt: skip


def spelling(norm: str) -> str:
    """Return one spelling for the British and American forms of a word.

    >>> spelling("despatch") == spelling("dispatch"), spelling("denuclearisation") == spelling("denuclearization")
    (True, True)
    """
    return _SPELLINGS.get(norm, fold_spelling(norm))


_VERB_STEMS = frozenset(stem(verb) for verb in VERBS)


def is_verb(norm: str) -> bool:
    """Say whether a word is a form of a verb that statements act or report with."""
    return norm in VERBS or (stem(norm) in _VERB_STEMS and norm.endswith(("s", "ed", "ing", "e")))
