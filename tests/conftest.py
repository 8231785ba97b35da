"""What all tests share.

Signals are as in a terminal: what a shell starts in the background ignores SIGINT, and the commands under test would inherit that.
"""

import signal

import pytest

from a11yaudit import isolation

pytest_plugins = ["pytester"]
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _workers_know_the_test(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let worker processes, which are isolated, load the functions of the test's own module."""
    monkeypatch.setattr(isolation, "FOLDERS", (*isolation.FOLDERS, str(request.path.parent)))
