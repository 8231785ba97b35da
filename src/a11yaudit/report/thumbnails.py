"""Small copies of the pictures that lie next to an article, for its report."""

import base64
import io
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from a11yaudit.errors import UsageError
from a11yaudit.model.article import Image

SIDE = 96
"""Pixels of the longer side."""
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""A picture with more is left out: a small file can hold billions."""
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


def ready() -> None:
    """Raises UsageError where the extra dependency is missing."""
    if find_spec("PIL") is None:
        raise UsageError("--thumbnails needs Pillow: pip install 'a11yaudit[thumbnails]'")


def of(article: Path, images: Iterable[Image]) -> dict[str, str]:
    """Thumbnails as `data:` addresses by the pictures' addresses; none for what is not in the article's folder or is no picture."""
    found = {}
    for src in {image.src: None for image in images}:
        path = _local(article, src)
        data = _small(path) if path else None
        if data:
            found[src] = f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"
    return found


def _local(article: Path, src: str) -> Path | None:
    """The file that an address without host names, if it lies in the article's folder, links followed."""
    try:
        parts = urlsplit(src)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return None
        folder = article.resolve().parent
        path = (folder / unquote(parts.path)).resolve()
        fits = path.is_relative_to(folder) and path.is_file() and path.stat().st_size <= MOST_BYTES
    except (OSError, ValueError):
        return None
    return path if fits else None


def _small(path: Path) -> bytes | None:
    from PIL import Image as Raster

    try:
        with Raster.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            picture.thumbnail((SIDE, SIDE))
            out = io.BytesIO()
            picture.convert("RGB").save(out, "JPEG", quality=70)
    except (OSError, ValueError, SyntaxError, Raster.DecompressionBombError):
        return None
    return out.getvalue()
