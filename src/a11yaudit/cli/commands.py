"""The commands. Each one turns its options into a request, and hands that to the module that does the work.

This is the edge: nothing behind it knows click or options by their names.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from a11yaudit import __version__
from a11yaudit.cli.exits import Exit
from a11yaudit.errors import UsageError
from a11yaudit.model.part import Part
from a11yaudit.report import formats

if TYPE_CHECKING:
    from a11yaudit.cli.requests import BaselineRequest, Judging, Reports

R = TypeVar("R")
SEVERITIES = ("critical", "serious", "moderate", "minor", "never")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="a11yaudit")
@click.option("-C", "--directory", type=click.Path(path_type=Path), help="Run as if started in this folder.")
def group(directory: Path | None) -> None:
    """Audit article pages: reading time, readability, alternative texts, captions, ads and page structure."""
    if directory:
        try:
            os.chdir(directory)
        except OSError as error:
            raise UsageError(f"{directory}: {(error.strerror or str(error)).lower()}") from error


def page_options(offered: tuple[str, ...], default: str) -> Callable[[Any], Any]:
    """The options that `audit` and `extract` share."""
    return _all_of(
        *RUN_OPTIONS,
        click.option("--format", "form", type=click.Choice(offered), default=default, show_default=True, help="What to print."),
        click.option("-o", "--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="Also write a report; repeatable."),
        overwrite_option,
    )


overwrite_option = click.option("--overwrite", is_flag=True, help="Replace files that a11yaudit didn't write.")


def _all_of(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """One decorator that adds the options in their order."""

    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


class JobsType(click.ParamType[int | None]):
    """A number of workers, or `auto`."""

    name = "N|auto"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        """None for `auto`."""
        if value in (None, "auto"):
            return None
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f"{value!r} is no number of workers and not 'auto'", param, ctx)
        return int(value)


RUN_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    click.option(
        "--scope", type=click.Choice(["article", "page"]), default="article", show_default=True,
        help="`page`: the whole document counts as the article.",
    ),
    click.option("--jobs", type=JobsType(), default="auto", show_default=True, help="Worker processes."),
    click.option("--max-bytes", type=click.IntRange(min=1), default=10 * 1024 * 1024, show_default=True, help="Largest file."),
    click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="CPU seconds for one page."),
    click.option(
        "--filter-list", "filter_lists", multiple=True, type=click.Path(path_type=Path),
        help="Also ads: what a list in Adblock Plus syntax hides; repeatable.",
    ),
    click.option(
        "--profile", "profiles", multiple=True, type=click.Path(path_type=Path), help="The publisher's own slots, as TOML; repeatable."
    ),
    click.option("--url", help="Address of the pages, for rules of a filter list that are for one site."),
    click.option("--allow-empty", is_flag=True, help="No page to audit is no error."),
    click.option("-q", "--quiet", is_flag=True, help="No progress on the standard error."),
)  # fmt: skip
"""What says which pages are looked at, and how."""
RULE_OPTIONS = (
    click.option("--config", type=click.Path(path_type=Path), help="Settings; otherwise a11yaudit.toml or pyproject.toml of this folder."),
    click.option("--select", multiple=True, metavar="NAMES", help="Only these rules or aspects; comma-separated, repeatable."),
    click.option("--ignore", multiple=True, metavar="NAMES", help="Not these rules or aspects."),
)
"""What says which rules judge."""


class LanguageType(click.ParamType[str]):
    """A language that the HTML reports are translated into."""

    name = "LANGUAGE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language, if there is a file of it."""
        from a11yaudit.report import languages

        if value not in languages.known():
            self.fail(f"{value!r} is none of {', '.join(languages.known())}", param, ctx)
        return str(value)


class PartsType(click.ParamType[tuple[Part, ...]]):
    """Parts of a page, comma-separated."""

    name = "PARTS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Part, ...]:
        """The parts, if all of them exist."""
        names = [name.strip() for name in str(value).split(",")]
        unknown = [name for name in names if name not in set(Part)]
        if unknown:
            self.fail(f"{unknown[0]!r} is none of {', '.join(Part)}", param, ctx)
        return tuple(map(Part, names))


@group.command()
@page_options(formats.AUDIT, "text")
@_all_of(*RULE_OPTIONS)
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit 1 from this severity on, in the article and the page (default: serious)."
)
@click.option(
    "--fail-on-around", type=click.Choice(SEVERITIES), help="The same for what stands around the article: menus, footer (default: never)."
)
@click.option(
    "--part",
    "parts",
    type=PartsType(),
    metavar="PARTS",
    help="Show findings of these parts only: article, page, around; comma-separated. Verdict and counts stay whole.",
)
@click.option(
    "--no-article",
    type=click.Choice(["error", "warn", "ignore"]),
    help="What a page without an article is (default: an error if it is named by itself, else a warning).",
)
@click.option("--base-url", default="", metavar="URL", help="Where the paths are published; put before them in an EARL report.")
@click.option("--report-lang", type=LanguageType(), default="en", show_default=True, help="Language of the HTML reports.")
@click.option("--compare", type=click.Path(path_type=Path), metavar="OLD.json", help="HTML reports say what is new since this report.")
@click.option("--thumbnails", is_flag=True, help="HTML reports show small copies of pictures next to the article; needs Pillow.")
@click.option(
    "--cache", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Keep results here and take unchanged pages from it."
)
@click.option("--min-score", type=click.FloatRange(0, 100), help="Exit 1 where an overall score is below it.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Findings listed there are known and fail nothing.")
@click.option("--baseline-strict", is_flag=True, help="Exit 1 where the baseline lists what is gone.")
@click.option("--diff", metavar="BASE", help="Only files changed since this git revision, compared with their versions there.")
@click.option("--new-only", is_flag=True, help="With --diff: only findings that BASE does not have fail.")
def audit(**options: Any) -> int:
    """Audit files, folders, globs, or `-` for the standard input."""
    from a11yaudit.api.runs import Workers
    from a11yaudit.cli import auditing
    from a11yaudit.cli.requests import AuditRequest, Pages, Reading
    from a11yaudit.report.style import Style
    from a11yaudit.review.demands import Demands

    return auditing.audit(
        AuditRequest(
            pages=_of(Pages, options),
            reading=_of(Reading, options),
            judging=_judging(options),
            workers=_of(Workers, options),
            demands=_of(Demands, options),
            reports=_reports(options, formats.AUDIT),
            style=_of(Style, options),
            parts=options["parts"] or tuple(Part),
            base_url=options["base_url"],
            cache=options["cache"],
        )
    )


