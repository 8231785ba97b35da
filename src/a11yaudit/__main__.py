"""`python -m a11yaudit`."""

from a11yaudit.cli import main

if __name__ == "__main__":
    main()
