"""Documents that use one feature of Word each, with the paragraphs that a reader of the printed page sees.

LibreOffice reads the same documents in `test_docx_libreoffice.py`: `DIFFERS` says where it prints
something else, and why.
"""

from dataclasses import dataclass

from support.word import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    a_list,
    deleted,
    field,
    inserted,
    level,
    listed,
    moved_from,
    moved_to,
    note,
    p,
    pattern,
    refer,
    run,
    starts_again,
    style,
    styled,
    table,
    word,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A document, what it says with its tracked changes accepted, and without them where that differs."""

    raw: bytes
    accepted: list[str]
    original: list[str] | None = None
    differs: str = ""  # why LibreOffice's text export is not compared


SYMBOL = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
PLAIN = pattern(0, level(0, "%1."), level(1, "(%2)", "lowerLetter"), level(2, "(%3)", "lowerRoman"))
ONE = PLAIN + a_list(1, 0)
THREE = [listed("Ports stay open."), listed("Lights are lit."), listed("Fees are paid.")]


def lists(*levels: str) -> str:
    return pattern(0, *levels) + a_list(1, 0)


def formats(*forms: str) -> str:
    """Return one list a format."""
    patterns = "".join(pattern(at, level(0, "%1.", form)) for at, form in enumerate(forms))
    return patterns + "".join(a_list(at + 1, at) for at, _ in enumerate(forms))


def counted_to(last: int, number: int = 1) -> list[str]:
    return [listed("A pier.", number) for _ in range(last)]


BOX = "<w:txbxContent>" + p("In the box.") + "</w:txbxContent>"
SHAPE = (
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0"'
    ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
    '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0'
    '</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="600000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:wrapNone/><wp:docPr id="1" name="Box"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData'
    ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    f"</a:prstGeom></wps:spPr><wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing>"
)
TEXT_BOX = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{SHAPE}</mc:Choice><mc:Fallback><w:pict><v:shape'
    f' style="width:150pt;height:50pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)

NUMBERS = {
    "one list": Case(word(*THREE, numbering=ONE), ["1. Ports stay open.", "2. Lights are lit.", "3. Fees are paid."]),
    "levels": Case(
        word(
            listed("Ports:"),
            listed("north;", level=1),
            listed("south;", level=1),
            listed("east.", level=2),
            listed("Lights:"),
            listed("red.", level=1),
            numbering=ONE,
        ),
        ["1. Ports:", "(a) north;", "(b) south;", "(i) east.", "2. Lights:", "(a) red."],
    ),
    "several levels in one number": Case(
        word(
            listed("Ports."),
            listed("North.", level=1),
            listed("Pier.", level=2),
            listed("South.", level=1),
            numbering=lists(level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3")),
        ),
        ["1. Ports.", "1.1 North.", "1.1.1 Pier.", "1.2 South."],
    ),
    "legal numbering": Case(
        word(
            listed("Ports."),
            listed("North.", level=1),
            numbering=lists(level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")),
        ),
        ["I. Ports.", "1.1 North."],
        differs="LibreOffice 7.4 knows no legal numbering",
    ),
    "formats": Case(
        word(
            *(line for at in range(1, 9) for line in counted_to(2, at)),
            numbering=formats(
                "decimalZero",
                "upperRoman",
                "lowerRoman",
                "upperLetter",
                "lowerLetter",
                "ordinal",
                "none",
                "decimalFullWidth",
            ),
        ),
        [
            f"{first} A pier."
            for first in (
                "01.",
                "02.",
                "I.",
                "II.",
                "i.",
                "ii.",
                "A.",
                "B.",
                "a.",
                "b.",
                "1st.",
                "2nd.",
                ".",
                ".",
                "１.",
                "２.",
            )
        ],
        differs="LibreOffice 7.4 has no full-width figures",
    ),
    "letters after z": Case(
        word(*counted_to(28), numbering=lists(level(0, "%1)", "lowerLetter"))),
        [f"{letters}) A pier." for letters in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]],
    ),
    "a level that starts at another number": Case(
        word(*counted_to(2), numbering=lists(level(0, "%1.", start=7))), ["7. A pier.", "8. A pier."]
    ),
    "bullets": Case(
        word(
            listed("north;", 1),
            listed("south;", 2),
            listed("east.", 3),
            numbering=pattern(0, level(0, "•", "bullet"))
            + pattern(1, level(0, "–", "bullet"))
            + pattern(2, level(0, "\uf0b7", "bullet").replace("</w:lvl>", SYMBOL + "</w:lvl>"))
            + a_list(1, 0)
            + a_list(2, 1)
            + a_list(3, 2),
        ),
        ["• north;", "– south;", "• east."],
        differs="LibreOffice keeps the private code of a symbol font",
    ),
    "a list that starts again": Case(
        word(*THREE[:2], listed("Piers.", 2), listed("Quays.", 2), numbering=ONE + a_list(2, 0, starts_again())),
        ["1. Ports stay open.", "2. Lights are lit.", "1. Piers.", "2. Quays."],
    ),
    "a list that starts again at another number": Case(
        word(*THREE[:2], listed("Piers.", 2), numbering=ONE + a_list(2, 0, starts_again(first=9))),
        ["1. Ports stay open.", "2. Lights are lit.", "9. Piers."],
    ),
    "a level that a list writes otherwise": Case(
        word(
            THREE[0],
            listed("Piers.", 2),
            numbering=ONE + a_list(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter")}</w:lvlOverride>'),
        ),
        ["1. Ports stay open.", "B) Piers."],
    ),
    "a level that never begins again": Case(
        word(
            listed("Ports:"),
            listed("north;", level=1),
            listed("Lights:"),
            listed("red.", level=1),
            numbering=lists(level(0, "%1."), level(1, "(%2)", more='<w:lvlRestart w:val="0"/>')),
        ),
        ["1. Ports:", "(1) north;", "2. Lights:", "(2) red."],
        differs="LibreOffice begins every level again",
    ),
    "text between the paragraphs of a list": Case(
        word(THREE[0], p("It rained."), THREE[1], numbering=ONE),
        ["1. Ports stay open.", "It rained.", "2. Lights are lit."],
    ),
    "number off": Case(
        word(
            styled("Clause", "Ports."),
            styled("Clause", "Lights.", look='<w:numPr><w:numId w:val="0"/></w:numPr>'),
            styled("Clause", "Fees."),
            numbering=ONE,
            styles=style("Clause", inner='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ),
        ["1. Ports.", "Lights.", "2. Fees."],
    ),
    "numbers from a style, and from the one that it is based on": Case(
        word(
            styled("Clause", "Ports."),
            styled("Subclause", "North."),
            styled("Late", "South."),
            numbering=pattern(
                0,
                level(0, "%1.", more='<w:pStyle w:val="Clause"/>'),
                level(1, "%1.%2", more='<w:pStyle w:val="Subclause"/>'),
            )
            + a_list(1, 0),
            styles=style("Clause", inner='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
            + style("Subclause", inner='<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>')
            + style("Late", based_on="Subclause"),
        ),
        ["1. Ports.", "1.1 North.", "1.2 South."],
    ),
    "a word in a number": Case(
        word(listed("Ports stay open."), listed("Lights are lit."), numbering=lists(level(0, "Article %1"))),
        ["Article 1 Ports stay open.", "Article 2 Lights are lit."],
    ),
    "an empty paragraph counts and is not printed": Case(
        word(THREE[0], listed(""), THREE[1], numbering=ONE),
        ["1. Ports stay open.", "3. Lights are lit."],
        differs="the bare 2. is left out: it would look like the number of the paragraph after it",
    ),
}

TRACKED = {
    "words": Case(
        word(p("Ports stay ", deleted("closed"), inserted("open"), ".")), ["Ports stay open."], ["Ports stay closed."]
    ),
    "a paragraph": Case(
        word(p("Ports."), p(inserted("Lights."), mark=INSERTED), p(deleted("Fees."), mark=DELETED), p("Piers.")),
        ["Ports.", "Lights.", "Piers."],
        ["Ports.", "Fees.", "Piers."],
    ),
    "a mark that was deleted": Case(
        word(p("Ports stay open.", mark=DELETED), p(" Lights are lit."), p("Fees.")),
        ["Ports stay open. Lights are lit.", "Fees."],
        ["Ports stay open.", "Lights are lit.", "Fees."],
    ),
    "a mark that was inserted": Case(
        word(p("Ports stay open.", mark=INSERTED), p(" Lights are lit.")),
        ["Ports stay open.", "Lights are lit."],
        ["Ports stay open. Lights are lit."],
    ),
    "a move": Case(
        word(
            p(moved_from("m1", "Fees."), mark=MOVED_FROM),
            p("Ports."),
            p(moved_to("m1", "Fees."), mark=MOVED_TO),
            p("Lights."),
        ),
        ["Ports.", "Fees.", "Lights."],
        ["Fees.", "Ports.", "Lights."],
    ),
    "what was inserted and deleted again": Case(
        word(p("Ports ", inserted(deleted("never ")), "stay open.")),
        ["Ports stay open."],
        ["Ports stay open."],
        differs="LibreOffice 7.4 loses a change inside a change",
    ),
    "numbers follow the view": Case(
        word(THREE[0], listed(deleted("Lights are lit."), mark=DELETED), THREE[2], numbering=ONE),
        ["1. Ports stay open.", "2. Fees are paid."],
        ["1. Ports stay open.", "2. Lights are lit.", "3. Fees are paid."],
    ),
    "a row of a table": Case(
        word(
            table(
                ("North", "open"),
            ),
            p("Piers."),
            table(("South", "closed"), properties=f"<w:trPr>{DELETED}</w:trPr>"),
            p("Lights."),
        ),
        ["North\topen", "Piers.", "Lights."],
        ["North\topen", "Piers.", "South\tclosed", "Lights."],
        differs="LibreOffice 7.4 does not accept the deletion of a whole table on its way to text",
    ),
    "a number that was put before a paragraph": Case(
        word(p("Ports.", look=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{INSERTED}</w:numPr>'), numbering=ONE),
        ["1. Ports."],
        ["Ports."],
        differs="LibreOffice 7.4 does not track numbers in this form",
    ),
    "a number that was added": Case(
        word(
            p("Ports.", look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').replace(
                "</w:pPr>", '<w:pPrChange w:id="1" w:author="A. Clerk"><w:pPr/></w:pPrChange></w:pPr>'
            ),
            numbering=ONE,
        ),
        ["1. Ports."],
        ["Ports."],
    ),
}

CONTENT = {
    "a link": Case(
        word(p("See ", f'<w:hyperlink r:id="r9">{run("the charts")}</w:hyperlink>', ".")), ["See the charts."]
    ),
    "a field": Case(
        word(
            p(
                "On page ",
                field(" PAGEREF charts ", "12"),
                " and ",
                f'<w:fldSimple w:instr="DATE">{run("3 May")}</w:fldSimple>',
                ".",
            )
        ),
        ["On page 12 and 3 May."],
        differs="LibreOffice works fields out anew",
    ),
    "a field in a field": Case(
        word(
            p(
                "By ",
                field(
                    run("") + field(" DOCPROPERTY x ", "Monday") + "<w:r><w:instrText>IF</w:instrText></w:r>", "June"
                ),
                " at last.",
            )
        ),
        ["By June at last."],
        differs="LibreOffice works fields out anew",
    ),
    "a field without an end": Case(
        word(p("By ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "June."), p("Ports stay open.")),
        ["By", "Ports stay open."],
        differs="the file is broken",
    ),
    "content controls": Case(
        word(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Ports.')}</w:sdtContent></w:sdt>",
            p("Lights ", f"<w:sdt><w:sdtContent>{run('are lit')}</w:sdtContent></w:sdt>", "."),
            p(
                "By ",
                f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('click here')}</w:sdtContent></w:sdt>",
                "June.",
            ),
        ),
        ["Ports.", "Lights are lit.", "By click hereJune."],
    ),
    "a control around a row": Case(
        word(
            table(("Port", "Light"))
            .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
            .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
        ),
        ["Port\tLight"],
    ),
    "smart tags": Case(
        word(
            p(
                "In ",
                f'<w:smartTag w:element="place">{run("Quarrel Bay")}</w:smartTag>',
                f"<w:customXml>{run(' today')}</w:customXml>",
                ".",
            )
        ),
        ["In Quarrel Bay today."],
    ),
    "signs": Case(
        word(
            p(
                "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>binding, co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>",
                run(" at 3"),
                '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>',
                run(" or "),
                '<w:r><w:sym w:font="Arial" w:char="2022"/></w:r>',
            )
        ),
        ["non\u2011binding, co\xadoperation at 3° or •"],
        differs="LibreOffice keeps the private code of a symbol font",
    ),
    "tabs and breaks": Case(
        word(p("<w:r><w:t>Port</w:t><w:tab/><w:t>Light</w:t><w:br/><w:t>North</w:t><w:cr/><w:t>South</w:t></w:r>")),
        ["Port\tLight\nNorth\nSouth"],
    ),
    "ruby": Case(
        word(
            p(
                "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>へいわ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>平和</w:t></w:r>"
                "</w:rubyBase></w:ruby></w:r>"
            )
        ),
        ["平和"],
    ),
    "space counts only where the file says so": Case(
        word(p("<w:r><w:t>Ports </w:t></w:r>", '<w:r><w:t xml:space="preserve"> stay\nopen.</w:t></w:r>')),
        ["Ports stay open."],
    ),
    "a text box": Case(
        word(p("Ports ", TEXT_BOX, "stay open."), p("Lights.")),
        ["Ports stay open.", "In the box.", "Lights."],
        differs="LibreOffice leaves text boxes out of plain text",
    ),
    "a table": Case(
        word(table(("Port", "Light"), ("North", "red")), p("Piers.")),
        ["Port\tLight", "North\tred", "Piers."],
    ),
    "a table of long cells": Case(
        word(
            table(
                ("1.", "The Meeting welcomed the charts of the inner shoals, which the harbour masters had drawn up."),
                (p("Ports.") + p("Lights."), "Fees."),
            )
        ),
        [
            "1. The Meeting welcomed the charts of the inner shoals, which the harbour masters had drawn up.",
            "Ports.",
            "Lights.",
            "Fees.",
        ],
        differs="LibreOffice writes each cell on a line",
    ),
    "footnotes": Case(
        word(
            p("Ports", refer("footnote", 2), " stay open", refer("footnote", 5), "."),
            p("Lights."),
            footnotes=note("footnote", 0, p(""))
            + note("footnote", 5, p("Not at night."), p("Nor in fog."))
            + note("footnote", 2, p("<w:r><w:footnoteRef/></w:r>", " Of the north."))
            + note("footnote", 7, p("Unused.")),
        ),
        ["Ports¹ stay open².", "Lights.", "¹ Of the north.", "² Not at night.", "Nor in fog."],
        differs="LibreOffice leaves notes out of plain text",
    ),
    "endnotes": Case(
        word(p("Ports", refer("endnote", 2), " stay open."), endnotes=note("endnote", 2, p("Of the north."))),
        ["Ports[i] stay open.", "[i] Of the north."],
        differs="LibreOffice leaves notes out of plain text",
    ),
    "a note with a mark of its own": Case(
        word(
            p(
                "Ports",
                refer("footnote", 2, ' w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>"),
                " stay open.",
            ),
            footnotes=note("footnote", 2, p("* Of the north.")),
        ),
        ["Ports* stay open.", "* Of the north."],
        differs="LibreOffice leaves notes out of plain text",
    ),
    "a comment": Case(
        word(
            p(
                '<w:commentRangeStart w:id="1"/>',
                "Ports.",
                '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
            ),
            comments=f'<w:comment w:id="1" w:author="A. Clerk">{p("Really?")}</w:comment>',
        ),
        ["Ports."],
        differs="LibreOffice 7.4 without a screen falls over comments",
    ),
    "hidden text": Case(
        word(
            p(
                "Ports ",
                run("never ", "<w:vanish/>"),
                run("stay ", '<w:vanish w:val="0"/>'),
                run("so ", '<w:rStyle w:val="Quiet"/>'),
                "open.",
            ),
            styles=style("Quiet", sort="character", inner="<w:rPr><w:vanish/></w:rPr>"),
        ),
        ["Ports stay open."],
        differs="LibreOffice exports hidden text",
    ),
    "a formula": Case(
        word(p("So ", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", ".")),
        ["So a=b."],
        differs="LibreOffice makes an object of it",
    ),
}


def equation(*inner: str) -> str:
    return f"<m:oMath>{''.join(inner)}</m:oMath>"


def math(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def fraction(above: str, below: str) -> str:
    return f"<m:f><m:num>{math(above)}</m:num><m:den>{math(below)}</m:den></m:f>"


def form(kind: str, data: str) -> str:
    """Return a field of a form, which has no result."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    code = f"<w:r><w:instrText> {kind} </w:instrText></w:r>"
    return f'{begin}{code}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


