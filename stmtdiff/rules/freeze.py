"""Write ``packs.json`` anew after a pack was edited: ``python -m stmtdiff.rules.freeze``."""

from stmtdiff.rules.library import FROZEN, freeze

if __name__ == "__main__":
    FROZEN.write_text(freeze(), encoding="utf-8")
