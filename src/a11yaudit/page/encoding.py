"""Decoding by the WHATWG rules, and whether the page's own declaration is true."""

import codecs
import re
from dataclasses import dataclass

from turbohtml import detect as turbo

from a11yaudit.errors import PageError, Refusal

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
PRESCAN = 4096
"""Bytes searched for a declaration. The standard says 1,024; browsers go on when the declaration comes later."""
RIGHT_FOR_A_BAD_BYTE = 4
"""Letters in UTF-8 for each bad byte, from which a page is UTF-8 with damage and not in another encoding."""
_UTF8 = ("utf-8", "utf8", "unicode-1-1-utf-8")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta[\s/][^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]+)", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, its line ends normalised to LF."""

    text: str
    encoding: str
    """The WHATWG name that it was decoded with, lower case."""
    declared: str | None
    """The label in the page, as written."""
    fits: bool
    """Whether the bytes are what the declaration says; a page in UTF-8 may have a few bad ones."""


def decode(data: bytes) -> Decoded:
    """Byte order mark, then the declaration by WHATWG labels (iso-8859-1 means windows-1252), then UTF-8 if valid, then a guess.

    A declaration that the bytes contradict (text with accents that is valid UTF-8 is not in another encoding by chance) is not followed:
    the rest of the audit reads what the author wrote, and `fits` says what a browser makes of it.

    Raises PageError for what is no text at all.
    """
    _refuse_binary(data)
    declared = _declared_label(data)
    mark = next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if mark:
        encoding, body = mark[1], data[len(mark[0]) :]
    else:
        encoding, body = _encoding_name(declared) or _undeclared(data), data
    fits = declared is None or mark is not None or _fits(body, encoding)
    if not fits and _is_utf8(body):
        encoding = "utf-8"
    text = codecs.decode(body, f"whatwg-{encoding}")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text if encoding == "utf-8" else _whole(text), encoding, declared, fits)


def _whole(text: str) -> str:
    """The text without lone surrogates; only the search for one that is there costs."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _refuse_binary(data: bytes) -> None:
    """Raise for pictures, archives and the like: many control bytes and no byte order mark."""
    head = data[:PRESCAN]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    if len(_CONTROL.findall(head)) > len(head) // 20 or data.startswith((b"%PDF-", b"\x89PNG", b"GIF8", b"PK\x03\x04", b"\x1f\x8b")):
        raise PageError(Refusal.NOT_HTML, "a binary file, not HTML")


def _declared_label(data: bytes) -> str | None:
    head = _COMMENT.sub(b"", data[:PRESCAN])
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii", "replace") if found else None


def _encoding_name(label: str | None) -> str | None:
    """The canonical name of a label; a page that can be read as ASCII can't be in UTF-16 whatever it says."""
    if not label:
        return None
    folded = label.strip().lower()
    if folded.startswith(("utf-16", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode")):
        return "utf-8"
    if folded == "x-user-defined":
        return "windows-1252"
    try:
        codecs.lookup(f"whatwg-{folded}")
    except LookupError:
        return None
    return folded


def _undeclared(data: bytes) -> str:
    if _is_utf8(data):
        return "utf-8"
    return (turbo.detect(data).encoding or "windows-1252").lower()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _fits(data: bytes, encoding: str) -> bool:
    """Whether a declaration is true as far as bytes can tell: text that is UTF-8 is not by chance, and UTF-8 has rules."""
    if encoding in _UTF8:
        return _is_utf8(data) or _is_damaged_utf8(data)
    return data.isascii() or encoding.startswith(("utf-16", "iso-2022")) or not _is_utf8(data)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are few beside those that are: one pasted letter makes no other encoding."""
    bad = data.decode("utf-8", "replace").count("\ufffd") - data.count("\ufffd".encode())
    return len(_MULTIBYTE.findall(data)) >= RIGHT_FOR_A_BAD_BYTE * bad
