"""French, as far as a statement is cut into sentences and dated by it."""

from stmtdiff.languages.language import Language

_MONTHS = (
    *(("janvier", "janv"), ("février", "fevrier", "févr"), ("mars",), ("avril", "avr"), ("mai",), ("juin",)),
    *(("juillet", "juil"), ("août", "aout"), ("septembre", "sept"), ("octobre", "oct"), ("novembre", "nov")),
    ("décembre", "decembre", "déc"),
)
# What a numeral in words is made of; tens and ones are joined by a hyphen where no other form stands here.
_SMALL = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)}
_NUMBERS |= {f"dix-{word}": 10 + _NUMBERS[word] for word in ("sept", "huit", "neuf")}
_NUMBERS |= {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingts": 80}
_NUMBERS |= {f"{word} et un": number + 1 for word, number in _NUMBERS.items() if 20 <= number <= 60}
_NUMBERS |= {f"quatre-vingt-{word}": 80 + number for word, number in _NUMBERS.items() if number < 20}
_NUMBERS |= {f"soixante-{word}": 60 + number for word, number in _NUMBERS.items() if 10 <= number < 20}
_NUMBERS |= {"soixante et onze": 71}
_UNITS = {"deuxième": 2, "seconde": 2, "second": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6}
_UNITS |= {"septième": 7, "huitième": 8, "neuvième": 9}
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_ORDINALS = {"premier": 1, "première": 1, **_UNITS, "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13}
_ORDINALS |= {"quatorzième": 14, "quinzième": 15, "seizième": 16, "vingtième": 20, "trentième": 30}
_ORDINALS |= {"quarantième": 40, "cinquantième": 50, "soixantième": 60}
_ORDINALS |= {f"dix-{word}": 10 + number for word, number in _UNITS.items() if number > 6}
_ORDINALS |= {f"{ten}-{word}": count + number for ten, count in _TENS.items() for word, number in _UNITS.items()}
_ORDINALS |= {f"{ten}-et-unième": count + 1 for ten, count in _TENS.items()}
# "soixante-dixième", "soixante et onzième", "quatre-vingt-dix-neuvième"
_ORDINALS |= {f"soixante-{word}": 60 + number for word, number in _ORDINALS.items() if 10 <= number < 20}
_ORDINALS |= {"soixante-et-onzième": 71, "quatre-vingtième": 80, "quatre-vingt-unième": 81}
_ORDINALS |= {f"quatre-vingt-{word}": 80 + number for word, number in _ORDINALS.items() if 1 < number < 20}
_ORDINALS |= {"centième": 100, "millième": 1000, "unième": 1}  # "cent unième"
_ORDINALS |= {f"{word}-centième": 100 * number for number, word in enumerate(_SMALL[1:9], 2)}

FRENCH = Language(
    code="fr",
    name="French",
    common=frozenset("le les des du et dans est une aux sur qui pour par avec".split()),
    little=frozenset(
        "est sont a ont été sera seront était étaient fut se s qu que ce c il ils elle elles nous on y sa ses"
        " son leur leurs plus tout toute tous toutes autre autres".split()
    ),
    months=_MONTHS,
    weekdays=(("lundi",), ("mardi",), ("mercredi",), ("jeudi",), ("vendredi",), ("samedi",), ("dimanche",)),
    # 12 juillet 2025, 1er mai 2024, du 11 au 12 juillet 2025
    dates=(
        r"\b(?P<day>\d{1,2})(?:er)?(?:\s*(?:[-–—]|au|et)\s*(?P<last>\d{1,2}))?\s+(?P<month>{month})\.?\s+(?P<year>\d{4})\b",
    ),
    decimal=",",
    scales={"mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
    | {"billion": 10**12, "billions": 10**12, "mio": 10**6, "mrd": 10**9, "md": 10**9},
    numbers=_NUMBERS,
    ordinals=_ORDINALS,
    hundreds={"cent": 100, "mille": 1000},
    ordinal_figures=("ère", "ème", "er", "re", "e", "°"),
    ordinal_romans=("ème", "e"),
    # "M. Orr", "S. E. Mme Orr", "cf. le rapport"
    titles=frozenset(
        "m mm mgr dr pr st ste gal col cdt s.e s.e.m s.exc s.m s.a.r cf c.-à-d p.ex ex env resp vs".split()
    ),
    # "art. 5", "p. 12", "par. 3", "janv. 2025"; elsewhere an ordinary last word
    counted=frozenset("art arts p pp par paras vol chap sect fig al no nos n réf rés doc add corr éd".split())
    | frozenset("janv févr avr juil sept oct nov déc".split()),
    closing=frozenset("etc cie éts sté ltd op cit ibid".split()),
    starters=frozenset(
        "le la les l un une des nous ils elles il elle on ce cet cette ces son sa ses leur leurs notre nos dans en à au"
        " aux pour par avec sans sous sur après avant depuis pendant lors si comme tous toutes certains plusieurs cela"
        " toutefois cependant enfin".split()
    ),
    final=frozenset({"etc"}),
    spaced=frozenset({"s.exc", "s.e.m"}),
    lettered=tuple("annexe appendice partie chapitre section phase type groupe catégorie option plan classe".split()),
    inner_space=True,
    # "Article premier", "Art. 2 bis"; "1° Les ports"
    article_signs=(
        r"(?:Article|ARTICLE|Art\.)\s+(?P<mark>premier|PREMIER|1er|\d{1,3}(?:\s(?:bis|ter|quater))?|[IVXL]{1,6})",
    ),
    signs=(r"(?P<mark>\d{1,3})\s?[°º]",),
    # A statement that loses "ne" or "pas" has been turned; "plus" and "personne" say other things too.
    # The reform of 1990 (Journal officiel, 6 December 1990): "évènement", "règlementaire", "maitre", "cout"; but "dû",
    # "mûr", "sûr" and "jeûne" keep the mark that tells them from other words. "clef" and "clé" are both in use.
    spellings=(
        (r"évènement", "événement"),
        (r"règlement(?=[aeo])", "réglement"),
        (r"\bclefs?$", "clé"),
        (r"\bclés$", "clé"),
        (r"(?<=.)î(?=t)", "i"),
        (r"(?<=[oa])û(?=t)", "u"),
    ),
    bare_capitals=True,
    deadlines=frozenset("avant jusqu'au jusqu'à jusqu'en jusqu d'ici ici dès tard après depuis".split()),
    negations=frozenset("ne n pas non ni sans aucun aucune jamais nul nulle rien".split()),
    articles=frozenset("le la les l un une des du".split()),
    prepositions=frozenset(
        "à au aux de du des d en dans sur sous pour par avec sans entre parmi vers chez contre selon depuis pendant"
        " durant avant après jusque jusqu dès malgré outre concernant".split()
    ),
    coordinators=frozenset("et ou mais ni ainsi".split()),
    # "complète, vérifiable et irréversible"; "sûr et sans entrave"
    qualifiers=frozenset(
        "immédiat immédiate immédiats immédiates complet complets complète complètes juste justes sûr sûre sûrs sûres"
        " libre libres plein pleine ferme fermes"
        " clair"
        " claire rapide rapides digne dignes stable stables franc franche ouvert ouverte large larges grave"
        " graves".split()
    ),
    qualifier_endings=tuple(
        "able ables ible ibles if ifs ive ives eux euse euses el els elle elles al ale ales aux aire aires ique iques"
        " ant ante"
        " antes ants ent ente entes ents ié iée é ée ées és ué".split()
    ),
    privatives=frozenset({"sans"}),
    met=(
        *("réunis?", "réunies?", "rencontrés", "rassemblés", "tenue?s?", "tient", "tenir", "organisée?", "convoquée?"),
        *("adoptée?", "fait", "faite"),
    ),
    places_after=("à", "au", "aux", "en"),
    own=(
        *("réunis?", "réunies?", "rencontrés", "rassemblés", "tenue?", "tient", "organisée?", "convoquée?", "adoptée?"),
        *("présidée?", "accueillie?", "ouverte?"),
    ),
    ahead=(
        *("prochaine?s?", r"(?:se\s+)?réunir(?:a|ont)", "tiendra", "tiendront", r"convenu\w*", r"décid\w*"),
        r"attend\w*",
    ),
    meetings=("réunion", "session", "sommet", "conférence", "assemblée", "séance", "rencontre"),
    not_counted=("République", "Siècle", "siècle", "anniversaire", "Anniversaire", "étage", "Parallèle"),
    no_places=(
        *("Ministres?", "Dirigeants?", "Réunion", "Président", "Conseil", "Comité", "Déclaration", "Sommet", "Session"),
        *("Communiqué", "Assemblée", "Conférence"),
    ),
    joined=("de", "du", "des", "la", "le", "les", "sur"),
)
