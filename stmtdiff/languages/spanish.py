"""Spanish, as far as a statement is cut into sentences and dated by it."""

from stmtdiff.languages.language import Language

_MONTHS = (
    *(("enero", "ene"), ("febrero", "feb"), ("marzo", "mar"), ("abril", "abr"), ("mayo",), ("junio", "jun")),
    *(("julio", "jul"), ("agosto", "ago"), ("septiembre", "setiembre", "sept"), ("octubre", "oct")),
    *(("noviembre", "nov"), ("diciembre", "dic")),
)
_SMALL = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho"
    " diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho"
    " veintinueve treinta".split()
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)} | {"veintiún": 21, "veintiuna": 21}
_TENS_IN_WORDS = {
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
}
_NUMBERS |= _TENS_IN_WORDS
_NUMBERS |= {
    f"{ten} y {one}": high + low for ten, high in _TENS_IN_WORDS.items() for low, one in enumerate(_SMALL[:9], 1)
}
_UNITS = "primer segund tercer cuart quint sext séptim octav noven".split()
_TENS = "décim vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim".split()
_HUNDREDS = "centésim ducentésim tricentésim cuadringentésim quingentésim".split()


def _ordinals() -> dict[str, int]:
    """Return the ordinals below a hundred in both genders: "segunda", "vigésimo-noveno", "decimoséptima".

    Of a compound also the form that ends like its last word alone, "vigésimo-primera", and the even hundreds.
    """
    found = {"primer": 1, "tercer": 3}  # before a masculine noun
    for ending in "ao":
        units = {f"{stem}{ending}": number for number, stem in enumerate(_UNITS, 1)}
        found |= {f"{stem}{ending}": 100 * number for number, stem in enumerate(_HUNDREDS, 1)}
        found |= units | {f"undécim{ending}": 11, f"duodécim{ending}": 12}
        for ten, stem in enumerate(_TENS, 1):
            found[f"{stem}{ending}"] = 10 * ten
            for unit, number in units.items():
                found[f"{stem}{ending}-{unit}"] = found[f"{stem}o-{unit}"] = 10 * ten + number
                found[f"{stem.replace('é', 'e')}o{unit}"] = 10 * ten + number
    return found


