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
from a11yaudit.model.packing import pack
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
    assert "is damaged and ignored" in capfd.readouterr().err
    assert not (tmp_path / "was-run").exists()
    assert kept.page(("a.html",), never) == PAGE
