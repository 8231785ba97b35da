"""The pictures of an article, their captions and credits."""
