"""English, whole: each set once, with its reason and an example.

The sets were collected by genre: the operative and preambular verbs that the United Nations Editorial Manual
describes (https://www.un.org/dgacm/en/content/editorial-manual), the reporting verbs of chair's statements, and the
verbs of assessment of monetary policy. What only one forum says ("ASEAN", "Board") is in the rule packs and in the
manifests of series, not here.

This file is long because all words of one language are in one place, each set beside those it must not contradict.
"""

from stmtdiff.languages.language import Language

# --- Little words: what carries grammar -----------------------------------------------------------------------

ARTICLES = frozenset({"the", "a", "an"})
# The two forms of one article, which the sound of the next word chooses: "(an) hour", "(a) day".
INDEFINITE = frozenset({"a", "an"})
# Whose: "(their) view".
POSSESSIVES = frozenset("its their our his her".split())
# One stands before a noun and nothing else does: "(these) talks". "that" is one and a conjunction too.
DETERMINERS = ARTICLES | POSSESSIVES | frozenset("this that these those all no any each every".split())
# Who speaks, said shortly: "They urged restraint".
SPEAKER_PRONOUNS = frozenset("they we it".split())
# A pronoun for a speaker, and its possessive: "the Ministers' view", "their view".
PRONOUNS = SPEAKER_PRONOUNS | frozenset("he she its their our".split())
# Who does it, said again: "the islanders (themselves)" is no phrase of two nouns.
REFLEXIVES = frozenset("itself himself herself themselves ourselves myself".split())
# Those of one person: "(he) said" is nobody's statement.
HUMAN_PRONOUNS = frozenset({"he", "she", "i"})
# What joins equals, so that their order says nothing: "fish (as well as) rice".
JOINING = frozenset({"and", "or", "&", "as well as"})
# What joins, also against each other: "low (but) stable".
COORDINATORS = JOINING | frozenset({"but", "yet"})
# What stands between the members of a list: "complete(,) verifiable (and) irreversible".
LISTING = COORDINATORS | {","}
# What the last item but one of a list ends with, behind a semicolon or a comma.
BEFORE_LAST_ITEM = ("and", "or")
RELATIVES = frozenset("that which who whom whose".split())
# What opens a clause inside a sentence: "(whereas) prices fell".
SUBORDINATORS = RELATIVES | frozenset("while although though because whereas if unless when where whether once".split())
# "as", "since", "until" also open clauses; "to" is in no set of prepositions, for it stands before verbs too.
PREPOSITIONS = frozenset(
    "of in on at for from by with within into onto upon as than about over under between among through throughout"
    " toward towards during since until till after before against without across per via regarding concerning"
    " including".split()
)
# The five that stand for each other where they say nothing but "belonging to": "control (of) arms".
PLAIN_PREPOSITIONS = frozenset("of in on at for".split())
# Those that may be said again before each member of a list, or not: "with Brevia and (with) Ostrel".
REPEATED_PREPOSITIONS = PLAIN_PREPOSITIONS | frozenset("to from by with through".split())

IS = frozenset({"is", "are"})
BEING = IS | frozenset("was were be been being".split())
# A property may follow: "remain (committed)".
COPULAS = BEING | frozenset("remain remains remained become becomes".split())
MODALS = frozenset("will would shall should may might can could must cannot".split())
AUXILIARIES = BEING | MODALS | frozenset("has have had having do does did to".split())
# What turns a sentence round: never folded, never lost. "shall (not) apply".
NEGATIONS = frozenset(
    "not no never nor neither without cannot none don't doesn't didn't isn't aren't wasn't weren't hasn't haven't"
    " hadn't can't couldn't won't wouldn't shan't shouldn't mustn't mightn't".split()
)
# Words that deny what stands behind them; "hardly" and its like deny as much as "not" does: "(hardly) a threat".
DENIALS = NEGATIONS | frozenset("nobody nothing nowhere hardly scarcely barely rarely seldom".split())
# What may stand between a denial and what it denies, beside little words: "no (longer) bound", "not in any (case)".
INSIDE_DENIALS = frozenset("longer yet ever again case way means".split())
# Behind these a "not" or "no" denies nothing of what follows: "not (only) condemned", "no (later) than May".
NO_DENIALS = frozenset("only merely just simply least later less fewer more doubt".split())
# Behind "under no" and its like these deny the whole act: "open the port under no (circumstances)".
OCCASIONS = frozenset("account case circumstance circumstances condition conditions means time way".split())
# Verbs that deny what they govern: "(refused) to lift the ban".
REFUSALS = frozenset(
    "refuse reject deny denies decline oppose forbid forbidden ban prevent prohibit rule avoid fail".split()
)
# What is drawn together, written out: "do(n't)" is "do not". Whole words first, then endings.
CONTRACTED = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not"}
CONTRACTIONS = {"n't": " not", "'ve": " have", "'re": " are", "'ll": " will", "'m": " am"}
# Words that begin with "un" and are no opposites of the rest: "unemployment" is a thing of its own.
NO_OPPOSITES = frozenset({"employment", "employed"})

