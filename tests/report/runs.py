"""A run with something in every field, and the same run with any text put into every text field."""

import hashlib
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from a11yaudit import pipeline, ruleset
from a11yaudit.model.article import DeclaredTime, TimeSource
from a11yaudit.model.outcome import Related
from a11yaudit.model.run import Failure, Run
from a11yaudit.model.source import Limits, Source

RULES = ruleset.load()
KEPT = {"rule", "sha256", "fingerprint", "act", "requirements", "kind", "by_kind", "group", "also"}
"""Fields that the auditor itself fills from closed sets."""

PAGE = """<html lang=en><title>News</title><body><div class="ad-slot">Advertisement</div><article><h1>The port</h1>
<p class=byline>By Ann Lee</p><figure><img src="/a/crane.jpg"><figcaption>A crane. Photo: Ida Brandt</figcaption></figure>
<figure><img src="/a/dock.jpg" alt="dock.jpg"><figcaption>A crane. Photo: Ida Brandt</figcaption></figure>
<p>Cranes lift the boxes from the ship to the quay all day long.</p><h2></h2><div class="ad-slot"></div>
<p>Dockers said that they would like to keep on working in the port. <a href="/more">Click here</a></p></article>"""


def run() -> Run:
    """A page with faults, and a page that could not be audited."""
    data = PAGE.encode()
    document = pipeline.audit(Source("a/b.html", data, hashlib.sha256(data).hexdigest()), RULES, Limits(), "article")
    finding = document.evaluation.findings[0]
    assert finding.location
    noted = finding._replace(related=(Related("and here", finding.location),), evidence={"text": "seen", "number": 3})
    evaluation = replace(document.evaluation, findings=(noted, *document.evaluation.findings[1:]))
    declared = DeclaredTime(3.0, TimeSource.VISIBLE, "3 min read", finding.location)
    timed = replace(document.measurements, reading_time=replace(document.measurements.reading_time, declared=(declared,)))
    return Run("1.0", "rules", (replace(document, evaluation=evaluation, measurements=timed),), (Failure("c.html", "timeout", "too slow"),))


def with_text(value: Any, text: str) -> Any:
    """The value with that text in every text field that an audited page can reach."""
    if isinstance(value, Enum) or value is None:
        return value
    if hasattr(value, "_fields"):
        return value._replace(**{name: with_text(getattr(value, name), text) for name in value._fields if name not in KEPT})
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: with_text(getattr(value, f.name), text) for f in fields(value) if f.name not in KEPT}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(with_text(item, text) for item in value)
    if isinstance(value, dict):
        return {key: with_text(item, text) for key, item in value.items()}
    return text if isinstance(value, str) else value
