"""Follow one text through its drafts: what came and went in which, and what was put into brackets or agreed."""

from stmtdiff.drafts.brackets import Bracket, Brackets
from stmtdiff.drafts.draft import Draft, draft_of
from stmtdiff.drafts.following import Drafts, Event, Row, Step, Stretch, drafts

__all__ = ["Bracket", "Brackets", "Draft", "Drafts", "Event", "Row", "Step", "Stretch", "draft_of", "drafts"]
