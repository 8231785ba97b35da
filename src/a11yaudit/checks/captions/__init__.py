"""Checks of captions."""
