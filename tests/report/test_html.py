"""What the HTML reports say, and how large they are."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image as Raster
from runs import RULES

import pages
from a11yaudit.errors import UsageError
from a11yaudit.model.article import Image, ImageRole
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Outcome, Severity
from a11yaudit.model.run import Document, Run
from a11yaudit.report import comparison, jsonreport, thumbnails
from a11yaudit.report.comparison import Changes
from a11yaudit.report.html import Look, judged, listening, marked, repeats, strings
from a11yaudit.report.html.article_page import tag
from a11yaudit.report.html.repeats import Piece

EN = strings.load("en")
PLACE = Location(1, 1, 1, 2, "img", 1)


def _sentence(audited: Document) -> str:
    return judged.sentence(judged.verdict(audited), EN)


def test_given_the_sample_article_when_judged_then_the_first_sentence_says_whether_it_can_go_out() -> None:
    assert _sentence(pages.sample()) == (
        "Not ready to publish: 1 problem must be fixed, 3 passages are hard to read, 1 smaller problem, "
        "1 question for you. It takes about 1½ minutes to read, and readers meet 2 ads."
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (pages.EMPTY, "No article found, so only the page itself was checked: no problems found."),
        (
            "<html lang=en><title>T</title><main><article><h1>Boats</h1>" + f"<p>{pages.SHORT}</p>" * 4 + "</article></main>",
            "Ready to publish: no problems found. It takes less than a minute to read, and readers meet no ads.",
        ),
    ],
)
def test_given_an_empty_page_and_a_clean_one_when_judged_then_neither_is_called_what_it_is_not(text: str, sentence: str) -> None:
    assert _sentence(pages.document("a.html", text)) == sentence


def test_given_many_faults_when_told_what_to_fix_first_then_the_rules_stand_worst_first_with_the_number_of_the_rest() -> None:
    audited = pages.sample()
    first = judged.first(judged.faults(audited))
    assert [(item.finding.rule, item.finding.severity, item.more) for item in first] == [
        ("ad-label-read-aloud", Severity.SERIOUS, 0),
        ("words-run-together", Severity.MODERATE, 1),
        ("ad-inside-body", Severity.MINOR, 0),
        ("acronym-unexplained", Severity.MINOR, 0),
    ]


def test_given_a_finding_on_a_sentence_when_marked_then_the_pieces_make_up_the_text_and_only_its_words_are_marked() -> None:
    audited = pages.sample()
    places = marked.Places(audited.extracted.article)
    items = marked.article(places, judged.faults(audited))
    hit = next(item for item in items if any(span.marked for span in item.spans) and item.entry.location.line == 28)
    assert [(span.text, [finding.rule for finding in span.ends]) for span in hit.spans if span.marked] == [("QRB", ["acronym-unexplained"])]
    assert hit.entry.block
    assert "".join(span.text for span in hit.spans) == hit.entry.block.text


def test_given_nameless_links_when_judged_then_those_in_the_text_are_told_from_those_of_the_page_around_it() -> None:
    link = '<a href="/x"></a>'
    article = f"<article><h1>Boats</h1><p>{pages.SHORT}{link}</p><p>{pages.SHORT * 3}</p></article>"
    text = f"<nav>{link}</nav><main>{article}</main><footer>{link}</footer>"
    audited = pages.document("a.html", f"<html lang=en><title>Boats</title>{text}")
    places = marked.Places(audited.extracted.article)
    verdict = judged.verdict(audited)
    assert (verdict.state, verdict.must, verdict.around) == (judged.State.STOP, 1, 2)
    assert [near.anchor if (near := places.near(fault)) else None for fault in judged.faults(audited)] == ["at-1-92"]
    assert [fault.part for fault in judged.outside(audited)] == ["around", "around"]


def test_given_a_paragraph_broken_by_an_ad_when_marked_then_each_piece_has_an_anchor_of_its_own() -> None:
    text = f"<html lang=en><title>T</title><article><h1>Boats</h1><p>{pages.SHORT}{pages.AD}{pages.SENTENCE}</p></article>"
    anchors = [entry.anchor for entry in marked.Places(pages.document("a.html", text).extracted.article).entries]
    assert len(set(anchors)) == len(anchors)


def test_given_a_caption_that_repeats_the_alternative_text_when_heard_then_it_is_a_repeat_with_its_seconds() -> None:
    audited = pages.sample()
    heard = listening.listen(audited, marked.Places(audited.extracted.article), RULES.by_id())
    repeated = [(line.text, round(line.seconds)) for line in heard.lines if line.extra == "repeat"]
    assert repeated == [("A gripper holds a crate of apples above the deck of a ferry", 5)]
    assert [line.text for line in heard.lines if line.extra == "ad"] == ["Advertisement"] * 3
    assert heard.seconds == pytest.approx(sum(line.seconds for line in heard.lines))


def test_given_two_captions_when_compared_then_the_shared_words_are_marked_without_case_and_punctuation() -> None:
    assert repeats.shared("The pier at dawn, seen from town", "The Pier at dusk, seen from town.") == (
        (Piece("The pier at", True), Piece("dawn,", False), Piece("seen from town", True)),
        (Piece("The Pier at", True), Piece("dusk,", False), Piece("seen from town.", True)),
    )


def test_given_an_earlier_report_when_compared_then_new_gone_and_unchanged_findings_are_told_apart(tmp_path: Path) -> None:
    audited = pages.sample()
    old = json.loads(jsonreport.audit(Run("1", "r", (audited,), ())))
    findings = old["documents"][0]["findings"]
    own, outside = ([f for f in findings if (f["part"] == "around") == around] for around in (False, True))
    new, second, third = own[0]["fingerprint"], own[1]["fingerprint"], outside[0]["fingerprint"]
    findings.remove(own[0])
    own[1] |= {"fingerprint": "0" * 32, "message": "was here"}
    outside[0] |= {"fingerprint": "1" * 32, "message": "was around"}
    (tmp_path / "old.json").write_text(json.dumps(old))
    changes = comparison.load(tmp_path / "old.json").of(audited)
    unchanged = len(own) - 2
    assert changes == Changes((new, second), ("was here",), unchanged, (third,))
    assert f"{unchanged} unchanged" in pages.report(audited, Look(comparison=comparison.load(tmp_path / "old.json")))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"documents": [{"path": 1}]}', '{"documents": 3}', "[" * 100_000])
def test_given_what_is_no_report_when_compared_with_then_it_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "old.json").write_text(content)
    with pytest.raises(UsageError, match=r"old\.json: not a report of a11yaudit to compare with"):
        comparison.load(tmp_path / "old.json")


def test_given_pictures_of_all_kinds_when_made_small_then_only_raster_files_in_the_articles_folder_are_shown(tmp_path: Path) -> None:
    folder = tmp_path / "article"
    (folder / "img").mkdir(parents=True)
    large = io.BytesIO()
    Raster.new("RGB", (900, 600), "red").save(large, "PNG")
    for path in (folder / "img" / "a b.png", tmp_path / "outside.png"):
        path.write_bytes(large.getvalue())
    (folder / "broken.png").write_bytes(large.getvalue()[:60])
    (folder / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    asked = (
        "img/a%20b.png?w=9",
        "../outside.png",
        "link.png",
        "broken.png",
        "drawing.svg",
        "https://x.test/a.png",
        "//x.test/a",
        "\0",
        "http://[",
    )
    images = [Image(src, "", None, ImageRole.CONTENT, None, None, PLACE) for src in asked]
    made = thumbnails.of(folder / "page.html", images)
    assert (list(made), made["img/a%20b.png?w=9"][:23], len(made["img/a%20b.png?w=9"]) < 3_000) == (
        ["img/a%20b.png?w=9"], "data:image/jpeg;base64,", True,
    )  # fmt: skip


def _text(audited: Document) -> int:
    return sum(len(block.text.encode()) for block in audited.extracted.article.blocks)


@pytest.mark.parametrize("words", [300, 5_000])
def test_given_a_normal_article_when_reported_then_the_page_has_at_most_three_times_its_text_and_60_kilobytes(words: int) -> None:
    audited = pages.document("a.html", pages.long_article(words))
    assert len(pages.report(audited).encode()) <= 3 * _text(audited) + 60 * 1024


def test_given_50_000_words_when_reported_then_the_page_stays_under_five_megabytes() -> None:
    assert len(pages.report(pages.document("a.html", pages.long_article(50_000))).encode()) < 5_000_000


def test_given_2_000_articles_when_listed_then_the_index_stays_under_three_megabytes() -> None:
    assert len(pages.overview(2_000).encode()) < 3_000_000


@pytest.mark.parametrize("html", [pages.report(pages.sample()), pages.overview(20)], ids=["article", "index"])
def test_given_its_own_reports_when_audited_then_there_is_nothing_critical_or_serious(html: str) -> None:
    findings = pages.document("report.html", html, scope="page").evaluation.findings
    worst = [finding.rule for finding in findings if finding.outcome == Outcome.FAILED and finding.severity in judged.MUST]
    assert worst == []


def test_given_a_rule_without_a_short_word_when_tagged_then_its_title_stands_there() -> None:
    audited = pages.sample()
    unknown = audited.evaluation.findings[0]._replace(rule="h1-missing")
    assert tag(unknown, RULES.by_id(), EN) == RULES.rule("h1-missing").title
