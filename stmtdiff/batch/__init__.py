"""Compare many pairs of statements, on one machine or on many: one record a pair, in the order of the list."""

from stmtdiff.batch.cluster import Cluster
from stmtdiff.batch.journal import Journal
from stmtdiff.batch.pairs import Pair, listed, neighbours
from stmtdiff.batch.work import WHAT, Work
from stmtdiff.processes import Processes

__all__ = ["WHAT", "Cluster", "Journal", "Pair", "Processes", "Work", "listed", "neighbours"]
