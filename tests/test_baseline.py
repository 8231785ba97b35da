"""Baselines: what is known stays known wherever it moves, and what is gone is pruned."""

import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from a11yaudit import pipeline, ruleset
from a11yaudit.errors import ConfigError
from a11yaudit.model.outcome import State
from a11yaudit.model.run import Document
from a11yaudit.model.source import Limits, Source
from a11yaudit.review import baseline, comparison
from a11yaudit.settings import Settings

RULES = ruleset.load()
TEXT = "The boats came home in the morning with little in their nets, and the women on the quay counted the crates."
PARTS = [f"<p>Part {number}. {TEXT} {TEXT}</p>" for number in range(8)]
PICTURES = [f'<figure><img src="{name}.jpg"><figcaption>The harbour at {name}</figcaption></figure>' for name in ("pier", "mole", "quay")]


def audited(path: Path | str, *parts: str) -> Document:
    data = (
        "<html lang=en><title>News</title><body><main><article><h1>News</h1>\n" + "\n".join(parts) + "</article></main></body></html>"
    ).encode()
    if isinstance(path, Path):
        path.write_bytes(data)
    return pipeline.audit(Source(str(path), data, hashlib.sha256(data).hexdigest()), RULES, Limits(), "article")


def states(document: Document) -> list[tuple[str, State | None]]:
    return [(str(f.evidence.get("file", f.rule)), f.state) for f in document.evaluation.findings]


def saved(path: Path, *documents: Document) -> baseline.Baseline:
    """Written and read again."""
    path.write_text(json.dumps(baseline.as_json(baseline.taken(documents, path.parent))))
    return baseline.read(path)


