"""File names: of HTML reports, and of pictures."""

import hashlib
import re


def file_name(path: str) -> str:
    """A slug of the path's last part and eight hex digits of the whole path's hash: two pages never share one."""
    slug = re.sub(r"[^a-z0-9]+", "-", path.rsplit("/", 1)[-1].lower()).strip("-")[:60] or "page"
    return f"{slug}-{hashlib.sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}.html"


def is_file_name(name: str) -> bool:
    """Whether an article's report could have that name."""
    return re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{8}\.html", name) is not None


def picture(src: str) -> str:
    """The file name of a picture's address, empty where it has none."""
    return src.split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1]
