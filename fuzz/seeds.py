"""Documents of an invented forum, the Ostrel Bay Dialogue, in every form that is read: each gets past its gate."""

import gzip
import io
import zlib

OLD = """CHAIR'S STATEMENT OF THE 7TH OSTREL BAY DIALOGUE
Port Ilmen, 3 May 2030

1. The 7th Ostrel Bay Dialogue was held in Port Ilmen on 3 May 2030 under the chair of Brevia.

2. Ministers expressed grave concern over the closure of the Selm channel, and urged all sides to reopen it fully,
promptly and without conditions. They recalled the accord of 2019 [1], S/2019/410 and resolution 1614 (2019).

(a) 4.25 per cent of all ships waited for no less than three days;
(b) traffic fell by 1,950 boats to 5-1/4 a day.

3. The Panel will continue to watch harbour traffic closely. "No member objected", the Chair said.

[1] The accord was signed in Brevia.
"""
NEW = """CHAIR'S STATEMENT OF THE 8TH OSTREL BAY DIALOGUE
Lower Selm, 9 May 2031

1. The 8th Ostrel Bay Dialogue was held in Lower Selm on 9 May 2031 under the chair of Ostrel.

2. Ministers expressed concern over the situation in the Selm channel. They urged all sides to reopen it promptly.
They reaffirmed the accord of 2019 [1], S/2019/410 and resolution 1614 (2019).

(a) 4.5 per cent of all ships waited for at least three days;
(b) traffic rose to 5-1/2 a day.

3. The Panel remains ready to watch harbour traffic, and may act if needed. "One member objected", the Chair said.

[1] The accord was signed in Brevia.
"""
TEXTS = (
    OLD,
    NEW,
    "1. 会议欢迎停火。各方同意于2030年5月3日会晤。\n\n2. 部长们表示关切。",
    "الوزراء يعربون عن القلق. وافق المجلس على القرار 1614.",
    "I. Section\n\nA. Part\n\n- one;\n- two\n\n\x0c2\n\nANNEX\n\n1.1 First. 1.2 Second¹.\n\n¹ A note.",
)
PAIR = "\n=====\n"

MARKDOWN = """---
title: Statement
---
# Statement of the Dialogue

Port Ilmen, 3 May 2030. **Ministers** welcomed the [accord](https://forum.example/a)[^1].

1. First
   - inner *item*
2. Second

| who | what |
|-----|:----:|
| a   | b    |

> quoted

```
code
```

[^1]: A note.
"""
HTML = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Statement</title></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>Statement of the Ostrel Bay Dialogue</h1>
<p>Port Ilmen, 3 May 2030</p><ol><li>Ministers expressed <b>grave</b> concern<sup><a href="#f1">1</a></sup>.</li>
<li>They urged all sides to reopen the channel.<br>They will meet again in the coming year.</li></ol>
<table><tr><th>who</th><th>what</th></tr><tr><td>Brevia</td><td colspan="2">chair</td></tr></table>
<blockquote>No member objected.</blockquote><p id="f1">1 The accord was signed in Brevia.</p></article></main>
<footer>&copy; 2030</footer></body></html>"""
XML = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><mainBody>
<section eId="s1"><num>1.</num><heading>Harbours</heading><content><p>Ministers expressed <i>grave</i> concern.</p>
</content></section><section><num>2.</num><content><p>They will meet<authorialNote><p>In Brevia.</p></authorialNote>
again.</p></content></section></mainBody></statement></akomaNtoso>"""
MAIL = """From: chair@forum.example
Subject: =?utf-8?q?Statement?=
MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
Content-Location: https://forum.example/2030

<html><body><h1>Statement</h1><p>Ministers expressed grave concern =E2=80=93 again.</p></body></html>
--b
Content-Type: text/plain

Ministers expressed grave concern.
--b--
"""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PART = b"\n=====\n"


def _word(name: str, inner: str) -> bytes:
    return f'word/{name}.xml\n<w:{name} xmlns:w="{_W}">{inner}</w:{name}>'.encode()


WORD_PARTS = _PART.join(
    [
        _word(
            "document",
            "<w:body>"
            '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Statement</w:t></w:r></w:p>'
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
            '<w:t xml:space="preserve">Ministers expressed </w:t></w:r><w:del w:id="1" w:author="A"><w:r>'
            "<w:delText>grave"
            ' </w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>deep </w:t></w:r></w:ins>'
            "<w:r><w:t>concern"
            '</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r>'
            '<w:fldChar w:fldCharType="end"/></w:r><w:r><w:tab/><w:br/><w:sym w:font="Symbol" w:char="F0B7"/>'
            "<w:noBreakHyphen/>"
            "</w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Brevia</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/>"
            "</w:body>",
        ),
        _word(
            "styles",
            '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
            '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
        ),
        _word(
            "numbering",
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
        _word("footnotes", '<w:footnote w:id="1"><w:p><w:r><w:t>In Brevia.</w:t></w:r></w:p></w:footnote>'),
    ]
)

PAGES = (
    b'{"number":1,"width":595.0,"words":[["1.",72.0,80.0,700.0,11.0],["Ministers",84.0,130.0,700.0,11.0],'
    b'["expressed",133.0,180.0,700.0,11.0],["con-",183.0,210.0,700.0,11.0],["cern.",72.0,100.0,686.0,11.0],'
    b'["1",101.0,104.0,690.0,7.0,false,false,1],["2.",72.0,80.0,660.0,11.0],["They",84.0,110.0,660.0,11.0],'
    b'["agreed.",112.0,150.0,660.0,11.0],["1",72.0,75.0,80.0,8.0],["In",80.0,90.0,80.0,8.0],'
    b'["Brevia.",92.0,130.0,80.0,8.0],["7",300.0,306.0,40.0,9.0]],"rules":[[72.0,200.0,90.0]],"aside":["DRAFT"]}\n'
    b'{"number":2,"width":595.0,"words":[["STATEMENT",200.0,300.0,780.0,16.0,true],["Left",72.0,100.0,700.0,11.0],'
    b'["right",320.0,360.0,700.0,11.0],["column",72.0,120.0,686.0,11.0],["column",320.0,370.0,686.0,11.0],'
    b'["8",300.0,306.0,40.0,9.0]],"picture":0.2}'
)

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 88>>stream\nBT /F1 12 Tf 72 700 Td (1. Ministers expressed concern.) Tj 0 -14 Td (They agreed.)"
    b" Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n"
)

