"""Write the reference pages of docs/ from the program: commands, JSON schemas, Python names."""

import ast
import importlib
import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from typing import Any

import typer

import stmtdiff
from stmtdiff.cli.app import app
from stmtdiff.cli.schema import NAMES

FAILS = {
    "diff": "with `--exit-code`: something substantive changed, or a note; with `--exit-code=minor` a minor change too",
    "quotes": "a quotation or claim is proved wrong; with `--fail-on any` also when it is only doubtful",
    "parallel": "with `--exit-code`: something differs",
    "check": "a finding fails the check",
    "policy test": "an example of an entry fails",
    "rules test": "an example of a rule or subject fails",
    "series check": "there is damage",
}
"""When a command exits with 1. All others exit with 0 or 2."""
CLASSES = (
    ("stmtdiff.settings", "Settings"),
    ("stmtdiff.settings", "ReadOptions"),
    ("stmtdiff.model", "Statement"),
    ("stmtdiff.model", "Paragraph"),
    ("stmtdiff.model", "Sentence"),
    ("stmtdiff.spans", "Span"),
    ("stmtdiff.report", "Report"),
    ("stmtdiff.report", "Summary"),
    ("stmtdiff.report", "Life"),
    ("stmtdiff.align.link", "Link"),
    ("stmtdiff.shifts.shift", "Shift"),
    ("stmtdiff.shifts.shift", "Pattern"),
    ("stmtdiff.rules.annotation", "Annotation"),
    ("stmtdiff.checking.verdict", "Verdict"),
    ("stmtdiff.checking.verdict", "Finding"),
)
"""What the public functions take and give, in the order in which a caller meets it."""
_WRITTEN = "<!-- Written from the program by `pytest --update tests/test_docs_reference.py`. -->\n"
_SECTION = re.compile(r"^(Args|Raises|Returns|Yields):$", re.MULTILINE)


def leaves() -> Iterator[tuple[str, Any]]:
    """Yield each command with its full name, `series check`, in the order of the help."""

    def walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
        if not hasattr(command, "commands"):
            yield name.strip(), command
            return
        for one in command.list_commands(None):
            yield from walk(command.commands[one], f"{name} {one}")

    return walk(typer.main.get_command(app), "")


def commands_page() -> str:
    """Return the page of all commands with their options and exit codes."""
    rows = [
        f"| [`{name}`](#stmtdiff-{name.replace(' ', '-')}) | {_first(command.help)} | {FAILS.get(name, '')} |"
        for name, command in leaves()
    ]
    head = [
        "# Commands\n\n" + _WRITTEN,
        "`stmtdiff COMMAND --help` prints the same for one command. A statement can be given as a file (text,",
        "Markdown, web page, PDF or Word), an address, a [reference](series.md#references) such as `sample:2025`, or",
        "`-` for standard input.\n",
        "Every command exits with **0** when it is done, and with **2** when it could not do its work: then one",
        "sentence on standard error says why. Some commands exit with **1** when they found what they look for:\n",
        "| command | what it does | exit code 1 |\n|---|---|---|",
        *rows,
    ]
    return "\n".join([*head, *(_command(name, command) for name, command in leaves())]) + "\n"


def _command(name: str, command: Any) -> str:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    usage = " ".join(["stmtdiff", name, "[OPTIONS]", *(_metavar(one) for one in arguments)])
    lines = [f"\n## stmtdiff {name}\n", f"{command.help}\n", f"```text\n{usage}\n```\n"]
    rows = [f"| `{_metavar(one)}` | {_cell(one.help)} |" for one in arguments]
    rows += [f"| {_names(one)} | {_cell(one.help)} |" for one in options]
    return "\n".join([*lines, "| argument or option | meaning |\n|---|---|", *rows])


def _metavar(one: Any) -> str:
    shown = one.metavar or one.name.upper()
    return shown if one.required or shown.startswith("[") else f"[{shown}]"


def _names(one: Any) -> str:
    names = [*sorted(one.opts, key=len, reverse=True), *one.secondary_opts]
    value = "" if one.is_flag or not one.metavar else one.metavar if one.metavar[0] == "[" else f" {one.metavar}"
    return ", ".join([f"`{names[0]}{value}`", *(f"`{name}`" for name in names[1:])])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def _first(text: str) -> str:
    return _cell(re.split(r"(?<=\.)\s", text)[0])


