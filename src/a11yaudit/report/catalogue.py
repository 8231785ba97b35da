"""Rules as text: the list and the page of a single rule."""

import textwrap
from collections.abc import Iterable
from typing import Any

from a11yaudit import engine
from a11yaudit.model.part import Part
from a11yaudit.model.rule import Rule
from a11yaudit.ruleset import examples

WIDTH = 88


def table(rules: Iterable[Rule]) -> str:
    """One line a rule, by aspect."""
    lines: list[str] = []
    aspect = None
    for rule in rules:
        if rule.aspect != aspect:
            lines += ["", str(rule.aspect)] if lines else [str(rule.aspect)]
            aspect = rule.aspect
        lines.append(f"  {rule.id:<34} {rule.severity:<9} {rule.title}")
    return "\n".join(lines)


def explained(rule: Rule) -> str:
    """All that a rule's file says."""
    criteria = ", ".join(f"WCAG {item.criterion} ({item.level})" for item in rule.requirements) or "good practice"
    parts = [
        f"{rule.id}: {rule.title}",
        f"Aspect {rule.aspect}, severity {rule.severity}, confidence {rule.confidence}; {criteria}",
        _ABOUT[rule.about],
        *(_paragraph(label, text) for label, text in _texts(rule)),
    ]
    if rule.params:
        parts.append("Thresholds:\n" + "\n".join(f"  {name} = {_value(value)}" for name, value in rule.params.items()))
    if rule.references:
        parts.append("References: " + ", ".join(rule.references))
    parts += [
        f"Example, {'/'.join(example.expect)}: {example.name}\n{textwrap.indent(example.html.strip(), '  ')}" for example in examples(rule)
    ]
    return "\n\n".join(parts)


def as_json(rule: Rule) -> dict[str, Any]:
    """The rule for programs, without its examples."""
    return {
        "id": rule.id, "title": rule.title, "aspect": rule.aspect, "severity": rule.severity, "confidence": rule.confidence,
        "about": rule.about and str(rule.about),
        "requirements": [{"wcag": item.criterion, "level": item.level} for item in rule.requirements],
        "references": list(rule.references), **dict(_texts(rule)), "thresholds": dict(rule.params),
    }  # fmt: skip


_ABOUT = {
    Part.ARTICLE: "Part: article. It counts for the verdict.",
    Part.PAGE: "Part: page, the document as a whole. It counts for the verdict.",
    None: "Part: article, where it stands in the article; else around it, which counts for the verdict with --fail-on-around only.",
}


def _texts(rule: Rule) -> tuple[tuple[str, str], ...]:
    return (
        ("applicability", rule.applicability),
        ("expectation", rule.expectation),
        ("rationale", rule.rationale),
        ("fix", engine.advice(rule)),
    )


def _paragraph(label: str, text: str) -> str:
    return f"{label.capitalize()}:\n" + textwrap.fill(" ".join(text.split()), WIDTH, initial_indent="  ", subsequent_indent="  ")


def _value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
