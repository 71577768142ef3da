"""Measure stmtdiff: how well it marks and links (quality), how fast it is (speed)."""
