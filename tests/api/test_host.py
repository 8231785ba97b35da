"""A program that uses the API finds its own modules, signals, timers and collector as they were."""

import subprocess
import sys

LIBRARIES = ("click", "rich", "jinja2", "bs4", "jsonschema", "textstat", "turbohtml", "pyphen", "rapidfuzz")
HOST = """
import gc, locale, logging, signal, sys, threading, warnings
import textstat
import pyphen

rang = []
signal.signal(signal.SIGALRM, lambda *_: rang.append(1))
signal.setitimer(signal.ITIMER_REAL, 60)
gc.set_threshold(500, 7, 9)
TEXT = "Die Donaudampfschifffahrt beginnt heute. Das Wetter ist schön."
textstat.textstat.set_lang("de")

def state():
    return {
        "handler": signal.getsignal(signal.SIGALRM), "interrupt": signal.getsignal(signal.SIGINT),
        "collector": (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()),
        "locale": locale.setlocale(locale.LC_ALL), "warnings": list(warnings.filters),
        "logging": (logging.root.level, list(logging.root.handlers)),
        "modules": {name: id(module) for name, module in sys.modules.items() if name.split(".")[0] in THEIRS},
        "threads": threading.active_count(), "excepthook": sys.excepthook, "limit": sys.getrecursionlimit(),
        "textstat": (textstat.flesch_reading_ease(TEXT), textstat.textstat.syllable_count(TEXT), textstat.lix(TEXT)),
        "pyphen": (sorted(map(str, pyphen.hdcache)), pyphen.Pyphen(lang="de_AT").inserted("Donaudampfschiff")),
        "functions": [vars(module).get("count_words") for name, module in sorted(sys.modules.items()) if name.startswith("textstat.")],
    }

THEIRS = {"textstat", "nltk", "pyphen", "bs4", "rapidfuzz"}
state()
before = state()
from a11yaudit import Auditor, Settings

import bs4, rapidfuzz
HTML = "<!doctype html><html lang=LANG><title>T</title><main><article><h1>T</h1>" + "<p>TEXT</p>" * 40 + "</article></main></html>"
ENGLISH = "The storm passed over the harbour at night. Nobody was hurt."
pages = [
    (f"{language}.html", HTML.replace("LANG", language).replace("TEXT", text))
    for language, text in (("de", TEXT), ("en", ENGLISH))
]
results = [page for jobs in (None, 1) for page in Auditor(Settings()).audit_many(pages, jobs=jobs)]
assert [len(page.metrics["readability"]["formulas"]) > 1 for page in results] == [True] * 4, results
after = state()
for name in before:
    if name == "modules":
        assert all(after[name][key] == value for key, value in before[name].items()), "a module was replaced"
    else:
        assert after[name] == before[name], (name, before[name], after[name])
assert signal.getitimer(signal.ITIMER_REAL)[0] > 30, "the timer was stopped"
print("as it was")
"""


def test_given_a_host_with_settings_of_its_own_when_pages_are_audited_then_all_is_as_it_was() -> None:
    done = subprocess.run([sys.executable, "-c", HOST], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("as it was\n", "")


def test_given_the_package_when_imported_then_only_the_standard_library_is_loaded() -> None:
    """click, rich, jinja2, bs4 and the rest come when they are needed."""
    code = "import sys, a11yaudit; print({n.split('.')[0] for n in sys.modules} - sys.stdlib_module_names)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert {name for name in LIBRARIES if name in done.stdout} == set()


def test_given_an_audit_by_the_api_then_click_rich_and_jinja2_are_not_loaded() -> None:
    audit = "a11yaudit.audit('<p>x', a11yaudit.Settings()).to_dict()"
    code = f"import sys, a11yaudit; {audit}; print(sorted({{'click', 'rich', 'jinja2'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
