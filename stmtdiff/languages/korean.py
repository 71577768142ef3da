"""Korean: months, sentence ends, negation."""

from stmtdiff.languages.language import Language

KOREAN = Language(
    code="ko",
    name="Korean",
    months=tuple((f"{number}월",) for number in range(1, 13)),
    weekdays=tuple((f"{day}요일",) for day in "월화수목금토일"),
    dates=(r"(?P<year>\d{4})\s*년\s*(?P<number>\d{1,2})\s*월\s*(?P<day>\d{1,2})\s*일",),
    # "50만 명", "1.5억"
    scales={"만": 10**4, "억": 10**8, "조": 10**12},
    counters=tuple("원 달러 유로 엔 위안 명 개 개국 건 톤 킬로미터 년간 개월 차 차례 척 대 기".split()),
    # "제3조"
    article_signs=(r"(?P<mark>제\s?\d{1,3}\s?조)",),
    # "완전하고 안전하며 자유로운": how words that say of a noun how it is end before it, or before another one
    qualifier_endings=("하고", "하며", "적인", "적이고", "적이며", "로운", "한", "없는"),
    deadlines_behind=("까지", "이전", "이후", "이내"),
    ordinal_signs=(r"제\s?\d{1,4}\s?[차회]",),
    meetings=tuple("회의 정상회의 총회 회담 회기".split()),
    negations=frozenset("안 못 아니다 아닌 아니라 않는 않다 않을 않고 않으며 않았다 없다 없이 없는 말고".split()),
)
