"""``quicktake check``: the linter for authors and for CI."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from bot.cli.options import settings_for
from bot.cli.progress import progress
from bot.corpus.check.findings import Finding, Report
from bot.corpus.check.rules import BY_CODE
from bot.linting import find_faults
from bot.settings import Settings
from bot.wording import counted


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each finding.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings as well.")
@click.option("--without", multiple=True, metavar="RULE", help="Leave out a rule (docs/checks.md); repeatable.")
@click.argument("folders", nargs=-1, metavar="[DIR]...", type=click.Path(path_type=Path))
def check(as_json: bool, strict: bool, without: tuple[str, ...], folders: tuple[Path, ...]) -> None:
    """Check the articles and list what authors should fix.

    Looks under each DIR. Default: QUICKTAKE_CORPUS, or the shipped articles.
    """
    report = _report(settings_for(folders), without)
    for finding in report.findings:
        click.echo(json.dumps(_as_object(finding), ensure_ascii=False) if as_json else str(finding))
    click.echo(_summary(report), err=as_json)
    sys.exit(0 if report.is_clean(strict=strict) else 1)


def _report(settings: Settings, without: tuple[str, ...]) -> Report:
    unknown = sorted(set(without) - set(BY_CODE))
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)}: no such rule; there are {', '.join(BY_CODE)}")
    with progress("Checking") as on_progress:
        return find_faults(settings.corpus, without, settings.site_url, on_progress)


def _as_object(finding: Finding) -> dict[str, str | int]:
    return {**asdict(finding), "path": str(finding.path)}


def _summary(report: Report) -> str:
    found = ", ".join(counted(count, str(severity)) for severity, count in report.counts().items())
    return f"{counted(report.files, 'file')}, {counted(report.articles, 'article')}: {found}"
