"""The escape of each output, on whole values."""

import pytest

from a11yaudit.report import escape, escape_markdown, escape_sarif


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a\r\n::error::b", "a ::error::b"),
        ("  ::error::b", r"  \u003a:error::b"),
        ("##vso[task.setvariable] ##teamcity[x] ##[command]", "# #vso[task.setvariable] # #teamcity[x] # #[command]"),
        ("###", "# # #"),
        ("\x1b[2J\x9b1m\x07", r"\u001b[2J\u009b1m\u0007"),
        ("\u202eabc\u2066", r"\u202eabc\u2066"),
        ("a\U000e0041b\U0001f600", "a\\U000e0041b\U0001f600"),
        ("\ud800", r"\ud800"),
        ("A" * 1_000, "A" * 1_000),
        ("A" * 1_001, "A" * 1_000 + "…"),
    ],
)
def test_given_hostile_text_when_written_to_a_terminal_then_it_is_one_line_that_does_nothing(given: str, expected: str) -> None:
    assert escape.terminal(given) == expected


def test_given_hostile_text_when_written_to_html_then_only_what_is_unseen_is_shown_and_what_is_endless_is_cut() -> None:
    assert escape.visible("a\nb\u202e\x1b<") == "a\nb\\u202e\\u001b<"
    assert escape.visible("A" * 20_000) == "A" * 20_000
    assert escape.visible("A" * 20_001) == "A" * 20_000 + "…"


def test_given_hostile_text_when_written_into_a_workflow_command_then_it_can_end_neither_the_property_nor_the_command() -> None:
    assert escape.github_data("100%0A::error::x") == "100%250A:\u200b:error:\u200b:x"
    assert escape.github_property("a,line=1::b%") == "a%2Cline=1%3A\u200b%3Ab%25"
    assert len(escape.github_property("p" * 4_000)) == 4_000


def test_given_text_for_a_json_report_when_written_then_no_runner_finds_a_command_and_no_half_character_is_left() -> None:
    assert escape.json_text('"##[x] ###"') == '"\\u0023#[x] \\u0023\\u0023#"'
    assert escape.sound("a\ud800b") == "a?b"


def test_given_braces_and_numbers_when_written_then_no_placeholder_is_left_and_only_a_number_stands_bare() -> None:
    assert escape_sarif.message("a {0} b") == "a {{0}} b"
    assert [escape_markdown.value(text) for text in ("12", "1.5", "1.2.3", "12 words")] == ["12", "1.5", "`1.2.3`", "`12 words`"]
