"""Word documents written by hand, one short function for each thing that Word can do."""

import io
import zipfile
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:r="{_OFFICE}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_ROOTS = {"settings": "settings", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
_WHO = 'w:id="1" w:author="A. Clerk" w:date="2031-05-03T09:00:00Z"'


def word(*body: str, styles: str = "", numbering: str = "", **parts: str) -> bytes:
    """Return a document with `body`, the XML of its paragraphs; parts: settings, footnotes, endnotes."""
    made = {"styles": styles, "numbering": numbering, **parts}
    main = f"<w:document {_NAMES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    files = {"word/document.xml": main}
    for name, inner in made.items():
        if inner:
            files[f"word/{name}.xml"] = f"<w:{name} {_NAMES}>{inner}</w:{name}>"
    sorts = {"word/document.xml": "document.main"}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{sorts.get(name, name[5:-4])}+xml"/>'
        for name in files
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{types}</Types>"
    )
    files["_rels/.rels"] = _relations({"officeDocument": "word/document.xml"})
    files["word/_rels/document.xml.rels"] = _relations({name: f"{name}.xml" for name, inner in made.items() if inner})
    return packed(files)


def packed(files: dict[str, str | bytes]) -> bytes:
    """Return a zip with `files`, by their names."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return raw.getvalue()


def _relations(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{sort}" Target="{target}"/>'
        for number, (sort, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def run(text: str, look: str = "") -> str:
    """Return a run of text; `look` is the XML of its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inner: str, look: str = "", mark: str = "") -> str:
    """Return a paragraph of runs (XML) or plain text; `mark` is what is tracked of its own end."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inner)
    end = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{look}{end}</w:pPr>{runs}</w:p>"


def styled(style: str, *inner: str, look: str = "") -> str:
    return p(*inner, look=f'<w:pStyle w:val="{style}"/>{look}')


def listed(text: str, number: int = 1, level: int = 0, **more: str) -> str:
    """Return a paragraph of a list."""
    return p(text, look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>', **more)


def inserted(*inner: str) -> str:
    return f"<w:ins {_WHO}>{''.join(part if part.startswith('<') else run(part) for part in inner)}</w:ins>"


def deleted(*inner: str) -> str:
    runs = "".join(part if part.startswith("<") else run(part) for part in inner)
    return f"<w:del {_WHO}>{runs.replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"


def moved_from(name: str, *inner: str) -> str:
    return _moved("From", name, inner)


def moved_to(name: str, *inner: str) -> str:
    return _moved("To", name, inner)


def _moved(way: str, name: str, inner: tuple[str, ...]) -> str:
    runs = "".join(part if part.startswith("<") else run(part) for part in inner)
    return (
        f'<w:move{way}RangeStart {_WHO} w:name="{name}"/><w:move{way} {_WHO}>{runs}</w:move{way}>'
        f'<w:move{way}RangeEnd w:id="1"/>'
    )


INSERTED, DELETED = f"<w:ins {_WHO}/>", f"<w:del {_WHO}/>"
MOVED_FROM, MOVED_TO = f"<w:moveFrom {_WHO}/>", f"<w:moveTo {_WHO}/>"


def style(
    called: str, *, name: str = "", based_on: str = "", sort: str = "paragraph", inner: str = "", default: bool = False
) -> str:
    """Return a style that is `called` so in Word; `name` is what paragraphs name it by."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{sort}" w:styleId="{name or called}"{first}><w:name w:val="{called}"/>{base}{inner}'
        "</w:style>"
    )


def level(at: int, text: str, form: str = "decimal", *, start: int | None = 1, more: str = "") -> str:
    """Return a level of a list pattern; `more` is what stands between the format and the text."""
    first = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{at}">{first}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{escape(text)}"/></w:lvl>'


def pattern(number: int, *levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{"".join(levels)}</w:abstractNum>'


def a_list(number: int, pattern: int, inner: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>{inner}</w:num>'


def starts_again(at: int = 0, first: int = 1) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{first}"/></w:lvlOverride>'


def field(instruction: str, *result: str) -> str:
    """Return a complex field; instruction and result may hold further XML."""
    code = (
        instruction if instruction.startswith("<") else f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
    )
    runs = "".join(part if part.startswith("<") else run(part) for part in result)
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end"))
    return f"{begin}{code}{separate}{runs}{end}"


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """Return a table; a cell is plain text or the XML of its paragraphs."""
    made = ""
    for cells in rows:
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{cell if cell.startswith("<") else p(cell)}</w:tc>'
            for cell in cells
        )
        made += f"<w:tr>{properties}{inner}</w:tr>"
    return f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid/>{made}</w:tbl>'


def note(sort: str, number: int, *paragraphs: str) -> str:
    """Return a "footnote" or "endnote"."""
    return f'<w:{sort} w:id="{number}">{"".join(paragraphs)}</w:{sort}>'


def refer(sort: str, number: int, more: str = "") -> str:
    return f'<w:r><w:{sort}Reference w:id="{number}"{more}/></w:r>'
