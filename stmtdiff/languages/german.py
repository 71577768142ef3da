"""German: months, sentence ends, negation."""

from stmtdiff.languages.language import Language

_SMALL = (
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
    " achtzehn neunzehn".split()
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)}
_TENS = {
    word: 10 * number
    for number, word in enumerate(("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig"), 2)
}
_TENS |= {"achtzig": 80, "neunzig": 90}
_NUMBERS |= _TENS | {f"{one}und{ten}": _TENS[ten] + count for ten in _TENS for count, one in enumerate(_SMALL[:9], 1)}

GERMAN = Language(
    code="de",
    name="German",
    capital_nouns=True,
    common=frozenset("der die das und dem von mit für auf ist nicht eine im sich".split()),
    little=frozenset(
        "ist sind hat haben war waren wird werden wurde wurden will wollen soll sollen er sie es wir dass ihr"
        " ihre ihren seine seinen alle jede jeder jedes unsere unser auch noch mehr als wie".split()
    ),
    months=(
        *(("Januar", "Jänner", "Jan"), ("Februar", "Feb"), ("März",), ("April", "Apr"), ("Mai",), ("Juni",), ("Juli",)),
        *(("August", "Aug"), ("September", "Sept"), ("Oktober", "Okt"), ("November", "Nov"), ("Dezember", "Dez")),
    ),
    weekdays=(
        *(("Montag",), ("Dienstag",), ("Mittwoch",), ("Donnerstag",), ("Freitag",), ("Samstag", "Sonnabend")),
        ("Sonntag",),
    ),
    # 12. Juli 2025, 11. und 12. Juli 2025
    dates=(
        r"\b(?P<day>\d{1,2})\.(?:\s*(?:[-–—]|bis|und)\s*(?P<last>\d{1,2})\.)?\s*(?P<month>{month})\.?\s+(?P<year>\d{4})\b",
    ),
    decimal=",",
    scales={"tausend": 1000, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9}
    | {"billion": 10**12, "billionen": 10**12, "mio": 10**6, "mrd": 10**9},
    numbers=_NUMBERS,
    titles=frozenset("hr fr dr prof st gen bzw vgl z.b d.h gem u.a v.a i.d.r sog ca inkl evtl ggf mio mrd".split()),
    counted=frozenset("nr nrn art abs s bd kap ziff lit jan feb apr aug sept okt nov dez".split()),
    closing=frozenset("usw etc gmbh u.ä u.a.m ebd".split()),
    starters=frozenset(
        "der die das ein eine wir sie er es dies diese dieser dieses in im am an auf mit nach seit für bei zur zum von"
        " vor wenn als da auch alle viele einige dabei damit dazu darüber".split()
    ),
    closers="“‘«‹",
    lettered=("anhang", "anlage", "teil", "kapitel", "abschnitt", "phase", "gruppe", "option"),
    figure_stop=True,
    # "Artikel 3", "§ 4"
    article_signs=(r"(?:Artikel|ARTIKEL|Art\.)\s+(?P<mark>\d{1,3}[a-z]?|[IVXL]{1,6})", r"(?P<mark>§\s?\d{1,3}[a-z]?)"),
    negations=frozenset("nicht kein keine keinen keinem keiner keines nie niemals ohne weder noch nichts".split()),
    # The reform of 1996: "potenziell" for "potentiell", "selbstständig" for "selbständig", "aufwändig" for "aufwendig".
    spellings=((r"(?<=n)t(?=i(?:al|ell))", "z"), (r"^selbständig", "selbstständig"), (r"^aufwendig", "aufwändig")),
    deadlines=frozenset("bis vor spätestens nach ab seit binnen".split()),
    meetings=("treffen", "tagung", "sitzung", "gipfel", "konferenz", "versammlung", "session"),
    articles=frozenset("der die das den dem des ein eine einen einem einer eines".split()),
    prepositions=frozenset(
        "in im an am auf mit von vom zu zur zum für bei beim nach aus über unter durch gegen um seit vor"
        " zwischen".split()
    ),
    # "vollständige, überprüfbare und unumkehrbare"; "sicher und ohne Auflagen"
    qualifiers=frozenset(
        "sicher sichere sicheren sicherer sicheres frei freie freien freier freies offen offene offenen offener offenes"
        " gerecht gerechte gerechten gerechter gerechtes voll volle vollen voller volles".split()
    ),
    qualifier_endings=tuple(
        f"{stem}{form}"
        for stem in ("lich", "ig", "isch", "bar", "sam", "los", "haft", "end", "ell", "iv")
        for form in ("", "e", "en", "em", "er", "es")
    ),
    # Of adjectives, for nouns are told by their capital; the endings do not tell the number.
    case_endings=(frozenset({"", "e", "en", "em", "er", "es"}),),
    privatives=frozenset({"ohne"}),
    coordinators=frozenset("und oder sowie aber".split()),
    joined=("am", "an", "der"),
)
