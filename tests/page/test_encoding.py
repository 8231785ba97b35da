"""Decoding by the WHATWG rules."""

import pytest

from a11yaudit.errors import PageError
from a11yaudit.page.encoding import decode

TEXT = "<p>„Straße“ – naïve café</p>"


def declared(label: str) -> bytes:
    return f'<meta charset="{label}">'.encode("ascii")


@pytest.mark.parametrize(
    ("data", "encoding", "ending", "fits"),
    [
        (TEXT.encode("utf-8"), "utf-8", TEXT, True),
        (b"\xef\xbb\xbf" + declared("latin-1") + TEXT.encode("utf-8"), "utf-8", TEXT, True),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16le", TEXT, True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16be", TEXT, True),
        (declared("iso-8859-1") + TEXT.encode("cp1252"), "iso-8859-1", TEXT, True),
        (declared("gb2312") + "<p>镕基</p>".encode("gb18030"), "gb2312", "<p>镕基</p>", True),
        (declared("shift_jis") + "<p>①髙島</p>".encode("cp932"), "shift_jis", "<p>①髙島</p>", True),
        (declared("utf-16") + TEXT.encode("utf-8"), "utf-8", TEXT, True),
        (declared("utf-8") + b"<p>caf\xe9</p>", "utf-8", "<p>caf\ufffd</p>", False),
        (declared("utf-8") + "<p>é ï ç ü</p>".encode() + b"<p>caf\xe9</p>", "utf-8", "<p>caf\ufffd</p>", True),
        (declared("utf-8") + "<p>é ï ç</p>".encode() + b"<p>caf\xe9</p>", "utf-8", "<p>caf\ufffd</p>", False),
        (declared("windows-1252") + "<p>é</p>".encode(), "utf-8", "<p>é</p>", False),
        (declared("no-such-thing") + TEXT.encode("utf-8"), "utf-8", TEXT, True),
        (b"<p>a</p>\r\n<p>b</p>\r<p>c</p>", "utf-8", "<p>a</p>\n<p>b</p>\n<p>c</p>", True),
    ],
)
def test_given_bytes_when_decoded_then_as_a_browser_does(data: bytes, encoding: str, ending: str, fits: bool) -> None:
    got = decode(data)
    assert (got.encoding, got.text.endswith(ending), got.fits) == (encoding, True, fits)


def test_given_russian_bytes_without_a_declaration_when_decoded_then_the_encoding_is_detected() -> None:
    text = "<p>" + "Это обычный русский текст о погоде и море. " * 20 + "</p>"
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize("data", [b"%PDF-1.7 <p>", b"\x89PNG\r\n\x1a\n", bytes(range(32)) * 50])
def test_given_a_binary_file_when_decoded_then_it_is_refused(data: bytes) -> None:
    with pytest.raises(PageError, match="binary"):
        decode(data)
