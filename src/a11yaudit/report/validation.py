"""Checking a report against its schema, without ever fetching one."""

from pathlib import Path

from a11yaudit import files, resources
from a11yaudit.errors import UsageError


def first_problem(path: Path) -> str | None:
    """The first thing that is wrong with a report, in one line; None where nothing is."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    try:
        data = files.content(path, files.MOST_REPORT)
    except files.FileError as error:
        raise UsageError(f"{path}: {error}") from error
    try:
        report = files.json_value(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return f"{path}: not valid JSON: {error}"
    validator = Draft202012Validator(resources.schema("report"), registry=Registry())
    problem = next(validator.iter_errors(report), None)
    return f"{path}: {problem.json_path}: {problem.message[:200]}" if problem else None
