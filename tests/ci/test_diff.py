"""`--diff`: only what changed, and what of it is new."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from repository import audit, commit, git, page, picture, start

FRAME = '<iframe src="/map"></iframe>'


def documents(folder: Path, *arguments: str) -> tuple[int, dict[str, dict[str, Any]], dict[str, Any]]:
    code, out, err = audit(folder, "audit", ".", "--format", "json", "--select", "alt-missing,ads,text-too-hard", *arguments)
    assert out, err
    report = json.loads(out)
    return code, {document["path"]: document for document in report["documents"]}, report["review"]


def states(document: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return [(f["evidence"].get("file", f["rule"]), f["state"], f["on_changed_line"]) for f in document["findings"]]


def test_given_a_branch_when_compared_then_only_changed_files_are_audited_and_only_new_faults_are_new(tmp_path: Path) -> None:
    start(tmp_path, {name: page(name, picture(f"{name}-old")) for name in ("same.html", "more.html", "renamed.html", "gone.html")})
    git(tmp_path, "switch", "--quiet", "--create", "branch")
    git(tmp_path, "mv", "renamed.html", "a file, with\n odd name.html")
    git(tmp_path, "rm", "--quiet", "gone.html")
    more = page("more.html", "\n\n<section>", "  " + picture("more.html-old"), "</section>", picture("more.html-new"))
    commit(tmp_path, {"more.html": more, "fresh.html": page("fresh.html", picture("fresh"))}, "Work")
    (tmp_path / "untracked.html").write_text(page("untracked", picture("untracked")))
    code, found, _ = documents(tmp_path, "--diff", "main", "--new-only")
    assert {path: states(document) for path, document in found.items()} == {
        "a file, with\n odd name.html": [("renamed.html-old.jpg", "unchanged", False)],
        "fresh.html": [("fresh.jpg", "new", True)],
        "more.html": [("more.html-old.jpg", "unchanged", True), ("more.html-new.jpg", "new", True)],
    }
    assert code == 1


def test_given_two_equal_faults_when_one_is_added_then_the_one_on_the_changed_line_is_new(tmp_path: Path) -> None:
    start(tmp_path, {"a.html": page("a", FRAME)})
    text = (tmp_path / "a.html").read_text()
    (tmp_path / "a.html").write_text(text.replace("<h1>", f"{FRAME}\n<h1>"))
    _, found, _ = documents(tmp_path, "--diff", "main", "--scope", "page", "--select", "frame-without-title")
    assert [(state, changed) for _, state, changed in states(found["a.html"])] == [("new", True), ("unchanged", False)]


def test_given_an_old_fault_in_a_changed_file_when_only_new_ones_fail_then_the_run_passes(tmp_path: Path) -> None:
    start(tmp_path, {"a.html": page("a", picture("old"))})
    (tmp_path / "a.html").write_text(page("a", picture("old"), "<p>One more sentence for the readers.</p>"))
    codes = (documents(tmp_path, "--diff", "main")[0], documents(tmp_path, "--diff", "main", "--new-only")[0])
    assert codes == (1, 0)


def test_given_nothing_changed_when_compared_then_there_is_nothing_to_say(tmp_path: Path) -> None:
    start(tmp_path, {"a.html": page("a", picture("old"))})
    code, found, _ = documents(tmp_path, "--diff", "main")
    assert (code, found) == (0, {})


def test_given_main_has_moved_on_when_compared_then_its_own_changes_are_not_the_branch_s(tmp_path: Path) -> None:
    start(tmp_path, {"a.html": page("a"), "b.html": page("b")})
    git(tmp_path, "switch", "--quiet", "--create", "branch")
    commit(tmp_path, {"a.html": page("a", picture("mine"))}, "Mine")
    git(tmp_path, "switch", "--quiet", "main")
    commit(tmp_path, {"b.html": page("b", picture("theirs"))}, "Theirs")
    git(tmp_path, "switch", "--quiet", "branch")
    assert list(documents(tmp_path, "--diff", "main")[1]) == ["a.html"]


def test_given_a_folder_of_the_repository_when_run_there_then_the_paths_are_those_given(tmp_path: Path) -> None:
    start(tmp_path, {"news/a.html": page("a"), "b.html": page("b")})
    (tmp_path / "news" / "a.html").write_text(page("a", picture("new")))
    (tmp_path / "b.html").write_text(page("b", picture("new")))
    assert list(documents(tmp_path / "news", "--diff", "main")[1]) == ["a.html"]


def test_given_harder_text_and_more_ads_when_compared_then_the_figures_say_so(tmp_path: Path) -> None:
    hard = (
        "<p>"
        + "Notwithstanding considerable administrative complications, municipal representatives unanimously reconsidered infrastructure. "
        * 12
        + "</p>"
    )
    ads = ['<div class="ad-slot"></div>', "<p>A few words between the two of them.</p>"] * 2
    start(tmp_path, {"a.html": page("a")})
    (tmp_path / "a.html").write_text(page("a", hard, *ads))
    _, _, review = documents(tmp_path, "--diff", "main")
    told = [change["message"] for change in review["changes"] if change["worse"]]
    assert [told[0].startswith("harder by "), "2 more ads" in told] == [True, True]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--diff", "no-such-branch"], "no revision 'no-such-branch' in this clone; fetch it: `git fetch origin no-such-branch`"),
        (["--diff", "origin/main"], "`git fetch origin main`"),
        (["--diff", "--output=x"], "needs a revision"),
        (["--new-only"], "--new-only needs --diff"),
        (["--baseline-strict"], "--baseline-strict needs --baseline"),
    ],
)
def test_given_a_wrong_base_when_compared_then_one_line_says_what_to_do(tmp_path: Path, arguments: list[str], reason: str) -> None:
    start(tmp_path, {"a.html": page("a")})
    code, out, err = audit(tmp_path, "audit", ".", *arguments)
    assert (code, out, err.count("\n"), reason in err) == (2, "", 1, True)


def test_given_a_shallow_clone_when_compared_then_one_line_says_how_to_fetch_the_rest(tmp_path: Path) -> None:
    start(tmp_path / "origin", {"a.html": page("a")})
    git(tmp_path / "origin", "switch", "--quiet", "--create", "branch")
    commit(tmp_path / "origin", {"a.html": page("b")}, "Mine")
    commit(tmp_path / "origin", {"a.html": page("c")}, "Mine too")
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "branch", f"file://{tmp_path}/origin", "clone")
    git(tmp_path / "clone", "fetch", "--quiet", "--depth", "1", "origin", "main:main")
    code, _, err = audit(tmp_path / "clone", "audit", ".", "--diff", "main")
    assert (code, err.count("\n"), "too short to compare" in err, "--unshallow" in err, "fetch-depth: 0" in err) == (2, 1, True, True, True)


def test_given_no_repository_when_compared_then_one_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("a"))
    shutil.rmtree(tmp_path / ".git", ignore_errors=True)
    code, _, err = audit(tmp_path, "audit", ".", "--diff", "main")
    assert (code, err.count("\n"), "--diff needs a git repository" in err) == (2, 1, True)
