"""Mutation score of the checks, the sinks and the exit codes: small faults are put in, and the tests must notice.

    python tools/mutants.py                        # all; a quarter of an hour
    python tools/mutants.py sinks --every 3        # every third fault of one part
    python tools/mutants.py link_name report/text  # two modules

A check is judged by the examples of its rules and what they tell, the sinks and the exit codes by their tests.
Each fault lives in a child of this process.
"""

import argparse
import ast
import copy
import importlib
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from a11yaudit import engine, pipeline, ruleset
from a11yaudit.model.rule import Rule

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import findings  # noqa: E402

PACKAGE = ROOT / "src" / "a11yaudit"
REPORTS = ROOT / "tests" / "report"
HOSTILE = ("test_whole.py", "test_reports.py", "test_hostile_text.py", "test_team_formats.py")
SINKS = {
    "report/escape": ("test_escape.py", "test_hostile_text.py"),
    "report/escape_csv": ("test_escape.py", "test_team_formats.py"),
    "report/escape_markdown": ("test_escape.py", "test_team_formats.py"),
    "report/escape_sarif": ("test_escape.py", "test_sarif.py"),
    "report/escape_xml": ("test_escape.py", "test_team_formats.py"),
    "report/github": HOSTILE,
    "report/sarif": ("test_whole.py", "test_sarif.py"),
    "report/markdown": HOSTILE,
    "report/csvreport": HOSTILE,
    "report/text": HOSTILE,
    "report/jsontext": HOSTILE,
    "report/jsonreport": HOSTILE,
    "report/jsonmetrics": HOSTILE,
    "report/worst": HOSTILE,
    "report/junit": HOSTILE,
    "report/gitlab": HOSTILE,
}
EXIT_CODES = dict.fromkeys(
    ("cli/entry", "ending", "cli/auditing", "cli/preparing", "api/inputs", "report/outputs", "report/streams", "review/terms"),
    ("../test_exit_codes.py",),
)
BY_TESTS = {**SINKS, **EXIT_CODES}
LONGEST = 120
"""Seconds of the processor for the tests of one fault, which may loop for ever."""
SWAPPED = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Each source with one fault, and what the fault is."""
    tree = ast.parse(source)
    for number, node in enumerate(_places(tree)):
        if _mutate(copy.deepcopy(node)):
            changed = copy.deepcopy(tree)
            told = _mutate(_places(changed)[number])
            yield ast.unparse(changed), f"line {getattr(node, 'lineno', '?')}: {told}"


def _places(tree: ast.AST) -> list[ast.AST]:
    return [node for node in ast.walk(tree) if not isinstance(node, ast.Constant) or not isinstance(node.value, str)]


def _mutate(node: ast.AST) -> str | None:
    """Put one fault into a node and say which; None where there is none to put in."""
    if isinstance(node, ast.Compare):
        node.ops[0] = SWAPPED[type(node.ops[0])]()
        return f"comparison turned round, {ast.unparse(node)}"
    if isinstance(node, ast.BoolOp):
        node.op = SWAPPED[type(node.op)]()
        return f"and/or swapped, {ast.unparse(node)}"
    if isinstance(node, ast.BinOp) and type(node.op) in (ast.Add, ast.Sub):
        node.op = SWAPPED[type(node.op)]()
        return f"plus/minus swapped, {ast.unparse(node)}"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.op = ast.UAdd()
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
        return f"not left out, {ast.unparse(node)}"
    if isinstance(node, (ast.If, ast.IfExp)) and not isinstance(node.test, (ast.Compare, ast.UnaryOp)):
        node.test = ast.UnaryOp(ast.Not(), node.test)
        return f"condition turned round, {ast.unparse(node.test)}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("replace", "sub") and node.args:
        told = f"left out, {ast.unparse(node)}"
        subject = node.func.value if node.func.attr == "replace" else node.args[-1]
        node.func, node.args, node.keywords = ast.Name("str", ast.Load()), [subject], []
        return told
    if isinstance(node, ast.Constant) and type(node.value) is int and node.value < 20:
        node.value += 1
        return f"{node.value - 1} becomes {node.value}"
    return None


def survivors(name: str, rules: Sequence[Rule], every: int) -> tuple[int, list[str]]:
    """How many faults of a module were tried, and those that nothing noticed."""
    count, missed = 0, []
    for source, told in islice(mutants((PACKAGE / f"{name}.py").read_text("utf-8")), 0, None, every):
        count += 1
        if not _noticed(name, source, rules):
            missed.append(f"{name} {told}")
    return count, missed


def _noticed(name: str, source: str, rules: Sequence[Rule]) -> bool:
    """Whether a fault changes the outcome of an example or of a test, is an error, or never ends."""
    return _in_child(lambda: _tests_notice(name, source)) if name in BY_TESTS else _in_child(lambda: _examples_notice(name, source, rules))


def _in_child(notices: Callable[[], bool]) -> bool:
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    code = 1
    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        code = notices()
    finally:
        os._exit(code)


def _examples_notice(name: str, source: str, rules: Sequence[Rule]) -> bool:
    _put_in(_module(name), source)
    importlib.reload(importlib.import_module(_module(name)))
    engine._ready.cache_clear()
    known = findings.kept()
    return any(
        pipeline.judge_fragment(example.html, ruleset.for_example(rule, example), example.scope) != example.expect
        or findings.told(rule, example) != known.get(findings.name_of(rule, example))
        for rule in rules
        for example in ruleset.examples(rule)
    )


def _tests_notice(name: str, source: str) -> bool:
    """The modules above the measures are imported anew; nothing below imports them."""
    for loaded in [each for each in sys.modules if each.startswith(("a11yaudit.report", "a11yaudit.cli"))]:
        del sys.modules[loaded]
    _put_in(_module(name), source)
    return pytest.main(["-q", "-x", "-p", "no:cacheprovider", *(str(REPORTS / file) for file in BY_TESTS[name])]) != 0


def _module(name: str) -> str:
    return f"a11yaudit.{name.replace('/', '.').removesuffix('.__init__')}"


def _put_in(module: str, source: str) -> None:
    """Let the next import of the module read that source."""
    sys.meta_path.insert(0, _Faulty(module, source))


class _Faulty(MetaPathFinder, Loader):
    """Finds one module, with a fault in it."""

    def __init__(self, module: str, source: str) -> None:
        self._module = module
        self._source = source

    def find_spec(self, fullname: str, _path: object, _target: ModuleType | None = None) -> ModuleSpec | None:
        """The module, if it is this one."""
        if fullname != self._module:
            return None
        package = PACKAGE / fullname.replace("a11yaudit.", "", 1).replace(".", "/")
        return spec_from_loader(fullname, self, origin=str(package), is_package=package.is_dir())

    def exec_module(self, module: ModuleType) -> None:
        """Run the source; a package finds its other modules as usual."""
        if module.__spec__ and module.__spec__.submodule_search_locations is not None:
            module.__path__ = [str(module.__spec__.origin)]
        exec(compile(self._source, self._module, "exec"), module.__dict__)


def main() -> None:
    """Print what nothing noticed, and the score of each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chosen", nargs="*", metavar="NAME", help="checks, sinks, exit-codes, or modules")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try every Nth fault of a module only")
    options = parser.parse_args()
    rules: dict[str, list[Rule]] = {}
    for rule in ruleset.load().rules:
        rules.setdefault(f"checks/{rule.aspect.replace('-', '_')}/{rule.check}", []).append(rule)
    parts = {"checks": sorted(rules), "sinks": list(SINKS), "exit-codes": list(EXIT_CODES)}
    for part, names in parts.items():
        chosen = [name for name in names if not options.chosen or {part, name, Path(name).name} & set(options.chosen)]
        if chosen:
            _judge(part, chosen, rules, options.every)


def _judge(part: str, names: Sequence[str], rules: dict[str, list[Rule]], every: int) -> None:
    total, missed = 0, list[str]()
    for name in names:
        count, survived = survivors(name, rules.get(name, []), every)
        total += count
        missed += survived
        print(f"{name}: {count - len(survived)} of {count} noticed", *survived, sep="\n    ", flush=True)
    print(f"{part}: {total - len(missed)} of {total} faults were noticed: {100 * (total - len(missed)) / max(1, total):.0f} %", flush=True)


if __name__ == "__main__":
    main()
