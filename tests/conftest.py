"""What all tests share: one option, `--update`, that rewrites every expected output kept in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


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
