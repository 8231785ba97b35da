"""What a program left in the text by mistake: shortcodes, markup, entities and letters in a wrong encoding."""

import re
from collections.abc import Iterator

_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|playlist|vc_\w+|et_pb_\w+|wp_\w+|su_\w+|fusion_\w+|av_\w+|contact-form(?:-7)?|mc4wp_\w+)"
    r"(?:\s[^\[\]]{0,300})?\]"
    r"|\[/?[a-z][\w-]{1,30}(?:\s+[a-z][\w-]{0,30}=(?:[\"'”“″][^\[\]]{0,200}|[\w-]+))+\s*/?\]"
    r"|\[/[a-z][\w-]{3,30}\]"
)
_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip|copy|[aeiou](?:uml|acute|grave|circ)|szlig|ccedil|#\d{2,5}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
_MOJIBAKE = re.compile("Ã[©¨¤¶¼Ÿ±³º¡§ª«®´»¢¯¹\x80-\xa0]|â€[\u2122œ\x9d“”˜¦\x80-\x9f]|Â[°«»·£©®§´]")
_TAG = re.compile(r"</?(?:p|br|b|i|em|strong|a|div|span|img|h[1-6]|ul|li|iframe|script|blockquote)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
KINDS = (
    ("shortcode", "[", _SHORTCODE, "shortcode"),
    ("entity", "&", _ENTITY, "html"),
    ("mojibake", "ÃâÂ", _MOJIBAKE, "mojibake"),
    ("tag", "<", _TAG, "html"),
)
"""Name, the signs without which there is none, the pattern, and a word: a text with it speaks about such things."""


def find(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The first piece of each kind; none where the text is about them."""
    for kind, signs, pattern, topic in KINDS:
        if any(sign in text for sign in signs):
            match = pattern.search(text)
            if match and topic not in text.casefold():
                yield kind, match


def without(text: str) -> str:
    """The text without shortcodes and tags, as its author meant it to be read."""
    if "[" not in text and "<" not in text:
        return text
    return " ".join(_TAG.sub(" ", _SHORTCODE.sub(" ", text)).split())
