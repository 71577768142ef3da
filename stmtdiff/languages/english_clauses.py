"""English as its clauses are built: forms of strong verbs, what a verb takes along, what opens a condition or a time.

Only whoever asks who says what reads it. All sets are closed classes of the language, or kinds of its words.
This file is long because a set that is parted from its neighbours is written twice before long.
"""

from typing import Literal

from stmtdiff.languages.english import (
    ARTICLES,
    BEING,
    COPULAS,
    MODALS,
    MONTHS,
    PLAIN_QUALIFIERS,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    SPEAKING_BODIES,
    SPEAKING_PEOPLE,
    SPEAKING_PERSONS,
    VERBS,
    WEEKDAYS,
)

# --- Forms of verbs ---------------------------------------------------------------------------------------------

# Strong verbs: base, past, participle; one form alone stands for all three, two for a past that is the participle.
_STRONG = (
    "arise arose arisen|become became become|begin began begun|bind bound|break broke broken|bring brought|build built"
    "|buy bought|catch caught|choose chose chosen|come came come|cost|cut|deal dealt|draw drew drawn|drive drove driven"
    "|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|forbid forbade forbidden|forget forgot"
    " forgotten|freeze froze frozen|get got|give gave given|go went gone|grow grew grown|hear heard|hide hid hidden|hit"
    "|hold held|hurt|keep kept|know knew known|lay laid|lead led|leave left|lend lent|let|lie lay lain|lose lost"
    "|make made|mean meant|meet met|overcome overcame overcome|pay paid|put|quit|read|rebuild rebuilt|rise rose risen"
    "|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set|shake shook shaken|show showed shown"
    "|shrink shrank shrunk|shut|sink sank sunk|sit sat|speak spoke spoken|spend spent|split|spread|stand stood"
    "|steal stole stolen|stick stuck|strike struck|strive strove striven|swear swore sworn|take took taken|teach taught"
    "|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood"
    "|undertake undertook undertaken|uphold upheld|wear wore worn|win won|withdraw withdrew withdrawn"
    "|withhold withheld|write wrote written"
)
_FORMS = [tuple(forms.split()) for forms in _STRONG.split("|")]
STRONG = {forms[0] for forms in _FORMS}
STRONG_PAST = {forms[min(1, len(forms) - 1)] for forms in _FORMS}
STRONG_PARTICIPLES = {forms[-1] for forms in _FORMS} | {"borne", "been", "done"}
# Verbs that statements are told with, beside those that they act with: "(covers) only weapons".
FURTHER_VERBS = frozenset(
    "abstain allocate appear apply approach argue arrive ask attach attack attract avoid await base bear belong benefit"
    " blame block borrow breach break calm chair cite claim collect compare concern consist contain cost cover"
    " create cross damage deem depend deserve destroy disappoint discourage divide doubt draft earn elect emerge"
    " ensure enter envisage escape establish exceed exclude exist expire face favor favour fear feel finance find"
    " fine flee force foresee form free fund gain get go govern grant guarantee guide happen harm hear host hurt"
    " imply import intervene involve know lack last lend let lie lift like link list load lose love mark matter"
    " mean mention name obey obtain occur offset own permit persist plan play point possess praise press prevail"
    " proclaim promise prompt prove publish punish put question quit react read rebuild regard regulate rely"
    " reopen repair repeat replace reply represent rescue reserve reside rest result resume retreat reveal roll"
    " ruin say search seem sell settle sign slow speak spend spread start stay stop store strike succeed suffer"
    " surprise surround tell tend test thank think threaten touch train treat trigger try turn understand vary"
    " visit vote wait want warrant weigh win wish withdraw withhold worry worsen write".split()
)

