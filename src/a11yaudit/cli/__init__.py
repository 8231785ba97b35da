"""The command line. Nothing is loaded before it is needed."""


def main() -> None:
    """Run a command and end with its exit code."""
    from a11yaudit.cli.entry import run

    run()
