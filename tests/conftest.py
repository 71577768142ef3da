"""What all tests share: the option `--update`, which rewrites expected outputs kept in files, and a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from support.browser import Desk

ROOT = Path(__file__).parent.parent

# No test is judged by the clock: a busy machine is no failure.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="rewrite the expected output in tests/golden, tests/cases and docs; read the difference before you commit",
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Say whether files of expected output are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def expect(update: bool) -> Callable[[str, str], None]:
    """Return a check that a text is what the file at a path from the root of the repository holds."""

    def check(path: str, text: str) -> None:
        file = ROOT / path
        if update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        wanted = file.read_text(encoding="utf-8") if file.exists() else ""
        assert text == wanted, f"{path} is out of date; pytest --update rewrites it"

    return check


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Return the system's Chromium; a module that asks for it begins with `demand()` of tests/support/browser.py."""
    from support.browser import chromium

    with chromium() as running:
        yield running


@pytest.fixture
def desk(browser: "Browser", tmp_path: Path) -> Iterator["Desk"]:
    """Return what opens reports; whatever a page asks for, logs or throws fails the test that opened it."""
    from support.browser import Desk

    made = Desk(browser, tmp_path)
    yield made
    made.close()
