"""The Tab order."""

import pytest
from fragments import by_id, read

REACHED = {
    "a link": ("<a id=x href=/>", True),
    "an anchor": ("<a id=x>", False),
    "a button": ("<button id=x>", True),
    "a disabled button": ("<button id=x disabled>", False),
    "a button that only says it is disabled": ("<button id=x aria-disabled=true>", True),
    "in a disabled fieldset": ("<fieldset disabled><input id=x></fieldset>", False),
    "in the legend of a disabled fieldset": ("<fieldset disabled><legend><input id=x></legend></fieldset>", True),
    "a hidden input": ("<input id=x type=hidden>", False),
    "tabindex": ("<p id=x tabindex=0>", True),
    "tabindex with white space and a tail": ('<p id=x tabindex=" +1.5px">', True),
    "no tabindex": ("<p id=x tabindex=first>", False),
    "a negative tabindex": ("<a id=x href=/ tabindex=-1>", False),
    "inert": ("<div inert><a id=x href=/></div>", False),
    "not rendered": ("<div hidden><a id=x href=/></div>", False),
    "off the screen": ('<a id=x href=/ style="position:absolute;left:-9999px">', True),
    "hidden from assistive technology only": ("<a id=x href=/ aria-hidden=true>", True),
    "an editable paragraph": ("<p id=x contenteditable>", True),
    "a film with controls": ("<video id=x controls>", True),
    "a summary": ("<details><p></p><summary id=x></details>", True),
    "a second summary": ("<details open><summary></summary><summary id=x></details>", False),
}


@pytest.mark.parametrize(("html", "reached"), REACHED.values(), ids=REACHED)
def test_given_an_element_then_the_keyboard_reaches_it_or_not(html: str, reached: bool) -> None:
    meaning = read(html)
    assert (by_id(meaning, "x") in meaning.tab_order) == reached
