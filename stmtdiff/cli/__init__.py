"""The command line: parse arguments, call the library, hand the result to a renderer."""

import gc
import sys

__all__ = ["main"]

# Objects made between two searches for cycles: a command leaves few, and after every 700 they cost a twentieth.
_OBJECTS = 100_000


def main() -> None:
    """Run the command line and exit: 0 done, 1 found what was asked for, 2 could not be done."""
    gc.set_threshold(_OBJECTS)  # before typer and the commands are imported
    from stmtdiff.cli.app import run

    try:
        sys.exit(run())
    finally:
        gc.freeze()  # at the end all goes; nothing need be looked through once more for cycles