@group.group()
def baseline() -> None:
    """Known findings, kept in a file: they are shown, and only new ones fail."""


baseline_file = click.option(
    "--baseline", "file", type=click.Path(path_type=Path), default=Path("a11yaudit-baseline.json"), show_default=True, metavar="FILE",
    help="The baseline's file; its paths are relative to its folder.",
)  # fmt: skip
baseline_options = _all_of(*RUN_OPTIONS, *RULE_OPTIONS, baseline_file, overwrite_option)


@baseline.command("write")
@baseline_options
def baseline_write(**options: Any) -> int:
    """List all findings of the pages as known; an older list is overwritten."""
    from a11yaudit.cli import baselines

    return baselines.write(_baseline(options))


@baseline.command("update")
@baseline_options
def baseline_update(**options: Any) -> int:
    """Take out what is gone and follow renamed files; nothing is added."""
    from a11yaudit.cli import baselines

    return baselines.update(_baseline(options))


@baseline.command("show")
@baseline_file
def baseline_show(file: Path) -> int:
    """Print what the baseline lists."""
    from a11yaudit.cli import baselines

    return baselines.show(file)


@group.command()
@page_options(formats.EXTRACT, "text")
def extract(**options: Any) -> int:
    """Print what the auditor takes for the article; no judgement."""
    from a11yaudit.api.runs import Workers
    from a11yaudit.cli import extracting
    from a11yaudit.cli.requests import ExtractRequest, Pages, Reading

    return extracting.extract(
        ExtractRequest(
            pages=_of(Pages, options),
            reading=_of(Reading, options),
            workers=_of(Workers, options),
            reports=_reports(options, formats.EXTRACT),
        )
    )


@group.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules(form: str) -> int:
    """List all rules."""
    from a11yaudit import ruleset
    from a11yaudit.report import catalogue

    listed = ruleset.load().rules
    click.echo(json.dumps([catalogue.as_json(rule) for rule in listed], indent=1) if form == "json" else catalogue.table(listed))
    return Exit.CLEAN


@group.command()
@click.argument("identity", metavar="ID", shell_complete=lambda *_: _rule_ids())
def rule(identity: str) -> int:
    """Explain one rule: what, why, how to fix it, thresholds, examples."""
    from a11yaudit import ruleset
    from a11yaudit.report import catalogue

    click.echo(catalogue.explained(ruleset.load().rule(identity)))
    return Exit.CLEAN


@group.command()
@click.argument("name", type=click.Choice(["report", "rule", "config", "profile"]), default="report")
def schema(name: str) -> int:
    """Print a JSON Schema."""
    from a11yaudit import resources

    click.echo(json.dumps(resources.schema(name), indent=1))
    return Exit.CLEAN


@group.command()
@click.argument("report", type=click.Path(path_type=Path))
def validate(report: Path) -> int:
    """Check a JSON report against its schema."""
    from a11yaudit.cli import telling
    from a11yaudit.report import validation

    problem = validation.first_problem(report)
    telling.out(problem or f"{report}: valid")
    return Exit.FINDINGS if problem else Exit.CLEAN


def _rule_ids() -> list[str]:
    """For the completion of a shell."""
    from a11yaudit import ruleset

    return [rule.id for rule in ruleset.load().rules]


def _of(kind: type[R], options: dict[str, Any]) -> R:
    """A record from the options that are called like its fields."""
    names: Any = fields(kind)  # type: ignore[arg-type]
    return kind(**{each.name: options[each.name] for each in names})


def _judging(options: dict[str, Any]) -> "Judging":
    from a11yaudit.cli.requests import Judging

    return Judging(options["config"], _names(options["select"]), _names(options["ignore"]))


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """The names in options that are repeatable and take several, comma-separated."""
    return tuple(name.strip() for item in given for name in item.split(",") if name.strip())


def _reports(options: dict[str, Any], offered: tuple[str, ...]) -> "Reports":
    from a11yaudit.cli.requests import Reports
    from a11yaudit.report import outputs

    return Reports(options["form"], tuple(outputs.parse(options["outputs"], offered, options["overwrite"])))


def _baseline(options: dict[str, Any]) -> "BaselineRequest":
    from a11yaudit.api.runs import Workers
    from a11yaudit.cli.requests import BaselineRequest, Pages, Reading
    from a11yaudit.report.outputs import Output

    return BaselineRequest(
        pages=_of(Pages, options),
        reading=_of(Reading, options),
        judging=_judging(options),
        workers=_of(Workers, options),
        file=Output("baseline", options["file"], options["overwrite"]),
    )
