"""Arabic: months, sentence ends, negation."""

from stmtdiff.languages.language import Language

ARABIC = Language(
    code="ar",
    name="Arabic",
    # As in Egypt and the Gulf, as in the Levant, as in Algeria and Tunisia.
    months=(
        *(
            ("يناير", "كانون الثاني", "جانفي"),
            ("فبراير", "شباط", "فيفري"),
            ("مارس", "آذار"),
            ("أبريل", "نيسان", "أفريل"),
        ),
        *(("مايو", "أيار", "ماي"), ("يونيو", "حزيران", "جوان"), ("يوليو", "تموز", "جويلية"), ("أغسطس", "آب", "أوت")),
        *(("سبتمبر", "أيلول"), ("أكتوبر", "تشرين الأول"), ("نوفمبر", "تشرين الثاني"), ("ديسمبر", "كانون الأول")),
    ),
    weekdays=(*(("الاثنين",), ("الثلاثاء",), ("الأربعاء",), ("الخميس",), ("الجمعة",), ("السبت",), ("الأحد",)),),
    # Both names of a month may stand: "12 تموز/يوليو 2025"
    dates=(r"\b(?P<day>\d{1,2})\s+(?:{month}\s*/\s*)?(?P<month>{month})\s+(?P<year>\d{4})\b",),
    titles=frozenset({"د", "أ.د"}),
    negations=frozenset("لا لم لن ليس ليست ما غير دون بدون عدم ولا ولم ولن".split()),
)
