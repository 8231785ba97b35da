"""Accessible names (accname 1.2, HTML-AAM), each text read once and remembered, so that nested elements stay linear."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import cast

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.semantics import states
from a11yaudit.semantics.aria import facts
from a11yaudit.semantics.focus import is_summary
from a11yaudit.semantics.index import Index
from a11yaudit.semantics.roles import Roles

LONGEST = 500
"""Characters of a name that are kept: more than anybody listens to, and it bounds what nested elements cost."""
NEAR = 50
"""Elements between an element and its first text that are looked at: a bound, so that nested elements stay linear."""
LABELABLE = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})
TEXT_FIELDS = frozenset({"text", "search", "email", "tel", "url", "password", "number", ""})
_CHILD = {"fieldset": "legend", "table": "caption", "figure": "figcaption"}
_MEANS = frozenset({"area", "img", *LABELABLE, *_CHILD})
"""Elements that HTML names by other means than their content and `title`."""
_UNREAD = frozenset({"script", "style", "template", "noscript", "iframe", "object", "audio", "video", "canvas"})
_REPLACED = _UNREAD | {"amp-img", "area", "img", "input", "select"}
"""Elements that add something else than what stands in them, or nothing."""
BLOCK_LEVEL = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that a browser sets apart, so that they part words."""


class Way(Enum):
    """How a text is being read."""

    CONTENT = 0
    REFERENCE = 1
    """For an `aria-labelledby`, whose own references are not followed."""
    HIDDEN_REFERENCE = 2
    """For an `aria-labelledby` to a hidden element, whose hidden content counts."""


@dataclass(slots=True)
class _Frame:
    """An element whose content is being read."""

    number: int
    end: int
    parts: list[str]


