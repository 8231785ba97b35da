"""Filter lists and profiles: what they find, what they except, and what is not understood."""

from pathlib import Path

import pytest

from a11yaudit import page, semantics, slots
from a11yaudit.article.interruptions.interruptions import find
from a11yaudit.article.interruptions.slots import Slots, combine, read_list, read_profile
from a11yaudit.errors import ConfigError, UsageError
from a11yaudit.model.source import Limits, Source

BODY = (
    '<div class="zone-x"></div><section><div class="wide note">Tea</div></section><aside id="k1"><img alt="" src="a.png"></aside>'
    '<p><a href="https://shop.example/tea"><img alt="Tea" src="b.png"></a></p><div data-place="Top-2"></div>'
)


def found(known: Slots, html: str = BODY) -> list[tuple[str, str]]:
    parsed = page.parse(Source("page.html", f"<p>One.</p>{html}<p>Two.</p>".encode(), ""), Limits())
    return [(parsed.tag(unit.node).name, str(unit.kind)) for unit in find(semantics.build(parsed), known)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("##.zone-x", ["div"]),
        ("###k1", ["aside"]),
        ("##div.zone-x", ["div"]),
        ("##span.zone-x", []),
        ("##section > .wide", ["section"]),
        ("##p > .wide", []),
        ("##section .wide.note", ["section"]),
        ('##[data-place^="Top"]', ["div"]),
        ('##[data-place="top-2" i]', ["div"]),
        ('##[data-place="top-2"]', []),
        ('##div[data-place$="-2"]', ["div"]),
        ('##a[href*="shop.example"]', ["p"]),
        ("##.zone-x,#k1", ["div", "aside"]),
        ("##.absent", []),
        ("! ##.zone-x", []),
        ("||example.org^$third-party", []),
        ("news.example##.zone-x", ["div"]),
        ("example##.zone-x", ["div"]),
        ("other.example##.zone-x", []),
        ("~news.example##.zone-x", []),
        ("~other.example##.zone-x", ["div"]),
        ("##.zone-x\nnews.example#@#.zone-x", []),
        ("##.zone-x\nother.example#@#.zone-x", ["div"]),
    ],
)
def test_given_a_rule_of_a_filter_list_when_a_page_is_searched_then_it_finds_these(rule: str, expected: list[str]) -> None:
    listed = read_list(f"[Adblock Plus 2.0]\n{rule}\n", "news.example")
    assert [name for name, _ in found(combine([listed], []))] == expected
    assert listed.unknown == 0


def test_given_an_unknown_syntax_when_read_then_it_is_counted_and_the_rest_is_used() -> None:
    listed = read_list("##.zone-x\n##div:has(> .b)\na.example#?#.c:-abp-contains(x)\n##+js(x)\n##^script:has-text(x)\n", "")
    assert ([entry.selector for entry in listed.entries], listed.unknown) == ([".zone-x"], 4)


def test_given_a_profile_when_a_page_is_searched_then_its_slots_labels_and_exceptions_hold() -> None:
    profile = read_profile(
        {
            "slots": [{"kind": "promo", "selectors": [".zone-x"]}, {"kind": "sponsored", "labels": ["Message of a friend"]}],
            "editorial": {"selectors": [".ad-explained"]},
        }
    )
    html = '<div class="zone-x">Our own shop</div><p>Message of a friend</p><div class="ad-explained">How ads work</div>'
    assert found(combine([], [profile]), html) == [("div", "promo"), ("p", "sponsored")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[slots]]\nkind = 'banner'\nselectors = ['.x']", "slots.0.kind"),
        ("[[slots]]\nkind = 'ad'", "slots.0"),
        ("[[slots]]\nkind = 'ad'\nselectors = ['div:has(p)']", "div:has(p)"),
        ("slots = ", "not valid TOML"),
        ("slots = " + "9" * 5000, "not valid TOML"),
        (".".join(["a"] * 60_000) + " = 1", "not valid TOML"),
    ],
)
def test_given_a_wrong_profile_when_loaded_then_one_line_says_what(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as raised:
        slots.load([], [path], None)
    assert str(path) in str(raised.value)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_given_a_list_with_unknown_rules_when_loaded_then_one_warning_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("##.a\n##div:has(b)\n", "utf-8")
    assert slots.load([path], [], None)[1] == (f"{path}: 1 rule skipped (unknown syntax), 1 used",)


def test_given_an_address_without_a_host_when_loaded_then_it_is_a_wrong_call() -> None:
    with pytest.raises(UsageError):
        slots.load([], [], "news")
