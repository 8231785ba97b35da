"""Which texts of a page are the article."""
