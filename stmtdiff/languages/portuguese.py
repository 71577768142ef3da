"""Portuguese: months, sentence ends, negation."""

from stmtdiff.languages.language import Language

_SMALL = (
    "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito"
    " dezenove".split()
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)} | {"duas": 2, "quatorze": 14, "dezasseis": 16}
_NUMBERS |= {"dezassete": 17, "dezanove": 19}
_TENS = {"vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80}
_TENS |= {"noventa": 90}
_NUMBERS |= _TENS | {f"{ten} e {one}": _TENS[ten] + count for ten in _TENS for count, one in enumerate(_SMALL[:9], 1)}

PORTUGUESE = Language(
    code="pt",
    name="Portuguese",
    common=frozenset("os da do dos em na nas um uma com ao não pelo pela são também mais foi".split()),
    little=frozenset(
        "é são foi foram será serão era tem têm há se que seu sua seus suas este esta isto estes estas outro"
        " outra outros outras todo toda todos todas mais já nosso nossa nossos nossas".split()
    ),
    months=(
        *(("janeiro", "jan"), ("fevereiro", "fev"), ("março", "mar"), ("abril", "abr"), ("maio",), ("junho", "jun")),
        *(("julho", "jul"), ("agosto", "ago"), ("setembro", "set"), ("outubro", "out"), ("novembro", "nov")),
        ("dezembro", "dez"),
    ),
    weekdays=(
        *(("segunda-feira",), ("terça-feira",), ("quarta-feira",), ("quinta-feira",), ("sexta-feira",), ("sábado",)),
        ("domingo",),
    ),
    # 12 de julho de 2025, 1º de maio de 2024, 11 e 12 de julho de 2025
    dates=(
        r"\b(?P<day>\d{1,2})(?:\.?º)?(?:\s*(?:[-–—]|a|e)\s*(?P<last>\d{1,2}))?\s+de\s+(?P<month>{month})\.?"
        r"\s+de\s+(?P<year>\d{4})\b",
    ),
    decimal=",",
    scales={"mil": 1000, "milhão": 10**6, "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9, "mil milhões": 10**9}
    | {"trilhão": 10**12, "trilhões": 10**12},
    numbers=_NUMBERS,
    titles=frozenset("sr sra srs sras dr dra d prof eng gen cel s.exa s.ex exmo exma p.ex ex cf vs aprox".split()),
    counted=frozenset("art arts n nº nos pág págs p pp par vol cap sec fig inc doc add corr".split()),
    closing=frozenset("etc ltda cia s.a op cit ibid".split()),
    starters=frozenset(
        "o a os as um uma nós eles elas ele ela este esta estes estas esse essa seu sua nosso em no na nos nas ao à com"
        " por para sem sob sobre após desde durante se como quando todos todas alguns além não".split()
    ),
    final=frozenset({"etc"}),
    lettered=("anexo", "apêndice", "parte", "capítulo", "seção", "secção", "fase", "grupo", "opção"),
    # "Artigo 3.º", "Art. 1º Fica"; "§ 2º Os portos", "Parágrafo único."; "1º Aprovar"
    article_signs=(
        r"(?:Artigo|ARTIGO|Art\.)\s+(?P<mark>\d{1,3}(?:-[A-Z])?|[IVXL]{1,6}|(?i:único))(?:\.?\s?[º°])?",
        r"(?P<mark>§\s?\d{1,3})(?:\.?\s?[º°])?",
        r"(?P<mark>(?i:parágrafo único))",
    ),
    signs=(r"(?P<mark>\d{1,3})\.?\s?[º°ª]",),
    articles=frozenset("o a os as um uma uns umas".split()),
    prepositions=frozenset(
        "de do da dos das em no na nos nas por para com ao à aos às pelo pela pelos pelas sobre entre até"
        " contra".split()
    ),
    # "completa, verificável e irreversível"; "seguro e sem entraves"
    qualifiers=frozenset(
        "imediato imediata imediatos imediatas pleno plena plenos plenas completo completa completos completas seguro"
        " segura seguros seguras justo justa"
        " livre"
        " livres rápido rápida firme firmes claro clara estável estáveis aberto aberta".split()
    ),
    qualifier_endings=tuple(
        "ável áveis ível íveis ivo iva ivos ivas oso osa osos osas al ais ário ária ários árias ico ica icos icas"
        " ante antes"
        " ente entes ado ada ados adas ido ida idos idas ouro oura".split()
    ),
    privatives=frozenset({"sem"}),
    coordinators=frozenset("e ou nem mas".split()),
    # The agreement of 1990: "acção" is "ação", "adoptar" "adotar", "óptimo" "ótimo", "freqüência" "frequência", "idéia"
    # "ideia". Portugal and Brazil write "económico" and "econômico", "género" and "gênero", "facto" and "fato".
    spellings=(
        (r"[cp](?=[çt])", ""),
        ("ü", "u"),
        (r"(?<=.)éi(?=a)", "ei"),
        (r"ê(?=[mn])", "é"),
        (r"ô(?=[mn])", "ó"),
    ),
    deadlines=frozenset("até antes tardar depois desde".split()),
    meetings=("reunião", "sessão", "cúpula", "cimeira", "conferência", "assembleia", "encontro"),
    negations=frozenset("não nem sem nunca jamais nenhum nenhuma ninguém nada tampouco".split()),
)
