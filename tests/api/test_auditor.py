"""The Python API: the same results whichever way a page comes in."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import a11yaudit
from a11yaudit import Auditor, Failure, Page, PageError, Settings, UsageError

BODY = "<p>Die Fähre fährt im Sommer stündlich über den See, im Winter nur am Morgen und am Abend.</p>" * 6
HTML = f"<!doctype html><html lang=de><title>Über den See</title><main><article><h1>Über den See</h1><img src=a.jpg>{BODY}</article></main>"


def test_given_text_bytes_and_a_file_when_audited_then_the_results_are_equal(tmp_path: Path) -> None:
    path = tmp_path / "see.html"
    path.write_text(HTML, "utf-8")
    pages = [a11yaudit.audit(page, Settings(), "see.html") for page in (HTML, HTML.encode(), path)]
    assert [page.findings for page in pages] == [pages[0].findings] * 3
    assert [page.name for page in pages] == ["see.html"] * 3
    assert pages[1].to_dict() == pages[2].to_dict()


def test_given_text_with_a_declared_encoding_when_audited_then_it_is_read_as_text_and_the_encoding_is_no_fault() -> None:
    page = a11yaudit.audit(HTML.replace("<title>", "<meta charset=iso-8859-1><title>"), Settings())
    assert page.article.headline is not None
    assert page.article.headline.text == "Über den See"
    assert not [finding for finding in page.findings if finding.rule.startswith("encoding")]


def test_given_a_file_when_audited_by_the_command_line_then_the_json_is_that_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "see.html"
    path.write_text(HTML, "utf-8")
    command = [sys.executable, "-m", "a11yaudit", "audit", "see.html", "--format", "json", "-q"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert json.loads(done.stdout)["documents"] == [a11yaudit.audit(path, Settings(), "see.html").to_dict()]


def test_given_an_auditor_when_pickled_and_shared_by_threads_then_it_says_the_same() -> None:
    auditor = pickle.loads(pickle.dumps(Auditor(rules=["alt-text"])))
    with ThreadPoolExecutor(4) as threads:
        pages = list(threads.map(auditor.audit, [HTML] * 8))
    assert [[finding.rule for finding in page.findings] for page in pages] == [["alt-missing"]] * 8


def test_given_settings_of_a_folder_when_audited_without_settings_then_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a11yaudit.toml").write_text('select = ["captions"]\n')
    monkeypatch.chdir(tmp_path)
    assert {outcome.aspect for outcome in a11yaudit.audit(HTML).outcomes} == {"captions"}
    assert len({outcome.aspect for outcome in a11yaudit.audit(HTML, Settings()).outcomes}) > 1


@pytest.mark.parametrize("jobs", [None, 2])
def test_given_pages_and_bad_ones_when_audited_then_all_come_back_in_order(tmp_path: Path, jobs: int | None) -> None:
    path = tmp_path / "see.html"
    path.write_text(HTML, "utf-8")
    gone = tmp_path / "gone.html"
    given: list[Path | tuple[str, str | bytes]] = [
        ("a.html", HTML),
        path,
        ("empty.html", b""),
        gone,
        ("b.html", HTML.encode()),
    ]
    results = list(Auditor().audit_many(given, jobs=jobs))
    told = [(page.name, len(page.findings)) if isinstance(page, Page) else (page.path, page.kind) for page in results]
    count = len(Auditor().audit(HTML).findings)
    assert told == [
        ("a.html", count),
        (path.as_posix(), count),
        ("empty.html", "empty"),
        (gone.as_posix(), "unreadable"),
        ("b.html", count),
    ]


def test_given_a_stream_of_pages_when_one_result_is_taken_then_few_pages_were_asked_for() -> None:
    asked = []

    def pages() -> Iterator[tuple[str, str]]:
        for number in range(1000):
            asked.append(number)
            yield f"{number}.html", HTML

    results = Auditor(rules=["alt-text"]).audit_many(pages())
    first = next(results)
    assert not isinstance(first, Failure)
    assert len(asked) < 50


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        (lambda: a11yaudit.audit(b""), PageError, "the file is empty"),
        (lambda: a11yaudit.audit(Path("gone.html")), PageError, "no such file or directory"),
        (lambda: Auditor(rules=["alt-mising"]), UsageError, "unknown rule or aspect 'alt-mising'; see `a11yaudit rules`"),
        (lambda: Settings.load(Path("gone.toml")), a11yaudit.ConfigError, "gone.toml: no such file or directory"),
    ],
)
def test_given_a_wrong_call_then_the_error_says_what_is_wrong(call: object, error: type[Exception], text: str) -> None:
    assert callable(call)
    with pytest.raises(error) as caught:
        call()
    assert str(caught.value) == text


def test_given_the_public_names_then_each_can_be_imported_and_nothing_else_is_promised() -> None:
    assert [getattr(a11yaudit, name).__name__ for name in a11yaudit.__all__ if name != "Settings"]
    with pytest.raises(AttributeError):
        a11yaudit.nothing  # noqa: B018
