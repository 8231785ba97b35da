"""The commands of baselines, from the outside."""

import json
from pathlib import Path

from repository import audit, page, picture


def test_given_known_findings_when_a_fault_comes_and_one_goes_then_each_command_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(page("a", picture("pier"), picture("mole")))
    assert audit(tmp_path, "baseline", "write", ".", "--select", "alt-missing") == (
        0, "a11yaudit-baseline.json: 2 known findings in 1 file\n", "",
    )  # fmt: skip
    written = (tmp_path / "a11yaudit-baseline.json").read_text()
    known = ("audit", ".", "--baseline", "a11yaudit-baseline.json", "--select", "alt-missing")
    assert audit(tmp_path, *known)[0] == 0
    file.write_text(page("a", picture("mole"), picture("quay")))
    code, out, _ = audit(tmp_path, *known)
    assert (code, [line.split(" ", 1)[1] for line in out.splitlines() if " alt-missing " in line]) == (
        1,
        [
            "critical (known) alt-missing No alt text on the 1st picture (caption “The harbour at mole on the day of the visit”).",
            "critical alt-missing No alt text on the 2nd picture (caption “The harbour at quay on the day of the visit”).",
        ],
    )
    file.write_text(page("a", picture("mole")))
    assert (audit(tmp_path, *known)[0], audit(tmp_path, *known, "--baseline-strict")[0]) == (0, 1)
    assert audit(tmp_path, "baseline", "update", ".", "--select", "alt-missing")[0] == 0
    assert audit(tmp_path, *known, "--baseline-strict")[0] == 0
    assert audit(tmp_path, "baseline", "show")[1].splitlines() == [
        "a.html: alt-missing: No alt text on the 2nd picture (caption “The harbour at mole on the day of the visit”).",
        "1 known finding in 1 file",
    ]
    assert len(json.loads(written)["files"]["a.html"]["findings"]) == 2


def test_given_a_page_that_cannot_be_audited_when_updated_then_its_findings_stay(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("a", picture("pier")))
    audit(tmp_path, "baseline", "write", ".")
    before = (tmp_path / "a11yaudit-baseline.json").read_bytes()
    (tmp_path / "a.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    code, _, err = audit(tmp_path, "baseline", "update", ".")
    assert (code, "a.html: not audited" in err, (tmp_path / "a11yaudit-baseline.json").read_bytes()) == (4, True, before)


def test_given_no_baseline_when_asked_for_then_one_line_says_how_to_make_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("a"))
    code, out, err = audit(tmp_path, "audit", ".", "--baseline", "known.json")
    assert (code, out, err.count("\n"), "create one with `a11yaudit baseline write`" in err) == (2, "", 1, True)


def test_given_a_broken_budget_when_audited_then_the_run_fails_and_names_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("a"))
    (tmp_path / "a11yaudit.toml").write_text("[[budgets]]\nlimits = { minutes = 0.5 }\n")
    code, out, _ = audit(tmp_path, "audit", ".")
    assert code == 1
    assert next(line for line in out.splitlines() if "budget" in line).startswith("a.html: budget: reading time in minutes is ")
    (tmp_path / "a11yaudit.toml").write_text("[[budgets]]\nmax-findings = { no-such-rule = 1 }\n")
    assert "unknown rule or aspect 'no-such-rule'" in audit(tmp_path, "audit", ".")[2]