# They end as verbs do and are none: "in (need)", "this (morning)".
NO_PAST = frozenset(
    "bed bleed breed creed deed embed exceed feed greed hatred hundred indeed kindred naked need newlywed proceed"
    " red sacred seed shed speed succeed weed wicked".split()
)
NO_GERUNDS = frozenset(
    "meeting during morning evening spring king thing nothing anything everything something string ring bring"
    " wing sing according following regarding concerning including excluding pending notwithstanding building"
    " ceiling funding dwelling sibling hearing briefing".split()
)
# Verbs that may stand behind a quotation, or before a clause without "that": "the ban must go, (said) the Chair".
TELLING_VERBS = frozenset(
    "added adds agreed agrees announced announces argued argues believe believed believes claimed considered"
    " considers declared declares expected expects fear feared fears feel felt found hope hoped hopes insisted"
    " insists judged judges knew know note noted notes replied replies said say says stated states stressed"
    " suggest suggested suggests think thinks thought warn warned warns writes wrote".split()
)
# Of these the participle that describes nothing: "the rules (said) yesterday" is no English.
SAID = frozenset({"said"})
OWNERS = ("'s", "s'")  # how an owner ends: "the (ferries') dues"
# Nouns whose content a clause with "that" tells: "the (hope) that Brevia would sign".
CONTENT_NOUNS = frozenset(
    "agreement assessment assurance belief call claim concern concerns conclusion condition confidence conviction"
    " doubt doubts expectation fact fear fears hint hope hopes idea judgement judgment news opinion possibility"
    " principle promise regret report risk satisfaction statement understanding view views warning wish".split()
)
# Verbs that tell somebody a clause with "that": "(informed) the Council that".
INFORMING_VERBS = frozenset("assure convince ensure inform notify persuade remind satisfy show tell warn".split())

# --- What belongs to a verb -------------------------------------------------------------------------------------

