"""Make `docs/act.md`: how the rules stand against W3C's ACT test cases.

Usage: python tools/build_act_table.py RESULT_JSON, a run over the published cases with, for each ACT rule, `rule`, `name`, `cases`,
`right`, `FP`, `FN`, `cantTell`, `consistency` (after W3C's own definition) and the success criteria reported.
"""

import json
import sys
from pathlib import Path
from typing import Any

from a11yaudit import ruleset

TARGET = Path(__file__).resolve().parent.parent / "docs" / "act.md"
HEAD = """# W3C's ACT rules

[ACT rules](https://www.w3.org/WAI/standards-guidelines/act/rules/) define, for all tools alike, when a page breaks WCAG.
Each has published test cases. A tool is *consistent* with a rule if it never calls a passed or inapplicable case failed and finds failed
ones;
*complete* if it finds all that it doesn't leave to a person, and names the right success criteria. This table was made by a run over test
cases of W3C (commit 800c3b4 of w3c/wcag-act-rules) that this project was developed with; `tools/build_act_table.py` rebuilds it.

A case that can't be decided from the file alone is left to a person (`cantTell`): the length and the sound of a clip are in another file
(4c31df, 80f0bf, aaa1bf: no failed case of theirs can be decided by the file alone, so they are *minimal*), a script moves the focus or
builds a shadow tree, an icon font draws a word.

A report to file with W3C: `a11yaudit audit CASES --scope page --format earl --base-url https://…`
"""


def main() -> None:
    """Write the table."""
    result = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    ours: dict[str, list[str]] = {}
    for rule in ruleset.load().rules:
        for act in rule.act:
            ours.setdefault(act, []).append(rule.id)
    lines = ["| ACT rule | our rules | cases | right | false alarms | missed | left to a person | consistency | WCAG |", "|" + "---|" * 9]
    lines += [_line(item, ours.get(item["rule"], [])) for item in result["rules"]]
    total = result["totals"].get("all") or next(iter(result["totals"].values()))
    counts = ", ".join(f"{number} {level}" for level, number in total["consistency"].items() if number)
    sums = f"{total['rules']} rules: {counts}. {total['cases']} cases: {total['right']} right, {total['FP']} false alarms, "
    sums += f"{total['FN']} missed, {total['cantTell']} left to a person."
    TARGET.write_text("\n".join([HEAD, sums, "", *lines]) + "\n", "utf-8")


def _line(item: dict[str, Any], rules: list[str]) -> str:
    name = item["name"].replace("|", "\\|")
    link = f"[{item['rule']}](https://www.w3.org/WAI/standards-guidelines/act/rules/{item['rule']}/) {name}"
    figures = " | ".join(str(item[key]) for key in ("cases", "right", "FP", "FN", "cantTell", "consistency"))
    criteria = ", ".join(item["requirements"]["reported"]) or "–"
    return f"| {link} | {', '.join(f'`{rule}`' for rule in rules)} | {figures} | {criteria} |"


if __name__ == "__main__":
    main()
