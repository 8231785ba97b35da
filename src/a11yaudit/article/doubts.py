"""Whether what was found is an article: how sure that is, and why a page has none."""

import re
from collections.abc import Collection, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from a11yaudit.article.body.layout import Layout
from a11yaudit.article.characters import count_words
from a11yaudit.article.text_runs import HEADINGS, Run
from a11yaudit.model.article import RUNNING_TEXT, Metadata, NoArticle, Role
from a11yaudit.page import Page
from a11yaudit.semantics.index import Cover

PROSE, LINKED = 80, 0.3
"""Characters of a line that is prose, and the share of them that may be links."""
MUCH = 400
"""Characters of prose in `main` or `article` that are text and no note."""
OUTSIDE = 0.3
"""Most confidence in an article that lies outside of them."""
FEWEST_TEASERS, TEASER_WORDS = 3, 60
"""Linked titles that make a list, and the words that may follow each."""
_SCRIPTED = re.compile(r"^(?:root|app|__next|__nuxt|react-root|main-app|app-root|gatsby-focus-wrapper|svelte|ember-app)$", re.IGNORECASE)
_DATA, WORDS = 200, 25
"""Characters of a text in a script's data that may be the article's, and the spaces between its words."""
_SENTENCES = re.compile(rf'"(?:[^"\\]|\\.){{{_DATA},}}"')
MOST_PLACES = 10
"""Elements that a script may fill."""
MOST_READ = 200_000
"""Characters of scripts that are looked at."""


class Found(NamedTuple):
    """A page as far as its text was found."""

    layout: Layout
    roles: Sequence[Role]
    words: int
    metadata: Metadata


def confidence(layout: Layout, roles: Sequence[Role], share: float) -> float:
    """How far the text found stands out: the share of the likely text that it makes up.

    It is less where other prose is longer than the article, comments aside, and where it lies outside `main` and `article` though they
    hold text.
    """
    lines = [(run, role) for run, role in zip(layout.runs, roles, strict=True) if _is_prose(run) and role != Role.COMMENT]
    own = sum(len(run.text) for run, role in lines if role in RUNNING_TEXT)
    other = sum(len(run.text) for run, role in lines if role not in RUNNING_TEXT)
    if own < other:
        share = min(share, own / (own + other))
    main = Cover(layout.page.flat, layout.page.numbers("main", "article"))
    inside = sum(len(run.text) for run, role in lines if role not in RUNNING_TEXT and main.holds(run.start))
    if inside >= MUCH and not any(main.holds(run.start) for run, role in zip(layout.runs, roles, strict=True) if role in RUNNING_TEXT):
        share = min(share, OUTSIDE)
    return round(share, 3)


def is_list(layout: Layout, roles: Sequence[Role]) -> bool:
    """Whether all of the text announces other articles: linked titles in headings, each with a few words after it."""
    text = [number for number, role in enumerate(roles) if role in RUNNING_TEXT]
    titles = [place for place, number in enumerate(text) if _is_title(layout, number)]
    if len(titles) < FEWEST_TEASERS:
        return False
    words = [count_words(layout.runs[number].text) for number in text]
    bounds = [0, *titles, len(text)]
    return all(sum(words[start + (start in titles) : end]) <= TEASER_WORDS for start, end in pairwise(bounds))


def reason(page: Page, found: Found, teasers: bool) -> NoArticle:
    """Why a page has no article; `teasers` says that its text announces other ones."""
    layout = found.layout
    if found.metadata.body_words > found.words:
        return NoArticle.ONLY_IN_METADATA
    if teasers or _begins_with_titles(layout, found.roles):
        return NoArticle.LIST_OF_TEASERS
    own = [run for run, role in zip(layout.runs, found.roles, strict=True) if role in RUNNING_TEXT or role == Role.HEADLINE]
    plain = any(run.link_share < LINKED for run in own)
    if _waits_for_script(page, plain):
        return NoArticle.HIDDEN_UNTIL_SCRIPT
    return NoArticle.TOO_SHORT if plain else NoArticle.NO_TEXT


def _is_prose(run: Run) -> bool:
    return len(run.text) >= PROSE and run.link_share < LINKED


def _is_title(layout: Layout, number: int) -> bool:
    """Whether a line is a heading that is a link."""
    box = layout.of_run[number]
    heading = any(layout.names[around] in HEADINGS for around in (box, layout.up[box]) if around >= 0)
    return heading and layout.runs[number].link_share >= 1 - LINKED


def _begins_with_titles(layout: Layout, roles: Sequence[Role]) -> bool:
    """Whether linked titles stand above what little text there is."""
    titles = [number for number in range(len(roles)) if _is_title(layout, number)]
    lines = (number for number, role in enumerate(roles) if role in RUNNING_TEXT and layout.names[layout.of_run[number]] not in HEADINGS)
    first = next(lines, len(roles))
    return len(titles) >= FEWEST_TEASERS and titles[0] < first


def mostly(layout: Layout, teasers: Collection[int]) -> bool:
    """Whether rows of teasers hold most of the page's text."""
    tops = [box for box in teasers if layout.up[box] not in teasers]
    return len(tops) >= FEWEST_TEASERS and sum(layout.size[box] for box in tops) > 0.5 * layout.size[0]


def _waits_for_script(page: Page, plain: bool) -> bool:
    """Whether a script writes the text: an empty place for it, sentences in a script's data, or a note where there is no plain text."""
    scripts = page.numbers("script")
    if not scripts:
        return False
    flat = page.flat
    places = (number for number in flat.by_attribute.get("id", ()) if _SCRIPTED.match(str(page.attribute(number, "id"))))
    empty = any(not _shows(page, number) for number in islice(places, MOST_PLACES))
    noted = not plain and any("script" in page.raw_text(number).lower() for number in page.numbers("noscript"))
    data = (str(flat.nodes[number + 1])[:MOST_READ] for number in scripts if flat.end[number] > number + 1)
    return empty or noted or any(match[0].count(" ") >= WORDS for text in data for match in _SENTENCES.finditer(text))


def _shows(page: Page, number: int) -> bool:
    """Whether an element holds any text, but for that of scripts."""
    names, nodes, parent = page.flat.names, page.flat.nodes, page.flat.parent
    return any(type(nodes[i]) is str and not str(nodes[i]).isspace() and names[parent[i]] != "script" for i in page.inside(number))
