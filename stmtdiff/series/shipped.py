"""The series that come with stmtdiff."""

from pathlib import Path

MANIFEST = "series.toml"


def series_folders() -> dict[str, Path]:
    """Return the folder of every bundled series by its id, in alphabetical order."""
    package = Path(__file__).resolve().parent.parent
    for corpora in (package / "corpora", package.parent / "corpora"):
        folders = sorted(manifest.parent for manifest in corpora.glob(f"*/{MANIFEST}"))
        if folders:
            return {folder.name: folder for folder in folders}
    return {}
