"""Measure what search by meaning costs beside search by words: time per question, memory, encoding, growth.

    python -m benchmarks.semantic MODEL_DIR CORPUS_DIR

Times depend on the machine; the ratios, taken in one run, are what to look at. Of the labelled questions only the words
matter here. ``--data`` keeps the encoded corpus for the next run.
"""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
import numpy as np
from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.loading import resident_mb
from bot.corpus.loader import load
from bot.embedding.encoder import encode
from bot.embedding.model import open_folder
from bot.embedding.vector_cache import Store
from bot.evaluate.questions import read
from bot.releases.indexing import index_of, recipe
from bot.releases.snapshot_builder import refresh
from bot.search.semantic import Quantised, passages
from bot.search.weights import CANDIDATES
from bot.settings import read as read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.embedding.model import Model
    from bot.search.index import Index
    from bot.search.semantic import Meanings
    from bot.settings import Settings

SHIPPED = Path("evals/questions.jsonl")
ROUNDS = 3  # each question is timed so often, and its best time counts: others share the machine
ROWS = (36_000, 100_000, 400_000)

Argument = TypeVar("Argument")
Result = TypeVar("Result")


@click.command(help=__doc__)
@click.argument("model_dir", type=click.Path(exists=True, path_type=Path))
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.option("--questions", default=SHIPPED, type=click.Path(exists=True, path_type=Path), show_default=True)
@click.option("--data", type=click.Path(path_type=Path), help="Folder for what is encoded; by default a passing one.")
@click.option(
    "--sample", default=4_000, show_default=True, help="How many texts are encoded with one process, and two."
)
def main(model_dir: Path, corpus: Path, questions: Path, data: Path | None, sample: int) -> None:
    """Run as a script."""
    texts = [one.query for one in read([questions])]
    with tempfile.TemporaryDirectory() as passing:
        usual, folder = replace(read_settings({}), corpus=(corpus,)), data or Path(passing)
        words = replace(usual, semantic="off", data_dir=folder / "words")
        meaning = replace(usual, model_dir=model_dir, data_dir=folder / "meaning")
        console = Console(width=100)
        console.print(encoding_table(model_dir, corpus, Path(passing), sample))
        console.print(start_table(words, meaning))
        console.print(memory_table(model_dir, words, meaning, texts))
        console.print(question_table(index(words), index(meaning), texts))
        console.print(growth_table(open_folder(model_dir), texts))


