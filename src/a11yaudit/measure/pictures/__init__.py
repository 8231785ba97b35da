"""What alternative texts and captions say and repeat."""