# All words that carry grammar rather than meaning. The others are what a sentence is about.
FUNCTION_WORDS = frozenset(
    "a an the this that these those its their our his her it they we he she who whom whose which what of in on at"
    " to for from by with within into onto upon as than about over under between among amongst through throughout"
    " toward towards during since until till after before against without across per via regarding concerning and"
    " or but nor so if while whereas although though because when where whether both either also is are was were"
    " be been being am has have had having do does did will would shall should may might can could must not no"
    " there here all any each such other".split()
)
SHARES = frozenset({"per", "cent", "percent"})  # they say what a figure is a figure of: "3 per cent", and no more

# --- Little words that stand for each other, or say nothing -----------------------------------------------------

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
    "over about on regarding concerning at", "between among amongst", "towards toward", "during in", "via through",
    "while whereas and", "although though", "is are am been", "be been being", "was were", "has have having", "do does",
    "its their his her the these those", "it they he she",
)  # fmt: skip
EXCHANGEABLE = tuple(frozenset(group.split()) for group in _EXCHANGEABLE)
# Behind an article they are some, and without it hardly any: "(a) few members".
SCARCE = frozenset("few little".split())
# Who has something in front of "to" must do it: "are (to) report", "has (to) leave".
OBLIGING = BEING | {"have", "has", "had"}
# At the head of a sentence they are said of its subject alone: "(only) ships may land", "ships may (only) land".
FOCUSING = frozenset({"only", "even"})
# A price or a number for a time is a rate: "5 crowns (a day)".
RATED = frozenset({"a", "an", "per"})
# What is done to all of something or to a part: "the withdrawal from (the) territories", "release (the) prisoners".
DONE_TO_ALL = frozenset(
    "withdraw withdraws withdrew withdrawn withdrawing withdrawal release releases released releasing return returns"
    " returned returning vacate vacated vacating evacuate evacuated evacuating evacuation surrender surrendered"
    " surrendering handover dismantle dismantled dismantling dismantlement destroy destroyed destroying destruction"
    " remove removed removing removal lift lifted lifting repeal repealed repealing free freed freeing leave"
    " leaves leaving left".split()
)
# Words that add nothing to news of their own: "(also) welcomed", "(today) agreed".
LIGHT = frozenset("also today this so then the a an as such of".split())
# What a sentence opens with to join the last one: "(In this regard), they urged".
CONNECTIVES = frozenset(
    "in particular addition this that regard context respect connection vein moreover furthermore also accordingly"
    " similarly likewise finally end to".split()
)
# What a full stop in place of a comma makes necessary: ". (The Meeting also) noted".
SPLIT_WORDS = frozenset(
    "and the meeting ministers committee they it council we leaders in addition also but while however".split()
)
# Pairs of which one calls for the other: "neither ... nor".
HALVES = (("neither", "nor"), ("either", "or"), ("both", "and"))
# "Do" that only carries a denial: "(does) not agree" says no more than "neither agrees". "Did" has a time of its own.
BARE_SUPPORT = frozenset({"do", "does"})

# --- How much, how sure, in what manner -------------------------------------------------------------------------

QUANTIFIERS = frozenset("some several many most all few both various number majority certain every".split())
# How sure, how far, how soon: "(largely) complete".
HEDGES = frozenset(
    "also today yet still again further now somewhat generally largely mostly broadly rather quite roughly about"
    " almost nearly likely unlikely perhaps possibly possible appropriate necessary needed feasible applicable"
    " recently currently already once soon later early earlier particularly especially notably mainly partly only"
    " even more less most least very much well fully firmly strongly closely continually increasingly therefore"
    " however moreover furthermore".split()
)
# A word that looks like none, and describes: "(grave) concern".
PLAIN_QUALIFIERS = frozenset(
    "full free open fair safe sound strong robust deep grave complete concrete secure swift prompt early rapid"
    " just clear firm direct genuine serious severe broad wide close new strict clean green resilient sincere"
    " steady slow timely true great high low large small joint mutual whole entire short long common better stable"
    " humane equal transparent permanent consistent urgent independent coherent efficient sufficient inherent"
    " prudent thorough".split()
)
# Endings of words that describe ("verifi-able", "nuclear-free"), and of nouns that would pass for them ("agree-ment").
QUALIFIER_ENDINGS = tuple(
    "able ible ile al ive ous ic ary ory ful less ed ant ent ing ly ar ate ish free based driven oriented led proof"
    " wide".split()
)
NOUN_ENDINGS = tuple("ment tion sion ness ance ence ship ity gent sent vent".split())
# Ending of an adjective in its highest degree: "deep-est".
SUPERLATIVE = "est"

