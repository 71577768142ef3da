"""Russian: months, sentence ends, negation."""

from stmtdiff.languages.language import Language

RUSSIAN = Language(
    code="ru",
    name="Russian",
    # A day is followed by the genitive, which therefore comes first.
    months=(
        *(("января", "январь", "янв"), ("февраля", "февраль", "февр"), ("марта", "март"), ("апреля", "апрель", "апр")),
        *(("мая", "май"), ("июня", "июнь"), ("июля", "июль"), ("августа", "август", "авг")),
        *(("сентября", "сентябрь", "сент"), ("октября", "октябрь", "окт"), ("ноября", "ноябрь", "нояб")),
        ("декабря", "декабрь", "дек"),
    ),
    weekdays=(
        *(("понедельник",), ("вторник",), ("среда",), ("четверг",), ("пятница",), ("суббота",), ("воскресенье",)),
    ),
    # 12 июля 2025 года, 11-12 июля 2025
    dates=(
        r"\b(?P<day>\d{1,2})(?:\s*(?:[-–—]|и|по)\s*(?P<last>\d{1,2}))?\s+(?P<month>{month})\.?\s+(?P<year>\d{4})\b",
    ),
    decimal=",",
    # In the forms that stand behind a figure: "5 миллионов", "1,5 млрд"
    scales={"тысяча": 1000, "тысячи": 1000, "тысяч": 1000, "тыс": 1000, "миллион": 10**6, "миллиона": 10**6}
    | {"миллионов": 10**6, "млн": 10**6, "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9, "млрд": 10**9}
    | {"триллион": 10**12, "триллиона": 10**12, "триллионов": 10**12, "трлн": 10**12},
    titles=frozenset("г-н г-жа гг гн им проф акад ген т.е т.к см ср напр ок ул".split()),
    counted=frozenset("ст п пп стр с рис табл гл ч т янв февр апр авг сент окт нояб дек".split()),
    closing=frozenset("г руб млн млрд тыс".split()),
    final=frozenset("т.д т.п др пр".split()),  # "и др.", "и т.д."
    measured=frozenset("г гг руб коп млн млрд тыс".split()),
    spaced=frozenset("т.д т.п т.е т.к".split()),
    closers="“",
    starters=frozenset(
        "в во на с со к ко о об по за из от до для при после до мы они он она оно это эти этот эта все мы их его ее"
        " если когда как кроме также однако участники стороны министры".split()
    ),
    # "Статья 3", "Артикль 3"; "а) ...; б) ..."
    article_signs=(r"(?:Статья|СТАТЬЯ|Артикль|АРТИКЛЬ|Пункт|ПУНКТ)\s+(?P<mark>\d{1,3}|[IVXL]{1,6})",),
    list_letters="абвгдежзиклмнопрстуфхцчшщэюя",
    prepositions=frozenset("в во на с со к ко о об по за из от до для при под над между через против".split()),
    # "полной, проверяемой и необратимой": the endings of adjectives in all cases
    qualifier_endings=tuple("ый ий ой ая яя ое ее ые ие ого его ому ему ым им ых их ую юю ыми ими ей".split()),
    # Of nouns and adjectives: in the singular, in the plural. "а" and "я" are a plural, too ("дела"), but where a
    # number changed nothing may hide it.
    case_endings=(
        frozenset({"", *"а я о е у ю ом ем ой ей и ы ь ью ия ие ию ии ием ый ий ая яя ое ее ого его ому ему".split()})
        | frozenset("ым им ую юю".split()),
        frozenset({"", *"ы и ов ев ей ий ам ям ами ями ах ях ые ие ых их ым им ыми ими иям иями иях".split()}),
    ),
    privatives=frozenset({"без"}),
    coordinators=frozenset("и или но".split()),
    negations=frozenset("не ни нет без никогда никакой никаких нельзя ничего".split()),
)
