"""Checks of readability."""