# --- What is done: verbs ----------------------------------------------------------------------------------------

# What statements act, report and assess with.
VERBS = frozenset(
    "accelerate accept accommodate achieve acknowledge act adapt add address adjust adopt advance advise advocate"
    " affirm agree aim allow amend announce anticipate appeal applaud appreciate approve assess assist assure"
    " attain authorise authorize become begin believe boost bring broaden build call cease champion change clarify"
    " close combat commemorate commend commit complete comply compel conclude concur condemn conduct confirm"
    " congratulate consider consult continue contribute convene convey cooperate coordinate counter cut decide"
    " declare decline decrease dedicate deepen defend defer delay deliver demand deplore deploy denounce determine"
    " develop direct disagree discourage discuss display diminish drive ease edge eliminate embrace emphasise"
    " emphasize employ enable encourage end endorse engage enhance ensure establish evaluate examine exchange"
    " exercise expand expect explore express extend facilitate fall fight finalise finalize firm focus follow"
    " foster fulfil fulfill fund further give grow halt have help highlight hold hope identify implement improve"
    " include increase indicate inform initiate insist instruct intend intensify invest invite join judge keep"
    " launch lead leave limit look lower maintain make manage meet mitigate moderate monitor mobilise mobilize"
    " move need negotiate note notify observe offer omit oppose open participate pay permit phase pick pledge"
    " postpone praise prefer prepare present preserve prevent proceed prohibit promote propose protect provide"
    " purchase pursue raise re-affirm reach reaffirm recall receive recognise recognize recommend recommit"
    " reconfirm rededicate redouble reduce reemphasise refer reflect refrain regret reinforce reiterate reject"
    " release remain remind renew report reprimand request require resolve respect respond restate restore"
    " restrain resume retain return review rise run safeguard secure see seek serve set share show slow soften"
    " solicit stand start state step stress strengthen strive suggest supply support suspend sustain take task"
    " tighten transition trend trust underline underscore undertake unite update uphold urge use value view voice"
    " vow warn watch weaken welcome will work agreed held met saw made took gave came began became rose fell grew"
    " chose sought thought kept led left paid sent".split()
)
# What one says, decides or feels in a statement; "moved" and "narrowed" inside a that-clause are not the Meeting's.
SAYING_VERBS = frozenset(
    "acknowledge adopt affirm agree anticipate appeal applaud appreciate approve assess authorise authorize believe"
    " call commend commit condemn confirm congratulate consider decide declare demand deplore determine direct"
    " discuss emphasise emphasize encourage endorse exchange expect express highlight hold invite judge note object"
    " observe offer oppose pledge prefer reaffirm recall recognise recognize recommend regret reiterate reject"
    " request resolve seek stress support task thank underline underscore urge voice welcome".split()
)
# Words of a promise: a time beside them is a deadline, not a period that is reported on.
PROMISES = frozenset(
    "will shall conclude commit commits committed intend intends agree agrees agreed undertake undertook pledge"
    " pledges pledged purchase buy complete aim aims resolve resolved decide decides"
    " enters expires lapses matures terminates".split()  # the present of what is still to come: "expires in 2030"
)
# What changes a verb from behind: "phase (out)", "phase (down)".
PARTICLES = frozenset("out down up off back away forward".split())
# --- Who: speakers, titles, offices -----------------------------------------------------------------------------

