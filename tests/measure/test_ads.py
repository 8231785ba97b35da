"""What ads and other interruptions cost a reader."""

import pytest

from a11yaudit import pipeline, ruleset
from a11yaudit.model.measurements import AdLoad
from a11yaudit.model.source import Limits, Source

TEXT = "<p>The boats came home in the morning with little in their nets.</p>"
SLOT = '<div class="ad-slot"></div>'
RELATED = '<p>Related: <a href="/fog">How the fog came to the harbour</a></p>'


def load(body: str) -> AdLoad:
    html = f"<html lang=en><article><h1>Boats</h1>{body}</article></html>"
    return pipeline.audit(Source("page.html", html.encode(), ""), ruleset.load(), Limits(), "article").measurements.ads


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (TEXT * 4, "No ads break the text"),
        (TEXT * 4 + SLOT, "No ads break the text"),
        (TEXT * 3 + SLOT + TEXT, "1 ad breaks the text; the longest stretch without one is 36 words"),
        (TEXT * 2 + SLOT + TEXT * 3 + SLOT + TEXT, "2 ads break the text; the longest stretch without one is 36 words"),
        (TEXT + SLOT + SLOT + TEXT * 2, "1 ad breaks the text; the longest stretch without one is 24 words"),
    ],
)
def test_given_an_article_when_measured_then_one_sentence_tells_what_its_ads_cost(body: str, told: str) -> None:
    assert load(body).statement == told


def test_given_boxes_of_several_kinds_when_measured_then_each_kind_inside_the_text_is_counted_apart() -> None:
    found = load(TEXT + SLOT + TEXT + RELATED + RELATED + TEXT + RELATED + TEXT * 2 + RELATED)
    assert {kind: count for kind, count in found.by_kind_inside.items() if count} == {"ad": 1, "related": 2}
    assert (found.interruptions_inside_body, found.by_kind) == (3, {"ad": 1, "related": 4})