def encoding_table(model_dir: Path, corpus: Path, passing: Path, size: int) -> Table:
    """Encode texts from all over the corpus with one process and with two, each starting from nothing."""
    wanted = list(dict.fromkeys(passages(load([corpus]).articles)))
    sample = wanted[:: max(1, len(wanted) // size)][:size]
    seconds = [in_own_process(encode_all, model_dir, sample, passing / str(count), count) for count in (1, 2)]
    table = _table(f"Encoding {len(sample):,} of {len(wanted):,} texts", "processes", "s", "ms a text", "times as fast")
    for count, taken in enumerate(seconds, 1):
        table.add_row(str(count), f"{taken:.1f}", f"{taken / len(sample) * 1000:.2f}", f"{seconds[0] / taken:.2f}")
    return table


def encode_all(model_dir: Path, texts: Sequence[str], folder: Path, processes: int) -> float:
    """Give the seconds that encoding takes, once the model is open here; other processes open it in that time."""
    model = open_folder(model_dir)
    begin = time.perf_counter()
    encode(texts, model, Store(folder), processes=processes)
    return time.perf_counter() - begin


def start_table(words: Settings, meaning: Settings) -> Table:
    """Start without a snapshot and with one; texts encoded by an earlier run are not encoded again."""
    table = _table("Seconds to get ready", "start", "by words", "and meaning")
    for name in ("first", "later"):
        table.add_row(name, *(f"{in_own_process(start, settings):.1f}" for settings in (words, meaning)))
    return table


def start(settings: Settings) -> float:
    """Give the seconds that it takes to get ready for answering."""
    begin = time.perf_counter()
    index(settings)
    return time.perf_counter() - begin


def index(settings: Settings) -> Index:
    """Give the index of a corpus as the bot has it: from a snapshot, which is made if there is none."""
    snapshot = refresh(recipe(settings), settings.corpus_data_dir / "benchmark.snapshot")
    return index_of(snapshot.articles, snapshot.index)


def memory_table(model_dir: Path, words: Settings, meaning: Settings, texts: Sequence[str]) -> Table:
    """Ask in fresh processes, and look at what they occupy; mapped files count as far as they were read."""
    lexical, semantic = (in_own_process(serving_mb, settings, texts) for settings in (words, meaning))
    alone, without = in_own_process(model_mb, model_dir, texts), in_own_process(resident_mb)
    table = _table(f"Resident memory after {len(texts)} questions", "process", "MB")
    table.add_row("serves by words", f"{lexical:.0f}")
    table.add_row("serves by words and meaning", f"{semantic:.0f}")
    table.add_row("the model, its runtime and libraries, in a process of their own", f"{alone - without:.0f}")
    table.add_row("meaning, the model apart", f"{semantic - lexical - (alone - without):.0f}")
    return table


def serving_mb(settings: Settings, texts: Sequence[str]) -> float:
    """Answer, and tell how much memory that takes."""
    asked = index(settings)
    for text in texts:
        asked.search(text)
    return resident_mb()


def model_mb(model_dir: Path, texts: Sequence[str]) -> float:
    """Do with the model what it does for the same questions, and nothing else."""
    model = open_folder(model_dir)
    for text in texts:
        model.encode(text)
    return resident_mb()


def question_table(lexical: Index, semantic: Index, texts: Sequence[str]) -> Table:
    """Ask questions that were never asked before, whole and part by part."""
    meanings = semantic.parts.meanings
    if meanings is None:
        raise SystemExit("The model cannot be used; quicktake doctor says why.")
    parts = _parts(lexical, semantic, meanings)
    times = np.array([_best_times_ms(text, list(parts.values())) for text in texts])
    table = _table(f"{len(texts)} questions, {len(semantic.articles):,} articles", "part", "median ms", "× encoding")
    medians = dict(zip(parts, np.median(times, axis=0).tolist(), strict=True))
    for name, median in medians.items():
        table.add_row(name, f"{median:.2f}", f"{median / medians['encoding']:.2f}")
    return table


def _parts(lexical: Index, semantic: Index, meanings: Meanings) -> dict[str, Callable[[str], object]]:
    def encoded(text: str) -> NDArray[np.float32]:
        return meanings.encoder.encode(text.strip())  # heard before, so in the model's memory

    return {
        "search by words and meaning": semantic.search,
        "encoding": meanings.encoder.encode,
        "search by words": lexical.search,
        "matrix product": lambda text: meanings.both.products(encoded(text)),
        "matrix product, the nearest chosen": lambda text: meanings.nearest(encoded(text)),
        "comparing closely": lambda text: meanings.compare(encoded(text), _some(semantic)),
    }


def _some(semantic: Index) -> NDArray[np.int64]:
    """Give as many articles as both ways to choose candidates find together at most."""
    return np.linspace(0, len(semantic.articles) - 1, 2 * CANDIDATES).astype(np.int64)


def _best_times_ms(text: str, parts: Sequence[Callable[[str], object]]) -> list[float]:
    """Time all parts in turn; a few blanks before make it the same words, yet another text to the model's memory."""
    parts[0](text)
    blanks = iter(range(1, ROUNDS * len(parts) + 1))
    rounds = [[_ms(part, " " * next(blanks) + text) for part in parts] for _ in range(ROUNDS)]
    return np.min(rounds, axis=0).tolist()


def growth_table(model: Model, texts: Sequence[str]) -> Table:
    """Multiply with ever more rows of random numbers."""
    chance = np.random.default_rng(0)
    vector, encoding = model.encode(texts[0]), np.median([_ms(model.encode, f" {text}") for text in texts])
    table = _table(f"Matrix product, {model.dimension} numbers a row", "rows", "MB", "ms", "× encoding a question")
    for rows in ROWS:
        codes = chance.integers(-127, 128, (rows, model.dimension), dtype=np.int8)
        many = Quantised(codes, np.ones(rows, np.float32))
        product = min(_ms(many.products, vector) for _ in range(10 * ROUNDS))
        table.add_row(f"{rows:,}", f"{codes.nbytes / 1e6:.0f}", f"{product:.2f}", f"{product / encoding:.2f}")
    return table


def in_own_process(work: Callable[..., Result], *arguments: object) -> Result:
    """Do some work in a fresh process, which has nothing in its memory yet."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def _ms(work: Callable[[Argument], object], argument: Argument) -> float:
    begin = time.perf_counter()
    work(argument)
    return (time.perf_counter() - begin) * 1000


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first)
    for heading in others:
        table.add_column(heading, justify="right")
    return table


if __name__ == "__main__":
    main()
