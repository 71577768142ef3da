"""The public names are pinned, and no module hides one of them."""

import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib.resources import files

from conftest import ROOT

import stmtdiff

PUBLIC = [
    *("Settings", "StmtdiffError", "__version__", "brief", "check", "cite", "compare", "drafts", "from_paragraphs"),
    *("history", "load", "matrix", "parse", "quotes", "render", "text", "trace"),
]
OLD = "1. The Forum met in Quarrel Bay on 3 July 2024.\n\n2. Many Ministers urged restraint."
NEW = "1. The Forum met in Tern Point on 9 July 2025.\n\n2. The Meeting urged restraint."


def test_public_names_are_these_and_no_others() -> None:
    assert sorted(stmtdiff.__all__) == PUBLIC
    assert dir(stmtdiff) == PUBLIC


def test_the_package_says_that_it_is_typed() -> None:
    assert files(stmtdiff).joinpath("py.typed").is_file()


def test_public_names_still_work_after_every_module_is_imported() -> None:
    """A module imported under a public name would replace it; none does."""
    for module in pkgutil.walk_packages(stmtdiff.__path__, "stmtdiff."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    old, new = stmtdiff.parse(OLD, name="old"), stmtdiff.parse(NEW, name="new")
    report = stmtdiff.compare(old, new, settings=stmtdiff.Settings(grain="fine"))
    assert "Many Ministers" in stmtdiff.render(report, "plain")
    assert len(stmtdiff.from_paragraphs(["one", "", "two"]).paragraphs) == 3
    assert stmtdiff.load("sample:2025").name == "sample:2025"
    assert issubclass(stmtdiff.StmtdiffError, Exception)


def test_importing_the_package_imports_none_of_its_stages() -> None:
    code = "import stmtdiff, sys; print([m for m in sys.modules if m.startswith('stmtdiff.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_source_distribution_holds_what_its_tests_need() -> None:
    """Files and folders beside the package that tests name, such as the action and the hooks that they install."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = {name.strip("/") for name in told["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    tests = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").glob("*.py")))
    needed = set(re.findall(r'ROOT / "([\w.-]+)', tests)) - {"pyproject.toml"}  # which is always packed
    assert needed
    assert needed <= packed
