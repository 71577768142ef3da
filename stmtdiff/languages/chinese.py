"""Chinese: months, sentence ends, negation. Characters are the words, for it is written without spaces."""

from stmtdiff.languages.language import Language

CHINESE = Language(
    code="zh",
    name="Chinese",
    months=tuple(
        (f"{number}月", f"{word}月") for number, word in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)
    ),
    weekdays=tuple((f"星期{day}", f"周{day}") for day in "一二三四五六日"),
    dates=(r"(?P<year>\d{4})\s*年\s*(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",),
    negations=frozenset("不没未无非勿否"),
)
