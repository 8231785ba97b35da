"""What the contents of an element say: scripts, comments, forms that ask for an address, linked pictures."""

from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from bs4.element import Tag

from a11yaudit.article.interruptions import element_evidence
from a11yaudit.article.interruptions.element_evidence import NEVER, Mark, words
from a11yaudit.article.interruptions.text_counts import Tally
from a11yaudit.model.article import ADVERTISING
from a11yaudit.model.article import InterruptionKind as Kind
from a11yaudit.page import Page
from a11yaudit.page.page import attribute, collapse
from a11yaudit.semantics import Semantics

_SCRIPT_TYPES = ("", "text/javascript", "application/javascript", "module", "text/ecmascript")

_REDIRECTS = frozenset({"go", "out", "recommends", "affiliate", "affiliates", "affiliatelinks", "redirect", "click", "deal", "deals"})
"""Parts of an address on this site that leads to another one."""
_FILLED = 3
"""Elements from a picture up to the link that it fills."""
_ON = frozenset({"autoplay=1", "autoplay=true", "auto_play=true", "autostart=true"})
_SILENT = frozenset({"mute=1", "muted=1", "mute=true", "muted=true", "background=1"})
_BUTTONS = frozenset({"button", "btn", "cta"})


class Contents:
    """Looks into the elements of a page."""

    def __init__(self, semantics: Semantics, tally: Tally) -> None:
        self._semantics = semantics
        self._page = page = semantics.page
        self._tally = tally
        self._here = _host(page)

    def found(self) -> Iterator[tuple[int, Mark]]:
        """Elements with what their contents say."""
        yield from self._scripts()
        yield from self._comments()
        yield from self._fields()
        yield from self._banners()
        yield from self._offers()
        yield from self._players()

    def _scripts(self) -> Iterator[tuple[int, Mark]]:
        """Elements that show nothing and hold a script that fills them."""
        weights, flat = words().weights, self._page.flat
        for number in self._page.numbers("script"):
            parent = flat.parent[number]
            if parent < 0 or flat.names[parent] in NEVER or not self._tally.empty(parent):
                continue
            tag = self._page.tag(number)
            if str(tag.attrs.get("type", "")).lower() not in _SCRIPT_TYPES:
                continue
            text = "".join(map(str, flat.nodes[number + 1 : flat.end[number]]))
            told = element_evidence.by_script(text, attribute(tag, "src") or "")
            named = element_evidence.by_name(f"{attribute(tag, 'id') or ''} {attribute(tag, 'class') or ''}"[:300])
            if told:
                yield parent, Mark(told[0], weights["script" if told[1] else "script_name"], "a script of an ad server in it")
            if named and named[1] and named[0] in ADVERTISING:
                yield parent, Mark(named[0], weights["script_name"], f'script "{named[2]}"')

    def _comments(self) -> Iterator[tuple[int, Mark]]:
        """Elements that show nothing and hold a comment that names an ad; an ad's markup in a comment is switched off."""
        flat = self._page.flat
        for number in flat.comments:
            parent = flat.parent[number]
            if parent < 0 or flat.names[parent] in NEVER or not self._tally.empty(parent):
                continue
            text = str(flat.nodes[number])[:200].strip()
            told = element_evidence.by_name(text) if "<" not in text else None
            if told and told[1] and told[0] in ADVERTISING:
                yield parent, Mark(told[0], words().weights["comment"], f'comment "{collapse(text)[:40]}"')

    def _fields(self) -> Iterator[tuple[int, Mark]]:
        """Forms that ask for an address and neither for a password nor for a comment."""
        mark = Mark(Kind.NEWSLETTER, words().weights["label"], "a form that asks for an address", by_words=True)
        for form in self._page.numbers("form"):
            fields = [self._page.tag(n) for n in self._tally.within(self._page.numbers("input"), form)]
            types = {str(field.attrs.get("type", "")).lower() for field in fields}
            asks_more = not types.isdisjoint(("password", "search")) or self._tally.within(self._page.numbers("textarea"), form)
            if any(map(_asks_for_address, fields)) and not asks_more:
                around = self._around_form(form)
                if self._is_letter(form, around):
                    yield around, mark

    def _is_letter(self, form: int, around: int) -> bool:
        """Whether words or names offer a letter, and no name of the form says that it is for something else."""
        named = [part for n in (form, max(0, self._page.flat.parent[form]), around) for part in element_evidence.named(self._page.tag(n))]
        if not words().not_letters.isdisjoint(named):
            return False
        inputs = self._tally.within(self._page.numbers("input", "button"), form)
        shown = (self._page.attribute(n, name) or "" for n in inputs for name in ("placeholder", "value", "aria-label"))
        text = " ".join((self._semantics.text(around), *shown, *named)).casefold()
        return any(map(text.replace("e-mail", "").replace("email", "").__contains__, words().letters))

    def _around_form(self, form: int) -> int:
        """The form with the few words around it that ask for the address."""
        best = form
        for steps, around in enumerate(self._page.ancestors(form)):
            more = self._tally.words(around) - self._tally.words(form)
            if steps >= words().limits["most_steps"] or more > words().limits["most_form_words"] or self._page.tag(around).name in NEVER:
                break
            best = around
        return best

    def _banners(self) -> Iterator[tuple[int, Mark]]:
        """Linked pictures that lead to an ad server, or that have an ad's size and lead to another site."""
        weights = words().weights
        for number in self._page.numbers("img"):
            link = self._page.flat.parent[number]
            address = self._page.attribute(link, "href") if self._page.flat.names[link] == "a" else None
            if not address:
                continue
            if host := element_evidence.by_host(address):
                yield self._block(link), Mark(host[0], weights["link"], f"a link to {host[1]}")
            elif (size := element_evidence.sized(self._page.tag(number))) and self._leads_elsewhere(address) and not self._is_logo(number):
                block = self._block(link)
                yield block, Mark(Kind.SPONSORED, weights["size"], f"a picture of {size}")
                yield block, Mark(Kind.SPONSORED, weights["outward"], "a link to another site")

    def _offers(self) -> Iterator[tuple[int, Mark]]:
        """Cards with a linked picture and a button that lead to the same page of this site, and few words beside them."""
        mark = Mark(Kind.PROMO, words().weights["label"], "a picture and a button that lead to one page", by_words=True)
        buttons = self._buttons()
        if not buttons:
            return
        pictured = {address for number in self._page.numbers("img") if (address := self._linked_to(number))}
        found = list[int]()
        for button in buttons:
            address = self._page.attribute(button, "href")
            if address in pictured and self._leads_here(address) and (card := self._card(button, address)) is not None:
                found.append(card)
        if len(found) <= words().limits["most_offers"]:
            yield from ((card, mark) for card in found)

    def _buttons(self) -> list[int]:
        """The links whose class says that they look like a button."""
        by_class, names = self._semantics.index.by_class, self._page.flat.names
        told = (name for name in by_class if any(map(name.lower().__contains__, _BUTTONS)))
        wanted = (name for name in told if not _BUTTONS.isdisjoint(element_evidence.tokens(name)))
        return sorted({number for name in wanted for number in by_class[name] if names[number] == "a"})

    def _linked_to(self, picture: int) -> str | None:
        """The address of the link right around a picture, or around the element that it fills."""
        around = islice(self._page.ancestors(picture), _FILLED)
        return next((self._page.attribute(n, "href") for n in around if self._page.flat.names[n] == "a"), None)

    def _card(self, button: int, address: str) -> int | None:
        """The outermost element around a button that is short, holds a picture and leads nowhere else."""
        limits, best = words().limits, None
        for around in islice(self._page.ancestors(button), int(limits["most_steps"])):
            name = self._page.flat.names[around]
            if name in NEVER or name in ("ul", "ol", "table", "td", "li") or self._tally.words(around) > limits["most_offer_words"]:
                break
            links = self._tally.within(self._page.numbers("a"), around)
            if any(self._page.attribute(link, "href") != address for link in links):
                break
            if len(links) > 1 and self._tally.within(self._page.numbers("img"), around):
                best = around
        return best

    def _players(self) -> Iterator[tuple[int, Mark]]:
        """Media that start by themselves and are heard."""
        for number in self._page.numbers("video", "audio"):
            attributes = self._page.tag(number).attrs
            if "autoplay" in attributes and "muted" not in attributes and self._tally.things(number):
                yield number, Mark(Kind.PLAYER, words().weights["element"], "attribute autoplay", by_words=True)
        for number in self._page.numbers("iframe"):
            if _starts(self._page.attribute(number, "src") or "") and self._tally.things(number):
                yield number, Mark(Kind.PLAYER, words().weights["element"], "an address that asks to start", by_words=True)

    def _is_logo(self, picture: int) -> bool:
        tag = self._page.tag(picture)
        return "logo" in f"{attribute(tag, 'class') or ''} {attribute(tag, 'alt') or ''}"[:200].lower()

    def _block(self, link: int) -> int:
        """The element that holds the link and nothing else, or the figure around it."""
        around = islice(self._page.ancestors(link), int(words().limits["most_steps"]))
        figure = next((n for n in around if self._page.tag(n).name == "figure"), None)
        parent = self._page.flat.parent[link]
        return figure if figure is not None else parent if self._tally.same(parent, link) else link

    def leads_inside(self, number: int) -> bool:
        """Whether a link in an element leads to another page of this site, as far as the page says where it is."""
        return any(self._leads_here(self._page.attribute(n, "href") or "") for n in self._tally.within(self._page.numbers("a"), number))

    def _leads_here(self, address: str) -> bool:
        there = _host_of(address)
        if not _REDIRECTS.isdisjoint(address[:200].lower().split("/")):
            return False
        return bool(address.strip()) and (not there or bool(self._here and _site(there) == _site(self._here)))

    def _leads_elsewhere(self, address: str) -> bool:
        there = _host_of(address)
        return bool(there and self._here) and _site(there) != _site(self._here)


def _host(page: Page) -> str:
    """The host that the page says it is on; empty where it says none."""
    for number in page.numbers("link"):
        if "canonical" in (page.attribute(number, "rel") or ""):
            return _host_of(page.attribute(number, "href") or "")
    return ""


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _asks_for_address(field: Tag) -> bool:
    kind = str(field.attrs.get("type", "")).lower()
    named = " ".join(str(field.attrs.get(name, "")) for name in ("name", "id", "placeholder", "aria-label"))[:300]
    return kind == "email" or (kind in ("", "text") and "email" in "".join(element_evidence.tokens(named)))


def _starts(address: str) -> bool:
    """Whether the address of a frame asks its player to start, and not without sound."""
    query = address[:2000].partition("?")[2].lower().replace("&amp;", "&").split("&")
    return not _ON.isdisjoint(query) and _SILENT.isdisjoint(query)


def _site(host: str) -> str:
    """The last two parts of a host, three where the second-last is short (`co.uk`)."""
    parts = host.lower().split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])
