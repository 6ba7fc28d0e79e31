"""``quicktake doctor``: looks at everything the bot needs and says what to do about each finding."""

from __future__ import annotations

import sys

import click


@click.command()
def doctor() -> None:
    """Check settings, corpus, data folder and, where tokens are set, the connection, tokens and scopes.

    The exit status is 0 if the bot can run, else 1.
    """
    from bot.diagnosis import Level, diagnose  # noqa: PLC0415  (keeps --help quick)
    from bot.settings import environment  # noqa: PLC0415

    findings = diagnose(environment())
    for finding in findings:
        click.echo(str(finding))
    if any(finding.level is Level.WRONG for finding in findings):
        sys.exit(1)
