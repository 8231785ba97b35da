"""Signals as in a terminal: what a shell starts in the background ignores SIGINT, and the commands under test would inherit that."""

import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
