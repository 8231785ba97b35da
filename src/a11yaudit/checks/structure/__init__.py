"""Checks of the page structure that assistive technology needs."""
