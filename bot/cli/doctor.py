"""``quicktake doctor``: looks at everything the bot needs and says what to do about each finding."""

from __future__ import annotations

import sys

import click

from bot.diagnosis import Level, diagnose
from bot.settings import environment


@click.command()
def doctor() -> None:
    """Check everything the bot needs and say what to do about each finding.

    Looks at the settings, the corpus, the data folder and, if tokens are set, at the connection, tokens and scopes.
    The exit status is 0 if the bot can run, else 1.
    """
    findings = diagnose(environment())
    for finding in findings:
        click.echo(str(finding))
    if any(finding.level is Level.WRONG for finding in findings):
        sys.exit(1)