# Phrases that are one act with their verb, by the base of the verb: "took (note of)".
_FIXED = (
    "take: note of, note with, note, part in, account of, into account, effect, place, stock of"
    "|pay: tribute to, attention to, heed to|lend: support to|give: rise to, effect to|enter: into force, into"
    "|come: into force, into effect, to an end|look: forward to, at"
    "|put: an end to, into effect, forward, in place|bring: about, to an end|carry: out|set: out, up, aside"
    "|call: for, on, upon, off|draw: attention to, up|remain: seized of|make: use of|bear: in mind"
    "|phase: out, down|scale: back, down, up|step: up, down|rule: out|point: out, to|back: down|result: in"
    "|participate: in|engage: in|succeed: in|believe: in|refrain: from|suffer: from|benefit: from|abide: by"
    "|stand: by|break: off|hold: back|cut: off|turn: down|run: out of|fall: short of"
)
FIXED_PHRASES = {
    verb: tuple(phrases.split(", ")) for verb, _, phrases in (row.partition(": ") for row in _FIXED.split("|"))
}
# Prepositions that a verb takes along, where no place and no time follows: "asked (for) patience".
VERB_PREPOSITIONS = frozenset("for on upon to with of against about into under".split())
# Participles of mind, which keep their preposition: "(concerned) about".
MINDS = frozenset(
    "alarmed appalled attentive aware bound cognizant committed concerned conscious convinced dedicated"
    " determined disappointed dismayed disturbed encouraged grateful guided inspired mindful opposed outraged"
    " pleased prepared resolved saddened satisfied shocked troubled united worried".split()
)
MIND_PREPOSITIONS = frozenset("about to by at in of over with that".split())
# What with "to" is a modal: "is (able) to".
READY = frozenset("able unable prepared ready willing bound obliged free required".split())
MODAL_VERBS = frozenset("need needs needed ought have has had".split())
# What with "to" says how the verb behind it goes on: "(continues) to expect".
ASPECTS = frozenset("begin cease continue start".split())
# What with "to" says how sure it is: "is (likely) to", "(appears) to".
LIKELY = frozenset("likely unlikely expected certain sure set due supposed".split())
SEEMING = frozenset("appear appears appeared seem seems seemed tend tends tended".split())
# What with "to" denies the verb behind it: "(refused) to sign".
REFUSING = frozenset(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing".split()
)
# Whoever does not do these keeps what they are about from being held: "does not (recognise) the annexation".
ACCEPTING = frozenset(
    "accept acknowledge admit adopt allow approve authorise authorize condone consider contemplate countenance endorse"
    " envisage favour favor foresee legitimise legitimize permit plan propose pursue recognise recognize seek support"
    " tolerate validate want welcome".split()
)
# Whoever does these is against what they are about, and whoever does not do them is not: "did not (condemn) the raid".
BLAMING = frozenset(
    "condemn contest criticise criticize denounce deplore dispute exclude object protest question regret resist".split()
)
# Right before a verb these keep it from being done: "called on all (not to) recognise it".
HOLDING_BACK = (
    "not to", "never to", "without", "refrain from", "refrains from", "refrained from", "refraining from", "instead of",
    "abstain from", "abstains from", "abstained from", "abstaining from", "rather than",
)  # fmt: skip
# Whoever does these does what their noun says, "(voiced) concern"; whoever "noted the concern" only noted it.
EXPRESSING = frozenset(
    "convey declare express extend give have make offer reaffirm register reiterate renew repeat restate state voice"
    " underline stress emphasise emphasize remain be".split()
)
# With "take" and its like these say something: "took (note of) the plan".
TELLING_NOUNS = frozenset({"note of", "issue with", "tribute to", "support to"})
# A modal that leaves open whether: "(may) keep the toll".
LEAVING_OPEN = frozenset("may might can could".split())
# Behind a wording these speak of what stood before: "voiced grave concern (over them)", "(in this regard)".
POINTING_BACK = frozenset(
    "about any as at by for in it its of on over regard respect such that the their them there these this those to"
    " connection matter".split()
)
# Verbs whose clause with "that" has a bare verb: "demands that Ostrel (free) the crew".
DEMANDING = frozenset("demand propose request recommend insist ask require suggest urge decide".split())
# Verbs of any text, so that few are unknown: "(consent) to the plan".
_COMMON_VERBS = frozenset(
    "abandon absorb abuse accompany accord accuse admit affect afford aggravate alert alter apologise appoint"
    " arrange arrest assemble assume balance bar beat behave bless boycott breathe burn campaign cancel capture cast"
    " celebrate charge chase check circulate clear climb coincide collapse commence communicate compensate compete"
    " compile complain concede concentrate condone confine conform confront connect consent conserve constitute"
    " construct consume contemplate contest contract contrast control convert copy correct correspond count"
    " countenance criticise criticize curb cure date debate decrease dedicate deepen deliver demonstrate depart"
    " deplete deprive derive describe design detain deteriorate devote differ disclose dismiss disperse displace"
    " dispute dissolve distribute disturb dominate donate double downgrade drop ease echo eject embark emit"
    " encounter endanger endure enforce enjoy enlarge entail erode err escalate evacuate evolve exacerbate"
    " exaggerate exempt exert exploit export extract fade feature file fill fix focus fold forge forgo formulate"
    " fuel function gather generate grasp greet guard handle hasten heal heighten hesitate hinder honor honour"
    " ignore impede impose impress incorporate incur infer inflict influence inject injure inspect inspire install"
    " institute integrate interpret interrupt introduce invade investigate invoke isolate jeopardise kill learn"
    " legislate legitimise legitimize lessen liberate license limit live locate lose lower manufacture march"
    " marginalise merge merit minimise misuse modify motivate mount multiply murder narrow neglect negotiate"
    " nominate obstruct occupy organise organize originate outlaw outline outweigh oversee owe pause perform"
    " persuade pertain plead please pose post practise precede predict presume prioritise process procure produce"
    " profit prohibit project prolong prosecute provoke pull purport push qualify quote ratify reappoint recede"
    " reckon reclaim reconcile reconsider reconvene recover recruit rectify redeem redirect refer refine refuse"
    " register rehabilitate reiterate relate relax relieve relocate remedy remove rename render renounce repatriate"
    " repay repeal repel rescind resign resist resort resound respond restrict restructure rethink retire retract"
    " reverse revert revise revive revoke reward rival roll rule satisfy save scrutinise seize select separate sever"
    " shelter shield shift shoot shoulder sign signal simplify slip smuggle solve specify spell spur stabilise"
    " stabilize stage stall stem stimulate stipulate straddle subject submit subscribe subside substitute sue"
    " supervise supplement surge surpass surrender survive suspect sweep sympathise tackle target terminate test tie"
    " tolerate track transfer transform translate transmit transport travel trouble trust unfold unify unveil"
    " upgrade upset utilise vacate vanish veto violate vow waive warm waste weather widen witness wonder wrap"
    " yield".split()
)
_NO_BASES = (STRONG_PAST | STRONG_PARTICIPLES | {"agreed"}) - STRONG
BASE_VERBS = (VERBS | FURTHER_VERBS | _COMMON_VERBS | STRONG | {"be", "have", "do"}) - _NO_BASES
HAVING = frozenset("have has had having".split())
DOING = frozenset("do does did".split())
NO_MODALS = frozenset({"cannot", "can't", "won't"})

# --- Openers ----------------------------------------------------------------------------------------------------

