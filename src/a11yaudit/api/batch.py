"""Many pages in their order: in this process, or in worker processes that can be killed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from a11yaudit.model.packing import pack, unpack
from a11yaudit.model.run import Document, Failure
from a11yaudit.pool.guard import guarded

if TYPE_CHECKING:
    from a11yaudit.api.auditor import HTML, Auditor, Page



def audited(
    auditor: "Auditor", pages: Iterable["Path | tuple[str, HTML]"], jobs: int | None, timeout: float
) -> Iterator["Page | Failure"]:
    """The results in the order of the pages."""
    from a11yaudit.api.auditor import Page

    if jobs is None:
        for page in pages:
            result = guarded(_name(page), lambda _, page=page: _document(auditor, page))
            yield result if isinstance(result, Failure) else Page(result)
