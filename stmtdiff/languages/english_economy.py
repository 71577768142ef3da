"""English as it tells of quantities: little words by which a movement finds what it is said of.

Only the rule on the outlook reads them; the words of the field itself are in its pack. All sets are closed classes.
"""

# Join a movement or a quantity to the quantity behind it: "a rise (in) prices", "risks (to) growth".
JOINTS = frozenset("in of to on for".split())
# Between a quantity and a movement they say that another clause has begun.
TURNS = frozenset("but while although though whereas however nevertheless nonetheless and , ;".split())
STOPS = frozenset(". ; : ? !".split())
# Nouns of measure, which a word of degree may qualify instead of the quantity: "at a moderate (pace)".
PACES = frozenset("pace rate rates level levels point points".split())
# What is done on a decision is done to what stands behind it: "inflation is low, and it (decided) to expand purchases".
UNDERTAKING = frozenset({"agree", "choose", "decide", "intend", "resolve", "vote"})
# What stands behind them is no subject: "sectors hit (by) the virus remain weak".
ASIDE = frozenset("by during including against from since under without".split())
# They end what "from" or "since" opened: "since June activity (has) slowed".
CLOSING = frozenset(", ; . to has have had will am is are was were be been being".split())
# Before a figure: it is where a movement began.
ORIGINS = frozenset("from after than below above instead".split())
# They take up the quantity of the sentence before: "(It) has eased since."
STANDING = frozenset("it they this these both their its".split())
# They set what follows against what was said: "housing recovered, (but) mortgage rates have risen".
AGAINST = frozenset("but although though however".split())
# How fast another quantity grows, and nothing of its own: "(growth) in loans".
RATES = frozenset({"growth", "expansion"})

# --- How a dissenter would have voted: patterns over words in small letters, of a reason as a vote reports it ---------

# Rather an easier policy, rather a tighter one: "who preferred to (lower) the rate", "that (risks of imbalances) grew".
WANTS_EASIER = (
    r"\b(?:lower|reduce|cut|decrease)\b(?! the pace| its holdings| the size)|\b(?:additional|further|more)\b[^,;]{0,25}"
    r"\b(?:accommodation|easing|stimulus|purchases)\b|\bpremature\b"
)
WANTS_TIGHTER = (
    r"\b(?:raise|increase|hike)\b(?! the risks| risks)|\bimbalances\b|\bno longer warranted\b|\bomit\b"
    r"|\b(?:reduce|slow) the pace\b|\bhigh level of monetary accommodation\b|\bdid not (?:favor|favour|support)\b"
    r"|\bwithout additional\b|\bremov\w+ (?:of )?(?:monetary |policy )?accommodation\b"
)
# Rather no step at all: it is the other way from the step that was taken.
WANTS_NO_STEP = r"\b(?:maintain|keep|leave|no change|unchanged)\b"
# Weighs one against another; which one, only the whole sentence says: "(rather than) credit programmes".
WEIGHS = r"\brather than\b|\binstead of\b|\bas opposed to\b"
# The step that was taken: "decided to (lower) the target range".
STEPPED_DOWN = r"\bdecided\b[^.;]{0,60}\b(?:lower|reduce|cut|decrease)\b"
STEPPED_UP = r"\bdecided\b[^.;]{0,60}\b(?:raise|increase|hike)\b"
