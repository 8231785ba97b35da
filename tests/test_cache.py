"""The cache: unchanged pages come from it, everything else is made anew, and what lies in it runs nothing."""

import hashlib
import os
import pickle
from pathlib import Path
from typing import Any

import pytest

from a11yaudit import cache, pipeline, ruleset
from a11yaudit.model.run import Document
from a11yaudit.model.source import Limits, Source

RULES = ruleset.load()


def audited(html: str) -> Document:
    data = html.encode()
    return pipeline.audit(Source("a.html", data, hashlib.sha256(data).hexdigest()), RULES, Limits(), "page")


DOCUMENT = audited("<html lang=en><title>Boats</title><h1>Boats</h1><p>The boats came home <img src=a.jpg>.</p>")


def never() -> Document:
    raise AssertionError("it was made anew")


def test_given_a_kept_result_when_asked_for_again_then_it_comes_back_equal_and_is_not_made(tmp_path: Path) -> None:
    first, second = (cache.open_in(tmp_path / "kept", RULES, Limits(), "page") for _ in range(2))
    assert first.document(("a.html", "1"), lambda: DOCUMENT) == DOCUMENT
    assert second.document(("a.html", "1"), never) == DOCUMENT
    assert len(list((tmp_path / "kept").iterdir())) == 1


@pytest.mark.parametrize(
    ("settings", "name"),
    [((Limits(), "page"), ("a.html", "2")), ((Limits(), "article"), ("a.html", "1")), ((Limits(5), "page"), ("a.html", "1"))],
)
def test_given_another_page_or_setting_when_asked_for_then_it_is_made(
    tmp_path: Path, settings: tuple[Any, ...], name: tuple[str, ...]
) -> None:
    cache.open_in(tmp_path, RULES, Limits(), "page").document(("a.html", "1"), lambda: DOCUMENT)
    other = audited("<p>Other.</p>")
    assert cache.open_in(tmp_path, RULES, *settings).document(name, lambda: other) == other


class _Runs:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("was-run",)


@pytest.mark.parametrize("content", [b"", b"\0" * 40, pickle.dumps("no document"), pickle.dumps(_Runs()), pickle.dumps(Path("/"))])
def test_given_a_damaged_or_forged_entry_when_read_then_it_is_ignored_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], content: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = cache.open_in(tmp_path / "kept", RULES)
    kept.document(("a.html",), lambda: DOCUMENT)
    entry = next((tmp_path / "kept").iterdir())
    entry.write_bytes(hashlib.sha256(content).digest() + content if content.startswith(b"\x80") else content)
    assert kept.document(("a.html",), lambda: DOCUMENT) == DOCUMENT
    assert "is damaged and ignored" in capfd.readouterr().err
    assert not (tmp_path / "was-run").exists()
    assert kept.document(("a.html",), never) == DOCUMENT
