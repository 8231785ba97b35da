"""Reading times that pages state in words."""

import pytest

from a11yaudit.article.facts.metadata import minutes_in


@pytest.mark.parametrize(
    "given",
    [
        "5 min read",
        "5 Min. Lesezeit",
        "Temps de lecture : 5 min",
        "Tiempo de lectura: 5 minutos",
        "Tempo di lettura: 5 minuti",
        "Tempo de leitura: 5 minutos",
        "Leestijd: 5 minuten",
        "5 min czytania",
        "Время чтения: 5 минут",
        "Lästid: 5 minuter",
        "Læsetid: 5 minutter",
        "Okuma süresi: 5 dakika",
        "Doba čtení: 5 min",
        "Lukuaika 5 min",
        "阅读时间：5分钟",
        "読了時間：5分",
        "읽는 시간 5분",
    ],
)
def test_a_stated_time_is_read_in_seventeen_languages(given: str) -> None:
    assert minutes_in(given) == 5.0


@pytest.mark.parametrize("given", ["5 minutes ago", "Posted 5 min", "Read it in 2024", "Ready in 45", "vor 5 Minuten"])
def test_other_minutes_are_no_reading_time(given: str) -> None:
    assert minutes_in(given) is None
