"""What assistive technology gets of a page: hidden or not, roles, accessible names, focus, tables."""

from a11yaudit.semantics.semantics import Semantics, build

__all__ = ["Semantics", "build"]
