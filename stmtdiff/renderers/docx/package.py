"""Pack the parts of a Word document: always in the same order, with the same time, so that the bytes are the same."""

import io
import zipfile
from importlib.resources import files

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say


def packed(document: str, comments: str) -> bytes:
    """Return the document with its main part and its comments ("" for none)."""
    own = files("stmtdiff.renderers.docx")
    parts = {name: own.joinpath(f"{name}.xml").read_text(encoding="utf-8") for name in ("styles", "settings")}
    parts |= {"comments": comments} if comments else {}
    texts = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, text in texts.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system = 3  # whichever system it is made on
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"), compresslevel=6)
    return raw.getvalue()


def _content_types(parts: dict[str, str]) -> str:
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    kinds = {"document": "document.main", **{name: name for name in parts}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>' for name, kind in kinds.items()
    )
    plain = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_START}<Types xmlns="{_PACKAGE}/content-types">{defaults}{plain}{overrides}</Types>\n'


def _relations(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_START}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>\n'
