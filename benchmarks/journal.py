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
from bot.indexing import load_answerer
from bot.journal.events import Asked, Chosen, Escalated, Event, NoneOfThese, Voted
from bot.journal.insights import insights
from bot.journal.readings import Period
from bot.journal.rows import Mode
from bot.journal.store import FILE_NAME, Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.answers.answerer import Answerer
    from bot.journal.events import Outcome
    from bot.model import Article, Reply

DAYS, A_DAY, PEOPLE = 365, 1_000, 200
BEGIN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ROUNDS = 7
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
    """Ask all questions with and without recording, round by round, so that both meet the same disturbances.

    The best round of each counts: what else the machine does only adds. The processor's time includes the writing.
    """
    answerer = load_answerer(settings_for(folders))
    asked = [one.query for one in read([questions])]
    replies = [answerer.answer(question) for question in asked]
    journal = Journal.to_record(data / "recording", Mode.TEXT, 10 * DAYS, _now)
    plain, recorded = [], []
    for _ in range(ROUNDS):
        plain.append(_round(answerer, asked, lambda _: None))
        recorded.append(_round(answerer, asked, lambda reply: journal.record(_event(reply, 1.0))))
        journal.flush(60)
    calls_s = sorted(_record_s(journal, reply) for reply in replies)
    journal.close()
    before, after = (np.min(times, axis=0) / len(asked) * 1000 for times in (plain, recorded))
    print(f"A reply takes {before[0]:.2f} ms; recording it takes {calls_s[len(calls_s) // 2] * 1000:.3f} ms of that")
    print(f"With recording: latency {after[0] / before[0] - 1:+.1%}, processor {after[1] / before[1] - 1:+.1%}")
    print(f"(best of {ROUNDS} rounds of {len(asked)} questions; problems: {journal.problems()})")


def _round(answerer: Answerer, asked: Sequence[str], done: Callable[[Reply], None]) -> tuple[float, float]:
    """Return the seconds it took, on the clock and of the processor."""
    began_s, began_cpu_s = time.perf_counter(), time.process_time()
    for question in asked:
        done(answerer.answer(question))
    return time.perf_counter() - began_s, time.process_time() - began_cpu_s


def _record_s(journal: Journal, reply: Reply) -> float:
    began_s = time.perf_counter()
    journal.record(_event(reply, 1.0))
    return time.perf_counter() - began_s


def measure_year(articles: Sequence[Article], data: Path) -> None:
    """Record a year and look back on it."""
    journal = Journal.to_record(data, Mode.TEXT, 10 * DAYS, _now)
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
