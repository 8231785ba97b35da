"""The way into a command and out of it. Imports click only; a command loads what it needs when it runs."""

import gc
import os
import sys

import click

from a11yaudit import ending
from a11yaudit.cli import commands, telling
from a11yaudit.cli.exits import Exit
from a11yaudit.errors import A11yAuditError, OutputError, UsageError


def run() -> int:
    """The exit code of a command; errors are one line on the standard error.

    The garbage collector is off, but for a round between pages: nothing that lives long lies in circles.
    """
    gc.disable()
    try:
        _tell_names_from_options(sys.argv[1:])
        result = commands.group.main(prog_name="a11yaudit", standalone_mode=False)
    except click.ClickException as error:
        return _explained(error)
    except click.exceptions.Abort:
        return Exit.INTERRUPTED
    except OutputError as error:
        return _said(error, Exit.OUTPUT)
    except BrokenPipeError:
        if sys.stderr is not None:
            sys.stderr.close()
        return Exit.OUTPUT
    except A11yAuditError as error:
        return _said(error, Exit.USAGE)
    except Exception as error:
        if ending.asked() or os.environ.get("A11YAUDIT_DEBUG"):
            raise
        return _said(f"internal error, please report it: {type(error).__name__}: {error}", Exit.INTERNAL)
    return result if isinstance(result, int) else Exit.CLEAN


def _tell_names_from_options(arguments: list[str]) -> None:
    """Refuse a file's name that would be taken for an option: in `a11yaudit audit *` whoever named the files would choose the options."""
    if "--" in arguments:
        return
    for name in arguments:
        if name.startswith("-") and name != "-" and os.path.lexists(name):
            raise UsageError(f"{name}: a file has this name, but it looks like an option; write ./{name}, or put -- before the files")


def _explained(error: click.ClickException) -> int:
    """A wrong call, with how to call it; what was called may hold a file's name."""
    if isinstance(error, click.UsageError) and error.ctx:
        telling.err(error.ctx.get_usage())
        telling.err(f"Try '{error.ctx.command_path} --help' for help.")
    return _said(error.format_message(), Exit.USAGE)


def _said(error: A11yAuditError | str, code: Exit) -> int:
    telling.err(f"a11yaudit: {error}")
    return code
