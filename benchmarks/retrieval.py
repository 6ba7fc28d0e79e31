"""Compare our search with others in one run: right articles, time per question, build time, growth, memory.

    python -m benchmarks.retrieval --corpus corpus --questions evals/questions.jsonl --sizes 1000,3600,12000,36000

Times depend on the machine; the ratios to ours, taken in the same run, are what to look at. Needs bm25s and tantivy.
"""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
import numpy as np
from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.engines import ENGINES, Engine, Search
from bot.corpus.loader import load
from bot.evaluate.formulas import roc_auc
from bot.evaluate.questions import Question, read
from bot.model import Article, Corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

ROUNDS = 3
"""Each question is timed so often, and its best time counts: others share the machine."""

SIZES = "1000,3600,12000,36000"

WIDTH = 100

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question: the first hit's score, and the rank of the first relevant article or infinity."""

    is_answerable: bool
    rank: float
    score: float
    latency_ms: float


@dataclass(frozen=True, slots=True)
class Trial:
    """What one engine showed; ``latencies_ms`` has one time for each question, ``peak_mb`` is the whole process's."""

    engine: str
    articles: int
    p_at_1: float
    hit_at_3: float
    hit_at_5: float
    roc_auc: float
    latencies_ms: tuple[float, ...]
    build_s: float
    peak_mb: float

    @property
    def median_ms(self) -> float:
        """The median time per question."""
        return float(np.median(self.latencies_ms))

    @property
    def p99_ms(self) -> float:
        """The 99th percentile of the time per question."""
        return float(np.percentile(self.latencies_ms, 99))


@click.command(help=__doc__)
@click.option("--corpus", multiple=True, required=True, type=click.Path(path_type=Path), help="Folder of articles.")
@click.option("--questions", required=True, type=click.Path(path_type=Path), help="Labelled questions, JSON Lines.")
@click.option(
    "--sizes", default=SIZES, show_default=True, help="Numbers of articles for the growth table; may be empty."
)
def main(corpus: tuple[Path, ...], questions: Path, sizes: str) -> None:
    """Run all trials, each corpus size in a process of its own, and print the tables."""
    console = Console(width=WIDTH)
    with _fresh_processes() as processes:
        console.print(comparison_table(processes.submit(compare, corpus, questions, None).result()))
        grown = [processes.submit(compare, corpus, questions, int(size)) for size in sizes.split(",") if size]
        for trials in grown:
            console.print(comparison_table(trials.result()))
        if grown:
            console.print(growth_table([trials.result() for trials in grown]))


def compare(folders: Sequence[Path], questions_file: Path, size: int | None) -> list[Trial]:
    """Try every engine on the corpus of the folders, grown or thinned out to ``size`` articles; ours first."""
    questions = read([questions_file])
    corpus = load(folders)
    if size is not None:
        labelled = {url for question in questions for url in question.relevant}
        corpus = replace(corpus, articles=resized(corpus.articles, size, kept=labelled))
    click.echo(f"Asking about {len(corpus.articles):,} articles…", err=True)
    return [_try(engine, corpus, questions) for engine in ENGINES]


def resized(articles: Sequence[Article], size: int, *, kept: Collection[str]) -> tuple[Article, ...]:
    """Thin articles out, or grow them by recombined ones; those whose url is ``kept`` stay in any case."""
    if size >= len(articles):
        return (*articles, *(_recombined(articles, number) for number in range(size - len(articles))))
    others = (article for article in articles if article.url not in kept)
    needed = [article for article in articles if article.url in kept]
    return (*needed, *islice(others, max(0, size - len(needed))))


def comparison_table(trials: Sequence[Trial]) -> Table:
    """Draw one line for each engine, with its ratios to ours.

    In a grown corpus, right articles compare the engines but mean little by themselves: recombined articles hold the
    words of the labelled ones, so the labels no longer name all that is relevant.
    """
    ours = trials[0]
    headings = ("P@1", "hit@3", "hit@5", "AUC", "median ms", "p99 ms", "× ours", "build s", "× ours")
    table = _table(f"{ours.articles} articles, {len(ours.latencies_ms)} questions", "engine", *headings)
    for trial in trials:
        quality = [f"{share:.3f}" for share in (trial.p_at_1, trial.hit_at_3, trial.hit_at_5, trial.roc_auc)]
        times = (f"{trial.median_ms:.2f}", f"{trial.p99_ms:.2f}", f"{trial.median_ms / ours.median_ms:.2f}")
        build = (f"{trial.build_s:.2f}", f"{trial.build_s / ours.build_s:.2f}")
        table.add_row(trial.engine, *quality, *times, *build)
    return table


