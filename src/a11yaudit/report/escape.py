"""Text from audited pages is hostile in every output: how it is made harmless, one function per output."""

import re

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
_BREAKS = re.compile(r"[\r\n\t]+")
_COMMAND = re.compile(r"^(\s*)::")
"""A runner trims white space before it looks for a command, so a space in front would not help."""
_HASHES = re.compile("#(?=#)")


def terminal(text: str) -> str:
    """One line with controls, bidi marks and lone surrogates shown as escapes; `##[` and `::` can start no runner command."""
    line = _UNSEEN.sub(_shown, _BREAKS.sub(" ", text)).replace("##[", "# #[")
    return _COMMAND.sub(r"\1\\u003a:", line)


def visible(text: str) -> str:
    """Text for HTML with controls and bidi marks shown; the markup is escaped by the template engine."""
    return _UNSEEN.sub(_shown, text)


def github_data(text: str) -> str:
    """The message of a workflow command."""
    return terminal(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("::", ":\u200b:")


def github_property(text: str) -> str:
    """A property of a workflow command."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def json_text(text: str) -> str:
    """A JSON document in ASCII in which no runner finds a command."""
    return _HASHES.sub("\\\\u0023", text)


def sound(text: str) -> str:
    """Without lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _shown(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
