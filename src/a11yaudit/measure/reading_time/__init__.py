"""How long an article takes to read and to listen to."""
