"""Exit codes."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; usage, output and internal errors win over 4, 4 over 1."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    OUTPUT = 3
    PAGES = 4
    INTERNAL = 70
    INTERRUPTED = 130
    TERMINATED = 143
