"""The article in a page."""

from a11yaudit.article.extract import extract

__all__ = ["extract"]
