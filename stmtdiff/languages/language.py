"""What the house knows of the words of one language, in one value: its fields stand by the question they answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """The words of one language, in small letters but where a field says otherwise.

    There is one value of each language, so that two are equal when they are the same object. A field that is
    empty says that nobody has written it down yet: whoever asks must do without an answer.
    """

    code: str  # BCP 47: "fr"
    name: str  # in English, for messages: "French"

    # Is a text written in it? Frequent words that its neighbours do not share; none for a script of its own.
    common: frozenset[str] = _NONE
    # Other words of grammar, by which a short text is told: verbs, pronouns, conjunctions ("est", "ils", "que").
    little: frozenset[str] = _NONE

    # When? The twelve months and seven days, Monday first, each in all its forms, the usual one first and as it
    # is printed ("January", "Jan"); how a day is written, as patterns with the groups `day`, `year` and either
    # `month` (where "{month}" stands for all names) or `number`.
    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    dates: tuple[str, ...] = ()
    # Years that are counted from the beginning of a reign: the group `era` of a date, and the year before its first.
    # What sets a limit to a time, before it or behind it: "avant", "bis"; "之前", "までに".
    deadlines: frozenset[str] = _NONE
    deadlines_behind: tuple[str, ...] = ()
    eras: Mapping[str, int] = field(default_factory=dict)

    # How many, and the how-manieth? A word and its value, the parts of a compound joined by hyphens; what an ordinal
    # in figures ends with ("32-nd"), and one in Roman letters ("" for nothing: "XXIX Reunión").
    # `decimal` is the mark before its tenths: "2,500" is two and a half in French, and in English many.
    # `scales` multiply the figure before them: "5 million", "1,5 milliard" (a French "billion" is a thousand
    # of the English ones).
    numbers: Mapping[str, int] = field(default_factory=dict)
    decimal: str = "."
    scales: Mapping[str, int] = field(default_factory=dict)
    # What stands right behind a figure and says what it counts, where no space is set between them: "50万元".
    counters: tuple[str, ...] = ()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    # What stands before an ordinal that is written in several words, a number before it where there are more of them
    # than one, and the word behind it: "two hundred and | first", "deux cent | unième", "centésima | primera".
    hundreds: Mapping[str, int] = field(default_factory=dict)
    hundreds_joined: tuple[str, ...] = ()
    # An ordinal with its sign, whole: "第十七次", "제17차".
    ordinal_signs: tuple[str, ...] = ()
    ordinal_figures: tuple[str, ...] = ()
    ordinal_romans: tuple[str, ...] = ()

    # Where does a sentence end? Without their last full stop: `titles` never end one ("Mr. Orr"), `counted` do not
    # before a number or letter ("No. 5"), `closing` only before one of the `starters`, which begin sentences
    # ("Ltd. The ..."), `final` before any capital ("и т.д. Порты"), and so do `measured` behind a figure ("2024 г.
    # Совет", where "г. Орло" is a town); `spaced` are those that are also written with spaces ("т. д.", "EE. UU.").
    # Behind a word of `lettered` a single letter is a name that may end one ("Annex I. Annex II ...").
    # `figure_stop`: a figure with a full stop is an ordinal ("am 12. Juli"). `closers` close a quotation beside the
    # usual marks (German “). `inner_space`: a space stands between a sentence's end and the quotation mark behind it
    # ("« ... . »").
    titles: frozenset[str] = _NONE
    counted: frozenset[str] = _NONE
    closing: frozenset[str] = _NONE
    starters: frozenset[str] = _NONE
    final: frozenset[str] = _NONE
    measured: frozenset[str] = _NONE
    spaced: frozenset[str] = _NONE
    closers: str = ""
    lettered: tuple[str, ...] = ()
    figure_stop: bool = False
    inner_space: bool = False

    # How are articles and paragraphs numbered, beside "3.", "3)" and "(a)"? Patterns with the group `mark`, read where
    # a line begins: `article_signs` say what they number, and alone on their line they are a heading ("Article 3");
    # `signs` are numbers of another shape ("1º", "一、"), `inner_signs` those of a list below one ("（一）"). With
    # `ordinal_labels` an ordinal and a stop is one ("Primero.-"); `list_letters` are the letters of a list, in order.
    article_signs: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    inner_signs: tuple[str, ...] = ()
    ordinal_labels: bool = False
    list_letters: str = ""

    # Which spellings are one? Patterns in a word in small letters, each with what is written for it; what only one
    # spelling has is taken out of both ("acção" and "ação", "sólo" and "solo").
    spellings: tuple[tuple[str, str], ...] = ()
    # Are capitals printed without their accents, too? ("Etat" for "État")
    bare_capitals: bool = False
    # Do all nouns have a capital, so that it makes no name? ("Hafen" and "Häfen" are two words)
    capital_nouns: bool = False

    # What turns a sentence round? One word each.
    negations: frozenset[str] = _NONE

    # Which little words stand before a noun, and which join?
    articles: frozenset[str] = _NONE
    prepositions: frozenset[str] = _NONE
    coordinators: frozenset[str] = _NONE

    # What says of a noun how it is? Words that do, in all forms, and how others end; of words that deny, those that
    # make one with the noun behind them ("sans entrave").
    qualifiers: frozenset[str] = _NONE
    qualifier_endings: tuple[str, ...] = ()
    privatives: frozenset[str] = _NONE
    # How a further qualifier begins where "and" is a part of it: the Arabic "wa-" with an article or a denial.
    list_openings: tuple[str, ...] = ()

    # Which endings has one word in all its cases? A set for each number that the endings tell apart ("порта", "порту").
    case_endings: tuple[frozenset[str], ...] = ()

    # In a script without spaces: what joins a qualifier to its noun, and one noun to another as well ("即時の"), and
    # how a verb ends behind what says which verb it is ("求め-た").
    noun_links: frozenset[str] = _NONE
    verb_endings: tuple[str, ...] = ()
    after_nouns: frozenset[str] = _NONE  # characters behind a noun, behind which no verb goes on ("港を-いない")

    # Which single characters are words by themselves, in a script without spaces? ("的", "の")
    particles: frozenset[str] = _NONE

    # What does a statement say of its own meeting? Alternatives of a pattern, capitals as printed:
    # `met` is done at a meeting, and behind it `places_after` opens the name of the place; `own` shows that a
    # sentence speaks of the statement's own meeting, `ahead` that it speaks of another one to come. An ordinal counts a
    # meeting before a word of `meetings` or `meeting_kinds`, but never before one of `not_counted`. `no_places`
    # are names that are no places; `joined` are small words inside the name of a place ("Isle of Orr").
    met: tuple[str, ...] = ()
    places_after: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    meeting_kinds: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    no_places: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
