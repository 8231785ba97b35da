"""A copy of textstat of our own, so that a program that uses textstat too finds its own unchanged.

textstat imports nltk, which takes longer than most pages, only to download a dictionary that we
bring along; and its formulas are to take our counts. Neither can be done to the module that the
host program imports. So the package is loaded a second time under another name, with its
dictionary module left out.
"""

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Lock
from types import ModuleType

NAME = "a11yaudit._textstat"
"""Under which name our copy stands in `sys.modules`."""
_LOCK = Lock()


def textstat() -> ModuleType:
    """textstat's main module."""
    with _LOCK:
        return _load()


def folder() -> Path:
    """Where textstat is installed, found without importing it. Raises ImportError without it."""
    spec = find_spec("textstat")
    if spec is None or spec.origin is None:
        raise ImportError("textstat is not installed")
    return Path(spec.origin).parent


@cache
def _load() -> ModuleType:
    place = folder()
    spec = spec_from_file_location(NAME, place / "__init__.py", submodule_search_locations=[str(place)])
    if spec is None or spec.loader is None:
        raise ImportError(f"{place} is no package")
    sys.modules[NAME] = package = module_from_spec(spec)
    dictionary = ModuleType(f"{NAME}.backend.utils._get_cmudict")
    dictionary.get_cmudict = lambda _language: {}  # type: ignore[attr-defined]
    sys.modules[dictionary.__name__] = dictionary
    spec.loader.exec_module(package)
    return import_module(f"{NAME}.textstat")
