"""Diff the words inside a link and shape the differences into phrases."""
