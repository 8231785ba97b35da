"""Text from audited pages is hostile in every output: how it is made harmless, one function per output."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"[\r\n\t]+")
_COMMAND = re.compile(r"^(\s*):(?=:|$)")
"""A runner trims white space before it looks for a command, so a space in front would not help; a single colon may meet another one."""
_COMMAND_IN_MARKUP = re.compile(r"^(\s*)::", re.MULTILINE)
_HASHES = re.compile("#(?=#)")
LONGEST_PATH = 4_096
LONGEST_SHOWN = 20_000
"""Characters of a paragraph in the HTML report: ten times the longest that anybody writes."""


def terminal(text: str, longest: int = 1_000) -> str:
    """One line, cut at `longest` characters, with controls, bidi marks and lone surrogates shown as escapes.

    `::` can start no runner command, nor can `##[`, `##vso[` or `##teamcity[`, which Azure and TeamCity read anywhere in a line.
    """
    cut = text if len(text) <= longest else f"{text[:longest]}…"
    line = _HASHES.sub("# ", _UNSEEN.sub(_shown, _BREAKS.sub(" ", cut)))
    return _COMMAND.sub(r"\1\\u003a", line)


def visible(text: str) -> str:
    """Text for HTML, cut where no reader would get to, with controls and bidi marks shown; the markup is escaped by the template engine."""
    return _UNSEEN.sub(_shown, text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…")


def markup(page: str) -> str:
    """HTML or XML that is escaped already, in which no runner finds a command; a browser and a parser read the same as before."""
    return _COMMAND_IN_MARKUP.sub(r"\1&#58;:", _HASHES.sub("&#35;", page))


def github_data(text: str, longest: int = 1_000) -> str:
    """The message of a workflow command."""
    return terminal(text, longest).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("::", ":\u200b:")


def github_property(text: str) -> str:
    """A property of a workflow command."""
    return github_data(text, LONGEST_PATH).replace(":", "%3A").replace(",", "%2C")


def json_text(text: str) -> str:
    """A JSON document in ASCII in which no runner finds a command."""
    return _HASHES.sub("\\\\u0023", text)


def sound(text: str) -> str:
    """Without lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
