"""textstat, imported without what it does not need."""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def textstat() -> ModuleType:
    """Its main module; without nltk, which takes longer to import than a page to audit and is there to download what we bring along."""
    stand_in = "nltk" not in sys.modules
    if stand_in:
        sys.modules["nltk"] = ModuleType("nltk")
    try:
        return import_module("textstat.textstat")
    finally:
        if stand_in:
            del sys.modules["nltk"]
