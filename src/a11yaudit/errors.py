"""All errors, as one tree. Each says what happened, where, and what to do. Only the command line catches them."""

from enum import StrEnum


class A11yAuditError(Exception):
    """Anything the tool refuses to do; its text is one line for the person at the terminal."""


class UsageError(A11yAuditError):
    """A wrong call: a path that does not exist, an unknown rule, settings that contradict each other."""


class ConfigError(A11yAuditError):
    """A configuration or rule file that can't be read or does not fit its schema."""


class OutputError(A11yAuditError):
    """A report that can't be written."""


class Refusal(StrEnum):
    """Why a page was not audited: the `kind` of an entry in the report's `errors`."""

    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    NOT_HTML = "not-html"
    EMPTY = "empty"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    MEMORY = "memory"


class Skip(StrEnum):
    """Why something in a named folder was not audited: the `kind` of an entry in the report's `skipped`."""

    UNREADABLE_FOLDER = "unreadable-folder"
    DANGLING_LINK = "dangling-link"
    LINK_OUT = "link-out"
    SPECIAL_FILE = "special-file"
    PATH_TOO_LONG = "path-too-long"


class PageError(A11yAuditError):
    """One page that can't be audited; the others go on."""

    def __init__(self, kind: Refusal, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message

    def __reduce__(self) -> tuple[type["PageError"], tuple[Refusal, str]]:
        return PageError, (self.kind, self.message)
