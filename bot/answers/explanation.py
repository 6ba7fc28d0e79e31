"""The search's explanation → sentences.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording

if TYPE_CHECKING:
    from bot.search.explanation import Evidence, Explanation, WordReading

MOST_WORDS = 8
LEAST_CONTRIBUTION = 0.01
MEANING = ("meaning", "gist")  # evidence that is not about words
DECISIVE = 0.5  # share of the score from which one side decides


def explained(explanation: Explanation, url: str = "") -> tuple[str, ...]:
    """Return what the search understood, found and weighed; ``url`` is the article shown, if it is another one."""
    best = explanation.best
    if best is None:
        return (wording.NOTHING_FOUND,)
    if url and url != best.article.url:
        return (wording.CHOSEN_BY_HAND, wording.came_first(best.article.title, best.confidence))
    return (
        wording.came_first(best.article.title, best.confidence),
        *((wording.says_nothing_of(best.missing),) if best.missing else ()),
        *_by_meaning(explanation),
        *(_word(word) for word in _telling(explanation)),
        *(_evidence(one) for one in explanation.evidence if abs(one.contribution) >= LEAST_CONTRIBUTION),
        *_runner_up(explanation),
    )


def _by_meaning(explanation: Explanation) -> list[str]:
    """Say so if meaning decided: with no telling word in common, or weighing more than all words together."""
    by_words = sum(one.contribution for one in explanation.evidence if one.name not in MEANING)
    if not explanation.akin or by_words > DECISIVE:
        return []
    shares_words = any(word.fields for word in explanation.words)
    return [(wording.mostly_by_meaning if shares_words else wording.near_in_meaning)(explanation.akin)]


def _telling(explanation: Explanation) -> list[WordReading]:
    return sorted(explanation.words, key=lambda word: -word.weight)[:MOST_WORDS]


def _word(word: WordReading) -> str:
    places = [wording.FIELD_NAMES[field] for field in word.fields]
    return wording.word_read(word.word, word.origin, list(word.read_as), places, word.weight)


def _evidence(one: Evidence) -> str:
    return wording.evidence(one.name, one.value, one.contribution)


def _runner_up(explanation: Explanation) -> list[str]:
    second = explanation.runner_up
    return [wording.runner_up(second.article.title, second.confidence, explanation.margin)] if second else []
