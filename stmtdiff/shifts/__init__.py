"""Name each changed phrase: its kind, whether it is routine, and what runs through the text."""

from stmtdiff.shifts.naming import shifts
from stmtdiff.shifts.shift import Direction, Pattern, Shift, ShiftKind

__all__ = ["Direction", "Pattern", "Shift", "ShiftKind", "shifts"]
