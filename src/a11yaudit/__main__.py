"""The start of the command `a11yaudit` and of `python -I -m a11yaudit`.

Without `-I` Python searches the current folder before this file is reached, so only the command is safe there.
"""

from a11yaudit.isolation import leave_surroundings


def main() -> None:
    """Run the command line, and import nothing of the surroundings from here on."""
    leave_surroundings()
    from a11yaudit import cli

    cli.main()


if __name__ == "__main__":
    main()