# What opens a clause that is told for itself: "(while) two members reserved their position".
CLAUSE_OPENERS = frozenset("while whereas although though because but whilst so nor".split())
# What opens a condition, as its words: "(provided that) Ostrel withdraws".
CONDITIONS = tuple(
    "if|only if"
    "|as far as possible|barring|even if|unless|provided that|provided|providing that|as long as|so long as|subject to"
    "|on condition that|on the condition that|assuming that|assuming|in case|in the event|in the event of"
    "|in the event that|to the extent|whether or not|given that|insofar as|in so far as|should|had|depending on"
    "|except if|pending|in the absence of|supposing|where|wherever|contingent on|conditional on".split("|")
)
# With a word of possibility they are a condition of two words: "as (appropriate)".
CONDITION_WORDS = frozenset(
    "appropriate necessary possible needed required feasible applicable asked requested practicable warranted"
    " relevant agreed".split()
)
# What opens a time as a clause: "(as soon as) the truce holds".
TIME_OPENERS = tuple(
    "until|till|since|before|after|as soon as|when|whenever|once|only once|only when|by the time|as".split("|")
)
HEDGING = frozenset(
    "allegedly almost apparently approximately arguably broadly conceivably fairly generally largely mainly maybe"
    " mostly nearly partially partly perhaps possibly potentially presumably probably rather relatively"
    " reportedly roughly seemingly somewhat supposedly".split()
)
HEDGING_PHRASES = tuple(
    "in principle|in general|as a rule|on the whole|on balance|in part|to some extent|to a large extent"
    "|to some degree|more or less|at first sight|in theory|by and large|for the most part".split("|")
)
# Behind "in their" a hedge, the speaker's own: "in its (view)".
VIEWS = frozenset("view opinion judgment judgement assessment estimation eyes".split())
# What joins sentences and stands in no slot: "(therefore)".
CONNECTING = frozenset(
    "accordingly additionally again also consequently finally further furthermore hence hereby however indeed instead"
    " jointly likewise meanwhile moreover nevertheless nonetheless similarly then therefore thus too".split()
)
CONNECTING_PHRASES = (
    "in doing so",
    "in so doing",
    "once more",
    "in addition",
    "at the same time",
    "as well",
    "once again",
    "of course",
)
# How strongly, beside words in "ly".
MANNER = frozenset("well fast hard".split())
# Adverbs in "ly" that say when, or only join.
TIMELY = frozenset(
    "afterwards already always annually currently daily earlier ever formerly frequently immediately initially"
    " lately later meanwhile monthly now often permanently presently previously promptly quarterly rarely"
    " recently regularly seldom shortly sometimes soon still temporarily today tomorrow weekly yearly"
    " yesterday yet".split()
)
TIMELY_PHRASES = tuple(
    "in due course|at present|at once|so far|to date|for now|for the time being|at all times|from time to time"
    "|at first|at last|in future|in the future|once a|twice a|until further notice|for the first time|as yet"
    "|at the moment|without delay|at the latest|with immediate effect|at the outset|from now on|over time"
    "|in the past|at least once".split("|")
)
TIME_PREPOSITIONS = frozenset(
    "after as at before between by during for from in on over since through throughout till until within".split()
)
# What a time is measured or named in.
TIME_NOUNS = frozenset(
    "autumn beginning century day days decade decades end evening future half hour hours middle midnight minute"
    " minutes month months morning night noon occasion past period quarter quarters season spring start summer"
    " term times today tomorrow week weekend weeks winter year years yesterday".split()
)
# Of these only one that is told which: "the (end) of May", "the second (half)", but "at least half".
VAGUE_TIMES = frozenset("beginning end future half middle occasion past period run start term times".split())
TIME_DETERMINERS = frozenset("next this last each every another same following coming previous past".split())
# What may stand before the noun of a time: "in the (coming) weeks".
TIME_ADJECTIVES = frozenset(
    "about at coming current early entire few final financial first fiscal fourth full further last late later"
    " least less long longer many medium mid more near new next one past present previous remaining second"
    " several short some than third three two whole".split()
)
# Their whole phrase is the scope: "(except) Ostrel".
SCOPE_OPENERS = tuple(
    "with the exception of|other than|apart from|aside from|in particular|including|excluding|except for|except"
    "|especially|particularly|notably|but one|but two|save for|with the exclusion of".split("|")
)
# Only the words themselves are the scope.
SCOPE_WORDS = tuple(
    "at least|at most|up to|no more than|not more than|no fewer than|only|solely|merely|exclusively".split("|")
)
WHOLE = frozenset("all any both every".split())