# Who can speak in any statement, by what it is: a body, one of several, several. Bodies of one forum are in packs and
# manifests; who else acts in a clause stands in `english_clauses`.
SPEAKING_BODIES = frozenset("committee conference council delegation government meeting party summit".split())
SPEAKING_PERSONS = frozenset("chair chairman chairperson country leader member minister participant president".split())
SPEAKING_PEOPLE = frozenset(
    "co-chairs countries delegates delegations governments heads leaders members ministers nations participants"
    " parties presidents representatives states".split()
)
SPEAKERS = SPEAKING_BODIES | SPEAKING_PERSONS | SPEAKING_PEOPLE
# What names are written with: "(Mr.) Orr".
COURTESIES = frozenset("h.e mr mrs ms dr excellency".split())
# What a name is written with that holds an office: "(Governor) Orr".
OFFICES = frozenset(
    "chairman chairwoman chairperson chair vice governor president deputy minister ambassador secretary".split()
)
TITLES = COURTESIES | OFFICES
# A person with a title holds an office where the sentence says that they acted in it.
ACTED_IN_OFFICE = frozenset(
    "chaired chair chairman presided hosted host welcomed thanked congratulated greeted briefed briefing represented"
    " attended appointed succeeded headed led delivered presented".split()
)
# What is said of those who have a meeting at their place: without such a word a country is not named as its host.
HOSTING = frozenset(
    "chair chaired chairs chairing chairman chairmanship chairship convened gathered gratitude held hospitality host"
    " hosted hosting hosts met thanked thanks appreciation".split()
)

# Small words in the name of a body, which its letters may leave out: "Office (of) Harbour Lights (OHL)".
INSIDE_BODIES = frozenset("of the and for in on to a an de la du des y".split())
# Small words inside a name: "Ada (van) Orr".
INSIDE_NAMES = "de|van|von|der"

# --- How a vote is told: patterns -------------------------------------------------------------------------------

VOTED_FOR = r"oting\s+for\b[^:;.]{0,120}?\b(?:were|was)\b:?\s*"
VOTED_AGAINST = r"\b(?:[Vv]oting|[Vv]oted)\s+against\b[^:;.]{0,120}?(?:\b(?:were|was)\b:?|:)\s*"
MAJORITY = r"majority\s+of\s+(?=\d)"
UNANIMOUS = r"voted\s+unanimously\b"
DISSENT_REASON = r",?\s+(?:who|because|preferring)\b|,\s+each\s+of\s+whom\b"

# --- When: months, days, times ----------------------------------------------------------------------------------

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "", "Jun", "Jul", "Aug", "Sept Sep", "Oct", "Nov", "Dec")
_MONTHS = tuple((name, *short.split()) for name, short in zip(MONTHS, _SHORT_MONTHS, strict=True))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_DAYS = ("Mon", "Tue Tues", "Wed", "Thu Thurs", "Fri", "Sat", "Sun")
_WEEKDAYS = tuple((name, *short.split()) for name, short in zip(WEEKDAYS, _SHORT_DAYS, strict=True))
TIME_WORDS = frozenset(
    "day days week weeks month months year years quarter quarters half season summer winter spring fall autumn"
    " recent recently period today yesterday session term".split()
)
# Before a time they make it a limit, before a number a bound: "(by) 2030", "no later (than) May".
DEADLINES = frozenset("by before until through till within than after once".split())
# So does "from" where something begins to hold: "closed (from) this year". Before the date of a meeting or document it
# is only a time, so that a date behind it may roll forward.
TIME_LIMITS = DEADLINES | {"from"}
# The two that set the same limit: "by 1 May", "before 1 May".
SAME_DEADLINE = frozenset({"by", "before"})
# What may stand between such a word and its date: "by (the end of) 2027".
PARTS_OF_TIME = frozenset(
    "the end middle beginning start close first second third fourth half quarter of early mid late".split()
)

# --- What is cited, held, renewed -------------------------------------------------------------------------------

