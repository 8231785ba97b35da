"""What holds for every page, whatever is in it."""

import hashlib
import json
import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from a11yaudit import pipeline, resources, ruleset
from a11yaudit.errors import PageError
from a11yaudit.model.run import Document, Run
from a11yaudit.model.source import Limits, Source
from a11yaudit.report import github, html, jsonreport, text

RULES = ruleset.load()
SENTENCES = (
    "The boats came home in the morning, with little in their nets.",
    "Nobody on the quay had expected the HDCP to fail so early in the year.",
    "Prices rose by 12 per cent.",
    "Ann Lee, who has worked here for thirty years, says that the port will close.",
)
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
paragraph = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(lambda parts: f"<p>{' '.join(parts)}</p>")
piece = st.one_of(
    paragraph,
    st.sampled_from(
        (
            '<figure><img src="a.jpg" alt="a.jpg"><figcaption>A boat at the quay</figcaption></figure>',
            '<figure><img src="b.jpg"><figcaption>A boat at the quay. Photo: Ann Lee</figcaption></figure>',
            '<div class="ad-slot"><iframe src="https://doubleclick.net/x"></iframe></div>',
            "<h2>At the quay</h2>",
            "<h4></h4>",
            '<p><a href="/x">click here</a> for more.</p>',
            "<table><tr><td>1</td></tr></table>",
            "<ul><li>Nets</li><li>Ropes</li></ul>",
        )
    ),
)
article = st.lists(piece, min_size=1, max_size=8).map("\n".join)
soup = st.lists(
    st.one_of(
        st.sampled_from(
            "<p <p> </p> <div class=ad> <a href=x> <img alt= <table> <td> <li> <svg> <!-- --> <template> &#xD800; &amp; \0 \r\n".split(" ")
        ),
        st.text(max_size=8),
    ),
    max_size=40,
).map("".join)


def audit(body: str, scope: str = "page") -> Document:
    data = f"<!DOCTYPE html>\n<html lang=en>\n<head><title>Boats</title></head>\n<body>\n<h1>Boats</h1>\n{body}\n</body></html>".encode(
        "utf-8", "replace"
    )
    return pipeline.audit(Source("a.html", data, hashlib.sha256(data).hexdigest()), RULES, Limits(), scope)


def judged(document: Document) -> tuple[Any, ...]:
    """Everything but the places."""
    findings = sorted((found.rule, found.outcome, found.message, found.fingerprint) for found in document.evaluation.findings)
    return findings, document.evaluation.outcomes, document.scorecard, document.extracted.article.words


@quick
@given(article)
def test_given_a_page_when_its_white_space_comments_and_line_ends_change_then_the_findings_do_not(body: str) -> None:
    plain = judged(audit(body))
    assert judged(audit(body.replace("\n", "\r\n"))) == plain
    assert judged(audit(body.replace("\n", "\n\n  \t<!-- a note -->\n"))) == plain
    assert judged(audit(f"<div>{body}</div>")) == plain
    assert judged(audit(re.sub(r"<(\w+) (\w+=\"[^\"]*\") (\w+=\"[^\"]*\")", r"<\1 \3 \2", body))) == plain


@quick
@given(article, st.sampled_from(('<img src="c.jpg">', "<h2></h2>", '<iframe src="/x"></iframe>')))
def test_given_a_page_when_a_defect_is_added_then_its_aspect_scores_no_higher(body: str, defect: str) -> None:
    before, after = audit(body).scorecard, audit(f"{body}\n<div>{defect}</div>").scorecard
    for aspect, score in before.aspects.items():
        now = after.aspects[aspect].score
        assert score.score is None or (now is not None and now <= score.score)


@quick
@given(soup, st.sampled_from(("page", "article")))
def test_given_any_text_when_audited_then_it_is_a_page_or_a_refusal_and_every_report_is_valid(body: str, scope: str) -> None:
    try:
        document = audit(body, scope)
    except PageError:
        return
    run = Run("1.0", "rules", (document,), ())
    Draft202012Validator(resources.schema("report")).validate(json.loads(jsonreport.audit(run)))
    lines = github.render(run).splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert "\x1b" not in text.render(run, colour=False)
    assert html.page(document, RULES.by_id(), RULES.aspects, "1.0").count("</html>") == 1
