"""Quotations in a news article, held against the statements that they are from."""

from stmtdiff.quotes.judging import check_quotations
from stmtdiff.quotes.quotation import Checked, Claim, Passage, Quotation, Quotations, Verdict

__all__ = ["Checked", "Claim", "Passage", "Quotation", "Quotations", "Verdict", "check_quotations"]