# What meets, and is counted: "the 31st (session)".
MEETINGS = ("meeting", "session", "summit", "conference", "gathering", "dialogue", "forum", "round", "convening")
# What is counted as meetings are: "the tenth (anniversary)".
COUNTED_THINGS = frozenset(MEETINGS) | frozenset({"anniversary", "report"})
# Nouns of documents, which say no more than the number behind them: "(resolution) 1701 (2006)".
DOCUMENTS = frozenset(
    "resolution resolutions report reports letter letters document documents note notes statement statements decision"
    " decisions annex annexes addendum presidential".split()
)
# Parts of a text that are pointed at by number: "(paragraph) 12 above".
PARAGRAPHS = frozenset("paragraph paragraphs para paras".split())
PARTS_OF_TEXT = PARAGRAPHS | frozenset("article articles section sections chapter chapters".split())
# What a part of another text stands before: "paragraph 12 (of) the charter".
OWNED = "of"
# Where in its own text a sentence points: "paragraph 12 (above)".
NEAR_IN_TEXT = frozenset({"above", "below"})
# What a date of the past belongs to, a document or meeting that each new statement cites anew: "the (report) of 3 May".
CITED = frozenset(
    "report reports letter letters note meet next statement statements decision decisions meeting meetings session"
    " summit conference held met adopted convened dated signed issued review".split()
)
# Those that need such a document or meeting in their sentence: "the truce (signed) on 3 May" is one of its own, and
# "elections will be (held) in June" are put off.
CITING = frozenset("held adopted convened dated signed issued".split())
# What ends or changes a document is about that one: it "(revokes) its decision 12 (2028)".
ENDING = frozenset(
    "amend amends amended amending annul annuls annulled annulling repeal repeals repealed repealing rescind rescinds"
    " rescinded rescinding revoke revokes revoked revoking supersede supersedes superseded superseding terminate"
    " terminates terminated terminating replace replaces replaced replacing lift lifts lifted lifting".split()
)
# A term beside one of these runs out and is renewed: "(extends) the mandate until 31 August".
RENEWAL = frozenset(
    "extend extends extended extension renew renews renewed renewal mandate period report reports submit ending"
    " term beyond troops observers mission".split()
)

# --- Spelling ---------------------------------------------------------------------------------------------------

# Counts in the plural say another number than their singular: "dozens (of ships)".
MULTITUDES = frozenset("tens dozens scores hundreds thousands millions billions".split())
# Endings of one word's forms, longest first: "purchas-es", "purchas-ing".
INFLECTIONS = tuple("ations ation ings ing ical ics ies ied ments ment ic al es ed ly s e y".split())
# They end as an adverb does, and their last letters are no ending: "apply", "applied".
NO_ADVERBS = frozenset(
    "ally apply assembly anomaly comply family imply monopoly multiply rally rely reply resupply supply".split()
)
# Pairs of spellings that no ending tells: British first.
SPELLINGS = {
    "despatch": "dispatch", "programme": "program", "defence": "defense", "centre": "center", "licence": "license",
    "practise": "practice", "judgement": "judgment", "fulfil": "fulfill", "fulfils": "fulfills", "enrol": "enroll",
    "whilst": "while", "amongst": "among", "towards": "toward", "analyse": "analyze", "catalogue": "catalog",
    "cheque": "check", "grey": "gray", "ageing": "aging", "offence": "offense", "theatre": "theater", "tonne": "ton",
    "metre": "meter", "litre": "liter", "travelling": "traveling", "labelled": "labeled", "cancelled": "canceled",
    "mould": "mold", "sceptical": "skeptical", "programmes": "programs", "centres": "centers", "tonnes": "tons",
}  # fmt: skip
# Not every "our" is a spelling of "or": "four", "hour", "mourning" are other words. So the stems that do vary are
# listed: "lab-our", "harb-our".
OUR_STEMS = tuple(
    "arb ard arm behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab neighb od parl ranc rig"
    " rum savi sav splend succ tum val vap vig".split()
)

# --- How a statement is laid out --------------------------------------------------------------------------------

# Headings that any statement can have, as alternatives of a pattern.
STOCK_HEADINGS = "preamble|introduction|overview|summary|background|contents|conclusions?|opening"
# What publishers and press offices print above a statement; the first also stand below it.
RELEASE_LINES = (
    r"for (?:immediate )?release(?!\s+of)\b|embargoed (?:until|for)\b|press release\s*$|share\s*$|distr\b|original:"
    r"|check against delivery"
)
LETTERHEADS = r"united nations\b|security council\s*(?:distr|$)"
PRESS_LINES = r"for media inquiries\b|media contacts?:"
# Words of a title that make it the name of a document and no heading.
DOCUMENT_WORDS = (
    "statement|declaration|communiqu|resolution|report|minutes|summary|conclusions|decision|agreement|remarks|chair"
    "|meeting|summit|forum|dialogue|conference|session|council|commission|committee|treaty|joint"
)
# What an annex is headed with; "Annexes" heads nothing.
ANNEXES = "ANNEX|Annex|APPENDIX|Appendix"
# Words with which the paragraphs of a resolution open, beside those in "ing"; cities that end like one.
PARTICIPLES = (
    "Alarmed|Appalled|Aware|Cognizant|Concerned|Conscious|Convinced|Deeply|Determined|Dismayed|Disturbed"
    "|Encouraged|Gravely|Guided|Mindful|Outraged|Resolved"
)
NO_PARTICIPLES = "Beijing|Nanjing|Chongqing"
# No line of a page is ended on purpose behind these.
OPEN_WORDS = frozenset("a an and as at between by for from in of on or the to under with".split())

