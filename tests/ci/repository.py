"""Git repositories with pages, for tests."""

import subprocess
import sys
from pathlib import Path

WORDS = "The boats came home in the morning with little in their nets, and the women on the quay counted the crates. "


def page(title: str, *parts: str) -> str:
    """An article with a text of its own and these parts in it."""
    text = "\n".join(f"<p>{title}, part {number}. {WORDS * 3}</p>" for number in range(4))
    inside = "\n".join(parts)
    head = f'<!doctype html>\n<html lang="en">\n<head><title>{title}</title></head>\n<body><article>\n<h1>{title}</h1>'
    return f"{head}\n{text}\n{inside}\n{text}\n</article></body></html>\n"


def picture(name: str, alt: str | None = None) -> str:
    """A figure; without an alternative text it is a critical fault."""
    given = "" if alt is None else f' alt="{alt}"'
    return f'<figure><img src="{name}.jpg"{given}><figcaption>The harbour at {name} on the day of the visit</figcaption></figure>'


def git(folder: Path, *arguments: str) -> str:
    """Run git there and return what it says."""
    settings = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str], message: str) -> str:
    """Write files, commit all that is in the folder, and return the revision."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def start(folder: Path, files: dict[str, str]) -> str:
    """A new repository with one commit on main."""
    folder.mkdir(exist_ok=True)
    git(folder, "init", "--quiet")
    return commit(folder, files, "Start")


def audit(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run the tool there."""
    command = [sys.executable, "-m", "a11yaudit", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()
