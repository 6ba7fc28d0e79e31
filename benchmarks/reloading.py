"""How long questions take while a reload runs, beside how long they take at rest.

Asks a number of questions a second of a running bot's answerer, at rest and during a reload of the same folder with
some files changed, and counts from the moment a question was due, so that waiting for a busy event loop counts too::

    python -m benchmarks.grow 36000 build/corpus
    python -m benchmarks.reloading build/corpus

Changes files in the folder: use a grown one.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import random
import re
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from bot.releases.releases import Releases
from bot.settings import read

if TYPE_CHECKING:
    from bot.model import Reload

CHANGED_FILES = 50


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--rate", default=20.0, show_default=True, help="Questions a second.")
@click.option("--rest", "rest_s", default=20.0, show_default=True, help="Seconds at rest.")
def main(folder: Path, rate: float, rest_s: float) -> None:
    """Run the benchmark and print its table."""
    with tempfile.TemporaryDirectory() as data:
        settings = replace(read({}), corpus=(folder,), data_dir=Path(data))
        releases = Releases(settings, now=lambda: dt.datetime.now(dt.UTC))
        asyncio.run(_measure(releases, folder, rate, rest_s))


async def _measure(releases: Releases, folder: Path, rate: float, rest_s: float) -> None:
    titles = [hit.title for hit in releases.answerer.find("", "", 500)]
    questions = itertools.cycle(random.Random(0).sample(titles, len(titles)))  # noqa: S311  (no secret)
    await _ask(releases, questions, rate, asyncio.create_task(asyncio.sleep(3)))  # warm up
    idle = await _ask(releases, questions, rate, asyncio.create_task(asyncio.sleep(rest_s)))
    _touch(folder)
    reload: asyncio.Task[Reload] = asyncio.create_task(releases.reload())
    busy = await _ask(releases, questions, rate, reload)
    outcome = await reload
    _print(idle, busy, outcome)


async def _ask(
    releases: Releases, questions: itertools.cycle[str], rate: float, until: asyncio.Task[object]
) -> list[float]:
    """Ask until the task is done; latencies in milliseconds, each from when its question was due."""
    latencies, due = [], time.perf_counter()
    while not until.done():
        due += 1 / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        releases.answerer.answer(next(questions))
        latencies.append((time.perf_counter() - due) * 1000)
    return latencies


def _touch(folder: Path) -> None:
    subject = f"subject: Moved {time.time_ns()}"  # another one each time: a folder may be used again
    for path in sorted(folder.rglob("*.md"))[:CHANGED_FILES]:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^subject: .*$", subject, text, flags=re.MULTILINE), encoding="utf-8")


def _print(idle: list[float], busy: list[float], outcome: Reload) -> None:
    median = float(np.median(idle))
    print(f"{outcome.articles:,} articles; {outcome.state.value}; {len(busy)} questions during the reload")
    for name, latencies in (("at rest", idle), ("during the reload", busy)):
        middle, high = np.percentile(latencies, [50, 99])
        print(f"{name:18} median {middle:6.1f} ms  99th {high:6.1f} ms  99th ÷ idle median {high / median:5.1f}")


if __name__ == "__main__":
    main()
