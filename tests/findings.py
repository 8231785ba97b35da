"""What a user is told about every example of every rule, as it is kept in `findings.txt`.

After a wanted change, `python tests/findings.py` writes that file anew; its difference is what users will see.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

from a11yaudit import pipeline, ruleset
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Finding
from a11yaudit.model.rule import Example, Rule
from a11yaudit.model.source import Limits, Source
from a11yaudit.report.escape import visible

KEPT = Path(__file__).with_name("findings.txt")
RULES = ruleset.load()


def told(rule: Rule, example: Example) -> list[str]:
    """A line for each finding of an example: outcome, place, message, fix, other places, and what its identity is made of."""
    data = example.html.encode("utf-8")
    source = Source("example.html", data, hashlib.sha256(data).hexdigest())
    document = pipeline.audit(source, replace(RULES, rules=(ruleset.for_example(rule, example),)), Limits(), example.scope)
    return [_line(finding) for finding in document.evaluation.findings]


def _line(finding: Finding) -> str:
    related = "".join(f" / {_place(item.location)} {item.message}" for item in finding.related)
    text = f"{finding.outcome} {_place(finding.location)} {finding.message} / {finding.fix}{related} / {finding.fingerprint[:8]}"
    return _in_a_line(text)


def _place(location: Location | None) -> str:
    return f"{location.line}:{location.column}" if location else "-"


def kept() -> dict[str, list[str]]:
    """The lines of each example by its name."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in KEPT.read_text("utf-8").rstrip("\n").split("\n"):
        if line.startswith("  "):
            found[name].append(line[2:])
        else:
            name = line
            found[name] = []
    return found


def name_of(rule: Rule, example: Example) -> str:
    """How an example is called in the file."""
    return _in_a_line(f"{rule.id}: {example.name}")


def _in_a_line(text: str) -> str:
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def _write() -> None:
    lines: list[str] = []
    for rule in RULES.rules:
        for example in ruleset.examples(rule):
            lines += [name_of(rule, example), *(f"  {line}" for line in told(rule, example))]
    KEPT.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    _write()
