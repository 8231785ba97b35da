"""What runs over pages: which there are, and what is done with each."""
