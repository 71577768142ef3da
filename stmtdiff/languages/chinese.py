"""Chinese: months, sentence ends, negation. Characters are the words, for it is written without spaces."""

from stmtdiff.languages.language import Language
from stmtdiff.languages.marks import HAN_NUMBERS

CHINESE = Language(
    code="zh",
    name="Chinese",
    months=tuple(
        (f"{number}月", f"{word}月") for number, word in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)
    ),
    weekdays=tuple((f"星期{day}", f"周{day}") for day in "一二三四五六日"),
    dates=(
        r"(?P<year>\d{4})\s*年\s*(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        # "二〇二五年七月十四日"
        rf"(?P<year>[{HAN_NUMBERS[:11]}]{{4}})年(?P<number>[{HAN_NUMBERS[2:]}]{{1,2}})月(?P<day>[{HAN_NUMBERS[2:]}]{{1,3}})日",
        r"(?P<era>民國|民国)\s*(?P<year>\d{1,3})\s*年\s*(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
    ),
    eras={"民國": 1911, "民国": 1911},
    # "50万", "1.5亿"
    scales={"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8},
    counters=(
        *"元 人民币 美元 欧元 歐元 日元 英镑 卢布 人 名 个 個 项 項 吨 噸 公里 公顷".split(),
        *"天 个月 次 国 國 家 艘 枚 架".split(),
    ),
    # "第三条", "第12条"; "一、双方", "1．双方"; "（一）"
    article_signs=(rf"(?P<mark>第[{HAN_NUMBERS}\d]{{1,6}}[条條])",),
    signs=(rf"(?P<mark>[{HAN_NUMBERS}]{{1,3}}|\d{{1,3}})[、．]",),
    inner_signs=(rf"(?P<mark>[（(][{HAN_NUMBERS}]{{1,3}}[）)])",),
    qualifier_endings=("的",),  # "全面、安全和持久的"
    qualifiers=frozenset(
        (
            "完全 全面 彻底 徹底 可核查 可核实 可验证 不可逆 不可逆转 立即 即时 无条件 迅速 安全 持久 和平 公正"
            " 充分 畅通无阻 不受阻碍 自由 开放 公平 透明 有效 切实 具体 明确 紧密 积极 建设性 包容 普惠 平等"
            " 稳定 永久 严重 深切 强烈"
        ).split()
    ),
    coordinators=frozenset("和与及或并、"),  # "全面、安全和持久"
    particles=frozenset("的地得了着过和与及或并在于对为把被将以从向由是有"),
    deadlines=frozenset("到至"),
    # No bare "前", which begins "前往" too.
    deadlines_behind=tuple("之前 以前 年前 底前 末前 之后 以后 之後 以後 为止".split()),
    ordinal_signs=(rf"第[{HAN_NUMBERS}\d]{{1,5}}[次届屆轮輪回]",),
    meetings=tuple("会议 會議 会晤 峰会 峰會 大会 会 會".split()),
    negations=frozenset("不没未无非勿否"),
)
