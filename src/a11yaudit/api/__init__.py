"""The public auditor, and how it runs over many pages."""
