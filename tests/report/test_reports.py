"""What the reports hold."""

import json
import re
from dataclasses import replace
from itertools import pairwise

from jsonschema import Draft202012Validator
from runs import RULES, run

from a11yaudit import resources
from a11yaudit.model.outcome import Severity
from a11yaudit.report import github, html, jsonreport, text


def test_given_a_run_when_written_as_json_then_it_keeps_to_the_schema() -> None:
    schema = resources.schema("report")
    Draft202012Validator.check_schema(schema)
    problems = [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(jsonreport.audit(run())))]
    assert problems == []


def test_given_an_extraction_when_written_as_json_then_it_keeps_to_the_schema() -> None:
    schema = {"$ref": "#/$defs/extract", "$defs": resources.schema("report")["$defs"]}
    told = run()
    written = json.loads(jsonreport.extract([document.extracted for document in told.documents], told.failures))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(written)] == []


def test_given_a_report_without_a_promised_field_when_validated_then_the_schema_refuses_it() -> None:
    report = json.loads(jsonreport.audit(run()))
    del report["documents"][0]["findings"][0]["location"]
    assert not Draft202012Validator(resources.schema("report")).is_valid(report)


def test_given_findings_when_printed_then_each_line_says_place_severity_rule_and_message() -> None:
    told = run()
    finding = next(finding for finding in told.documents[0].evaluation.findings if finding.rule == "alt-missing")
    assert finding.location
    expected = f"a/b.html:{finding.location.line}:{finding.location.column} critical alt-missing {finding.message}"
    assert expected in text.render(told, colour=False).splitlines()


def test_given_more_than_ten_errors_when_annotated_then_the_rest_are_counted() -> None:
    told = run()
    document = told.documents[0]
    worst = next(f for f in document.evaluation.findings if f.rule == "alt-missing")._replace(severity=Severity.CRITICAL)
    many = replace(document, evaluation=replace(document.evaluation, findings=tuple(worst._replace(group=f"{n:016x}") for n in range(14))))
    lines = github.render(replace(told, documents=(many,))).splitlines()
    assert [len(lines), lines[-1]] == [11, "::notice title=a11yaudit::5 more in the summary"]


def test_given_a_page_with_faults_when_shown_then_headings_are_in_order_and_every_link_has_its_target() -> None:
    page = html.page(run().documents[0], RULES.by_id(), RULES.aspects, "1")
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert levels.count(1) == 1
    ids = re.findall(r' id="([^"]+)"', page)
    assert (len(ids), [link for link in re.findall(r'href="#([^"]+)"', page) if link not in ids]) == (len(set(ids)), [])
