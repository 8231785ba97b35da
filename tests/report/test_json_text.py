"""JSON lines: what is clean goes out as it is, what is not is cleaned, in whatever depth and piece it stands."""

import json
from typing import Any

import pytest

from a11yaudit.report.jsontext import Laid, dumped, laid_out, pieces


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain words, pre-war, 1.2345, page-1", "plain words, pre-war, 1.2345, page-1"),
        (0.123456, 0.1235),
        (-12.34567, -12.3457),
        (1.5e-07, 0.0),
        (0.1234, 0.1234),
        ("a lone \ud800 surrogate", "a lone ? surrogate"),
        ("a pair \U0001f600", "a pair \U0001f600"),
        ("version 1.23456 of page-2", "version 1.23456 of page-2"),
        ("##[error] ### x", "##[error] ### x"),
        ("long" * 10, "long" * 10),
        ("longer" * 7, "longer" * 6 + "lon…"),
        (["nested", {"long": ["longer" * 7], "number": 1 / 3}], ["nested", {"long": ["longer" * 6 + "lon…"], "number": 0.3333}]),
    ],
)
def test_given_a_value_when_dumped_at_any_depth_then_it_is_clean(value: Any, expected: Any) -> None:
    shallow = dumped({"a": value}, longest=40)
    deep = dumped({"a": {"b": [{"c": {"d": [value]}}]}}, longest=40)
    assert (json.loads(shallow), json.loads(deep)) == ({"a": expected}, {"a": {"b": [{"c": {"d": [expected]}}]}})
    assert ("##" in shallow + deep, (shallow + deep).isascii()) == (False, True)


def test_given_parts_that_are_laid_out_already_when_put_in_a_report_then_it_is_the_same_as_in_one_go() -> None:
    documents: list[dict[str, Any]] = [
        {"path": "a", "findings": [{"rule": "x"}, {"rule": "y"}], "scores": {}},
        {"path": "b", "findings": []},
    ]
    parts = (Laid(laid_out(document, 2)) for document in documents)
    report = "".join(pieces({"documents": parts, "errors": []}))
    assert report == dumped({"documents": documents, "errors": []})
    assert report.splitlines()[3:8] == ['   "path": "a",', '   "findings": [', '    {"rule": "x"},', '    {"rule": "y"}', "   ],"]
