"""The commands of ``quicktake``: thin, one module each; what they import beyond the standard library loads on use."""

from __future__ import annotations

import sys

import click

from bot import __version__
from bot.cli.ask import ask
from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.doctor import doctor
from bot.cli.evaluation import calibrate, evaluate
from bot.cli.explain import explain
from bot.cli.insights import insights
from bot.cli.journal import journal
from bot.cli.new import new
from bot.cli.play import play
from bot.cli.preview import preview
from bot.cli.run import run
from bot.cli.suggest import suggest
from bot.errors import QuicktakeError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="quicktake")
def quicktake() -> None:
    """Answer a team's questions from its own reviewed articles, word for word, in Slack or right here.

    Settings come from the environment and from a file .env in the current folder; .env.example explains them.
    """


COMMANDS = (ask, chat, play, run, doctor, check, preview, explain, evaluate, calibrate, insights, suggest, new, journal)
for command in COMMANDS:
    quicktake.add_command(command)


def main() -> None:
    """Run the command line; a mistake that a person can mend goes to standard error, with exit status 1."""
    try:
        quicktake(prog_name="quicktake")
    except QuicktakeError as mistake:
        click.echo(f"quicktake: {mistake}", err=True)
        sys.exit(1)
