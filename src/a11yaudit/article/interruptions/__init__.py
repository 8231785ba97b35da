"""Ads, sponsored cards, newsletter forms, related links and promotion."""
