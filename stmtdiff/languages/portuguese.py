"""Portuguese: months, sentence ends, negation."""

from stmtdiff.languages.language import Language

PORTUGUESE = Language(
    code="pt",
    name="Portuguese",
    common=frozenset("os dos não em uma com ao pelo pela são também".split()),
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
    titles=frozenset("sr sra srs sras dr dra d prof eng gen cel s.exa s.ex exmo exma p.ex ex cf vs aprox".split()),
    counted=frozenset("art arts n nº nos pág págs p pp par vol cap sec fig inc doc add corr".split()),
    closing=frozenset("etc ltda cia s.a op cit ibid".split()),
    starters=frozenset(
        "o a os as um uma nós eles elas ele ela este esta estes estas esse essa seu sua nosso em no na nos nas ao à com"
        " por para sem sob sobre após desde durante se como quando todos todas alguns além não".split()
    ),
    lettered=("anexo", "apêndice", "parte", "capítulo", "seção", "secção", "fase", "grupo", "opção"),
    # "Artigo 3.º", "Art. 1º Fica"; "§ 2º Os portos", "Parágrafo único."; "1º Aprovar"
    article_signs=(
        r"(?:Artigo|ARTIGO|Art\.)\s+(?P<mark>\d{1,3}(?:-[A-Z])?|[IVXL]{1,6}|(?i:único))(?:\.?\s?[º°])?",
        r"(?P<mark>§\s?\d{1,3})(?:\.?\s?[º°])?",
        r"(?P<mark>(?i:parágrafo único))",
    ),
    signs=(r"(?P<mark>\d{1,3})\.?\s?[º°ª]",),
    negations=frozenset("não nem sem nunca jamais nenhum nenhuma ninguém nada tampouco".split()),
)
