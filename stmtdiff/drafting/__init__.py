"""Follow one text through its drafts: what came and went in which, and what was put into brackets or agreed."""

from stmtdiff.drafting.brackets import Bracket, Brackets
from stmtdiff.drafting.draft import Draft, draft_of
from stmtdiff.drafting.following import Drafts, Event, Row, Step, Stretch, drafts, follow

__all__ = ["Bracket", "Brackets", "Draft", "Drafts", "Event", "Row", "Step", "Stretch", "draft_of", "drafts", "follow"]
