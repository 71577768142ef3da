"""One or several series as a folder of static pages, made again only where something changed."""

from stmtdiff.site.building import Built, build
from stmtdiff.site.planning import Site
from stmtdiff.site.published import publish

__all__ = ["Built", "Site", "build", "publish"]
