"""The command line. Nothing is loaded before it is needed, nor before the surroundings are left."""


def main() -> None:
    """Run a command and end with its exit code."""
    from a11yaudit.isolation import leave_surroundings

    leave_surroundings()
    from a11yaudit.cli.entry import run

    run()
