"""Two releases asked the same questions: which replies would change.

Asks everything that can be asked by name, on all cores; the result does not depend on how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from bot import wording
from bot.answers.answerer import Answerer, Thresholds
from bot.model import Article, ChangedReply, Changes, Decision, Release
from bot.processes import cores, map_chunks
from bot.progress import OnProgress, ignore
from bot.releases.folder import ReleaseFolder
from bot.releases.indexing import loaded
from bot.releases.snapshot import Snapshot

_CHUNK = 250  # questions per message between processes: about a second's work at full size
_WORTH_PROCESSES = 2_000  # with fewer questions, starting processes and opening releases takes what is won
_NICENESS = 9  # beyond that of whoever compares: several processes at work shall be felt as little as one


@dataclass(frozen=True, slots=True)
class Pair:
    """The serving release and a staged one, named so that any process can open them; equal in all of them."""

    releases: ReleaseFolder
    before: Release
    after: Release
    thresholds: Thresholds


def compare(
    pair: Pair,
    questions: Iterable[str] = (),
    *,
    processes: int | None = None,
    on_progress: OnProgress = ignore,
) -> Changes:
    """Tell which articles differ, and ask both releases every title, question and alias of their articles.

    Articles are compared by url and fingerprint; one whose file only moved has not changed.

    Args:
        pair: the releases.
        questions: asked as well, and first.
        processes: how many ask; by default one per core if there are many questions.
        on_progress: told now and then how many questions are asked, of how many.

    Raises:
        ReleaseError: somebody else removed one of the releases meanwhile.
    """
    before, after = pair.releases.open(pair.before), pair.releases.open(pair.after)
    old, new = before.fingerprints, after.fingerprints
    added = _articles(after, (url not in old for url in new))
    changed = _articles(after, (old.get(url, new[url]) != new[url] for url in new))
    removed = _articles(before, (url not in new for url in old))
    named = questions_of((*added, *changed, *before.articles))
    asked = tuple(dict.fromkeys((*questions, *named)))
    return Changes(
        added=tuple(article.title for article in added),
        changed=tuple(article.title for article in changed),
        removed=tuple(article.title for article in removed),
        replies=_replies(pair, asked, processes, on_progress),
        asked=len(asked),
    )


def _articles(snapshot: Snapshot, are_chosen: Iterable[bool]) -> tuple[Article, ...]:
    """Decode only those that differ."""
    return tuple(snapshot.articles[place] for place, is_chosen in enumerate(are_chosen) if is_chosen)


def questions_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """Give every title, question and alias, each once, in the articles' order."""
    names = (name for one in articles for name in (one.title, one.question, *one.aliases) if name)
    return tuple(dict.fromkeys(names))


def changed_reply(question: str, before: Decision, after: Decision) -> ChangedReply | None:
    """Tell how the outcome or the articles of a reply differ; None if they do not.

    A different order of the same choices, another confidence, or a changed text of the same article do not count.
    """
    if _essence(before) == _essence(after):
        return None
    is_loss = (before.outcome, after.outcome) == ("answer", "none")
    return ChangedReply(question, _in_words(before, after), _in_words(after, before), is_loss)


def _replies(
    pair: Pair, asked: Sequence[str], processes: int | None, on_progress: OnProgress
) -> tuple[ChangedReply, ...]:
    changed = map_chunks(
        partial(_changed_replies, pair),
        asked,
        _CHUNK,
        processes=processes or (cores() if len(asked) >= _WORTH_PROCESSES else 1),
        niceness=_NICENESS,
        on_progress=on_progress,
    )
    return tuple(sorted(changed, key=lambda reply: not reply.is_loss))


def _changed_replies(pair: Pair, questions: Sequence[str]) -> list[ChangedReply]:
    before, after = _answerers(pair)
    compared = (changed_reply(question, before.decide(question), after.decide(question)) for question in questions)
    return [reply for reply in compared if reply]


@lru_cache(maxsize=1)
def _answerers(pair: Pair) -> tuple[Answerer, Answerer]:
    """Open both releases, once in each process."""
    opened = [loaded(one, pair.releases.open(one)) for one in (pair.before, pair.after)]
    before, after = (Answerer(one, pair.thresholds) for one in opened)
    return before, after


def _essence(decision: Decision) -> tuple[str, frozenset[str]]:
    urls = [hit.article.url for hit in decision.hits]
    match decision.outcome:
        case "answer":
            return "answer", frozenset(urls[:1])
        case "choices":
            return "choices", frozenset(urls)
        case "none":
            return "none", frozenset()


def _in_words(decision: Decision, other: Decision) -> str:
    """Name what one reply has and the other has not."""
    match decision.outcome:
        case "answer":
            return decision.hits[0].article.title
        case "choices" if other.outcome == "choices":
            theirs = {hit.article.url for hit in other.hits}
            own = [hit.article.title for hit in decision.hits if hit.article.url not in theirs]
            return wording.choices_with(len(decision.hits), own)
        case "choices":
            return wording.choices_in_words(len(decision.hits), decision.hits[0].article.title)
        case "none":
            return wording.NO_ANSWER_IN_WORDS