SPANISH = Language(
    code="es",
    name="Spanish",
    common=frozenset("el los las del y en una por con se al su".split()),
    little=frozenset(
        "es son ha han fue fueron será serán era eran se que su sus lo le les este esta esto estos estas otro"
        " otra otros otras todo toda todos todas más ya habrá".split()
    ),
    months=_MONTHS,
    weekdays=(("lunes",), ("martes",), ("miércoles",), ("jueves",), ("viernes",), ("sábado",), ("domingo",)),
    # 12 de julio de 2025, 1.º de mayo de 2024, del 11 al 12 de julio de 2025
    dates=(
        r"\b(?P<day>\d{1,2})(?:\.?º)?(?:\s*(?:[-–—]|al|y|a)\s*(?P<last>\d{1,2}))?\s+de\s+(?P<month>{month})\.?"
        r"\s+del?\s+(?P<year>\d{4})\b",
    ),
    decimal=",",
    scales={
        "mil": 1000,
        "millón": 10**6,
        "millones": 10**6,
        "mil millones": 10**9,
        "billón": 10**12,
        "billones": 10**12,
    },
    numbers=_NUMBERS,
    ordinals=_ordinals(),
    hundreds={f"{stem}{ending}": 100 * number for number, stem in enumerate(_HUNDREDS, 1) for ending in "ao"},
    ordinal_figures=(".ª", ".º", "ª", "º", "a", "o"),
    ordinal_romans=("",),
    # "el Sr. Orr", "S.E. la Dra. Orr", "p. ej. la pesca"
    titles=frozenset(
        (
            "sr sra srta sres sras dr dra d dª lic ing prof gral cnel cap sto sta excmo excma s.e s.m s.a.r ee.uu ee"
            " ej p.ej cf vs aprox"
        ).split()
    ),
    # "art. 5", "núm. 12", "pág. 3"; elsewhere an ordinary last word
    counted=frozenset(
        "art arts núm núms no nos n pág págs p pp párr párrs vol cap caps sec fig inc doc add corr ed".split()
    ),
    closing=frozenset("etc cía ltda s.a op cit ibid".split()),
    starters=frozenset(
        "el la los las lo un una unos unas nosotros ellos ellas él ella este esta estos estas ese esa esos esas su sus"
        " nuestro nuestra en a al con por para sin bajo sobre tras desde durante si como cuando todos todas algunos"
        " algunas varios asimismo además no se".split()
    ),
    final=frozenset({"etc"}),
    spaced=frozenset({"ee.uu", "s.e", "s.m"}),
    lettered=tuple("anexo apéndice parte capítulo sección fase tipo grupo categoría opción plan clase".split()),
    # "Artículo 3", "ARTÍCULO PRIMERO", "Artículo único"; "1.º Se crea"; "Primero.- Aprobar", "SEGUNDA: Publicar"
    article_signs=(
        rf"(?:Art[íi]culo|ART[ÍI]CULO|Art\.)\s+"
        rf"(?P<mark>\d{{1,3}}(?:\s?(?:bis|ter))?|[IVXL]{{1,6}}|(?i:único|{'|'.join(_ordinals())}))(?:\.?\s?[º°])?",
    ),
    signs=(r"(?P<mark>\d{1,3})\.?\s?[º°ª]",),
    ordinal_labels=True,
    # The Academy's orthography of 2010 writes "solo", "este" and "guion" without an accent; of the others both forms
    # are right.
    spellings=(
        (r"^sólo$", "solo"),
        (r"^(é)(?=st[aeo]s?$|s[aeo]s?$)", "e"),
        (r"^aquél", "aquel"),
        (r"^guión$", "guion"),
        (r"^período", "periodo"),
        (r"^setiembre$", "septiembre"),
        (r"^trans(?=[^aeiou])", "tras"),
        (r"^post(?=[^aeiour])", "pos"),
    ),
    deadlines=frozenset("antes hasta tardar para después desde".split()),
    negations=frozenset("no ni sin nunca jamás ningún ninguno ninguna nadie nada tampoco".split()),
    articles=frozenset("el la los las lo un una unos unas".split()),
    prepositions=frozenset(
        "a al de del en con por para sin sobre bajo entre hacia hasta desde contra según durante mediante ante tras"
        " excepto salvo".split()
    ),
    coordinators=frozenset("y e o u ni pero sino".split()),
    # "completo, verificable e irreversible"; "seguro y sin trabas"
    qualifiers=frozenset(
        "inmediato inmediata inmediatos inmediatas pleno plena plenos plenas completo completa completos completas"
        " seguro segura seguros seguras justo justa"
        " justos"
        " justas libre libres rápido rápida firme firmes claro clara digno digna estable estables abierto"
        " abierta".split()
    ),
    qualifier_endings=tuple(
        "able ables ible ibles ivo iva ivos ivas oso osa osos osas al ales ario aria arios arias ico ica icos icas"
        " ante antes"
        " ente entes ado ada ados adas ido ida idos idas ero era eros eras".split()
    ),
    privatives=frozenset({"sin"}),
    met=(
        *(
            "reunieron",
            "reunió",
            "reunid[oa]s?",
            "celebr(?:ó|aron|ad[oa]s?)",
            "congregaron",
            "convocad[oa]",
            "tuvo lugar",
        ),
        *("adoptad[oa]", "hech[oa]", "dad[oa]"),
    ),
    places_after=("en",),
    own=(
        *(
            "reunieron",
            "reunió",
            "reunid[oa]s?",
            "celebr(?:ó|aron|ad[oa])",
            "convocad[oa]",
            "tuvo lugar",
            "adoptad[oa]",
        ),
        *("presidid[oa]", "acogid[oa]", "inaugurad[oa]"),
    ),
    ahead=(
        *(
            r"próxim[oa]s?",
            r"reunir(?:á|án)",
            r"celebrar(?:á|án)",
            r"acord\w*",
            r"acuerd\w*",
            r"decid\w*",
            r"espera\w*",
        ),
        r"prev\w*",
    ),
    meetings=("reunión", "sesión", "cumbre", "conferencia", "asamblea", "encuentro", "período"),
    not_counted=("República", "Siglo", "siglo", "aniversario", "Aniversario", "piso", "Paralelo"),
    no_places=(
        *(
            "Ministr[oa]s?",
            "Líderes",
            "Reunión",
            "President[ea]",
            "Consejo",
            "Comité",
            "Declaración",
            "Cumbre",
            "Sesión",
        ),
        *("Comunicado", "Asamblea", "Conferencia"),
    ),
    joined=("de", "del", "la", "las", "los", "el", "y"),
)