# --- Numbers ----------------------------------------------------------------------------------------------------

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {word: number for number, word in enumerate(_BELOW_TWENTY)}
NUMBER_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
NUMBER_WORDS |= {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth".split()
)
ORDINAL_WORDS = {word: number for number, word in enumerate(_ORDINALS, 1)}
ORDINAL_WORDS |= {f"{ten[:-1]}ieth": 10 * number for number, ten in enumerate(_TENS, 2)}
ORDINAL_WORDS |= {
    f"{ten}-{one}": 10 * number + count
    for number, ten in enumerate(_TENS, 2)
    for count, one in enumerate(_ORDINALS[:9], 1)
}
ORDINAL_WORDS |= {"hundredth": 100, "thousandth": 1000}
ORDINAL_WORDS |= {f"{one}-hundredth": 100 * count for count, one in enumerate(_BELOW_TWENTY[1:], 1)}
ORDINAL_WORDS |= {f"{one}-thousandth": 1000 * count for count, one in enumerate(_BELOW_TWENTY[1:], 1)}

ENGLISH = Language(
    code="en",
    name="English",
    common=frozenset("the of and to in that will shall for is".split()),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    numbers=NUMBER_WORDS,
    scales={word: number for word, number in NUMBER_WORDS.items() if number >= 1000}  # "5 million", "$5bn"
    | {"bn": 10**9, "mn": 10**6, "tn": 10**12},
    ordinals=ORDINAL_WORDS,
    hundreds={"hundred": 100, "thousand": 1000},
    hundreds_joined=("and",),
    ordinal_figures=("st", "nd", "rd", "th"),
    titles=frozenset(
        "mr mrs ms dr prof st gen lt col maj capt cmdr adm sgt sen rep gov amb hon rev messrs mme pres h.e h.r.h h.m"
        " e.g i.e viz vs cf incl resp m.v s.s".split()
    ),
    # "No. 5", "Art. VII", "para. (a)", "Fri. 3 May"; elsewhere an ordinary last word.
    counted=frozenset(
        "no nos art arts para paras vol vols pp p ch chap sec fig figs eq eqs secs refs corr add distr doc ref res"
        " approx est fy ed eds".split()
    )
    | frozenset(short.lower() for forms in (*_MONTHS, *_WEEKDAYS) for short in forms[1:]),
    closing=frozenset("jr sr inc ltd co corp bros al dept univ op cit ibid".split()),
    starters=frozenset(
        "the we they it this these those he she in on at as to for with while when however our their its there both"
        " all many some several most a an after before by during from if no under until".split()
    ),
    # "Article 3", "Section IV"
    article_signs=(r"(?:Article|ARTICLE|Art\.|Section|SECTION|Sec\.)\s+(?P<mark>\d{1,3}[a-z]?|[IVXL]{1,6})",),
    lettered=tuple("annex appendix part chapter section phase type group category option plan schedule class".split()),
    negations=NEGATIONS,
    articles=ARTICLES,
    prepositions=PREPOSITIONS,
    coordinators=COORDINATORS,
    met=(
        *("convened", "held", "met", "meet", "meeting", "gathered", "gathering", "assembled", "took place"),
        *("hosted", "adopted", "done"),
    ),
    places_after=("in", "at", "from"),
    own=(
        *("convened", "held", "met", "meeting was", "gathered", "assembled", "took place", "hosted", "adopted"),
        *("attended", "chaired", "opened"),
    ),
    ahead=(
        *("will", "shall", "would", "next", "agree[sd]?", "decide[sd]?", r"look\w*\s+forward", r"offer\w*"),
        *(r"plan\w*", r"intend\w*"),
    ),
    meetings=MEETINGS,
    meeting_kinds=("annual", "regular", "ministerial", "formal", "plenary", "special"),
    not_counted=("Anniversary", "Century", "Birthday", "Parallel", "Republic", "Amendment", "Floor", "Street", *MONTHS),
    no_places=(
        *("Ministers?", "Leaders?", "Meetings?", "Chair(?:man)?", "Council", "Committee", "Statement", "Summit"),
        *("Session", "Level", *MONTHS),
    ),
    joined=("of", "the", "de", "da", "del", "la"),
)