def test_given_a_page_with_a_new_fault_when_compared_then_only_that_is_new(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    known = saved(tmp_path / "known.json", audited(page, *PARTS, PICTURES[0]))
    marked, stale = baseline.applied(known, [audited(page, PICTURES[1], *PARTS, PICTURES[0])], RULES)
    assert (states(marked[0]), stale) == ([("mole.jpg", State.NEW), ("pier.jpg", State.KNOWN)], ())


@pytest.mark.parametrize("changed", [0, 1])
def test_given_a_renamed_page_when_compared_then_its_faults_are_known_and_update_follows_it(tmp_path: Path, changed: int) -> None:
    old, new = tmp_path / "a.html", tmp_path / "b.html"
    known = saved(tmp_path / "known.json", audited(old, *PARTS, *PICTURES), audited(tmp_path / "other.html", *PARTS[4:], PICTURES[0]))
    old.unlink()
    moved = audited(new, *PARTS[changed:], *PICTURES)
    marked, stale = baseline.applied(known, [moved], RULES)
    assert ({state for _, state in states(marked[0])}, stale) == ({State.KNOWN}, ())
    assert sorted(baseline.updated(known, [moved], RULES).files) == ["b.html", "other.html"]


def test_given_another_page_in_the_place_of_a_gone_one_when_compared_then_nothing_of_it_is_known(tmp_path: Path) -> None:
    old = tmp_path / "a.html"
    known = saved(tmp_path / "known.json", audited(old, *PARTS, PICTURES[0]))
    old.unlink()
    fresh = audited(tmp_path / "b.html", *(part.replace("boats", "trains") for part in PARTS), PICTURES[0])
    marked, stale = baseline.applied(known, [fresh], RULES)
    assert (states(marked[0]), [(item.path, item.count) for item in stale]) == ([("pier.jpg", State.NEW)], [("a.html", 1)])


def test_given_a_fixed_fault_when_compared_then_it_is_stale_and_update_takes_it_out_and_adds_nothing(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    known = saved(tmp_path / "known.json", audited(page, *PARTS, PICTURES[0], PICTURES[1]))
    now = audited(page, *PARTS, PICTURES[0], PICTURES[2])
    _, stale = baseline.applied(known, [now], RULES)
    assert [(item.rule, item.count, item.message) for item in stale if item.rule == "alt-missing"] == [
        ("alt-missing", 1, "No alt text on the 2nd picture (caption “The harbour at mole”)."),
    ]
    kept = [item for item in baseline.updated(known, [now], RULES).files["a.html"].findings if item.rule == "alt-missing"]
    assert [(item.message, item.count) for item in kept] == [("No alt text on the 1st picture (caption “The harbour at pier”).", 1)]


def test_given_rules_that_did_not_run_when_updated_then_their_findings_stay(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    known = saved(tmp_path / "known.json", audited(page, *PARTS, *PICTURES))
    fewer = ruleset.configured(RULES, Settings(), select=["ads"])
    clean = replace(audited(page, *PARTS), evaluation=audited(page, *PARTS).evaluation)
    assert (baseline.applied(known, [clean], fewer)[1], len(baseline.updated(known, [clean], fewer).files["a.html"].findings)) == ((), 3)


def test_given_pages_that_were_not_audited_when_updated_then_they_stay(tmp_path: Path) -> None:
    first, second = audited(tmp_path / "a.html", *PARTS, PICTURES[0]), audited(tmp_path / "b.html", *PARTS, PICTURES[1])
    known = saved(tmp_path / "known.json", first, second)
    assert baseline.updated(known, [first], RULES) == known


def test_given_random_edits_elsewhere_when_audited_again_then_the_findings_keep_their_fingerprints(tmp_path: Path) -> None:
    chance = random.Random(7)
    before = {f.fingerprint for f in audited("a.html", *PARTS, *PICTURES).evaluation.findings}
    for _ in range(20):
        parts = [*(part for part in PARTS if chance.random() > 0.1), *PICTURES]
        chance.shuffle(parts)
        moved = "\n\n".join(f"<div class=x>\n\t{part}\n</div>" if chance.random() > 0.5 else part for part in parts)
        assert before <= {f.fingerprint for f in audited("folder/b.html", moved).evaluation.findings}
    assert len(before) == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "not a valid baseline"),
        ("[]", "not a valid baseline"),
        ('{"schema_version": "1.0", "files": {"a.html": {"findings": []}}}', "not a valid baseline"),
        ('{"schema_version": "2.0", "files": {}}', "written in version 2.0"),
        (None, "create one with `a11yaudit baseline write`"),
    ],
)
def test_given_a_file_that_is_no_baseline_when_read_then_the_reason_names_it(tmp_path: Path, content: str | None, reason: str) -> None:
    path = tmp_path / "known.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ConfigError, match=reason) as caught:
        baseline.read(path)
    assert str(path) in str(caught.value)


def test_given_a_baseline_when_taken_twice_then_it_is_the_same(tmp_path: Path) -> None:
    pages = [audited(tmp_path / name, *PARTS, *PICTURES) for name in ("a.html", "b.html")]
    assert baseline.as_json(baseline.taken(pages, tmp_path)) == baseline.as_json(baseline.taken(pages[::-1], tmp_path))


def test_given_no_known_findings_when_compared_then_all_are_new() -> None:
    document = audited("a.html", *PARTS, *PICTURES)
    assert {state for _, state in states(comparison.against(document, {}, State.KNOWN))} == {State.NEW}


def test_given_a_baseline_of_an_earlier_version_when_read_then_its_findings_are_known(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    table = baseline.as_json(baseline.taken([audited(page, *PARTS, PICTURES[0])], tmp_path))
    assert [finding["part"] for finding in table["files"]["a.html"]["findings"]] == ["article"]
    table["schema_version"] = "1.0"
    del table["files"]["a.html"]["findings"][0]["part"]
    (tmp_path / "old.json").write_text(json.dumps(table))
    marked, stale = baseline.applied(baseline.read(tmp_path / "old.json"), [audited(page, *PARTS, PICTURES[0])], RULES)
    assert (states(marked[0]), stale) == ([("pier.jpg", State.KNOWN)], ())
