"""Pages that nest elements deeper than the parser follows.

Past 512 open elements it sets elements side by side, as browsers do, but keeps no account of them: their end tags close elements farther
out, and what comes after them falls out of the article. So the tags of elements that are too deep are taken out before it parses such a
page.
"""

from collections import Counter
from typing import NamedTuple

import turbohtml

DEEPEST = 500
"""Elements around an element from which on a tree can't be trusted."""
KEPT, KEPT_TEXT = 256, 400
"""Elements around an element that is kept in such a page, and around one that holds a text: fewer, as the parser adds some of its own."""
_TEXT = frozenset("a button caption dd dt figcaption h1 h2 h3 h4 h5 h6 label legend p pre summary".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("iframe noembed noframes plaintext script style textarea title xmp".split())
"""Elements whose content is no markup; without their tags it would become some."""
_ENDED_BY_THE_NEXT = frozenset("dd dt li option p td th tr".split())


class _Open(NamedTuple):
    """An open element."""

    name: str
    start: int
    """Number of its tag."""
    depth: int
    """Elements around what is in it, without those whose tags are taken out."""
    taken: bool
    """Whether its tags are taken out where it is closed."""


def flattened(text: str) -> tuple[str, int]:
    """The page with blanks for the tags that are too deep, so that all others stay in their places, and how many elements that were.

    An element that is never closed can't close another one, so its tag stays.
    """
    pieces: list[str] = []
    opened: list[_Open] = []
    by_name: Counter[str] = Counter()
    count = 0

    def close() -> _Open:
        by_name[opened[-1].name] -= 1
        return opened.pop()

    for token in turbohtml.tokenize(text, capture_source=True, resolve_references=False, capture_attributes=False):
        name, kind = token.tag or "", token.type
        pieces.append(token.source or token.data or "")
        if kind == turbohtml.TokenType.START_TAG and name not in _VOID and name not in _RAW and not token.self_closing:
            if opened and opened[-1].name == name and name in _ENDED_BY_THE_NEXT:
                close()
            around = opened[-1].depth if opened else 0
            taken = around >= (KEPT_TEXT if name in _TEXT else KEPT)
            opened.append(_Open(name, len(pieces) - 1, around if taken else around + 1, taken))
            by_name[name] += 1
        elif kind == turbohtml.TokenType.END_TAG and by_name[name]:
            while opened[-1].name != name:
                close()
            closed = close()
            if closed.taken:
                pieces[closed.start], pieces[-1] = _blank(pieces[closed.start]), _blank(pieces[-1])
                count += 1
    return "".join(pieces), count


def _blank(tag: str) -> str:
    """A tag's room, its line ends kept."""
    return "\n".join(" " * len(line) for line in tag.split("\n"))
