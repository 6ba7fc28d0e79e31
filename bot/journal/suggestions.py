"""What people taught by pressing the right choice: aliases to add, with evidence, and what each would change.

Pure: no I/O. A person decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.aliases import Alias, names, normalised
from bot.journal.gaps import LEAST_PEOPLE, Cluster, clusters
from bot.journal.queries import Confirmation
from bot.journal.similarity import content_words
from bot.model import Answer, Article, Choices, Reply

Answering = Callable[[str], Reply]
"""A question's reply."""

Labelled = tuple[str, frozenset[str]]
"""A question and the urls of the articles that answer it, none if no article does."""

MOST_COLLISIONS = 3  # titles: one is reason enough


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An alias for an article, which so many people meant, so many times, by this wording or one that is alike.

    Attributes:
        collisions: titles of other articles, the first few, one of whose names has all its words: whoever asks by it
            could mean those as well.
        misspelt: its words that seem to be misspelt. Once they stood in an article, they would be words like others,
            and that typing error would not be forgiven any more.
    """

    alias: Alias
    title: str
    people: int
    times: int
    wordings: tuple[str, ...]
    collisions: tuple[str, ...] = ()
    misspelt: tuple[str, ...] = ()

    @property
    def is_harmless(self) -> bool:
        """Whether it collides with nothing and teaches no misspelling."""
        return not self.collisions and not self.misspelt


@dataclass(frozen=True, slots=True)
class Effect:
    """What aliases of an article would change.

    Attributes:
        gains: labelled questions that it would answer rightly and are not answered so now.
        breaks: labelled questions that are answered rightly now and would lead to it instead.
    """

    gains: int = 0
    breaks: int = 0


def suggestions(
    confirmed: Iterable[Confirmation],
    articles: Sequence[Article],
    decided: Iterable[Alias] = (),
    *,
    least_people: int = LEAST_PEOPLE,
) -> tuple[Suggestion, ...]:
    """Suggest aliases, those of most people first, then by times, url and text.

    Args:
        confirmed: what people said answers what.
        articles: as they are now, accepted aliases included.
        decided: aliases that were accepted or rejected before.
        least_people: so many different people must have meant it.
    """
    known = {article.url: article for article in articles}
    settled = {(one.url, normalised(one.text)) for one in decided}
    found = [
        _suggestion(known[url], cluster)
        for url, asked in _by_article(confirmed).items()
        if url in known
        for cluster in clusters(asked, least_people=least_people)
        if normalised(cluster.name) not in names(known[url])
    ]
    new = [one for one in found if (one.alias.url, normalised(one.alias.text)) not in settled]
    return tuple(sorted(new, key=lambda one: (-one.people, -one.times, one.alias.url, one.alias.text)))


def collisions(alias: Alias, articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the titles of other articles, the first few, one of whose names has all words of an alias."""
    words = content_words(alias.text)
    others = (one for one in articles if one.url != alias.url)
    found = (one.title for one in others if any(words <= content_words(name) for name in names(one)))
    return tuple(islice(found, MOST_COLLISIONS))


def effects(labelled: Sequence[Labelled], now: Answering, then: Answering) -> dict[str, Effect]:
    """Ask labelled questions without aliases and with them; what changes is put down to the article that then leads.

    Returns:
        Effects by url; an article whose aliases change nothing is left out.
    """
    gains, breaks = Counter[str](), Counter[str]()
    for question, relevant in labelled:
        after = then(question)
        was_right, will_be = is_right(now(question), relevant), is_right(after, relevant)
        if after.hits and was_right != will_be:
            (gains if will_be else breaks)[after.hits[0].article.url] += 1
    return {url: Effect(gains[url], breaks[url]) for url in gains | breaks}


def is_right(reply: Reply, relevant: frozenset[str]) -> bool:
    """Tell whether a reply leads with a relevant article; where there is none, whether it answers nothing."""
    match reply:
        case Answer(hits=hits) | Choices(hits=hits) if relevant:
            return bool(hits) and hits[0].article.url in relevant
        case _:
            return not relevant and not isinstance(reply, Answer)


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


def _suggestion(article: Article, cluster: Cluster) -> Suggestion:
    wordings = tuple(wording.text for wording in cluster.wordings)
    return Suggestion(Alias(article.url, cluster.name), article.title, cluster.people, cluster.times, wordings)
