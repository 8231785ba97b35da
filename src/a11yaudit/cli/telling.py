"""The only way to print a line. Text in it may come from others, so it is escaped here and nowhere before."""

import click

from a11yaudit.report.escape import terminal

LONGEST = 5_000
"""Characters of a line; a path can have 4,096."""


def out(line: str) -> None:
    """A line on the standard output."""
    click.echo(terminal(line, LONGEST))


def err(line: str) -> None:
    """A line on the standard error."""
    click.echo(terminal(line, LONGEST), err=True)
