"""The bytes of one page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost before it is refused; a refused page is named, with limit and value."""

    max_bytes: int = 10 * 1024 * 1024
    max_nodes: int = 1_500_000
    max_attributes: int = 100_000


@dataclass(frozen=True, slots=True)
class Source:
    """One page as it lies on disk."""

    path: str
    """As given on the command line, with `/` as separator; `-` for the standard input."""
    data: bytes
    sha256: str
