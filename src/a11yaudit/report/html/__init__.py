"""The report that editors open: one self-contained file a page, and an index of a run."""

from a11yaudit.report.html.article_page import page
from a11yaudit.report.html.index_page import index
from a11yaudit.report.html.look import Look

__all__ = ["Look", "index", "page"]
