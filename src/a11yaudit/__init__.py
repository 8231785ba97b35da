"""Audits article pages for reading time, readability, alternative texts, captions, ad interruptions and page structure."""

__version__ = "0.1.0"
