"""Alternative texts that are of a kind that describes nothing."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from a11yaudit.article import credits
from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict
from a11yaudit.resources import vocabulary

_FILE = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)\Z|(?:IMG|DSC|DSCN|DSCF|P|PXL|Screenshot)[-_ ]?\d{3,}\S*\Z", re.IGNORECASE
)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}\Z")


@dataclass(frozen=True, slots=True)
class Params:
    """Which kind."""

    kind: str
    """`file-name`, `placeholder`, `prefix` or `credit`."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it of that kind?"""
    is_kind = KINDS[params.kind]
    for image, alt in pictures.described(subject):
        yield Verdict(Outcome.FAILED if is_kind(alt) else Outcome.PASSED, image.location, pictures.evidence(image), pictures.file(image))


def _file_name(alt: str) -> bool:
    return bool(_FILE.fullmatch(alt) or _SLUG.fullmatch(alt))


def _placeholder(alt: str) -> bool:
    return re.sub(r"[\s\d._-]+\Z", "", alt.casefold()) in vocabulary("alt")["placeholders"]


def _prefix(alt: str) -> bool:
    return alt.casefold().startswith(tuple(f"{prefix.strip()} " for prefix in vocabulary("alt")["prefixes"]))


def _credit(alt: str) -> bool:
    body, credit = credits.split(alt)
    return bool(credit) and not body


KINDS: Mapping[str, Callable[[str], bool]] = {"file-name": _file_name, "placeholder": _placeholder, "prefix": _prefix, "credit": _credit}
