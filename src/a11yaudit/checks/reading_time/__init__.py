"""Checks of reading times."""
