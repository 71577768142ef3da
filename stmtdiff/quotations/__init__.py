"""Quotations in a news article, checked against the statements that they are from."""

from stmtdiff.quotations.judging import check_quotations
from stmtdiff.quotations.quotation import Checked, Claim, Passage, Quotation, Quotations, Verdict

__all__ = ["Checked", "Claim", "Passage", "Quotation", "Quotations", "Verdict", "check_quotations"]
