"""Japanese: months, sentence ends, negation. Characters are the words, for it is written without spaces."""

from stmtdiff.languages.language import Language
from stmtdiff.languages.marks import HAN_NUMBERS

JAPANESE = Language(
    code="ja",
    name="Japanese",
    months=tuple((f"{number}月",) for number in range(1, 13)),
    weekdays=tuple((f"{day}曜日", f"{day}曜") for day in "月火水木金土日"),
    dates=(
        r"(?P<year>\d{4})\s*年\s*(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        # "令和7年7月14日", "令和元年"
        r"(?P<era>令和|平成|昭和)\s*(?P<year>\d{1,2}|元)\s*年\s*(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
    ),
    eras={"令和": 2018, "平成": 1988, "昭和": 1925},
    # "50万", "1.5億"
    scales={"万": 10**4, "億": 10**8, "兆": 10**12},
    counters=(
        *"円 ドル 米ドル ユーロ ポンド 人 名 件 か国 カ国 ヶ国 トン キロ".split(),
        *"年間 か月 カ月 ヶ月 回 隻 機 基 項".split(),
    ),
    # "第三条", "第12条"; "一、双方", "1．双方"; "（一）"
    article_signs=(rf"(?P<mark>第[{HAN_NUMBERS}\d]{{1,6}}[条條])",),
    signs=(rf"(?P<mark>[{HAN_NUMBERS}]{{1,3}}|\d{{1,3}})[、．]",),
    inner_signs=(rf"(?P<mark>[（(][{HAN_NUMBERS}]{{1,3}}[）)])",),
    qualifier_endings=("な",),  # "完全、安全かつ自由な"
    noun_links=frozenset({"の"}),
    # "完全、検証可能かつ不可逆的な", "即時かつ無条件の"
    qualifiers=frozenset(
        (
            "完全 全面的 即時 無条件 迅速 安全 自由 公正 持続的 恒久的 検証可能 不可逆的 平和的 包括的 強力 緊密 透明"
            " 実効的 建設的 具体的 継続的 積極的 早期 全て 十分 円滑 公平 開放的 重大 深刻 明確 効果的 多角的"
        ).split()
    ),
    after_nouns=frozenset("をがはにへともでのや"),
    verb_endings=(
        "た",
        "ました",
        "る",
        "ます",
        "て",
        "ている",
        "ていた",
        "ない",
        "なかった",
        "ません",
        "ず",
        "う",
        "む",
        "い",
    ),
    coordinators=frozenset("か及又並、"),  # the first characters of "かつ", "及び", "並びに"; "完全、安全かつ自由"
    particles=frozenset("的等及又各"),  # and all kana, of which the little words are made
    deadlines_behind=("まで", "以前", "以降", "以内"),
    ordinal_signs=(rf"第[{HAN_NUMBERS}\d]{{1,5}}[回次]",),
    meetings=tuple("会合 会議 首脳会議 首脳会合 総会 定例会".split()),
    # Verbs are denied by endings ("...しない", "...せず"), of which each character is a token; these are denials alone.
    negations=frozenset("ぬ不無非未"),
)
