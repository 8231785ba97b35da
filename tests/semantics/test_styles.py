"""The small cascade."""

from typing import Any

import pytest
from fragments import by_id, read

from a11yaudit.semantics import selectors, styles

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


LONG = ".filler{color:red}" * 2_000
HIDDEN = {
    "a class": (".a{display:none}", True),
    "no such class": (".b{display:none}", False),
    "shown again by a stronger rule": (".a{display:none} div .a{display:block}", False),
    "shown again by a weaker rule": ("div .a{display:none} .a{display:block}", True),
    "an attribute": ("[data-k='v']{visibility:hidden}", True),
    "another value of the attribute": ("[data-k='w']{visibility:hidden}", False),
    "not": (".a:not(.open){display:none}", True),
    "not, and it is": (".a:not([data-k]){display:none}", False),
    "is": ("div > :is(.x, .a){display:none}", True),
    "a child of another element": ("main > .a{display:none}", False),
    "far inside": ("html body .a{display:none}", True),
    "on paper": ("@media print{.a{display:none}}", False),
    "on a narrow screen only": ("@media (max-width:600px){.a{display:none}}", False),
    "on a wide screen only": ("@media (min-width: 60em){.a{display:none}}", False),
    "on both": ("@media (max-width:600px){.a{display:none}} @media (min-width:601px){.a{display:none}}", True),
    "on any screen of today": ("@media only screen and (min-width:300px){.a{display:none}}", True),
    "a range": ("@media (width >= 300px){.a{display:none}}", True),
    "for whoever wants less motion": ("@media (prefers-reduced-motion: reduce){.a{display:none}}", False),
    "while it is pressed": (".a:active{display:none}", False),
    "a sibling, which is not read": ("p + .a{display:none}", False),
    "a custom property": (":root{--gone:none}.a{display:var(--gone)}", True),
    "a brace in a string": (".b::before{content:'}'} .a{display:none}", True),
    "in a keyframe": ("@keyframes x{from{display:none}.a{display:none}}", False),
    "a layer": ("@layer base{.a{display:none}}", True),
    "commented out": ("/* .a{display:none} */", False),
}


@pytest.mark.parametrize("filler", ["", LONG], ids=["short", "long"])
@pytest.mark.parametrize(("css", "hidden"), HIDDEN.values(), ids=HIDDEN)
def test_given_a_sheet_of_the_page_then_what_it_hides_on_both_screens_is_hidden(css: str, hidden: bool, filler: str) -> None:
    meaning = read(f"<style>{filler}{css}</style><div><p id=x class=a data-k=v>Tides</div>")
    assert meaning.hidden(by_id(meaning, "x")) == hidden


@pytest.mark.parametrize(("css", "complete"), [(".a{display:none}", True), ("p + .a{display:none}", False), ("p + .a{color:red}", True)])
def test_given_a_selector_that_is_not_read_then_it_is_told_where_it_may_hide_something(css: str, complete: bool) -> None:
    assert read(f"<style>{css}</style><p>Boats<p class=a>Tides").styles.complete == complete


def test_given_a_sheet_that_asks_for_too_many_tests_then_it_is_told_and_hides_nothing() -> None:
    css = "".join(f"b:not(.n{number}){{display:none}}" for number in range(500))
    meaning = read(f"<style>{css}</style><b id=x>Tides</b>" + "<b></b>" * 500)
    assert not meaning.hidden(by_id(meaning, "x"))
    assert not meaning.styles.complete


def test_given_a_sheet_that_hides_the_body_then_the_page_waits_for_a_script_and_is_there() -> None:
    meaning = read("<style>body{display:none}</style><p id=x>Tides")
    assert not meaning.hidden(by_id(meaning, "x"))


@pytest.mark.parametrize("around", ["noscript", "template"])
def test_given_a_sheet_for_browsers_without_scripts_then_it_hides_nothing(around: str) -> None:
    meaning = read(f"<{around}><style>.a{{display:none}}</style></{around}><p id=x class=a>Tides")
    assert not meaning.hidden(by_id(meaning, "x"))


def test_given_a_sheet_that_hides_a_part_then_it_is_no_text_of_the_article_unless_it_is_prose_that_waits_for_a_script() -> None:
    label = read("<style>.a{display:none}</style><div class=a><p id=x>Tides</div><p>Boats")
    prose = read(f"<style>.a{{display:none}}</style><div class=a><p>{'The boats came home. ' * 5}<p id=x>Tides</div><p>Boats")
    assert not label.rendered(by_id(label, "x"))
    assert prose.rendered(by_id(prose, "x"))


def counted(monkeypatch: pytest.MonkeyPatch, html: str) -> int:
    """How many times a part of a selector is tried on an element."""
    tests = 0
    fits = selectors.Compound.fits

    def counting(self: selectors.Compound, node: Any) -> bool:
        nonlocal tests
        tests += 1
        return fits(self, node)

    monkeypatch.setattr(selectors.Compound, "fits", counting)
    read(html)
    return tests


HOSTILE = {
    "many rules": ".a .b{display:none}" * 50_000,
    "many classes": "".join(f".c{n}{{display:none}}" for n in range(50_000)),
    "a long selector": f"{'.a ' * 50_000}{{display:none}}",
    "many in brackets": f":is({','.join(f'.c{n}' for n in range(20_000))}){{display:none}}" * 4,
    "brackets in brackets": f"{':not(' * 5_000}.a{')' * 5_000}{{display:none}}",
    "all elements": "".join(f"*:not(.n{n}) *{{display:none}}" for n in range(2_000)),
    "open braces": "@media all{" * 50_000,
    "open strings": ".a{content:'" * 50_000,
    "comments": "/*" * 200_000,
}


@pytest.mark.parametrize("css", HOSTILE.values(), ids=HOSTILE)
def test_given_a_hostile_sheet_and_many_elements_then_the_work_is_bounded(monkeypatch: pytest.MonkeyPatch, css: str) -> None:
    html = f"<style>{css}</style>" + "<div class=a>" * 200 + "<p class=b>Tides</p>" * 5_000
    assert counted(monkeypatch, html) <= 2 * styles.MOST_TESTS
