"""Mutation score of the checks, the sinks and the exit codes: small faults are put in, and the tests must notice.

    python tools/mutants.py            # all; some minutes
    python tools/mutants.py link_name  # one module

A check is judged by the examples of its rules, which run in this process;
`report/escape.py` and the exit codes of `cli/auditing.py` by their tests.
"""

import ast
import copy
import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from a11yaudit import engine, pipeline, ruleset
from a11yaudit.model.rule import Rule

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "a11yaudit"
BY_TESTS = {"report/escape.py": ("tests/report",), "cli/auditing.py": ("tests/test_cli.py", "tests/test_faults.py")}
SWAPPED = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Each source with one fault, and what the fault is."""
    tree = ast.parse(source)
    places = [node for node in ast.walk(tree) if not isinstance(node, ast.Constant) or not isinstance(node.value, str)]
    for number, node in enumerate(places):
        if _mutate(copy.deepcopy(node)):
            changed = copy.deepcopy(tree)
            walked = [each for each in ast.walk(changed) if not isinstance(each, ast.Constant) or not isinstance(each.value, str)]
            told = _mutate(walked[number])
            yield ast.unparse(changed), f"line {getattr(node, 'lineno', '?')}: {told}"


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
    if isinstance(node, (ast.If, ast.IfExp)):
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


def survivors(path: Path, rules: dict[str, list[Rule]]) -> tuple[int, list[str]]:
    """How many faults a module can have, and those that nothing noticed."""
    name = path.relative_to(PACKAGE).as_posix()
    judged = rules.get(path.stem, [])
    count, missed = 0, []
    for source, told in mutants(path.read_text("utf-8")):
        count += 1
        noticed = _tests_notice(name, source) if name in BY_TESTS else _examples_notice(path.stem, source, judged)
        if not noticed:
            missed.append(f"{name} {told}")
    return count, missed


def _examples_notice(check: str, source: str, rules: list[Rule]) -> bool:
    """Whether an example of a rule with that check has another outcome, or an error."""
    module = importlib.import_module(f"a11yaudit.checks.{check}")
    mutant = ModuleType(module.__name__)
    try:
        exec(compile(source, check, "exec"), _namespace(module, mutant))
        engine._ready.cache_clear()
        sys.modules[module.__name__] = mutant
        return any(
            pipeline.judge_fragment(example.html, rule, example.scope) != example.expect
            for rule in rules
            for example in ruleset.examples(rule)
        )
    except Exception:
        return True
    finally:
        sys.modules[module.__name__] = module


def _namespace(module: ModuleType, mutant: ModuleType) -> dict[str, object]:
    mutant.__dict__.update(__spec__=module.__spec__, __package__=module.__package__)
    sys.modules[module.__name__] = mutant
    return mutant.__dict__


def _tests_notice(name: str, source: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        for part in ("src", "rules", "reports", "examples", "tests", "pyproject.toml"):
            (Path(folder) / part).symlink_to(ROOT / part)
        (Path(folder) / "src").unlink()
        subprocess.run(["cp", "-r", ROOT / "src", folder], check=True)
        (Path(folder) / "src" / "a11yaudit" / name).write_text(source, "utf-8")
        environment = {**os.environ, "PYTHONPATH": f"{folder}/src"}
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *BY_TESTS[name]]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode != 0


def main() -> None:
    """Print what nothing noticed, and the score."""
    rules: dict[str, list[Rule]] = {}
    for rule in ruleset.load().rules:
        rules.setdefault(rule.check, []).append(rule)
    paths = [PACKAGE / "checks" / f"{check}.py" for check in sorted(rules)] + [PACKAGE / name for name in BY_TESTS]
    chosen = [path for path in paths if path.stem in sys.argv[1:] or len(sys.argv) == 1]
    total, missed = 0, list[str]()
    for path in chosen:
        count, survived = survivors(path, rules)
        total += count
        missed += survived
        print(f"{path.relative_to(PACKAGE)}: {count - len(survived)} of {count} noticed", flush=True)
    print(*missed, sep="\n")
    print(f"{total - len(missed)} of {total} faults were noticed: {100 * (total - len(missed)) / max(1, total):.0f} %")


if __name__ == "__main__":
    main()