# --- Who, and how many ------------------------------------------------------------------------------------------

NOBODY = frozenset("no none neither nothing nobody".split())
AMOUNTS: dict[Literal["one", "some", "several", "many", "most", "all"], frozenset[str]] = {
    "one": frozenset("one another".split()),
    "some": frozenset("some few certain others other someone somebody half handful".split()),
    "several": frozenset("several various number couple".split()),
    "many": frozenset("many numerous".split()),
    "most": frozenset("most majority".split()),
    "all": frozenset("all each every both everyone everybody".split()),
}
# One of them acts as one though many belong to it.
BODIES = SPEAKING_BODIES | frozenset(
    "agency alliance army assembly association authority bank board bureau cabinet commission community company"
    " congress court crew forum group house jury ministry mission navy organisation organization panel parliament"
    " police presidency public secretariat senate society staff task-force team tribunal union".split()
)
PERSONS = SPEAKING_PERSONS | frozenset(
    "ambassador captain chairwoman chief colleague commissioner coordinator delegate deputy director dissenter"
    " economist envoy expert friend general governor head host judge king mediator nation observer official"
    " prime-minister prosecutor queen rapporteur representative secretary side speaker spokesman spokeswoman state"
    " witness".split()
)
PEOPLE = SPEAKING_PEOPLE | frozenset(
    "authorities banks both chairs children citizens civilians colleagues committees companies councils donors"
    " economists envoys experts families firms forces friends groups guarantors hosts households inspectors judges"
    " men neighbors neighbours observers officials others partners people refugees sides signatories towns troops"
    " victims villages women workers".split()
)
COURTESY = frozenset("ambassador chair chairman dr dr. governor minister mr mr. mrs mrs. ms ms. president".split())
PERSONAL = frozenset("they we it he she i you".split())
ANY_PRONOUN = PERSONAL | {"who", "which"}
FIRST_PERSON = frozenset("we i".split())  # who speaks in a statement of one's own
PLURAL_PRONOUNS = frozenset("they we you these those".split())
# Adjectives of strength, and nouns of feeling or stance that they stand before: "(deep) (concern)".
STRENGTH = frozenset(
    "bitter categorical cautious complete considerable continued deep deepest enormous extreme firm full fullest"
    " grave gravest great greatest growing heartfelt high highest immense intense keen mild particular profound"
    " renewed resolute serious severe sharp sincere sincerest steadfast strong strongest total unanimous"
    " unconditional unequivocal unqualified unreserved unwavering utmost warm warmest wholehearted".split()
)
FEELINGS = frozenset(
    "admiration alarm anger anxiety appreciation backing belief caution commitment concern concerns condemnation"
    " condolences confidence conviction criticism delight determination disappointment dismay doubt doubts"
    " enthusiasm esteem gratitude grief hope indignation interest joy objection objections opposition outrage"
    " pleasure praise pride regret relief reservation reservations resolve respect sadness satisfaction shame"
    " shock solidarity sorrow support sympathy thanks unease urgency vigour welcome worry".split()
)
MANNER_PHRASES = tuple(
    "in the strongest terms|in the strongest possible terms|in strong terms|in the clearest terms"
    "|without reservation|by consensus|in full|at length|in detail|as a matter of urgency|once and for all"
    "|to the full|with one voice|in no uncertain terms|very much".split("|")
)
FRONT_NOTHING = tuple(
    "given|at the request of|on behalf of|with regard to|with respect to|to this end|in this regard|in this context"
    "|in response to|as regards|with a view to|in line with|in accordance with|by a vote of"
    "|under the chairmanship of|in this connection|to that end".split("|")
)
JOINED_WITH = ("as well as", "together with", "along with", "and")

