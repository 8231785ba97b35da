"""The small cascade."""

import pytest
from fragments import by_id, read

from a11yaudit.semantics import styles

INLINE = {
    "the last one": ("width: 1px; width: 2px", {"width": ("2px", False)}),
    "an important earlier one": ("width: 1px !important; width: 2px", {"width": ("1px", True)}),
    "an important later one": ("width: 1px !important; width: 2px ! IMPORTANT", {"width": ("2px", True)}),
    "what does not parse is dropped": (
        "letter-spacing: wide; line-height: 1.5; font-size: 16; line-height: -1",
        {"line-height": ("1.5", False)},
    ),
    "a comment": ("/* width: 1px; */ width: 2px /*", {"width": ("2px", False)}),
    "nothing": (";;:;width", {}),
}


@pytest.mark.parametrize(("style", "expected"), INLINE.values(), ids=INLINE)
def test_given_a_style_attribute_then_these_declarations_win(style: str, expected: dict[str, tuple[str, bool]]) -> None:
    assert styles.inline(style) == expected


SIZES = {
    "the start": ("<p id=x>", 16),
    "points": ('<p id=x style="font-size:12pt">', 16),
    "em of the parent's": ('<div style="font-size:20px"><p id=x style="font-size:1.5em"></div>', 30),
    "rem": ('<div style="font-size:20px"><p id=x style="font-size:2rem"></div>', 32),
    "of a sheet": ("<style>div p, h1{font-size:25px}</style><div><b><p id=x></div>", 25),
    "of the window": ('<p id=x style="font-size:2vw">', None),
}


@pytest.mark.parametrize(("html", "size"), SIZES.values(), ids=SIZES)
def test_given_an_element_then_its_font_size_is_reckoned(html: str, size: float | None) -> None:
    meaning = read(html)
    got = meaning.styles.font_size(by_id(meaning, "x"))
    assert got == pytest.approx(size) if size else got is None


def test_given_a_site_s_whole_sheet_then_it_is_not_read() -> None:
    meaning = read("<style>" + ".a{display:none}" * 2_000 + "</style><p id=x class=a>")
    assert meaning.included(by_id(meaning, "x"))
