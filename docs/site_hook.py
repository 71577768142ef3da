"""What mkdocs asks while it builds the site: pages that stand elsewhere in the repository, and links that lead there.

On the site a link to a page of the repository that is a page here too leads to that page; one to another file of the
repository, such as a case of the tests, becomes the path of that file, for the site holds no such file.
"""

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

ROOT = Path(__file__).parent.parent
ELSEWHERE = {  # a file of the repository -> the page that it becomes
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "corpora/README.md": "corpora.md",
    "tests/cases/saying/README.md": "saying_cases.md",
}
_HOME = {"README.md": "index.md"}
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|#)([^)\s#]+)(#[^)\s]+)?\)")


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that stand elsewhere in the repository."""
    for source, page in ELSEWHERE.items():
        if (ROOT / source).exists():
            files.append(File.generated(config, page, content=(ROOT / source).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001  # mkdocs hands it over
    """Return the text of a page with links that the site has an end for."""
    pages = {page: source for source, page in ELSEWHERE.items()}
    here = page.file.src_uri
    written = pages.get(here, f"docs/{here}")  # where the page stands in the repository: links count from there

    def led(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(written), found[2]))
        on_site = {**ELSEWHERE, **_HOME}.get(target, target.removeprefix("docs/") if target.startswith("docs/") else "")
        if on_site and files.get_file_from_path(on_site) and files.get_file_from_path(on_site).inclusion.is_included():
            way = posixpath.relpath(on_site, posixpath.dirname(here) or ".")
            return f"[{found[1]}]({way}{found[3] or ''})"
        if (ROOT / target).exists():
            return f"{found[1]} (`{target}`)" if found[1].strip("`") != target else f"`{target}`"
        return found[0]  # leads nowhere: mkdocs says so

    return _LINK.sub(led, markdown)
