"""Grow a corpus of any size for the benchmarks: made-up words in articles of the real format and size.

The same size and seed give the same files. Words follow Zipf's law, as in any language, so that an index of them has
realistic proportions::

    python -m benchmarks.grow 36000 build/corpus
"""

from __future__ import annotations

import re
from pathlib import Path

import click
import numpy as np

COMMON = re.findall(
    r"\w+", "the of and to a in is that for it as with on by are this be from or an can how their which"
)
SYLLABLES = [
    start + end for start in "bcdfglmnprstv" for end in ("a", "e", "i", "o", "u", "ar", "en", "il", "or", "un")
]
VOCABULARY = 50_000
SUBJECTS = 40
TITLES = (
    "How does {0} affect {1} in {2}?",
    "What is the role of {0} in {1} {2}?",
    "How can {0} and {1} be told apart when {2} matters?",
    "Why is {0} {1} important for {2}?",
    "What are the main differences between {0} {1} and {2}?",
)


class Writer:
    """Draws words and builds articles from them; one writer gives one corpus."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        starts, middles, ends = self.random.choice(SYLLABLES, size=(3, VOCABULARY))
        made = dict.fromkeys(map("".join, zip(starts, middles, ends, strict=True)))
        self.vocabulary = np.array([*COMMON, *made])
        frequencies = (np.arange(len(self.vocabulary)) + 3.0) ** -1.15
        self.cumulated = np.cumsum(frequencies / frequencies.sum())

    def words(self, count: int, *, rare: bool = False) -> list[str]:
        """Draw words by their frequency; ``rare`` leaves out the common ones."""
        lowest = self.cumulated[len(COMMON)] if rare else 0.0
        draws = self.random.uniform(lowest, 1.0, size=count)
        ranks = np.searchsorted(self.cumulated, draws).clip(max=len(self.vocabulary) - 1)
        return [str(word) for word in self.vocabulary[ranks]]

    def title(self) -> str:
        """Ask about three things."""
        template = TITLES[self.random.integers(len(TITLES))]
        return template.format(*(" ".join(self.words(2, rare=True)) for _ in range(3)))

    def answer(self) -> str:
        r"""Write an introduction, a list and a conclusion, with newlines as ``\n``: 2,500 characters, give or take."""
        points = int(self.random.integers(5, 12))
        listed = "\\n\\n".join(
            f"{number}. **{self._sentence(2)}**: {self._sentence(40)}" for number in range(1, points)
        )
        return "\\n\\n".join((self._sentence(40), listed, self._sentence(45)))

    def _sentence(self, length: int) -> str:
        return " ".join(self.words(max(2, int(self.random.normal(length, length / 5))))).capitalize() + "."


def article(writer: Writer, title: str, number: int, *, related: list[tuple[str, int]]) -> str:
    """Write one file."""
    subject = f"Subject {number % SUBJECTS}"
    return (
        f"---\n_schema: default\nid: {number}\ndate: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}\n"
        f"title: >-\n    {title}\narticle_title: >-\n    {title}\n"
        f"seo:\n  title: Grown | {subject}\n"
        f"  page_description: >-\n    {' '.join(writer.words(38)).capitalize()}.\n"
        f"  page_keywords: >-\n    {', '.join(writer.words(12, rare=True))}\n"
        f"author: Grown\nquestion: >-\n    {title}\nanswer: >-\n    {writer.answer()}\n"
        f"subject: {subject}\nfile_name: {number}.md\nurl: {url(number)}\nscore: -1.0\n"
        + "".join(_related(place, *one) for place, one in enumerate(related, 1))
        + "---\n\n&nbsp;"
    )


def url(number: int) -> str:
    """Give an article's address."""
    return f"/learn/subject-{number % SUBJECTS}/questions/{number}"


def _related(place: int, title: str, number: int) -> str:
    return (
        f"related_article{place}:\n    id: {number}\n    title: >-\n        {title}\n"
        f"    subject: Subject {number % SUBJECTS}\n    url: {url(number)}\n"
    )


def grow(count: int, folder: Path, *, seed: int = 0) -> None:
    """Write a corpus of ``count`` articles, in one folder per subject."""
    writer = Writer(seed)
    titles = [writer.title() for _ in range(count)]
    for number, title in enumerate(titles):
        neighbours = [(number + step * SUBJECTS) % count for step in range(1, 1 + number % 6)]
        path = folder / f"subject-{number % SUBJECTS}" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(writer, title, number, related=[(titles[other], other) for other in neighbours]))


@click.command(help=__doc__)
@click.argument("count", type=int)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--seed", default=0, show_default=True)
def main(count: int, folder: Path, seed: int) -> None:
    """Run as a script."""
    grow(count, folder, seed=seed)
    size = sum(path.stat().st_size for path in folder.rglob("*.md"))
    click.echo(f"{count:,} articles, {size / 1e6:.0f} MB in {folder}")


if __name__ == "__main__":
    main()