ALL_QUANTIFIERS = QUANTIFIERS.union(*AMOUNTS.values())
ALL_AUXILIARIES = BEING | MODALS | HAVING | DOING
NOT_IN_SUBJECT = PREPOSITIONS - {"than"}
# In front of a pronoun and its verb they lead to them, with a comma or without: "(To) this end we commit".
LEADING = NOT_IN_SUBJECT | {"to"}
ALL_SPEAKING = BODIES | PERSONS | PEOPLE
STRONG_FORMS = tuple(_FORMS)
MONTH_NAMES = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))
# Quantities that are no head: "(hundreds) of families".
MEASURES = frozenset(
    "all billions couple dozens each half hundreds lot majority many millions most much number one part quarter"
    " range rest series set some third thousands tonnes tons".split()
)
# What ends a noun phrase and is no preposition: "fields (such) as trade", "aid (given) the flood".
BEHIND_NOUNS = frozenset("able due following given like such than worth".split())
# Adjectives that no ending tells, beside those that any formula has.
ADJECTIVES = PLAIN_QUALIFIERS | frozenset(
    "annual bad best better big blunt brief broken calm certain cheap civil closed cold common continuing costly"
    " current daily dark deadly deeper developing different differing dire domestic dry earlier early emerging"
    " empty exact existing fairer fast final firm first foreign formal former frank free fresh friendly further future"
    " good growing hard harsh heavy higher hot incoming joint key larger last lasting late later latest leading"
    " light likely local longer loose loud lower main major mere mild military minor modest monthly new next old"
    " ongoing open orderly outstanding own past poor present private public quarterly quick quiet rare ready"
    " recent regular remaining rich right rising rough safe second sharp sheer shorter similar slow smaller"
    " smooth soft stark steep stronger tense third tight timely uncertain unchanged upcoming upper various vast"
    " warm wary weak weaker weekly welcome wet wider worse worst wrong yearly".split()
)

# --- What binds -------------------------------------------------------------------------------------------------

# They bind whoever is named: "Members (shall) not dump". "Will" binds only who says it.
BINDING_MODALS = frozenset({"shall", "must", "may"})
# Denied, they forbid: "Observers (may) not attend".
PERMITTING = frozenset({"may"})
# To ask somebody to refrain is a demand of its own, whatever is refrained from: "(refrain) from raids".
REFRAINING = frozenset({"refrain"})
# Before the verb that says what is to be done: "shall (freeze)", "requests it to (report)".
BEFORE_DEEDS = frozenset("to shall must will should".split())
# In front of another verb they say that it is still done: "We (continue) to call for".
CONTINUING = frozenset("continue continues continued continuing".split())
# What a statement acts with, and what in the plural is a noun as well: "(Calls) for restraint grew".
NOUNS_OF_SAYING = frozenset(
    "appeal call commit demand direct exchange express hold judge note object offer pledge prefer regret request"
    " resolve seek stress support task thank urge voice".split()
)
# In front of another verb they say how gladly it is done: "We are (pleased) to announce".
GLAD = frozenset("delighted glad happy honoured honored pleased proud".split())
# They open what an act is made of: "to deepen cooperation (including) by drills", "(through) joint patrols".
DETAILING = frozenset("including notably particularly especially through".split())
# Between "for" and the time that something lasts: "for (a further period of) six months".
BEFORE_TERMS = frozenset("a an another further final additional period of the next at least".split())
# What ends a deed: to "(stop) monitoring" is no deed of its own.
STOPPING = frozenset("stop end cease halt refrain discontinue suspend".split())
# They undo a measure, so that more of it is less: "(lift) the ban on ships and ports".
UNDOING = frozenset(
    "lift lifts lifted lifting suspend suspends suspended suspending waive waives waived waiving repeal repeals"
    " repealed repealing revoke revokes revoked revoking relax relaxes relaxed relaxing relief".split()
)
# Before a noun they leave little or nothing of it: "there is (little) support".
SCANT = frozenset("little few less scant limited insufficient no hardly barely scarcely".split())
# What a list is taken out of a duty by: it "does (not apply) to supplies or parts"; the longer the list, the weaker.
EXEMPTING = tuple("not apply|not be applied|except|excluding|exempt|exempts|exempted|exempting|exempt from".split("|"))
# Behind them a term is a duty, whoever owes it: "the toll is (payable) within a week".
DUE = frozenset("due payable owed required".split())
# Behind them stands what their subject answers for: "Ostrel (bears) responsibility", "(is) to blame".
BEARING = COPULAS | {"bear", "bears", "bore"}
# With one of them for a subject a clause tells of something: "the plan (which) was announced".
RELATIVE_SUBJECTS = frozenset("which who that".split())
# Between a modal and its verb they say that it must be: "may (have to) pay".
OBLIGED = ("have", "to")
# They act against those who speak: "Leaders welcomed, while (others) opposed, the levy".
OTHERS = "others"
# It carries the past of a verb that is denied: "Ostrel (did) not attend".
PAST_SUPPORT = "did"
# They open a noun phrase, and tell of whom or which.
BEFORE_NOUNS = ARTICLES | POSSESSIVES