def schemas_page() -> str:
    """Return the page of JSON schemas: what each is for, and its keys at the top."""
    head = [
        "# JSON schemas\n\n" + _WRITTEN,
        "`stmtdiff schema NAME` prints a schema. Each output names its schema in its key `schema`, with a number. The",
        "number goes up when a program that read the old output would misread the new one. New keys can come without a",
        "new number.\n",
        "| name | number | what it describes |\n|---|---|---|",
    ]
    told = {
        name: json.loads(files("stmtdiff").joinpath("schemas", file).read_text("utf-8")) for name, file in NAMES.items()
    }
    for name, one in told.items():
        head.append(f"| [`{name}`](#{name}) | {NAMES[name].split('-')[1][:-5]} | {_cell(one.get('title', ''))} |")
    return "\n".join([*head, *(_schema(name, one) for name, one in told.items())]) + "\n"


def _schema(name: str, one: dict[str, Any]) -> str:
    needed = set(one.get("required", ()))
    rows = [
        f"| `{key}` | {_type(value)}{'' if key in needed else ', may be missing'} "
        f"| {_cell(value.get('description', ''))} |"
        for key, value in one.get("properties", {}).items()
    ]
    return "\n".join(
        [f"\n## {name}\n", f"{one.get('description', '')}\n", "| key | type | meaning |\n|---|---|---|", *rows]
    )


def _type(value: dict[str, Any]) -> str:
    if "$ref" in value:
        return f"`{value['$ref'].rsplit('/', 1)[-1]}`"
    told = value.get("type", "string" if "const" in value or "enum" in value else "")
    return " or ".join(told) if isinstance(told, list) else told


def python_page() -> str:
    """Return the page of the public Python names, from their docstrings."""
    names = [name for name in stmtdiff.__all__ if name not in ("Settings", "__version__")]
    lines = [
        "# Python\n\n" + _WRITTEN,
        "`import stmtdiff` gives the names in the first part; nothing else is public. The classes in the second part",
        "are what these functions take and return. [Ten minutes in Python](start/python.md) is the quickest start.\n",
        "`stmtdiff.__version__` is the version. Positions are counted in code points of `statement.text`.\n",
        "## Functions\n",
    ]
    lines += [_named(name, getattr(stmtdiff, name), "stmtdiff.") for name in names]
    lines.append("## Values\n")
    lines += [_named(name, getattr(importlib.import_module(module), name), "") for module, name in CLASSES]
    return "\n".join(lines).rstrip() + "\n"


def _named(name: str, thing: Any, prefix: str) -> str:
    tree = ast.parse(textwrap.dedent(inspect.getsource(thing))).body[0]
    shown = _call_of(name, tree) if isinstance(tree, ast.FunctionDef) else _fields(tree)
    parts = [f"### {prefix}{name}\n", *([f"```python\n{shown}\n```\n"] if shown else [])]
    parts.append(_prose(inspect.getdoc(thing) or ""))
    if inspect.isclass(thing):
        own = [(one, value) for one, value in vars(thing).items() if one[0] != "_" and _is_member(value)]
        parts += [f"- `{one}{_call(value)}`: {_summary(value)}" for one, value in own]
        parts += [""] * bool(own)
    return "\n".join(parts)


def _call_of(name: str, tree: ast.FunctionDef) -> str:
    """Return the signature as the source has it, which is the same under every Python."""
    takes, gives = ast.unparse(tree.args), ast.unparse(tree.returns) if tree.returns else "None"
    return f"{name}({takes}) -> {gives}"


def _fields(tree: Any) -> str:
    """Return the fields of a value with their types and defaults, a line each."""
    return "\n".join(ast.unparse(one) for one in tree.body if isinstance(one, ast.AnnAssign))


def _is_member(value: Any) -> bool:
    return (inspect.isfunction(value) or isinstance(value, (property, cached_property, classmethod))) and bool(
        value.__doc__
    )


def _call(value: Any) -> str:
    if isinstance(value, (property, cached_property)):
        return ""
    names = list(inspect.signature(getattr(value, "__func__", value)).parameters)[1:]
    return f"({', '.join(names)})"


def _summary(value: Any) -> str:
    return (inspect.getdoc(value) or "").split("\n")[0]


def _prose(doc: str) -> str:
    """Return a docstring as Markdown: its sections as lists under a bold word, its examples as code."""
    first, *sections = _SECTION.split(doc)
    text = re.sub(
        r"((?:^(?:>>>|\.\.\.) .*\n?(?:(?!\n|>>>).+\n?)*)+)", r"```pycon\n\1\n```", first.strip(), flags=re.MULTILINE
    )
    lines = [text.replace("\n\n```", "\n```") + "\n"]
    for name, body in zip(sections[::2], sections[1::2], strict=True):
        lines.append(f"**{name}**\n\n{_listed(inspect.cleandoc(body))}\n")
    return "\n".join(lines)


def _listed(body: str) -> str:
    """Return `name: meaning` lines, a meaning of several lines set in, as a list."""
    joined = re.sub(r"\n\s+", " ", body)
    return "\n".join(re.sub(r"^([\w, ]+?): ", r"- `\1`: ", line) for line in joined.split("\n") if line.strip())
