"""Recognise our own reports, because only those are replaced."""

import re

HEAD = 1 << 16
"""Bytes of a file in which its mark stands."""
FIRST_LINES = {"text": "a11yaudit: report of the audit\n", "github": "::debug::a11yaudit: annotations of the audit\n"}
"""What is put before a report in a file where its format has no other place for a mark."""
GENERATOR = '<meta name="generator" content="a11yaudit">'
_TOOL = r'"tool":\s*\{\s*"name":\s*"a11yaudit"'
_MARKS = {
    "text": re.escape(FIRST_LINES["text"]),
    "github": re.escape(FIRST_LINES["github"]),
    "html": rf"<!DOCTYPE html>\n<html[^<>]*>\n<head>\n<meta charset=\"utf-8\">\n{re.escape(GENERATOR)}",
    "json": rf'\{{\s*"schema_version":\s*"[0-9.]+",\s*{_TOOL}(,\s*"version"|\s*\}},\s*"documents")',
    "markdown": r"## a11yaudit: (passed\n|failed, )",
    "csv": r"severity,outcome,rule,aspect,",
    "junit": r'<\?xml [^>]*\?>\s*<testsuites name="a11yaudit"',
    "sarif": r'\{[^{]*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"a11yaudit"',
    "gitlab": r'\[(\s*\]\s*\Z|\s*\{[^{}]*"engine_name":\s*"a11yaudit")',
    "earl": r'\{[^{]*"@graph":\s*\[(\s*\]\s*\}\s*\Z|.{0,50000}?"@type":\s*"Assertor",\s*"name":\s*"a11yaudit")',
    "baseline": rf'\{{\s*"schema_version":\s*"[0-9.]+",\s*({_TOOL}\s*\}},\s*)?"files":\s*\{{\s*(\}}|"([^"\\]|\\.)*":\s*\{{\s*"sha256")',
}
_PATTERNS = {form: re.compile(pattern.encode(), re.DOTALL) for form, pattern in _MARKS.items()}


def is_ours(form: str, head: bytes) -> bool:
    """Whether a file that begins so is a report of that format from this tool; an empty file holds nothing that could be lost."""
    return not head or _PATTERNS[form].match(head) is not None
