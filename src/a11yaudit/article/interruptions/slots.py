"""What a project says about the slots of its pages: filter lists in the syntax of ad blockers, and profiles of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from a11yaudit.article.interruptions import selectors
from a11yaudit.article.interruptions.element_evidence import bare, words
from a11yaudit.article.interruptions.selectors import NOTHING, Entry, Index
from a11yaudit.model.article import InterruptionKind as Kind


@dataclass(frozen=True, slots=True)
class Slots:
    """Selectors of interruptions, of what is none, and further labels."""

    interruptions: Index = NOTHING
    editorial: Index = NOTHING
    """Elements that are no interruption, whatever they look like."""
    labels: Mapping[str, Kind] = field(default_factory=dict)


NO_SLOTS = Slots()


@dataclass(frozen=True, slots=True)
class FilterList:
    """The element-hiding rules of a list that hold for a host."""

    entries: tuple[Entry, ...]
    unknown: int
    """Rules for hiding elements in a syntax that is not understood."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a publisher says about its own pages."""

    entries: tuple[Entry, ...]
    editorial: tuple[Entry, ...]
    labels: Mapping[str, Kind]


def read_list(text: str, host: str) -> FilterList:
    """The rules of an Adblock Plus list that hide elements everywhere, or on the host; rules that block addresses are left out."""
    wanted: dict[str, None] = {}
    excepted: set[str] = set()
    unknown = 0
    around = _around(host)
    for line in text.splitlines():
        mark = line.find("#")
        if mark < 0 or line[0] == "!":
            continue
        domains, rule = line[:mark], line[mark:]
        if rule.startswith("##") and len(rule) > 2 and rule[2] != " ":
            if domains and not _applies(domains, around):
                continue
            for selector in (rule[2:],) if "," not in rule else _listed(rule[2:]):
                if selectors.known(selector):
                    wanted[selector] = None
                else:
                    unknown += 1
        elif rule.startswith("#@#"):
            if not domains or _applies(domains, around):
                excepted.update(_listed(rule[3:]))
        elif rule.startswith(("#?#", "#$#", "#@?#", "#@$#", "#%#", "#$?#")):
            unknown += 1
    weight, ad = words().weights["filter"], Kind.AD
    return FilterList(tuple(Entry(text, ad, f"filter list ##{text[:80]}", weight) for text in wanted if text not in excepted), unknown)


def _listed(rule: str) -> tuple[str, ...]:
    """The selectors of a list that has commas outside brackets only."""
    if "[" in rule or "(" in rule:
        return (rule.strip(),)
    return tuple(part.strip() for part in rule.split(",") if part.strip())


def _around(host: str) -> frozenset[str]:
    """A host and the domains that it is under."""
    parts = host.split(".") if host else []
    return frozenset(".".join(parts[i:]) for i in range(len(parts)))


def _applies(domains: str, around: frozenset[str]) -> bool:
    """Whether a rule for `a.example,~b.a.example` holds on a host that is under these domains."""
    listed = domains.lower().replace(" ", "").split(",")
    if "~" not in domains:
        return not around.isdisjoint(listed) or not any(listed)
    if any(name[:1] == "~" and name[1:] in around for name in listed):
        return False
    within = [name for name in listed if name and name[0] != "~"]
    return not within or not around.isdisjoint(within)


def read_profile(table: Mapping[str, Any]) -> Profile:
    """A profile that fits `rules/profile.schema.json`. Raises ValueError for a selector that is not understood."""
    slots, weight = table.get("slots", ()), words().weights["profile"]
    entries = tuple(_entry(text, Kind(slot["kind"]), weight) for slot in slots for text in slot.get("selectors", ()))
    editorial = tuple(_entry(text, Kind.AD, weight) for text in table.get("editorial", {}).get("selectors", ()))
    return Profile(entries, editorial, {bare(text): Kind(slot["kind"]) for slot in slots for text in slot.get("labels", ())})


def _entry(selector: str, kind: Kind, weight: float) -> Entry:
    if not selectors.known(selector):
        raise ValueError(f"selector {selector!r}: use only tags, classes, ids, attributes, descendants and children")
    return Entry(selector, kind, f"profile {selector}", weight)


def combine(lists: Iterable[FilterList], profiles: Iterable[Profile]) -> Slots:
    """All of a project's lists and profiles as one."""
    described = tuple(profiles)
    entries = [entry for found in lists for entry in found.entries] + [entry for found in described for entry in found.entries]
    labels = {text: kind for found in described for text, kind in found.labels.items()}
    return Slots(selectors.index(entries), selectors.index(entry for found in described for entry in found.editorial), labels)