def growth_table(by_size: Sequence[Sequence[Trial]]) -> Table:
    """Draw how ours grows, one line for each size, with the two ratios that it has to keep."""
    headings = ("median ms", "p99 ÷ median", "build s", "peak MB", "RapidFuzz × ours", "build × tantivy")
    table = _table("How ours grows", "articles", *headings)
    for trials in by_size:
        ours, rapidfuzz, _, tantivy, _ = trials
        table.add_row(
            f"{ours.articles:,}",
            f"{ours.median_ms:.2f}",
            f"{ours.p99_ms / ours.median_ms:.1f}",
            f"{ours.build_s:.1f}",
            f"{ours.peak_mb:.0f}",
            f"{rapidfuzz.median_ms / ours.median_ms:.1f}",
            f"{ours.build_s / tantivy.build_s:.1f}",
        )
    return table


def _fresh_processes() -> ProcessPoolExecutor:
    """Run one task at a time, each in a new process, so that its peak memory is its own."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=1, mp_context=spawn, max_tasks_per_child=1)


def _try(engine: Engine, corpus: Corpus, questions: Sequence[Question]) -> Trial:
    search, build_s = _timed(lambda: engine.build(corpus))
    asked = [_ask(search, question) for question in questions]
    ranks = [seen.rank for seen in asked if seen.is_answerable]
    return Trial(
        engine=engine.name,
        articles=len(corpus.articles),
        p_at_1=_share(ranks, 1),
        hit_at_3=_share(ranks, 3),
        hit_at_5=_share(ranks, 5),
        roc_auc=roc_auc(
            [seen.score for seen in asked if seen.is_answerable],
            [seen.score for seen in asked if not seen.is_answerable],
        ),
        latencies_ms=tuple(seen.latency_ms for seen in asked),
        build_s=build_s,
        peak_mb=_peak_mb(),
    )


def _ask(search: Search, question: Question) -> Asked:
    rounds = [_timed(lambda: search(question.query)) for _ in range(ROUNDS)]
    found = rounds[0][0]
    ranks = [rank for rank, (url, _) in enumerate(found, start=1) if url in question.relevant]
    return Asked(
        is_answerable=question.is_answerable,
        rank=min(ranks, default=math.inf),
        score=found[0][1] if found else 0.0,
        latency_ms=min(seconds for _, seconds in rounds) * 1000,
    )


def _timed(run: Callable[[], Result]) -> tuple[Result, float]:
    started_s = time.perf_counter()
    result = run()
    return result, time.perf_counter() - started_s


def _share(ranks: Sequence[float], depth: int) -> float:
    return sum(rank <= depth for rank in ranks) / len(ranks)


def _peak_mb() -> float:
    """Return the most memory this process ever held; macOS counts bytes, Linux kilobytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _recombined(articles: Sequence[Article], number: int) -> Article:
    """Make a new article of two: the first half of one, the second half of the other.

    Every pair of different articles comes once before any comes again, then cut one word later. Real words, unlike
    made-up ones, make the lists of articles that a question's words lead to as long as they would be.
    """
    count = len(articles)
    turn, place = divmod(number, count)
    later, distance = divmod(turn, max(1, count - 1))
    first, second = articles[place], articles[(place + distance + 1) % count]
    return Article(
        url=f"/recombined/{number}",
        title=_spliced(first.title, second.title, later),
        answer=_spliced(first.answer, second.answer, later),
        subject=first.subject,
        description=_spliced(first.description, second.description, later),
        keywords=(*first.keywords[::2], *second.keywords[1::2]),
    )


def _spliced(first: str, second: str, later: int) -> str:
    """Join the first half of one text's words and the second half of another's, cut so many words ``later``."""
    head, tail = first.split(), second.split()
    return " ".join([*head[: len(head) // 2 + later], *tail[len(tail) // 2 + later :]])


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first, no_wrap=True)
    for heading in others:
        table.add_column(heading, justify="right")
    return table


if __name__ == "__main__":
    main()
