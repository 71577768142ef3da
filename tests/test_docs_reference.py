"""The reference pages are what the program says of itself."""

import inspect
import re
from collections.abc import Callable

from support.reference import FAILS, commands_page, leaves, python_page, schemas_page


def test_the_page_of_commands_is_that_of_the_program(expect: Callable[[str, str], None]) -> None:
    expect("docs/commands.md", commands_page())


def test_the_page_of_schemas_is_that_of_the_program(expect: Callable[[str, str], None]) -> None:
    expect("docs/schemas.md", schemas_page())


def test_the_page_for_python_is_that_of_the_docstrings(expect: Callable[[str, str], None]) -> None:
    expect("docs/python_reference.md", python_page())


def test_commands_that_can_exit_with_1_are_told_and_no_others() -> None:
    """A command ends so by `typer.Exit`, but for those that end with 2 there."""
    found = {
        name
        for name, command in leaves()
        if re.search(r"typer\.Exit\((?!2|COULD_NOT)", inspect.getsource(inspect.unwrap(command.callback)))
    }
    assert found == set(FAILS)


def test_every_command_option_and_argument_has_a_help() -> None:
    silent = [
        (name, one.name)
        for name, command in leaves()
        for one in command.params
        if not getattr(one, "help", None) or not one.help.endswith(".")
    ]
    assert silent == []
    assert [name for name, command in leaves() if not command.help] == []
