"""`stmtdiff rules`: what the rules look for, why, and whether they do what they say."""

import typer

rules = typer.Typer(help="List, explain and test rules.", no_args_is_help=True, rich_markup_mode=None)
