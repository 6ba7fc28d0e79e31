"""What recording costs: a question's latency with and without it, a year's file, and insights over that year.

    python -m benchmarks.journal --corpus corpus --questions evals/questions.jsonl --data build/year

The year is made up with a seed: 1,000 questions a day by 200 people, a tenth of them the same old ones, with votes,
choices and escalations as busy help desks have them. Times depend on the machine; the processor's time, which is given
too, less so where others share it.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np

from bot.cli.options import settings_for
from bot.corpus.loader import load
from bot.evaluate.questions import read
from bot.journal.events import Asked, Chosen, Escalated, Event, NoneOfThese, Voted
from bot.journal.insights import insights
from bot.journal.queries import Period
from bot.journal.rows import Mode
from bot.journal.store import Journal
from bot.releases.indexing import load_answerer
from bot.store import FILE_NAME
from bot.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.answers.answerer import Answerer
    from bot.journal.events import Outcome
    from bot.model import Article, Reply

DAYS, A_DAY, PEOPLE = 365, 1_000, 200
BEGIN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ROUNDS, AT_ONCE = 60, 40
MOST_PENDING = 5_000


@dataclass(frozen=True, slots=True)
class Life:
    """People asking: what they ask comes from the words of articles' titles."""

    chance: random.Random
    articles: Sequence[Article]

    def day(self, start: dt.datetime) -> Iterator[Event]:
        """Give a day's events in order."""
        for number in range(A_DAY):
            at = start + dt.timedelta(seconds=86_400 * number / A_DAY)
            yield from self._conversation(self._question(), f"U{self.chance.randrange(PEOPLE):08}", at)

    def _question(self) -> str:
        """Ask a title's first words, mostly mixed with another's, so that most questions are asked once."""
        words = self.chance.choice(self.articles).title.split()
        if self.chance.random() > 0.1:
            words = [*words[:6], *self.chance.choice(self.articles).title.split()[-5:]]
        return " ".join(words)

    def _conversation(self, question: str, user: str, at: dt.datetime) -> Iterator[Event]:
        urls = tuple(one.url for one in self.chance.sample(self.articles, 5))
        luck, voted = self.chance.random(), self.chance.random()
        outcome: Outcome = "answer" if luck < 0.6 else "choices" if luck < 0.85 else "none"
        shown = urls[:1] if outcome == "answer" else urls if outcome == "choices" else ()
        latency_ms = self.chance.lognormvariate(3, 0.5)
        yield Asked(question, user, at, "command", outcome, shown, self.chance.random(), "12-1f0c9a2", latency_ms)
        if outcome == "choices":
            is_found = luck < 0.78
            yield Chosen(question, user, at, urls[0]) if is_found else NoneOfThese(question, user, at)
        if voted < 0.1:
            yield Voted(question, user, at, urls[0], voted < 0.075, "" if voted < 0.075 else "not what I meant")
        if outcome == "none" and voted > 0.9:
            yield Escalated(question, user, at)


def measure_recording(folders: tuple[Path, ...], questions: Path, data: Path) -> None:
    """Ask a few questions with and without recording, turn by turn, many times.

    The median of the ratios counts, since what else the machine does meets both of a pair. Questions follow each other
    without a pause here, so that replies compete with the writing of those before: the worst case.
    """
    answerer = load_answerer(settings_for(folders))
    asked = [one.query for one in read([questions])]
    journal = Journal.to_record(Database.in_folder(data / "recording"), data / "recording", Mode.TEXT, 10 * DAYS, _now)
    pairs = [_pair(answerer, asked[turn % len(asked) :][:AT_ONCE], journal) for turn in range(0, ROUNDS * 7, 7)]
    calls_s = sorted(_record_s(journal, answerer.answer(question)) for question in asked)
    journal.close()
    latency, processor = np.median([after / before for before, after in pairs], axis=0) - 1
    reply_ms = np.median([before[0] for before, _ in pairs]) / AT_ONCE * 1000
    print(f"A reply takes {reply_ms:.2f} ms; recording it takes {calls_s[len(calls_s) // 2] * 1000:.3f} ms of that")
    print(f"With recording: latency {latency:+.1%}, processor {processor:+.1%}")
    print(f"(medians of {ROUNDS} pairs of {AT_ONCE} questions each; problems: {journal.problems()})")


def _pair(
    answerer: Answerer, asked: Sequence[str], journal: Journal
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the seconds of a round without and with recording; what was recorded before is written first."""
    journal.flush(60)
    plain = _round(answerer, asked, lambda _: None)
    return plain, _round(answerer, asked, lambda reply: journal.record(_event(reply, 1.0)))


def _round(answerer: Answerer, asked: Sequence[str], done: Callable[[Reply], None]) -> NDArray[np.float64]:
    """Return the seconds it took, on the clock and of the processor."""
    began_s, began_cpu_s = time.perf_counter(), time.process_time()
    for question in asked:
        done(answerer.answer(question))
    return np.array([time.perf_counter() - began_s, time.process_time() - began_cpu_s])


def _record_s(journal: Journal, reply: Reply) -> float:
    began_s = time.perf_counter()
    journal.record(_event(reply, 1.0))
    return time.perf_counter() - began_s


def measure_year(articles: Sequence[Article], data: Path) -> None:
    """Record a year and look back on it."""
    journal = Journal.to_record(Database.in_folder(data), data, Mode.TEXT, 10 * DAYS, _now)
    began_s = time.perf_counter()
    count = _live(journal, Life(random.Random(0), articles))  # noqa: S311  (made-up people)
    wrote_s = time.perf_counter() - began_s
    size_mb = (data / FILE_NAME).stat().st_size / 1e6
    print(f"A year: {count:,} events, {size_mb:.0f} MB, written at {count / wrote_s:,.0f} events a second")
    titles = {one.url: one.title for one in articles}
    for days in (7, 30, 180, DAYS):
        began_s, began_cpu_s = time.perf_counter(), time.process_time()
        found = insights(journal.readings(Period.last(days, BEGIN + dt.timedelta(days=DAYS))), titles)
        took_s, took_cpu_s = time.perf_counter() - began_s, time.process_time() - began_cpu_s
        print(f"Insights over {days} days: {took_s:.2f} s, of the processor {took_cpu_s:.2f} s", end="; ")
        print(f"{found.questions:,} questions, {len(found.gaps)} gaps")
    journal.close()


def _live(journal: Journal, life: Life) -> int:
    count = 0
    for day in range(DAYS):
        for event in life.day(BEGIN + dt.timedelta(days=day)):
            journal.record(event)
            count += 1
            if count % MOST_PENDING == 0:
                journal.flush(60)
    journal.flush(60)
    return count


def _event(reply: Reply, latency_ms: float) -> Asked:
    urls = tuple(hit.article.url for hit in reply.hits)
    confidence = reply.hits[0].confidence if reply.hits else 0.0
    return Asked(reply.question, "U0", _now(), "command", "answer", urls, confidence, str(reply.release), latency_ms)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@click.command(help=__doc__)
@click.option("--corpus", "folders", multiple=True, type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--questions", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--data", type=click.Path(path_type=Path), required=True, help="Folder to make and remove.")
def main(folders: tuple[Path, ...], questions: Path, data: Path) -> None:
    """Run as a script."""
    data.mkdir(parents=True)
    try:
        measure_recording(folders, questions, data)
        measure_year(load(folders).articles, data)
    finally:
        shutil.rmtree(data)


if __name__ == "__main__":
    main()
