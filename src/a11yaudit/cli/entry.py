"""The way into a command and out of it. Imports click only; a command loads what it needs when it runs."""

import gc
import os
import sys

import click

from a11yaudit.cli import commands, ending
from a11yaudit.cli.exits import Exit
from a11yaudit.errors import A11yAuditError, OutputError, UsageError


def run() -> None:
    """Run a command and end with its exit code; errors are one line on the standard error.

    The garbage collector is off, but for a round between pages: nothing that lives long lies in circles.
    """
    gc.disable()
    ending.heed()
    sys.exit(_guarded())


def _guarded() -> int:
    try:
        _tell_names_from_options(sys.argv[1:])
        result = commands.group.main(prog_name="a11yaudit", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except click.exceptions.Abort:
        return Exit.INTERRUPTED
    except ending.Ended:
        return ending.asked() or Exit.INTERRUPTED
    except OutputError as error:
        return _say(error, Exit.OUTPUT)
    except BrokenPipeError:
        sys.stderr.close()
        return Exit.OUTPUT
    except A11yAuditError as error:
        return _say(error, Exit.USAGE)
    except Exception as error:
        if code := ending.asked():
            return code
        if os.environ.get("A11YAUDIT_DEBUG"):
            raise
        return _say(f"internal error, please report it: {type(error).__name__}: {error}", Exit.INTERNAL)
    return result if isinstance(result, int) else Exit.CLEAN


def _tell_names_from_options(arguments: list[str]) -> None:
    """Refuse a file's name that would be taken for an option: in `a11yaudit audit *` whoever named the files would choose the options."""
    if "--" in arguments:
        return
    for name in arguments:
        if name.startswith("-") and name != "-" and os.path.lexists(name):
            raise UsageError(f"{name}: a file has this name, which looks like an option; write ./{name}, or -- before the files")


def _say(error: A11yAuditError | str, code: Exit) -> int:
    from a11yaudit.report.escape import terminal

    click.echo(f"a11yaudit: {terminal(str(error))}", err=True)
    return code
