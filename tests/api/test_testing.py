"""The pytest fixture, as a team that tests its templates uses it."""

import pytest

TEXT = "<p>The tide tables of the harbour are printed in May and hang beside the office door all year.</p>"
PAGE = f"<!doctype html><html lang=en><title>Tides</title><main><article><h1>Tides</h1>{TEXT * 3}{{}}{TEXT * 3}</article></main></html>"


def test_given_a_picture_without_description_when_audited_then_the_test_fails_with_line_rule_and_fix(
    pytester: pytest.Pytester,
) -> None:
    html = PAGE.format("<img src=tide.jpg>")
    pytester.makepyfile(f"def test_page(audit_article):\n    audit_article({html!r})")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["1 accessibility issue in the article:", "*line 1: *alt-missing)", "      *"])
    assert "site-packages" not in result.stdout.str()


@pytest.mark.parametrize("asked", ["ignore=['alt-missing']", "ignore=['alt-text']"])
def test_given_the_fault_is_ignored_when_audited_then_the_page_comes_back(pytester: pytest.Pytester, asked: str) -> None:
    html = PAGE.format("<img src=tide.jpg>")
    pytester.makepyfile(f"def test_page(audit_article):\n    assert audit_article({html!r}, {asked}).findings == ()")
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_given_an_unknown_rule_when_ignored_then_the_error_names_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_page(audit_article):\n    audit_article('<p>x', ignore=['alt-mising'])")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*UsageError: unknown rule or aspect 'alt-mising'*"])
