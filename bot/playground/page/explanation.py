"""How a question is answered and why, described for the page.

Pure: no I/O.
"""

from __future__ import annotations

from bot import wording
from bot.answers.answerer import Answerer
from bot.model import Hit
from bot.playground.model import Json

MOST_HITS = 8


def explanation(answerer: Answerer, question: str) -> Json:
    """Describe the outcome, the best articles with confidence in [0, 1], and what the search understood."""
    reply = answerer.answer(question)
    hits = answerer.rank(question, MOST_HITS)
    return {
        "question": question,
        "outcome": reply.outcome,
        "release": str(reply.release),
        "hits": [_hit(hit) for hit in hits],
        "reasons": list(answerer.explain(question, hits[0].article.url)) if hits else [],
    }


def _hit(hit: Hit) -> Json:
    return {
        "title": hit.article.title,
        "url": hit.article.url,
        "confidence": round(hit.confidence, 4),
        "matches": [{"field": wording.FIELD_NAMES[match.field], "words": list(match.words)} for match in hit.matches],
    }
