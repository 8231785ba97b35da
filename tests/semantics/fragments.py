"""Pages of a few lines, and their elements by id."""

import hashlib

from a11yaudit import page, semantics
from a11yaudit.model.source import Limits, Source
from a11yaudit.semantics import Semantics


def read(html: str) -> Semantics:
    """The semantics of a page."""
    data = html.encode()
    return semantics.build(page.parse(Source("page.html", data, hashlib.sha256(data).hexdigest()), Limits()))


def by_id(meaning: Semantics, identity: str) -> int:
    """The number of the element with that id."""
    return meaning.index.by_id[identity]
