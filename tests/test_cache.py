"""The cache: unchanged pages come from it, everything else is made anew, and what lies in it runs nothing."""

import hashlib
import os
import pickle
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from a11yaudit import cache, pipeline, ruleset
from a11yaudit.model.packing import pack, unpack
from a11yaudit.model.run import Kept
from a11yaudit.model.source import Limits, Source
from a11yaudit.model.tally import of
from a11yaudit.report import jsonreport

RULES = ruleset.load()


def audited(html: str) -> Kept:
    data = html.encode()
    document = pipeline.audit(Source("a.html", data, hashlib.sha256(data).hexdigest()), RULES, Limits(), "page")
    return Kept(of(document.evaluation), pack(jsonreport.part(document)), pack(document))


PAGE = audited("<html lang=en><title>Boats</title><h1>Boats</h1><p>The boats came home <img src=a.jpg>.</p>")


def never() -> Kept:
    raise AssertionError("it was made anew")


def test_given_a_kept_result_when_asked_for_again_then_it_comes_back_equal_and_is_not_made(tmp_path: Path) -> None:
    first, second = (cache.open_in(tmp_path / "kept", RULES, Limits(), "page") for _ in range(2))
    assert first.page(("a.html", "1"), lambda: PAGE) == PAGE
    assert second.page(("a.html", "1"), never) == PAGE
    assert len(list((tmp_path / "kept").iterdir())) == 1


@pytest.mark.parametrize(
    ("settings", "name"),
    [((Limits(), "page"), ("a.html", "2")), ((Limits(), "article"), ("a.html", "1")), ((Limits(5), "page"), ("a.html", "1"))],
)
def test_given_another_page_or_setting_when_asked_for_then_it_is_made(
    tmp_path: Path, settings: tuple[Any, ...], name: tuple[str, ...]
) -> None:
    cache.open_in(tmp_path, RULES, Limits(), "page").page(("a.html", "1"), lambda: PAGE)
    other = audited("<p>Other.</p>")
    assert cache.open_in(tmp_path, RULES, *settings).page(name, lambda: other) == other


class _Runs:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("was-run",)


def packed(pickled: bytes) -> bytes:
    return zlib.compress(pickled)


DOCUMENT = unpack(PAGE.document)


def forged_record(record: Any, **fields: Any) -> Any:
    """A record with fields that its class would never have."""
    return replace(record, **fields)


def forged(kept: Kept, **fields: Any) -> bytes:
    """An entry of such a record."""
    return pack(forged_record(kept, **fields))


def lying(**fields: Any) -> bytes:
    """An entry with a document like that."""
    return forged(PAGE, document=pack(forged_record(DOCUMENT, **fields)))


def deep(levels: int) -> Any:
    """Lists in lists."""
    return [] if levels == 0 else [deep(levels - 1)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 40,
        packed(pickle.dumps("no page")),
        packed(pickle.dumps(_Runs())),
        packed(pickle.dumps(Path("/"))),
        pack(replace(PAGE, document=packed(pickle.dumps(_Runs())))),
        pack(replace(PAGE, document=pack("no document"))),
        pack(replace(PAGE, json=pack('{}], "summary": {}, "documents": [{}'))),
        pack(replace(PAGE, json=pack('{"path": "##[error]"}'))),
        pack(replace(PAGE, json=pack('"a text"'))),
        pack(replace(PAGE, json=pack(""))),
        pack(replace(PAGE, json=b"")),
        pack(replace(PAGE, document=b"")),
        pack(replace(PAGE, json=pack(unpack(PAGE.json).replace('"words": ', '"words": NaN, "other": ', 1)))),
        pack(replace(PAGE, json=pack(unpack(PAGE.json).replace('"a.html"', '"b.html"', 1)))),
        pack(replace(PAGE, json=pack("[" * 100_000))),
        forged(PAGE, tally=None),
        forged(PAGE, tally=forged_record(PAGE.tally, kinds={})),
        forged(PAGE, tally=forged_record(PAGE.tally, kinds=None)),
        lying(measurements=None),
        lying(scorecard=forged_record(DOCUMENT.scorecard, overall=float("nan"))),
        lying(scorecard=forged_record(DOCUMENT.scorecard, aspects={})),
        lying(extracted=forged_record(DOCUMENT.extracted, path="b.html")),
        lying(extracted=forged_record(DOCUMENT.extracted, minutes=10**400)),
        lying(metrics={"deep": deep(30)}),
        lying(metrics={"wide": [[[0] * 1_000] * 1_000] * 1_000}),
        lying(evaluation=forged_record(DOCUMENT.evaluation, outcomes=DOCUMENT.evaluation.outcomes[:1][0])),
        lying(evaluation=forged_record(DOCUMENT.evaluation, findings=(DOCUMENT.evaluation.findings[0]._replace(rule="##[error]x"),))),
    ],
)
def test_given_a_damaged_or_forged_entry_when_read_then_it_is_ignored_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], content: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = cache.open_in(tmp_path / "kept", RULES)
    kept.page(("a.html",), lambda: PAGE)
    entry = next((tmp_path / "kept").iterdir())
    entry.write_bytes(hashlib.sha256(content).digest() + content if content.startswith(b"x") else content)
    assert kept.page(("a.html",), lambda: PAGE) == PAGE
    assert "is damaged and was ignored" in capfd.readouterr().err
    assert not (tmp_path / "was-run").exists()
    assert kept.page(("a.html",), never) == PAGE


def test_given_something_else_than_an_entry_when_read_then_it_is_ignored_and_nobody_waits(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = cache.open_in(tmp_path / "kept", RULES)
    kept.page(("a.html",), lambda: PAGE)
    entry = next((tmp_path / "kept").iterdir())
    for what in ("a pipe", "/dev/zero", "nothing"):
        entry.unlink()
        os.mkfifo(entry) if what == "a pipe" else entry.symlink_to(what)
        assert kept.page(("a.html",), lambda: PAGE) == PAGE
    assert capfd.readouterr().err.count("is damaged and was ignored") == 3
    assert entry.is_file()


def test_given_an_entry_that_swells_when_unpacked_then_it_is_refused() -> None:
    with pytest.raises(ValueError, match="larger than it may be"):
        unpack(pack("a" * 100_000), 10_000)
