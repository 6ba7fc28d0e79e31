"""Does the bot learn? A simulated season: people press the right choice, an admin accepts what does no harm.

    python -m benchmarks.season --corpus corpus evals/questions.jsonl

The questions are split in halves. Week by week, people ask a share of the first half; where the right article is among
those they are shown, they press it, and where it is the answer, they say that it helped. Aliases suggested from that
are taken if they collide with nothing and teach no misspelling. The second half is never asked: the table shows what
it would get after each week, in all, on articles the season was about, and on others.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np
from rich import box
from rich.console import Console
from rich.table import Table

from bot.cli.options import settings_for
from bot.evaluate.questions import Question, read
from bot.journal.events import Asked, Chosen, Event, Voted
from bot.journal.rows import Policy
from bot.journal.store import Journal
from bot.journal.suggestions import is_right
from bot.learning import Learning
from bot.model import Answer, Choices, NoAnswer, Reply
from bot.releases.indexing import answerer_with
from bot.state.alias_decisions import AliasDecisions
from bot.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answerer import Answerer
    from bot.journal.suggestions import Answering
    from bot.settings import Settings

BEGIN = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
HEADINGS = ("aliases", "P@1", "helped", "same\nP@1", "\nhelped", "others\nP@1", "\nhelped", "false\nanswers")
PEOPLE = ("U0ANA0001", "U0BEN0002", "U0CAROL03")


class Team:
    """A team, its bot and its journal."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.now = BEGIN
        database = Database("sqlite://")
        self.journal = Journal(database, Policy(key=b"season" * 6), lambda: self.now)
        self.decisions = AliasDecisions(database, lambda: self.now)

    def answerer(self) -> Answerer:
        """Return the bot with what it has learnt."""
        return answerer_with(self.settings, self.decisions.accepted())

    def live(self, asked: Sequence[Question]) -> None:
        """Let everybody ask these questions in a week."""
        answer = self.answerer().answer
        for question in asked:
            for person in PEOPLE:
                for event in conversation(question, answer(question.query), person, self.now):
                    self.journal.record(event)
        self.journal.flush()
        self.now += dt.timedelta(weeks=1)

    def learn(self) -> None:
        """Let an admin look at the suggestions."""
        learning = Learning(self.journal, self.decisions, self.answerer(), lambda: self.now)
        for suggestion in learning.suggestions(days=365):
            (self.decisions.accept if suggestion.is_harmless else self.decisions.reject)(suggestion.alias)


def conversation(question: Question, reply: Reply, person: str, at: dt.datetime) -> Iterator[Event]:
    """Ask, and press what is right among what is shown."""
    urls = tuple(hit.article.url for hit in reply.hits)
    right = [url for url in urls if url in question.relevant]
    match reply:
        case Answer():
            yield Asked(question.query, person, at, "command", "answer", urls[:1], 1.0, "season", 1.0)
            yield Voted(question.query, person, at, urls[0], urls[0] in question.relevant)
        case Choices():
            yield Asked(question.query, person, at, "command", "choices", urls, 0.5, "season", 1.0)
        case NoAnswer():
            yield Asked(question.query, person, at, "command", "none", (), 0.1, "season", 1.0)
    if right and not (isinstance(reply, Answer) and urls[0] == right[0]):
        yield Chosen(question.query, person, at, right[0])


def halves(questions: Sequence[Question], seed: int) -> tuple[list[Question], list[Question]]:
    """Split by chance, every style alike."""
    chance = random.Random(seed)  # noqa: S311  (a split, no secret)
    shuffled = sorted(chance.sample(questions, len(questions)), key=lambda one: one.style)
    return shuffled[::2], shuffled[1::2]


def figures(answer: Answering, questions: Sequence[Question]) -> tuple[float, float]:
    """Return the share led by a right article, and the share with one answered or offered."""
    replies = [(answer(one.query), frozenset(one.relevant)) for one in questions]
    first = [reply.hits[:1] and reply.hits[0].article.url in relevant for reply, relevant in replies]
    helped = [is_right(reply, relevant) or _offers(reply, relevant) for reply, relevant in replies]
    count = max(1, len(questions))
    return sum(map(bool, first)) / count, sum(helped) / count


def _offers(reply: Reply, relevant: frozenset[str]) -> bool:
    return isinstance(reply, Choices) and any(hit.article.url in relevant for hit in reply.hits)


@dataclass(frozen=True, slots=True)
class Groups:
    """The second half: all that has an answer, on articles of the first half, on others, and what has none."""

    all: tuple[Question, ...]
    same: tuple[Question, ...]
    others: tuple[Question, ...]
    out_of_scope: tuple[Question, ...]

    @classmethod
    def of(cls, second: Sequence[Question], first: Sequence[Question]) -> Groups:
        """Tell them apart."""
        seen = {url for one in first for url in one.relevant}
        answerable = [one for one in second if one.is_answerable]
        return cls(
            tuple(answerable),
            tuple(one for one in answerable if seen & set(one.relevant)),
            tuple(one for one in answerable if not seen & set(one.relevant)),
            tuple(one for one in second if not one.is_answerable),
        )


def season(team: Team, questions: Sequence[Question], weeks: int, seed: int) -> Iterator[list[float]]:
    """Give a line of figures before the season and after each week, in the order of ``HEADINGS``."""
    first, second = halves(questions, seed)
    groups = Groups.of(second, first)
    asked = [one for one in first if one.is_answerable]
    random.Random(seed).shuffle(asked)  # noqa: S311  (an order, no secret)
    a_week = -(-len(asked) // weeks)
    yield _line(team, groups)
    for week in range(weeks):
        team.live(asked[week * a_week : (week + 1) * a_week])
        team.learn()
        yield _line(team, groups)


def _line(team: Team, groups: Groups) -> list[float]:
    answer = team.answerer().answer
    shares = [share for part in (groups.all, groups.same, groups.others) for share in figures(answer, part)]
    false = sum(isinstance(answer(one.query), Answer) for one in groups.out_of_scope)
    return [len(team.decisions.accepted()), *shares, false / max(1, len(groups.out_of_scope))]


def _draw(title: str, lines: Sequence[Sequence[float]]) -> None:
    table = Table(title=title, box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("week", *HEADINGS):
        table.add_column(heading, justify="right")
    for week, (aliases, *shares) in enumerate(lines):
        table.add_row(str(week), f"{aliases:.0f}", *(f"{share:.3f}" for share in shares))
    Console(width=100).print(table)


@click.command(help=__doc__)
@click.option("--corpus", "folders", multiple=True, type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--weeks", default=4, show_default=True)
@click.option("--seed", "seeds", multiple=True, type=int, default=(0, 1, 2), show_default=True)
@click.argument("questions", type=click.Path(exists=True, path_type=Path))
def main(folders: tuple[Path, ...], weeks: int, seeds: tuple[int, ...], questions: Path) -> None:
    """Run as a script."""
    settings = settings_for(folders)
    seasons = []
    for seed in seeds:
        seasons.append(list(season(Team(settings), read([questions]), weeks, seed)))
        _draw(f"Second half of split {seed}", seasons[-1])
    _draw("Mean of the splits", np.mean(seasons, axis=0).tolist())


if __name__ == "__main__":
    main()
