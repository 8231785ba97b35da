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
@click.option("-C", "--directory", type=click.Path(path_type=Path), help="Run in this folder.")
def group(directory: Path | None) -> None:
    """Check article pages: reading time, readability, alt texts, captions, ads and page structure."""
    if directory:
        try:
            os.chdir(directory)
        except OSError as error:
            raise UsageError(f"{directory}: {(error.strerror or str(error)).lower()}") from error


def page_options(offered: tuple[str, ...], default: str) -> Callable[[Any], Any]:
    """Options shared by `audit` and `extract`."""
    return _all_of(
        *RUN_OPTIONS,
        click.option("--format", "form", type=click.Choice(offered), default=default, show_default=True, help="Format of the output."),
        click.option("-o", "--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="Also write a report to a file; repeatable."),
        overwrite_option,
    )


overwrite_option = click.option("--overwrite", is_flag=True, help="Replace files even if a11yaudit didn't write them.")


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
            self.fail(f"{value!r} isn't a number of workers or 'auto'", param, ctx)
        return int(value)


RUN_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    click.option(
        "--scope", type=click.Choice(["article", "page"]), default="article", show_default=True,
        help="Use `page` to treat the whole document as the article.",
    ),
    click.option("--jobs", type=JobsType(), default="auto", show_default=True, help="Number of worker processes."),
    click.option("--max-bytes", type=click.IntRange(min=1), default=10 * 1024 * 1024, show_default=True,
        help="Skip files larger than this."),
    click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True,
        help="Give up on a page after this many CPU seconds."),
    click.option(
        "--filter-list", "filter_lists", multiple=True, type=click.Path(path_type=Path),
        help="Count what this ad-blocking list (Adblock Plus syntax) hides as ads; repeatable.",
    ),
    click.option(
        "--profile", "profiles", multiple=True, type=click.Path(path_type=Path),
        help="TOML file that describes the publisher's own ad slots; repeatable."
    ),
    click.option("--url", help="Address of the pages, for filter list rules that apply to one site."),
    click.option("--allow-empty", is_flag=True, help="Exit with 0 if there is nothing to check."),
    click.option("-q", "--quiet", is_flag=True, help="Don't show progress."),
)  # fmt: skip
"""Options that choose the pages and limits."""
RULE_OPTIONS = (
    click.option(
        "--config", type=click.Path(path_type=Path), help="Settings file (default: a11yaudit.toml or pyproject.toml in this folder)."
    ),
    click.option("--select", multiple=True, metavar="NAMES", help="Use only these rules or aspects; comma-separated, repeatable."),
    click.option("--ignore", multiple=True, metavar="NAMES", help="Leave out these rules or aspects; comma-separated, repeatable."),
)
"""Options that choose the rules."""


class LanguageType(click.ParamType[str]):
    """A language that the HTML reports are translated into."""

    name = "LANGUAGE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language, if there is a translation."""
        from a11yaudit.report import languages

        if value not in languages.known():
            self.fail(f"{value!r} isn't available; use {', '.join(languages.known())}", param, ctx)
        return str(value)


class PartsType(click.ParamType[tuple[Part, ...]]):
    """Parts of a page, comma-separated."""

    name = "PARTS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Part, ...]:
        """The parts, if all of them exist."""
        names = [name.strip() for name in str(value).split(",")]
        unknown = [name for name in names if name not in set(Part)]
        if unknown:
            self.fail(f"{unknown[0]!r} isn't a part; use {', '.join(Part)}", param, ctx)
        return tuple(map(Part, names))


@group.command()
@page_options(formats.AUDIT, "text")
@_all_of(*RULE_OPTIONS)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="Fail (exit 1) at this severity or worse, in the article and the page (default: serious).",
)
@click.option(
    "--fail-on-around", type=click.Choice(SEVERITIES), help="The same for menus, footer and the rest around the article (default: never)."
)
@click.option(
    "--part",
    "parts",
    type=PartsType(),
    metavar="PARTS",
    help="Show only findings of these parts: article, page, around; comma-separated. Doesn't change the verdict or the counts.",
)
@click.option(
    "--no-article",
    type=click.Choice(["error", "warn", "ignore"]),
    help="How to treat a page without an article (default: error for a file named on its own, otherwise warn).",
)
@click.option("--base-url", default="", metavar="URL", help="Address that an EARL report puts before the paths.")
@click.option("--report-lang", type=LanguageType(), default="en", show_default=True, help="Language of the HTML reports.")
@click.option(
    "--compare", type=click.Path(path_type=Path), metavar="OLD.json", help="Show in the HTML reports what is new since this JSON report."
)
@click.option("--thumbnails", is_flag=True, help="Show small copies of the pictures in the HTML reports; needs Pillow.")
@click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep results in this folder and reuse them for unchanged pages.",
)
@click.option("--min-score", type=click.FloatRange(0, 100), help="Fail if an overall score is below this.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Don't fail for findings listed in this file.")
@click.option("--baseline-strict", is_flag=True, help="Fail if the baseline lists findings that no longer exist.")
@click.option("--diff", metavar="BASE", help="Check only files changed since this git revision, and compare them with it.")
@click.option("--new-only", is_flag=True, help="With --diff: fail only for findings that are new since BASE.")
def audit(**options: Any) -> int:
    """Check files, folders or globs; `-` reads standard input."""
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
    """Keep known findings in a file, so that only new ones fail."""


baseline_file = click.option(
    "--baseline", "file", type=click.Path(path_type=Path), default=Path("a11yaudit-baseline.json"), show_default=True, metavar="FILE",
    help="Baseline file; paths in it are relative to its folder.",
)  # fmt: skip
baseline_options = _all_of(*RUN_OPTIONS, *RULE_OPTIONS, baseline_file, overwrite_option)


@baseline.command("write")
@baseline_options
def baseline_write(**options: Any) -> int:
    """Record all current findings as known; replaces an older baseline."""
    from a11yaudit.cli import baselines

    return baselines.write(_baseline(options))


@baseline.command("update")
@baseline_options
def baseline_update(**options: Any) -> int:
    """Remove findings that no longer exist and follow renamed files; adds nothing."""
    from a11yaudit.cli import baselines

    return baselines.update(_baseline(options))


@baseline.command("show")
@baseline_file
def baseline_show(file: Path) -> int:
    """List the findings in the baseline."""
    from a11yaudit.cli import baselines

    return baselines.show(file)


@group.command()
@page_options(formats.EXTRACT, "text")
def extract(**options: Any) -> int:
    """Show what is recognised as the article, without checking it."""
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
    """Explain one rule: what it checks, why, how to fix it, thresholds, examples."""
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
    """Rule ids for shell completion."""
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
