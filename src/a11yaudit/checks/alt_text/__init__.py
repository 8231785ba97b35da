"""Checks of alternative texts."""
