"""Articles made of plain paragraphs."""

from a11yaudit.measure.text import count_words
from a11yaudit.model.article import Article, Block, DeclaredTime, Role
from a11yaudit.model.location import Location


def location(number: int) -> Location:
    """The place of the block of that number."""
    return Location(number + 1, 1, number + 1, 4, "p", number)


def article(*paragraphs: str, language: str | None = "en", declared: tuple[DeclaredTime, ...] = ()) -> Article:
    """An article of paragraphs; those that start with `#` are subheadings."""
    blocks = tuple(
        Block(Role.HEADING if text.startswith("#") else Role.BODY, text.lstrip("# "), location(number))
        for number, text in enumerate(paragraphs)
    )
    words = sum(count_words(block.text) for block in blocks)
    return Article(True, 1.0, language, None, None, None, blocks, (), (), declared, words)
