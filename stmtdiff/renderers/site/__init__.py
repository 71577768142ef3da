"""The pages of a site that are made for it alone: first page, releases, counts of a pair, search, feeds."""
