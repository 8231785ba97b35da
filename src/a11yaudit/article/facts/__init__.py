"""Headline, byline and what the metadata say."""