class Names:
    """Names by the number of an element."""

    def __init__(self, page: Page, index: Index, found: bytearray, roles: Roles) -> None:
        self._page, self._index, self._states, self._roles = page, index, found, roles
        self._tags = cast("list[Tag]", page.flat.nodes)
        self._from_content, self._nameless = facts().from_content, facts().nameless
        self._names: dict[int, str] = {}
        self._texts: dict[tuple[int, Way], str] = {}
        self._labels: dict[int, list[int]] | None = None

    def name(self, number: int) -> str:
        """The accessible name; empty where there is none."""
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = self._name(number)
        return found

    def unnamed(self, numbers: Iterable[int], texts: Sequence[int]) -> list[int]:
        """Those of some elements that have no name. Mostly the text that an element begins with tells, or the page's first text inside."""
        flat, roles, found, from_content = self._page.flat, self._roles.found, self._states, self._from_content
        nodes, ends = flat.nodes, flat.end
        unnamed = []
        for number in numbers:
            end = ends[number]
            if roles[number] in from_content and end > number + 1:
                first = nodes[number + 1]
                if type(first) is str and not first.isspace() and not found[number + 1] & states.HIDDEN:
                    continue
                place = bisect_right(texts, number)
                if place < len(texts) and texts[place] < end and self._adds(texts[place], number):
                    continue
            if not self.name(number):
                unnamed.append(number)
        return unnamed

    def _adds(self, text: int, root: int) -> bool:
        """Whether a text in an element is surely a part of its content: not hidden, no blank, and nothing around it stands in its place."""
        names, parents = self._page.flat.names, self._page.flat.parent
        if self._states[text] & states.HIDDEN or str(self._page.flat.nodes[text]).isspace():
            return False
        around, steps = parents[text], 0
        while around != root and names[around] not in _REPLACED and steps < NEAR:
            around, steps = parents[around], steps + 1
        return around == root

    def _name(self, number: int) -> str:
        role = self._roles.role(number)
        tag = self._tags[number]
        name, attributes = tag.name, tag.attrs
        if role == "none" or role in self._nameless:
            return ""
        means = name in _MEANS or self._states[number] & states.DRAWING
        return (
            ("aria-labelledby" in attributes and self._labelled_by(number))
            or ("aria-label" in attributes and squeeze(self._get(number, "aria-label")))
            or (means and self._by_own_means(number, tag))
            or (self._read(number, Way.CONTENT) if role in self._from_content or self._summary(number, tag) else "")
            or ("title" in attributes and squeeze(self._get(number, "title")))
            or (name in ("input", "textarea") and squeeze(self._get(number, "placeholder")))
            or ""
        )

    def _get(self, number: int, name: str) -> str:
        return str(self._tags[number].attrs.get(name, ""))

    def _summary(self, number: int, tag: Tag) -> bool:
        return tag.name == "summary" and is_summary(self._page, number)

    def _labelled_by(self, number: int) -> str:
        given = self._get(number, "aria-labelledby")
        if not given:
            return ""
        labels = [self._index.by_id[key] for key in given.split()[:50] if key in self._index.by_id]
        return squeeze(" ".join(self._referenced(label) for label in labels))

    def _referenced(self, number: int) -> str:
        return self._text(number, Way.HIDDEN_REFERENCE if self._states[number] & states.HIDDEN else Way.REFERENCE)

    def _by_own_means(self, number: int, tag: Tag) -> str:
        """The name that HTML gives by other means than content and `title`."""
        name = tag.name
        if self._states[number] & states.DRAWING:
            return self._child_text(number, "title") or squeeze(self._get(number, "xlink:title"))
        if name in ("img", "area"):
            return squeeze(self._get(number, "alt"))
        if name == "input":
            kind = self._get(number, "type").strip().lower()
            if kind == "image":
                return self._labelled(number) or squeeze(self._get(number, "alt"))
            if kind in ("button", "submit", "reset"):
                own = "" if kind == "button" else kind.capitalize()
                return self._labelled(number) or squeeze(str(tag.attrs.get("value", own)))
        if name in LABELABLE:
            return self._labelled(number)
        return self._child_text(number, _CHILD[name]) if name in _CHILD else ""

    def _child_text(self, number: int, name: str) -> str:
        flat = self._page.flat
        child = number + 1
        while child < flat.end[number]:
            if getattr(flat.nodes[child], "name", None) == name:
                return squeeze(self._page.raw_text(child)) if name == "title" else self._text(child, Way.CONTENT)
            child = flat.end[child]
        return ""

    def _labelled(self, number: int) -> str:
        """The text of the labels of a control, without what the control itself would add."""
        if self._labels is None:
            self._labels = self._all_labels()
        texts = [
            self._text(label, Way.CONTENT)
            if not label < number < self._page.flat.end[label]
            else self._read(label, Way.CONTENT, left_out=number)
            for label in reversed(self._labels.get(number, [])[-50:])
            if not self._states[label] & states.HIDDEN
        ]
        return squeeze(" ".join(texts))

    def _all_labels(self) -> dict[int, list[int]]:
        """By control its labels, the last first; of labels around a control only the innermost counts."""
        found: dict[int, list[int]] = {}
        controls = [number for number in self._page.numbers(*LABELABLE) if self._labelable(number)]
        wrapped: set[int] = set()
        for label in reversed(self._page.numbers("label")):
            target = self._page.attribute(label, "for")
            if target is not None:
                control = self._index.by_id.get(target, -1)
                if control < 0 or not self._labelable(control):
                    continue
            else:
                place = bisect_right(controls, label)
                control = controls[place] if place < len(controls) else -1
                if not label < control < self._page.flat.end[label] or control in wrapped:
                    continue
                wrapped.add(control)
            found.setdefault(control, []).append(label)
        return found

    def _labelable(self, number: int) -> bool:
        tag = self._tags[number]
        return tag.name in LABELABLE and not (tag.name == "input" and str(tag.attrs.get("type", "")).strip().lower() == "hidden")

    def _text(self, number: int, way: Way) -> str:
        """What an element adds as content or by reference."""
        key = (number, way)
        found = self._texts.get(key)
        if found is None:
            own = self._instead(number, way, embedded=False)
            if own is None:
                own = self._read(number, way) or squeeze(self._get(number, "title"))
            found = self._texts[key] = own
        return found.strip()

    def _instead(self, number: int, way: Way, embedded: bool) -> str | None:
        """What an element adds in place of its content; None where its content is read."""
        tag = self._tags[number]
        attributes: Mapping[str, object] = tag.attrs
        if way is Way.CONTENT and "aria-labelledby" in attributes and (named := self._labelled_by(number)):
            return named
        if "aria-label" in attributes and (named := squeeze(self._get(number, "aria-label"))):
            return named
        name = tag.name
        if name in ("img", "area"):
            return "" if self._roles.role(number) == "none" else squeeze(self._get(number, "alt")) or squeeze(self._get(number, "title"))
        if name == "amp-img":
            return squeeze(self._get(number, "alt")) or None
        if name == "input":
            return self._value(number)
        if name == "svg":
            return self._child_text(number, "title") or None
        if name == "select" and embedded:
            return self._chosen(number)
        return squeeze(self._get(number, "title")) if name in _UNREAD else None

    def _value(self, number: int) -> str:
        """What an `input` inside other content adds."""
        kind = self._get(number, "type").strip().lower()
        if kind == "image":
            return squeeze(self._get(number, "alt") or self._get(number, "title"))
        if kind == "range":
            return squeeze(self._get(number, "aria-valuetext") or self._get(number, "aria-valuenow") or self._get(number, "value"))
        if kind in TEXT_FIELDS or kind in ("button", "submit", "reset"):
            return squeeze(self._get(number, "value"))
        return ""

    def _chosen(self, number: int) -> str:
        options = [i for i in self._page.inside(number) if getattr(self._page.flat.nodes[i], "name", None) == "option"]
        chosen = next((i for i in options if "selected" in self._page.tag(i).attrs), options[0] if options else None)
        return squeeze(self._page.raw_text(chosen)) if chosen is not None else ""

    def _read(self, root: int, way: Way, left_out: int = -1) -> str:
        """The text of an element's content. One walk; what inner elements add is remembered, so that a later walk takes it whole."""
        flat, found = self._page.flat, self._states
        nodes, end = flat.nodes, flat.end
        if end[root] == root + 2 and type(nodes[root + 1]) is str:
            return squeeze(str(nodes[root + 1]))
        frames = [_Frame(root, end[root], [])]
        number = root + 1
        while True:
            while number >= frames[-1].end:
                frame = frames.pop()
                text = _edged("".join(frame.parts))
                if not frames:
                    return text.strip()
                if not text.strip():
                    text = squeeze(self._get(frame.number, "title")) or text
                self._add(frames[-1].parts, frame.number, text, way, left_out)
            node = nodes[number]
            if isinstance(node, Tag):
                if (way is not Way.HIDDEN_REFERENCE and found[number] & states.HIDDEN) or number == left_out:
                    number = end[number]
                    continue
                text_ = self._texts.get((number, way)) if left_out < 0 else None
                if text_ is None:
                    text_ = self._instead(number, way, embedded=True)
                if text_ is None and end[number] == number + 2 and type(nodes[number + 1]) is str:
                    text_ = _edged(str(nodes[number + 1]))
                if text_ is None and end[number] > number + 1:
                    frames.append(_Frame(number, end[number], []))
                    number += 1
                    continue
                if not text_ or text_ == " ":
                    text_ = squeeze(self._get(number, "title")) or text_ or ""
                self._add(frames[-1].parts, number, text_, way, left_out)
                number = end[number]
            else:
                if type(node) is str:
                    frames[-1].parts.append(node)
                number += 1

    def _add(self, parts: list[str], number: int, text: str, way: Way, left_out: int) -> None:
        if left_out < 0:
            self._texts[number, way] = text
        parts.append(f" {text} " if self._tags[number].name in BLOCK_LEVEL else text)


def _edged(text: str) -> str:
    """As `squeeze`, but white space at the edges stays one space: it parts the words of inline elements."""
    inner = squeeze(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def squeeze(text: str) -> str:
    """White space of all kinds collapsed and trimmed, cut at the longest name."""
    return " ".join(text.split())[:LONGEST] if text else ""
