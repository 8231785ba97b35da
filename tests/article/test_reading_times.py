"""Reading times that pages state in words."""

import pytest

from a11yaudit import article, semantics
from a11yaudit.article.facts.metadata import minutes_in
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import parse


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
        "Час читання: 5 хв",
        "Χρόνος ανάγνωσης: 5 λεπτά",
        "Timp de citire: 5 minute",
        "Olvasási idő: 5 perc",
        "Čas čítania: 5 minút",
        "Thời gian đọc: 5 phút",
        "5 menit baca",
        "مدة القراءة: 5 دقائق",
        "זמן קריאה: 5 דקות",
        "May 11, 20265 min read",
        "Updated 2026 5 min read",
        "Reading Time:5 minutes",
    ],
)
def test_a_stated_time_is_read_in_twenty_five_languages_also_right_behind_a_year(given: str) -> None:
    assert minutes_in(given) == 5.0


@pytest.mark.parametrize(
    "given", ["5 minutes ago", "Posted 5 min", "Read it in 2024", "Ready in 45", "vor 5 Minuten", "12:05 min read", "read 20265"]
)
def test_other_minutes_are_no_reading_time(given: str) -> None:
    assert minutes_in(given) is None


TEXT = "<p>The boats came home in the morning with little in their nets, and the men were tired.</p>" * 3
CARD = "<div class='card'><h3><a href='/x'>The bakery bakes at night for cheaper power</a></h3><p>16 min read</p></div>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<article><h1>Boats</h1><p>5 min read</p>{TEXT}</article>", [5]),
        (f"<article><p>5 min read</p><h1>Boats</h1>{TEXT}</article>", [5]),
        (f"<article><h1>Boats</h1><p><span>May 11, 2026</span><span>5 min read</span></p>{TEXT}</article>", [5]),
        (f"<article><h1>Boats</h1><p>0 min read</p>{TEXT}</article>", []),
        (f"<style>.off{{display:none}}</style><article><h1>Boats</h1><p class=off>5 min read</p>{TEXT}</article>", []),
        (f"<style>.off{{display:none}}</style><article><h1>Boats</h1><p class=on>5 min read</p>{TEXT}</article>", [5]),
        (f"<style>.off{{display:none}}</style><article class=off><h1>Boats</h1><p>5 min read</p>{TEXT}</article>", [5]),
        (f"<article><h1>Boats</h1>{TEXT}</article>{CARD}", []),
        (f"<article><h1>Boats</h1>{TEXT}{CARD}</article>", []),
        (f"<article><h1>Boats</h1><p>5 min read</p>{TEXT}</article>{CARD * 3}", [5]),
    ],
)
def test_only_the_articles_own_header_states_its_time(html: str, expected: list[float]) -> None:
    page = parse(Source("page.html", html.encode(), ""), Limits())
    found = article.extract(page, semantics.build(page), "article")
    assert [time.minutes for time in found.declared_times] == expected
