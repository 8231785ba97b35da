"""Many pages in their order: in this process, or in worker processes that can be killed."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from a11yaudit.api.page_work import load
from a11yaudit.model.packing import pack, unpack
from a11yaudit.model.run import Document, Failure
from a11yaudit.pool.guard import guarded

if TYPE_CHECKING:
    from a11yaudit.api.auditor import HTML, Auditor

    Given = Path | tuple[str, HTML]


class Work:
    """What a worker does with a page that it is given."""

    def __init__(self, auditor: "Auditor") -> None:
        self._auditor = auditor

    def __call__(self, page: "Given") -> bytes:
        """The packed document, which goes through a pipe. Raises PageError where there is none."""
        return pack(self.document(page))

    def document(self, page: "Given") -> Document:
        """The document as it is."""
        if isinstance(page, Path):
            return self._auditor.audit(page).document
        name, html = page
        return self._auditor.audit(html, name).document


def audited(auditor: "Auditor", pages: "Iterable[Given]", jobs: int | None, timeout: float) -> Iterator[Document | Failure]:
    """The results in the order of the pages."""
    work = Work(auditor)
    if jobs is None:
        return (guarded(page, work.document, _name) for page in pages)
    return _in_workers(work, pages, jobs, timeout)


def _in_workers(work: Work, pages: "Iterable[Given]", jobs: int, timeout: float) -> Iterator[Document | Failure]:
    """Results come as they are done; those that are early wait for their turn."""
    from a11yaudit.pool.workers import run_in_workers

    early: dict[int, bytes | Failure] = {}
    following = 0
    for number, result in run_in_workers(pages, work, load, jobs, timeout, _name):
        early[number] = result
        while following in early:
            done = early.pop(following)
            following += 1
            yield done if isinstance(done, Failure) else unpack(done)


def _name(page: "Given") -> str:
    """What a page is called in a failure."""
    return page.as_posix() if isinstance(page, Path) else str(page[0])
