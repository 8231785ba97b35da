"""What can be seen."""

import pytest
from fragments import by_id, read

SEEN = {
    "text": ("<p id=x>Tides</p>", "Tides"),
    "hidden from assistive technology only": ("<p id=x>Tides <b aria-hidden=true>now</b></p>", "Tides now"),
    "invisible": ('<p id=x>Tides <b style="visibility:hidden">now</b></p>', "Tides"),
    "off the screen": ('<p id=x>Tides <b style="position:absolute;top:-999em">now</b></p>', "Tides"),
    "clipped": ("<style>.a{clip-path:inset(50%)}</style><p id=x>Tides <b class=a>now</b></p>", "Tides"),
    "one pixel": ('<p id=x>Tides <b style="width:1px;height:1px">now</b></p>', "Tides"),
    "blocks part words": ("<p id=x>Tides<span style='display:block'>now</span></p>", "Tides now"),
    "inline blocks of another name do not": (
        "<div id=x>A<div style='display:inline'>C</div><div style='display:inline'>T</div></div>",
        "ACT",
    ),
}


@pytest.mark.parametrize(("html", "text"), SEEN.values(), ids=SEEN)
def test_given_an_element_then_its_visible_text_is_what_is_seen(html: str, text: str) -> None:
    meaning = read(html)
    assert meaning.sight.text(by_id(meaning, "x")) == text