MANIFEST = """schema = "stmtdiff-series/1"
id = "ostrel"
title = "Ostrel Bay Dialogue (fiction)"
about = "Fiction."
genre = "chair's statement"
language = "en"
aliases = ["obd"]
packs = ["security"]
speakers = ["Ministers"]
terms = ["Selm"]

[reading]
selector = "main article"

[source]
feed = "https://forum.example/feed"
[[source.pattern]]
url = "https://forum.example/{year}.html"

[[venue]]
year = 2032
place = "Port Ilmen"
chair = "Brevia"
source = "https://forum.example/venues"

[[release]]
date = 2030-05-03
ordinal = 7
place = "Port Ilmen"
title = '''Chair's Statement'''
[[release.address]]
url = "https://forum.example/2030.html"
basis = "official"
"""
POLICY = """fail_on = "error"
packs = ["security"]

[[watch]]
id = "fully"
phrase = "fully, promptly ... conditions"
message = "The formula changed."
fires = [ { old = "Reopen it fully, promptly and without conditions.", new = "Reopen it." } ]

[[require]]
id = "accord"
phrase = "accord of 2019"
message = "The accord must stand."
allowed = ["the accord"]
speakers = ["Ministers|Chair"]

[[forbid]]
id = "options"
phrase = "all options remain|are on the table"
message = "No force."

[[ladder]]
id = "concern"
topic = "Selm channel"
rungs = ["concern", "deep concern", "grave concern"]
floor = "concern"
severity = "warning"
message = "Concern was lowered."

[[max]]
id = "softer"
message = "Too much went softer."
direction = "softer"
count = 2
"""
PACK = """id = "harbours"
name = "Harbours"
about = "Fiction."
axis = "concern"
softer = "softer"
firmer = "firmer"
applies = ["harbour*"]

[[rule]]
code = "HAR101"
name = "concern-rank-changed"
kind = "ladder"
severity = "warning"
message = "'{old}' -> '{new}'"
why = "It is the first thing that a desk reads."
ranks = ["concern", "deep|serious concern", "grave concern"]
needs = ["channel|harbour"]
unless = ["not concern"]
fires = [ { old = "Grave concern over the channel.", new = "Concern over the channel.", direction = "softer" } ]
quiet = [ { old = "Grave concern in May.", new = "Grave concern in June." } ]
"""
LOCK = f"""# Written by stmtdiff.
schema = "stmtdiff-lock/1"

[[text]]
date = 2030-05-03
file = "original.html"
sha256 = "{"0" * 64}"
text_sha256 = "{"1" * 64}"
loader = "html"
loader_version = "1"
address = "https://forum.example/2030.html"
fetched = 2030-05-03T09:00:00+00:00
ordinal = 7
"""
BASELINE = """schema = "stmtdiff-baseline/1"

[[accepted]]
id = "abc"
what = "concern was lowered"
reason = "agreed in Brevia"
until = 2031-01-01
old = { sha256 = "01", date = 2029-05-03 }
new = { name = "2030.txt", sha256 = "00" }
"""
TOML = """a = 1
b.c."d e" = [1, 2.5, "x", { y = 'z', w = [true, 1979-05-27T07:32:00Z] }]
[t]
s = \"\"\"many
lines\"\"\"
[[t.u]]
v = 0x1F
[[t.u]]
'k.l' = inf
"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Forum</title><item><title>Statement</title>
<link>https://forum.example/2030.html</link><pubDate>Fri, 03 May 2030 09:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Forum</title><entry><title type="html">&lt;b>S</title>
<link href="/2030"/><updated>2030-05-03T09:00:00Z</updated></entry></feed>"""
LISTING = """ul a
<html><body><ul><li><a href="/2030">Statement of 2030</a></li><li><a href="2031?x#y">2031</a></ul></body></html>"""
ADDRESSES = (
    "https://forum.example:8443/a/b?c=d#e\n../2031",
    "http://[::1]/\n//other.example/x",
    "http://127.0.0.1\n?q",
)
ROBOTS = "User-agent: *\nDisallow: /drafts/*.pdf$\nAllow: /\nCrawl-delay: 2\nSitemap: https://forum.example/s.xml"
PHRASES = (
    "grave concern\n" + OLD,
    "fully, promptly ... conditions\n" + OLD,
    "reopen*\n" + OLD,
    "all * remain|are\n" + NEW,
    "labour|labor market ... a|b|c\nThe labor market was a.",
)


def gzipped(text: str) -> bytes:
    """Return `text` as gzip packs it, the same bytes each time."""
    raw = io.BytesIO()
    with gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as file:
        file.write(text.encode())
    return raw.getvalue()


def deflated(text: str) -> bytes:
    """Return `text` in the frame of zlib."""
    return zlib.compress(text.encode())
