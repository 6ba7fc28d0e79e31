"""What several commands share: the --corpus option and the settings it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bot import settings as environment
from bot.corpus.sources import fetched
from bot.settings import Settings


def corpus_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--corpus DIR``, which may be repeated and goes before QUICKTAKE_CORPUS."""
    option = click.option(
        "--corpus",
        "folders",
        multiple=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Folder with articles; repeatable. Default: QUICKTAKE_CORPUS, or the shipped articles.",
    )
    return option(command)


def settings_for(folders: tuple[Path, ...]) -> Settings:
    """Return the settings of the environment, with ``folders`` as the corpus if any are given.

    Raises:
        SettingsError: something in the environment is wrong.
    """
    environ = environment.environment()
    if folders:
        environ.pop("QUICKTAKE_CORPUS", None)
    settings = environment.read(environ)
    return replace(settings, corpus=folders) if folders else fetched(settings)
