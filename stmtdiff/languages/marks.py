"""Marks that end and part, of all scripts: what no single language owns."""

# A sentence ends here: Latin and Cyrillic, Arabic and Urdu, Chinese and Japanese.
SENTENCE_ENDS = frozenset(".!?؟۔。！？．")
# So does a clause, or the item of a list: no phrase reaches over one of them.
CLAUSE_ENDS = SENTENCE_ENDS | frozenset(";:؛；：")
# Letters that look like Latin ones or a figure, Cyrillic and Greek, with what they look like; the single letters of
# Unicode's table of confusable characters that a font cannot tell apart (https://www.unicode.org/reports/tr39/).
LOOK_ALIKES = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"  # Cyrillic, small
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u0417"  # large
        "\u03bf\u03bd\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",  # Greek
        "aeopcyxijshdqwABEKMHOPCTYXIJS3ovABEZHIKMNOPTYX",
        strict=True,
    )
)

# Numbers in Chinese characters, which Chinese and Japanese share: an alternation's letters.
HAN_NUMBERS = "〇零一二三四五六七八九十百"

HAN_FIGURES = {figure: number for number, figure in enumerate("零一二三四五六七八九")} | {"〇": 0, "元": 1}

# Between the number of a page and how many there are: "3 (of) 12"; one alternation for a pattern.
OF_ALL = "of|/|de|von|из"
