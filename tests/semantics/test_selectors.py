"""Selectors of sheets."""

import pytest

from a11yaudit.semantics import selectors

ALIKE = [
    "a", "*",
    ".a", "#a", "a.b", "a#b.c.d", ".a .b", ".a>.b", ".a > .b", "div  >  *  p", "A.b", "*.a", ".a,.b", " .a , #b p ", ".a.a", "#a#b",
    ".-a", ".a-b_c", ".ä", "h1",
    # what no browser reads
    "> .a", ".a >", ".a > > .b", ".1a", "..a", ".a,", ",", "#", "1a", "-",
]  # fmt: skip


@pytest.mark.parametrize("text", ALIKE)
def test_given_a_plain_selector_then_the_quick_way_and_the_tokenizer_read_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = selectors.read.__wrapped__(text)
    monkeypatch.setattr(selectors, "_simple", lambda text: None)
    assert quick[0] == selectors.read.__wrapped__(text)[0]
