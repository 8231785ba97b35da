"""Kinds of alternative texts."""

from a11yaudit.measure.pictures.alt_kinds import FEW, Prose


def test_given_a_running_text_when_it_is_asked_for_words_then_few_and_many_get_the_same_answers() -> None:
    texts = ["The nets of Selma hang in the harbour.", "A boat comes in"]
    asked = ["nets", "boats", "net", "selma", "harbours", "gull", "s", "hang"]
    prose = Prose(texts)
    answers = [[prose.writes_small(word) for word in asked] for _ in range(FEW)]
    assert answers == [[True, True, True, False, True, False, False, True]] * FEW
