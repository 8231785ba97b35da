"""`--diff` in a hostile repository: nothing that its settings, hooks or attributes name is run, and no other git is."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from repository import commit, git, page, picture, start

from a11yaudit.review.changed_lines import changed_lines

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the canary is a shell script")
OLD, NEW = page("a", picture("old")), page("a", picture("old"), picture("new"))


@pytest.fixture
def canary(tmp_path: Path) -> str:
    """A program that leaves a file behind."""
    path = tmp_path / "canary.sh"
    path.write_text(f'#!/bin/sh\necho "$0 $*" >> "{tmp_path}/sprung"\ncat\n')
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a page that is edited and not committed, one that is renamed, and one whose times only are new."""
    folder = tmp_path / "checkout"
    start(folder, {"a.html": OLD, "b.html": page("b", picture("b")), "c.html": page("c"), "sub/d.html": page("d")})
    git(folder, "switch", "--quiet", "--create", "branch")
    git(folder, "mv", "c.html", "moved.html")
    commit(folder, {"sub/d.html": page("d", picture("d"))}, "Work")
    (folder / "a.html").write_text(NEW)
    os.utime(folder / "b.html")
    return folder


def audit(folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> tuple[int, list[str], str]:
    """The exit code, the pages that were audited, and the errors."""
    command = [sys.executable, "-I", "-m", "a11yaudit", "audit", ".", "-q", "--format", "json", *arguments]
    done = subprocess.run(command, cwd=folder, env={**os.environ, **(environment or {})}, capture_output=True, check=False, timeout=120)
    pages = [document["path"] for document in json.loads(done.stdout)["documents"]] if done.stdout else []
    return done.returncode, pages, done.stderr.decode()


DIFF = ("--diff", "main", "--select", "alt-missing,ads")
FOUND = (1, ["a.html", "moved.html", "sub/d.html"], "")


SETTINGS = {
    "core.fsmonitor": "{}", "core.fsmonitorHookVersion": "2", "core.pager": "{}", "core.askPass": "{}",
    "core.sshCommand": "{}", "core.gitProxy": "{}", "core.alternateRefsCommand": "{}", "core.hooksPath": "hooks",
    "credential.helper": "!{}", "diff.external": "{}", "diff.evil.command": "{}", "diff.evil.textconv": "{}",
    "filter.evil.clean": "{}", "filter.evil.smudge": "{}", "filter.evil.process": "{}", "merge.evil.driver": "{}",
    "alias.rev-parse": "!{}", "alias.diff-index": "!{}", "alias.ls-tree": "!{}", "pager.ls-tree": "{}",
    "pager.diff-index": "{}", "gpg.program": "{}", "log.showSignature": "true", "interactive.diffFilter": "{}",
    "uploadpack.packObjectsHook": "{}", "remote.origin.uploadpack": "{}", "remote.origin.url": "ext::{}",
    "remote.origin.vcs": "evil", "protocol.ext.allow": "always", "submodule.recurse": "true",
    "status.submoduleSummary": "true", "diff.ignoreSubmodules": "none", "core.untrackedCache": "true",
    "core.splitIndex": "true", "gc.auto": "1", "gc.autoDetach": "false", "sequence.editor": "{}",
    "trace2.normalTarget": "{}", "help.autocorrect": "immediate", "core.trustctime": "false",
}  # fmt: skip
HOOKS = (
    "post-index-change", "fsmonitor-watchman", "pre-auto-gc", "post-checkout", "reference-transaction", "pre-commit", "post-rewrite",
    "sendemail-validate", "query-watchman",
)  # fmt: skip


def test_given_settings_attributes_and_hooks_that_name_programs_when_compared_then_none_is_run(
    checkout: Path, canary: str, tmp_path: Path
) -> None:
    for name, value in SETTINGS.items():
        git(checkout, "config", name, value.format(canary))
    (checkout / ".gitattributes").write_text("* filter=evil diff=evil merge=evil text eol=crlf working-tree-encoding=UTF-16 ident\n")
    (checkout / ".git" / "info").mkdir(exist_ok=True)
    (checkout / ".git" / "info" / "attributes").write_text("* filter=evil diff=evil\n")
    for folder in (checkout / ".git" / "hooks", checkout / "hooks"):
        folder.mkdir(exist_ok=True)
        for hook in HOOKS:
            shutil.copy(canary, folder / hook)
    index = (checkout / ".git" / "index").read_bytes()
    for jobs in ("1", "2"):
        assert audit(checkout, *DIFF, "--jobs", jobs) == FOUND
    assert not (tmp_path / "sprung").exists()
    assert (checkout / ".git" / "index").read_bytes() == index
    subprocess.run(["git", "diff", "--raw", "main"], cwd=checkout, capture_output=True, check=False)
    assert (tmp_path / "sprung").exists(), "the traps work: git by itself runs them"


def test_given_an_environment_that_steers_git_when_compared_then_it_does_not(checkout: Path, canary: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    start(elsewhere, {"a.html": OLD})
    variables = {
        "GIT_DIR": str(elsewhere / ".git"), "GIT_WORK_TREE": str(elsewhere), "GIT_INDEX_FILE": str(tmp_path / "none"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path / "none"), "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": canary, "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor={canary}'", "GIT_EXTERNAL_DIFF": canary,
        "GIT_EXEC_PATH": str(tmp_path), "GIT_PAGER": canary, "PAGER": canary, "GIT_SSH_COMMAND": canary, "GIT_ASKPASS": canary,
        "GIT_TRACE": str(tmp_path / "sprung"), "GIT_TRACE2": str(tmp_path / "sprung"), "GIT_NAMESPACE": "x", "GIT_CEILING_DIRECTORIES": "/",
    }  # fmt: skip
    assert audit(checkout, *DIFF, environment=variables) == FOUND
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("place", ["", ".", "node_modules/.bin", "{top}/node_modules/.bin", "{top}"])
def test_given_a_git_of_the_checkout_on_the_path_when_compared_then_it_is_passed_over(
    place: str, checkout: Path, canary: str, tmp_path: Path
) -> None:
    for folder in (checkout, checkout / "sub", checkout / "node_modules" / ".bin"):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(canary, folder / "git")
    environment = {"PATH": f"{place.format(top=checkout)}{os.pathsep}{os.environ['PATH']}"}
    assert audit(checkout, *DIFF, environment=environment) == FOUND
    assert audit(checkout / "sub", *DIFF, environment=environment) == (1, ["d.html"], "")
    assert not (tmp_path / "sprung").exists()


def test_given_a_partial_clone_that_lacks_the_base_when_compared_then_nothing_is_fetched(
    checkout: Path, canary: str, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(checkout, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--branch", "branch", f"file://{checkout}", "clone")
    git(clone, "config", "remote.origin.uploadpack", canary)
    (clone / "sub" / "d.html").write_text(page("d", picture("mine")))
    (clone / "moved.html").unlink()
    code, found, errors = audit(clone, "--diff", "origin/main", "--select", "alt-missing")
    assert (code, found, errors.count("\n"), (tmp_path / "sprung").exists()) == (2, [], 1, False)
    assert "partial clone lacks the base version of sub/d.html; get it with" in errors


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give a folder away")
def test_given_a_repository_of_someone_else_when_compared_then_it_is_refused(checkout: Path, tmp_path: Path) -> None:
    os.chown(checkout / ".git", 12345, 12345)
    os.chown(checkout, 12345, 12345)
    home = {"HOME": str(tmp_path)}
    code, found, errors = audit(checkout, *DIFF, environment=home)
    assert (code, found, errors.count("\n"), "belongs to someone else" in errors) == (2, [], 1, True)
    (tmp_path / ".gitconfig").write_text(f"[safe]\n\tdirectory = {checkout}\n")
    assert audit(checkout, *DIFF, environment=home) == FOUND


def test_given_a_bare_repository_in_the_folder_when_compared_then_its_settings_are_not_read(canary: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "checkout")
    git(tmp_path / "checkout", "config", "core.fsmonitor", canary)
    git(tmp_path / "checkout", "config", "core.bare", "false")
    git(tmp_path / "checkout", "config", "core.worktree", "..")
    (tmp_path / "checkout" / "a.html").write_text(OLD)
    code, found, errors = audit(tmp_path / "checkout", *DIFF)
    assert (code, found, errors.startswith("a11yaudit: --diff needs a git repository"), (tmp_path / "sprung").exists()) == (
        2,
        [],
        True,
        False,
    )


def test_given_settings_that_never_end_when_compared_then_the_run_ends(checkout: Path) -> None:
    os.mkfifo(checkout / "endless")
    git(checkout, "config", "include.path", str(checkout / "endless"))
    code = "from a11yaudit.review import git; git.PATIENCE = 1.0; from a11yaudit.cli import main; import sys; sys.argv[1:] = {}; main()"
    command = [sys.executable, "-I", "-c", code.format(["audit", ".", *DIFF])]
    done = subprocess.run(command, cwd=checkout, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "a11yaudit: --diff: git rev-parse did not end within 1 seconds\n"


def test_given_a_working_tree_named_elsewhere_when_compared_then_the_run_is_refused_and_no_page_is_passed_over(checkout: Path) -> None:
    git(checkout, "config", "core.worktree", "/")
    code, _, errors = audit(checkout, *DIFF)
    assert (code, errors) == (2, "a11yaudit: --diff: the repository's settings say its working tree is /, which isn't a repository\n")


def test_given_other_line_ends_in_the_working_tree_when_compared_then_they_are_no_change(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    start(folder, {"a.html": OLD, "b.html": page("b")})
    (folder / "b.html").write_bytes((folder / "b.html").read_bytes().replace(b"\n", b"\r\n"))
    (folder / "a.html").write_bytes(NEW.encode().replace(b"\n", b"\r\n"))
    assert audit(folder, *DIFF) == (1, ["a.html"], "")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b c", "a b c", set()),
        ("a b c", "a x c", {2}),
        ("a b c", "a c", set()),
        ("a c", "a b c", {2}),
        ("", "a", {1}),
        ("a b c d", "c d a b", {3, 4}),
        ("x y x y x", "x y n x y x", {3}),
        ("p one p two p three p", "p one p 2 p three p", {4}),
        ("p one p two p three p", "p 1 p two p 3 p", {2, 6}),
    ],
)
def test_given_two_versions_when_compared_by_lines_then_the_edited_lines_are_told(before: str, after: str, expected: set[int]) -> None:
    versions = [version.replace(" ", "\n").encode() for version in (before, after)]
    assert changed_lines(*versions) == expected
