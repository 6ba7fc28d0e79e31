"""Three articles and six questions that everyone knows by heart, with a bot that answers from a script."""

from __future__ import annotations

from bot.evaluate.observations import Observation, Outcome, Ranking
from bot.evaluate.questions import Question
from bot.model import Answer, Article, Choices, Hit, NoAnswer, Release, Reply

GOALS, TRUST, ENDING = "/goals", "/trust", "/ending"
RELEASE = Release(1, "0000000")

QUESTIONS = (
    Question("how do I set goals", "keywords", (GOALS,)),
    Question("golas", "typo", (GOALS,)),
    Question("win their trust", "keywords", (TRUST, GOALS)),
    Question("say goodbye", "paraphrase", (ENDING,)),
    Question("vpn down?", "out-of-scope"),
    Question("what is trust law", "out-of-scope"),
)

# What the scripted bot finds: right and sure, right and unsure, second place, nothing, nothing, sure and wrong.
FOUND: dict[str, tuple[tuple[str, float], ...]] = {
    "how do I set goals": ((GOALS, 0.9), (TRUST, 0.1)),
    "golas": ((GOALS, 0.6), (ENDING, 0.3)),
    "win their trust": ((ENDING, 0.5), (TRUST, 0.4)),
    "say goodbye": (),
    "vpn down?": ((GOALS, 0.1),),
    "what is trust law": ((TRUST, 0.8),),
}


def rank(query: str) -> tuple[Hit, ...]:
    return tuple(Hit(Article(url, url.strip("/"), "…"), confidence) for url, confidence in FOUND[query])


def answer(query: str) -> Reply:
    hits = rank(query)
    if hits and hits[0].confidence >= 0.7:
        return Answer(query, RELEASE, hits, "…")
    if hits and hits[0].confidence >= 0.4:
        return Choices(query, RELEASE, hits)
    return NoAnswer(query, RELEASE, hits)


def ranking(*urls: str, relevant: tuple[str, ...] = (), confidence: float = 0.5) -> Ranking:
    return Ranking(Question("?", "any", relevant), urls, confidence)


def observation(seen: Ranking, outcome: Outcome = Outcome.NO_ANSWER, offered: tuple[str, ...] = ()) -> Observation:
    return Observation(seen, outcome, offered, latency_ms=1.0)
