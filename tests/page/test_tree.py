"""BeautifulSoup's own methods work on the tree, though no node is tied to its neighbours."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup

from a11yaudit import page
from a11yaudit.model.source import Limits, Source

HTML = (
    "<!DOCTYPE html><html><head><title>Nets</title><style>p {}</style><script>go()</script></head>"
    '<body><p id="a">One <b>two</b> three<br>four</p><!-- note --><ul><li>1</li><li>2 <i>3</i></li></ul></body></html>'
)


@pytest.mark.parametrize(
    "ask",
    [
        lambda soup: soup.get_text(),
        lambda soup: [tag.name for tag in soup.find_all(True)],
        lambda soup: [tag.get_text() for tag in soup.select("ul > li + li, p b")],
        lambda soup: str(soup.body.p),
        lambda soup: (soup.title.string, soup.script.string),
        lambda soup: [str(node) for node in soup.b.next_siblings],
        lambda soup: [str(node) for node in soup.br.previous_siblings],
        lambda soup: [tag.name for tag in soup.i.parents],
        lambda soup: [str(node) for node in soup.i.find_all_previous(string=True)],
        lambda soup: soup.ul.find_previous_sibling("p").name,
    ],
)
def test_given_a_page_when_beautifulsoup_is_asked_then_it_answers_as_on_its_own_tree(ask: Callable[[Any], object]) -> None:
    ours = page.parse(Source("a.html", HTML.encode(), ""), Limits()).flat.soup
    assert ask(ours) == ask(BeautifulSoup(HTML, "html.parser"))
