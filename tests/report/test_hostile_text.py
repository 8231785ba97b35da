"""Text of audited pages does nothing in any report but being read."""

import json
import re
from html.parser import HTMLParser

import pytest
from runs import RULES, run, with_text

from a11yaudit.report import github, html, jsonreport, names, text

ATTACKS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"' onfocus=alert(1) autofocus x='",
    "</style></title></textarea>--><svg onload=alert(1)>",
    "\n::error file=a::owned\r\n##[error]owned ###[group]x\n::add-mask::x",
    " \t::error::owned",
    "%0A::set-output name=a::b, c:d",
    "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp\u2066\u2028x\x00\udcff",
    "{{ 7 * 7 }}{% raw %}",
)
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
attacked = pytest.mark.parametrize("attack", ATTACKS)


class Tags(HTMLParser):
    """The tags of a page with the names of their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, tuple[str, ...]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, tuple(name for name, _ in attrs)))


def _pages(content: str) -> list[str]:
    told = with_text(run(), content)
    files = {document.extracted.path: names.file_name(document.extracted.path) for document in told.documents}
    return [html.page(told.documents[0], RULES.by_id(), RULES.aspects, "1"), html.index(told, files, RULES.by_id(), RULES.aspects)]


@attacked
def test_given_hostile_text_in_every_field_when_shown_as_html_then_the_markup_is_that_of_harmless_text(attack: str) -> None:
    hostile = _pages(attack)
    assert [Tags(page).seen for page in hostile] == [Tags(page).seen for page in _pages(re.sub(r"[^0-9]", "x", attack))]
    assert UNSEEN.findall("".join(hostile)) == []


@attacked
def test_given_hostile_text_in_every_field_when_printed_then_it_moves_no_cursor_and_starts_no_command(attack: str) -> None:
    told = with_text(run(), attack)
    extracted = [document.extracted for document in told.documents]
    printed = text.render(told, colour=False) + text.extracted(extracted, told.failures)
    assert UNSEEN.findall(printed) == []
    assert [line for line in printed.split("\n") if line.lstrip().startswith("::") or "##[" in line] == []


@attacked
def test_given_hostile_text_in_every_field_when_annotated_then_each_line_is_one_command_of_ours(attack: str) -> None:
    printed = github.render(with_text(run(), attack))
    ours = re.compile(r"::(error|warning|notice) (file=[^,:]*(,(line|endLine|col|endColumn)=\d+)*,)?title=[^,:]*::(?!.*::).*")
    assert [line for line in printed.splitlines() if not ours.fullmatch(line) or "##[" in line] == []


@attacked
def test_given_hostile_text_in_every_field_when_written_as_json_then_it_is_ascii_and_holds_no_runner_command(attack: str) -> None:
    told = with_text(run(), attack)
    written = jsonreport.audit(told) + jsonreport.extract([document.extracted for document in told.documents], told.failures)
    assert (written.isascii(), "##[" in written) == (True, False)
    read_back = json.loads(jsonreport.audit(told))["documents"][0]["title"]
    assert read_back == attack.encode("utf-8", "replace").decode()


def test_given_two_paths_with_the_same_last_part_when_named_then_the_files_differ_and_hold_no_path() -> None:
    first, second = names.file_name("a/../Été & <b>.html"), names.file_name("b/Été & <b>.html")
    assert first != second
    assert re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{8}\.html", first)
