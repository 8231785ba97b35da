"""Audits article pages for reading time, readability, alt texts, captions, ad interruptions and structure.

The names listed in `__all__` are the public interface, documented in `docs/api.md`. Each is loaded
when it is first used, so that `import a11yaudit` costs a program next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from a11yaudit.api.auditor import Auditor, Extract, Page, audit, extract, rules
    from a11yaudit.errors import A11yAuditError, ConfigError, PageError, UsageError
    from a11yaudit.model.run import Failure
    from a11yaudit.model.source import Limits
    from a11yaudit.settings import Settings

__version__ = "0.1.0"
__all__ = [
    "A11yAuditError",
    "Auditor",
    "ConfigError",
    "Extract",
    "Failure",
    "Limits",
    "Page",
    "PageError",
    "Settings",
    "UsageError",
    "audit",
    "extract",
    "rules",
]
_HOMES = {
    "a11yaudit.api.auditor": ("Auditor", "Extract", "Page", "audit", "extract", "rules"),
    "a11yaudit.errors": ("A11yAuditError", "ConfigError", "PageError", "UsageError"),
    "a11yaudit.model.run": ("Failure",),
    "a11yaudit.model.source": ("Limits",),
    "a11yaudit.settings": ("Settings",),
}
"""The modules that hold the public names."""


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
