"""The questions that a new release is tried on: labelled ones, and what people asked lately."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from bot.errors import QuicktakeError
from bot.evaluate.questions import read

log = logging.getLogger(__name__)

MOST_RECENT = 500  # of what people asked


def questions_to_try(labelled: Path, recent: Iterable[str] = ()) -> tuple[str, ...]:
    """Return each question once; a file that cannot be read is left out, and the log says why."""
    return tuple(dict.fromkeys((*_labelled(labelled), *recent)))


def _labelled(path: Path) -> tuple[str, ...]:
    try:
        return tuple(question.query for question in read([path]))
    except QuicktakeError as failure:
        log.warning("Reloads are tried without labelled questions: %s", failure)
        return ()
