"""Checks of ads and other interruptions."""