RAISED = '<w:vertAlign w:val="superscript"/>'
BY_HAND = '<w:position w:val="6"/><w:sz w:val="14"/>'
OBJECT = "LibreOffice makes an object of it"

WORKED_OUT = {
    "a fraction behind a number": Case(
        word(
            p(
                "Fees of 4",
                equation(fraction("1", "2")),
                " percent, then ",
                equation(math("5"), fraction("3", "4")),
                ".",
            )
        ),
        ["Fees of 4 1/2 percent, then 5 3/4."],
        differs=OBJECT,
    ),
    "equations of many shapes": Case(
        word(
            p(equation(f"<m:f><m:num>{math('a+b')}</m:num><m:den>{math('c')}</m:den></m:f>")),
            p(equation(f"<m:sSup><m:e>{math('x')}</m:e><m:sup>{math('2')}</m:sup></m:sSup>")),
            p(
                equation(
                    f"<m:sSubSup><m:e>{math('x')}</m:e><m:sub>{math('i')}</m:sub><m:sup>{math('n+1')}</m:sup></m:sSubSup>"
                )
            ),
            p(
                equation(
                    f"<m:rad><m:deg/><m:e>{math('2')}</m:e></m:rad><m:rad><m:deg>{math('n')}</m:deg><m:e>{math('x')}</m:e></m:rad>"
                )
            ),
            p(
                equation(
                    '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                    f"<m:sub>{math('i=1')}</m:sub><m:sup>{math('n')}</m:sup><m:e>{math('a')}</m:e></m:nary>"
                )
            ),
            p(equation(f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{math("a")}</m:e></m:d>')),
            p(
                equation(
                    f"<m:m><m:mr><m:e>{math('1')}</m:e><m:e>{math('0')}</m:e></m:mr><m:mr><m:e>{math('0')}</m:e></m:mr></m:m>"
                )
            ),
        ),
        ["(a+b)/c", "x²", "x_i^(n+1)", "√2√(n&x)", "∑_(i=1)^n a", "[a]", "[1, 0; 0]"],
        differs=OBJECT,
    ),
    "a sign by its number": Case(
        word(
            p(
                "Depth ",
                field(' SYMBOL 179 \\f "Symbol" \\s 10 '),
                " 9 m, ",
                field(" SYMBOL 150 "),
                " by night",
                field(" SYMBOL 8364 \\u "),
            )
        ),
        ["Depth ≥ 9 m, – by night€"],
        differs="LibreOffice works fields out anew",
    ),
    "an equation in a field": Case(
        word(p("Fees of 4", field(" EQ \\f(1,2) "), " and ", field(" EQ \\r(3,x)\\s\\up8(2)"), ".")),
        ["Fees of 4 1/2 and √(x)²."],
        differs="LibreOffice works fields out anew",
    ),
    "choices in a form": Case(
        word(
            p(
                "Ports are ",
                form(
                    "FORMDROPDOWN",
                    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="shut"/><w:listEntry w:val="open"/></w:ddList>',
                ),
                " ",
                form("FORMCHECKBOX", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>'),
                form("FORMCHECKBOX", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>'),
            )
        ),
        ["Ports are open ☒☐"],
        differs="LibreOffice makes controls of them",
    ),
    "figures set above the line": Case(
        word(
            p(
                "A reef",
                run("1", RAISED),
                " of 5 km",
                run("2", BY_HAND),
                run("3", '<w:rStyle w:val="High"/>'),
                " at the 30",
                run("th", RAISED),
                ".",
            ),
            p("Fees of 4", run("1", RAISED), "/", run("2", '<w:vertAlign w:val="subscript"/>'), " percent."),
            styles=style("High", sort="character", inner=f"<w:rPr>{RAISED}</w:rPr>"),
        ),
        ["A reef¹ of 5 km²³ at the 30th.", "Fees of 4 1/2 percent."],
        differs="LibreOffice exports them without their place",
    ),
    "a drop cap": Case(
        word(p("T", look='<w:framePr w:dropCap="drop" w:lines="3"/>'), p("he ports stay open."), p("Lights are lit.")),
        ["The ports stay open.", "Lights are lit."],
        differs="LibreOffice sets it back into its paragraph only on paper",
    ),
}

CASES = NUMBERS | TRACKED | CONTENT | WORKED_OUT
