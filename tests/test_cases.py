"""Every file in cases/ is a pair with the marks that an editor would make; `--update` rewrites today's answer.

Where the answer of today is not the one wanted, the file holds the wanted one too, and a test fails
once the engine gives it, so that the file says no longer that it is missed.
"""

from pathlib import Path

import pytest
from support.case_files import CASES, compare_case, is_missed, reached, read_case, write_case
from support.notation import facts, marked


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_marks_are_those_of_the_case(path: Path, update: bool) -> None:
    case = read_case(path)
    report = compare_case(case)
    today = {"shifts": marked(report), "facts": facts(report)}
    if update:
        case |= today
        write_case(path, {name: text for name, text in case.items() if name not in reached(case)})
        return
    assert {name: case[name] for name in today} == today


@pytest.mark.parametrize("path", [path for path in CASES if is_missed(path)], ids=lambda path: path.stem)
def test_what_is_wanted_is_still_missed(path: Path) -> None:
    """A wanted answer that today's equals is no longer missed: delete that part, or run pytest --update."""
    assert reached(read_case(path)) == []
