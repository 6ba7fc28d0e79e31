"""What people taught by pressing the right choice: aliases to add, with evidence, and what each would change.

Pure: no I/O. A person decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bot.aliases import Alias, names, normalised
from bot.journal.gaps import LEAST_PEOPLE, Cluster, clusters
from bot.journal.similarity import content_words
from bot.model import Answer, Choices, Reply

if TYPE_CHECKING:
    from bot.journal.queries import Confirmation
    from bot.model import Article

Answering = Callable[[str], Reply]
"""A question's reply."""

Labelled = tuple[str, frozenset[str]]
"""A question and the urls of the articles that answer it, none if no article does."""

MOST_COLLISIONS = 3  # titles: one is reason enough


@dataclass(frozen=True, slots=True)
class Bench:
    """Where aliases are tried.

    Attributes:
        trial: how the bot would answer if articles had these aliases too.
        misspelt: the words of a text that the search takes for misspellings of others.
    """

    trial: Callable[[Sequence[Alias]], Answering]
    misspelt: Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An alias for an article, which so many people meant, so many times, by this wording or one that is alike."""

    alias: Alias
    title: str
    people: int
    times: int
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What an alias would change.

    Attributes:
        collisions: titles of other articles, the first few, one of whose names has all its words: whoever asks by it
            could mean those as well.
        gains: labelled questions that would be answered rightly and are not now.
        breaks: labelled questions that are answered rightly now and would not be.
        misspelt: its words that seem to be misspelt. Once they stood in an article, they would be words like others,
            and that typing error would not be forgiven any more.
    """

    collisions: tuple[str, ...]
    gains: int
    breaks: int
    misspelt: tuple[str, ...] = ()

    @property
    def is_harmless(self) -> bool:
        """Tell whether it collides with nothing, breaks nothing and teaches no misspelling."""
        return not self.collisions and not self.breaks and not self.misspelt


def proposals(
    confirmed: Iterable[Confirmation],
    articles: Sequence[Article],
    decided: Iterable[Alias] = (),
    *,
    least_people: int = LEAST_PEOPLE,
) -> tuple[Proposal, ...]:
    """Propose aliases, those of most people first, then by times, url and text.

    Args:
        confirmed: what people said answers what.
        articles: as they are now, accepted aliases included.
        decided: aliases that were accepted or rejected before.
        least_people: so many different people must have meant it.
    """
    known = {article.url: article for article in articles}
    settled = {(one.url, normalised(one.text)) for one in decided}
    found = [
        _proposal(known[url], cluster)
        for url, asked in _by_article(confirmed).items()
        if url in known
        for cluster in clusters(asked, least_people=least_people)
        if normalised(cluster.name) not in names(known[url])
    ]
    new = [one for one in found if (one.alias.url, normalised(one.alias.text)) not in settled]
    return tuple(sorted(new, key=lambda one: (-one.people, -one.times, one.alias.url, one.alias.text)))


def effects(
    aliases: Iterable[Alias], articles: Sequence[Article], labelled: Sequence[Labelled], bench: Bench
) -> Iterator[Effect]:
    """Try each alias by itself: see what else it could mean, and ask the labelled questions with it and without."""
    now = _rights(bench.trial(()), labelled)
    known = [(one, [content_words(name) for name in names(one)]) for one in articles]
    for alias in aliases:
        then = _rights(bench.trial((alias,)), labelled)
        yield Effect(
            collisions=_collisions(alias, known),
            gains=sum(after and not before for before, after in zip(now, then, strict=True)),
            breaks=sum(before and not after for before, after in zip(now, then, strict=True)),
            misspelt=bench.misspelt(alias.text),
        )


def is_right(reply: Reply, relevant: frozenset[str]) -> bool:
    """Tell whether a reply leads with a relevant article; where there is none, whether it answers nothing."""
    match reply:
        case Answer(hits=hits) | Choices(hits=hits) if relevant:
            return bool(hits) and hits[0].article.url in relevant
        case _:
            return not relevant and not isinstance(reply, Answer)


def _collisions(alias: Alias, known: Iterable[tuple[Article, Sequence[frozenset[str]]]]) -> tuple[str, ...]:
    words = content_words(alias.text)
    others = (one.title for one, named in known if one.url != alias.url and any(words <= name for name in named))
    return tuple(islice(others, MOST_COLLISIONS))


def _rights(answer: Answering, labelled: Sequence[Labelled]) -> list[bool]:
    return [is_right(answer(question), relevant) for question, relevant in labelled]


def agreed(confirmed: Iterable[Confirmation]) -> tuple[Confirmation, ...]:
    """Return what was said to be right, without what the same person also said to be wrong.

    Where people meant several articles by the same question, only those that most of them meant are kept.
    """
    confirmed = tuple(confirmed)
    wrong = {(one.question, one.person, one.url) for one in confirmed if not one.is_right}
    right = [one for one in confirmed if one.is_right and (one.question, one.person, one.url) not in wrong]
    people = defaultdict[str, dict[str, set[str]]](lambda: defaultdict(set))
    for one in right:
        people[normalised(one.question)][one.url].add(one.person)
    most = {question: max(map(len, urls.values())) for question, urls in people.items()}
    return tuple(
        one for one in right if len(people[normalised(one.question)][one.url]) == most[normalised(one.question)]
    )


def _by_article(confirmed: Iterable[Confirmation]) -> dict[str, list[tuple[str, str, int]]]:
    asked = defaultdict[str, list[tuple[str, str, int]]](list)
    for one in agreed(confirmed):
        asked[one.url].append((one.question, one.person, one.times))
    return asked


def _proposal(article: Article, cluster: Cluster) -> Proposal:
    wordings = tuple(wording.text for wording in cluster.wordings)
    return Proposal(Alias(article.url, cluster.name), article.title, cluster.people, cluster.times, wordings)
