"""From bytes to a tree with places: decoding, parsing, language. The only package that knows the parser."""

from a11yaudit.page.page import Page, parse

__all__ = ["Page", "parse"]
