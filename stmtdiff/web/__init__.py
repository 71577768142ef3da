"""Fetch what is under an address: politely, within limits, and from nowhere that is private."""

from stmtdiff.web.client import Client
from stmtdiff.web.limits import Limits
from stmtdiff.web.page import Page

__all__ = ["Client", "Limits", "Page"]
