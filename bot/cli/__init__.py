"""The commands of ``quicktake``: thin, one module each, imported when somebody runs them."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

from bot import __version__
from bot.errors import QuicktakeError

COMMANDS = {
    "ask": ("ask:ask", "Print the reply to QUESTION."),
    "chat": ("chat:chat", "Talk to the bot in this terminal; no Slack account needed."),
    "play": ("play:play", "Try the bot in a browser; no Slack account needed."),
    "run": ("run:run", "Connect to Slack and answer until SIGTERM or Ctrl-C."),
    "doctor": ("doctor:doctor", "Check everything the bot needs and say what to do about each finding."),
    "check": ("check:check", "Check the articles and list what authors should fix."),
    "preview": ("preview:preview", "Stage the articles and show which questions would be answered differently."),
    "explain": ("explain:explain", "Explain why an article comes first for QUESTION."),
    "eval": ("evaluation:evaluate", "Ask labelled QUESTIONS and print how well they are answered."),
    "calibrate": ("evaluation:calibrate", "Print which thresholds give which false-answer rates."),
    "insights": ("insights:insights", "Show what was asked, whether it helped, and what is missing."),
    "suggest": ("suggest:suggest", "Suggest aliases, learnt from what people chose."),
    "new": ("new:new", "Start an article that answers QUESTION."),
    "journal": ("journal:journal", "Export, forget or reuse what the bot recorded."),
}
"""Each command's function, and what ``--help`` says of it without importing it."""


class LazyGroup(click.Group):
    """Imports a command when somebody runs it: together they take seconds, and ``--help`` needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(f"bot.cli.{module}"), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands as the table describes them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="quicktake")
def quicktake() -> None:
    """Answer a team's questions from its own reviewed articles, word for word, in Slack or right here.

    Settings come from the environment and from a file .env in the current folder; .env.example explains them.
    """


def main() -> None:
    """Run the command line; a mistake that a person can mend goes to standard error.

    What a terminal's encoding lacks is replaced: “é” as “?” says more than a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        quicktake(prog_name="quicktake")
    except QuicktakeError as mistake:
        click.echo(f"quicktake: {mistake}", err=True)
        sys.exit(mistake.exit_status)
