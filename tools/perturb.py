"""Change pages in ways that change nothing for a reader, and list the rules whose answers change.

Usage: python tools/perturb.py FOLDER

Meant for test cases, such as W3C's for ACT: renamed ids, attributes in another order, capitals in tags, everything in another
element, and style attributes made into a sheet. The last is not compared for rules that are about style attributes.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)(\s*/?>)""")
RAW = re.compile(r"(<(script|style|textarea|title)\b[^>]*>)(.*?)(</\2\s*>)", re.IGNORECASE | re.DOTALL)
REFERRING = frozenset(
    "id for headers form list aria-labelledby aria-describedby aria-controls aria-owns aria-activedescendant aria-details"
    " aria-errormessage aria-flowto popovertarget itemref".split()
)
STYLED = frozenset({"letter-spacing-fixed", "word-spacing-fixed", "line-height-fixed"})
Answers = dict[str, dict[str, tuple[str | int, ...]]]


def _tags(html: str, change: Callable[[str, list[tuple[str, str]], str], str]) -> str:
    """The page with each start tag changed; what stands in scripts, sheets and other raw text is left as it is."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[3])
        return f"{match[1]}\0{len(kept) - 1}\0{match[4]}"

    def changed(match: re.Match[str]) -> str:
        return change(match[1], [(name, value) for name, value in ATTRIBUTE.findall(match[2])], match[3])

    html = TAG.sub(changed, RAW.sub(keep, html))
    return re.sub("\0([0-9]+)\0", lambda match: kept[int(match[1])], html)


def _written(name: str, attributes: list[tuple[str, str]], end: str) -> str:
    return f"<{name}{''.join(f' {key}={value}' if value else f' {key}' for key, value in attributes)}{end}"


def renamed(html: str) -> str:
    """Each id another word, wherever it is used."""
    ids = set(re.findall(r"""\sid\s*=\s*["']?([\w-]+)""", html))

    def change(name: str, attributes: list[tuple[str, str]], end: str) -> str:
        new = []
        for key, value in attributes:
            if key.lower() in REFERRING:
                value = re.sub(r"[\w-]+", lambda word: f"k{word[0]}z" if word[0] in ids else word[0], value)
            elif key.lower() in ("href", "usemap") and value.strip("\"'")[1:] in ids:
                value = f'"#k{value.strip(chr(34) + chr(39))[1:]}z"'
            new.append((key, value))
        return _written(name, new, end)

    def inside(match: re.Match[str]) -> str:
        sign = r"#([\w-]+)" if match[2].lower() == "style" else r"(?<=['\"])([\w-]+)(?=['\"])"
        body = re.sub(sign, lambda word: word[0].replace(word[1], f"k{word[1]}z") if word[1] in ids else word[0], match[3])
        return match[1] + body + match[4]

    return RAW.sub(lambda match: inside(match) if match[2].lower() in ("style", "script") else match[0], _tags(html, change))


def reordered(html: str) -> str:
    """The attributes of each element in reverse order."""
    return _tags(html, lambda name, attributes, end: _written(name, attributes[::-1], " />" if "/" in end else end))


def capital(html: str) -> str:
    """Names of tags and attributes in capitals, except where case matters."""
    if "<svg" in html or "<math" in html:
        return html
    return _tags(html, lambda name, attributes, end: _written(name.upper(), [(key.upper(), value) for key, value in attributes], end))


def wrapped(html: str) -> str:
    """All that is in the body in one more element."""
    if not re.search(r"<body\b[^>]*>", html) or "</body>" not in html:
        return html
    return re.sub(r"(<body\b[^>]*>)", r"\1<div>", html, count=1).replace("</body>", "</div></body>")


def in_a_sheet(html: str) -> str:
    """Style attributes as rules of a sheet."""
    rules: list[str] = []

    def change(name: str, attributes: list[tuple[str, str]], end: str) -> str:
        new = []
        for key, value in attributes:
            if key.lower() == "style" and value:
                mark = f"data-styled-{len(rules)}"
                rules.append(f"{f'[{mark}]' * 9} {{ {value.strip(chr(34) + chr(39))} }}")
                new.append((mark, ""))
            else:
                new.append((key, value))
        return _written(name, new, end)

    html = _tags(html, change)
    sheet = f"<style>{' '.join(rules)}</style>"
    return html.replace("</head>", sheet + "</head>", 1) if "</head>" in html else html + sheet if rules else html


CHANGES = (renamed, reordered, capital, wrapped, in_a_sheet)


def answers(folder: Path) -> Answers:
    """By file and rule the outcome and how many elements passed, failed or are asked about."""
    command = [sys.executable, "-m", "a11yaudit", "audit", "--scope", "page", "--format", "json", str(folder)]
    report = json.loads(subprocess.run(command, capture_output=True, check=False, text=True).stdout)
    found: Answers = {}
    for document in report["documents"]:
        outcomes = document["outcomes"]
        name = str(Path(document["path"]).relative_to(folder))
        found[name] = {item["rule"]: (item["outcome"], *item["targets"].values()) for item in outcomes}
    return found


def main() -> None:
    """Compare the answers to each changed copy of all pages with those to the pages themselves."""
    pages = sorted(Path(sys.argv[1]).rglob("*.html"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for kind in ("as they are", *(change.__name__ for change in CHANGES)):
            (folder / kind).mkdir()
        for number, path in enumerate(pages):
            html = path.read_text("utf-8", "replace")
            (folder / "as they are" / f"{number:05}.html").write_text(html, "utf-8")
            for change in CHANGES:
                (folder / change.__name__ / f"{number:05}.html").write_text(change(html), "utf-8")
        before = answers(folder / "as they are")
        wrong = 0
        for change in CHANGES:
            after, differences = answers(folder / change.__name__), []
            for name, rules in before.items():
                for rule, answer in rules.items():
                    now = after.get(name, {}).get(rule)
                    if now != answer and not (change is in_a_sheet and rule in STYLED):
                        differences.append(f"  {pages[int(name[:5])]}: {rule}: {answer}, now {now}")
            wrong += len(differences)
            print(f"{change.__name__}: {len(before)} pages, {len(differences)} answers differ", *differences, sep="\n")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
